"""The subject of a profile: one country or institution, and the events of a view in which it takes part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dashboard.selection import Selection, Slice
from dashboard.ui.kept import kept
from dashboard.ui.state import View, slice_of


def narrow_to(view: View, name: str, code: str) -> View:
    """The view of what the subject takes part in, among the events that answer every filter in force."""
    part, said = _narrow(view, view.tables.digest, view.selection, (name, code))
    return replace(view, slice=part, subject=(name, code), said=said)


@kept(20)
def _narrow(_view: View, digest: str, selection: Selection, subject: tuple[str, str]) -> tuple[Slice, Selection]:
    """The events, and what captions say of the filters."""
    meant = _say(selection, *subject)
    part = slice_of(_view.tables, meant)
    both = np.zeros(len(_view.tables.events), dtype=bool)
    both[_view.slice.rows] = True
    rows = part.rows[both[part.rows]]
    # Where no filter can say it (two institutions at once), the caption names the reader's filters, the page the subject.
    return Slice(_view.tables, rows, meant), meant if len(rows) == len(part.rows) else selection


def _say(selection: Selection, name: str, code: str) -> Selection:
    """The filters that say subject and selection in one, as far as filters can: another country becomes the partner."""
    asked = getattr(selection, name)
    changed: dict[str, Any] = {name: (code,)}
    if name == "countries" and asked and code not in asked and not selection.partners:
        changed["partners"] = asked
    return replace(selection, **changed)

"""The subject of a profile: one country or institution, and the events of a view in which it takes part."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from dashboard.selection import Selection, Slice, select
from dashboard.ui.state import View


def narrow_to(view: View, name: str, code: str) -> View:
    """The view of what the subject takes part in, among the events that answer every filter in force."""
    meant = _say(view.selection, name, code)
    part = select(view.tables, meant)
    rows = np.intersect1d(part.rows, view.slice.rows)
    # Where no filter can say it (two institutions at once), the caption names the reader's filters, the page the subject.
    said = meant if len(rows) == len(part.rows) else view.selection
    return replace(view, slice=Slice(view.tables, rows, meant), subject=(name, code), said=said)


def _say(selection: Selection, name: str, code: str) -> Selection:
    """The filters that say subject and selection in one, as far as filters can: another country becomes the partner."""
    asked = getattr(selection, name)
    changed: dict[str, Any] = {name: (code,)}
    if name == "countries" and asked and code not in asked and not selection.partners:
        changed["partners"] = asked
    return replace(selection, **changed)

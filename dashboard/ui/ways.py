"""The ways to see a panel or page: faces, choices, parts and years, each noted in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from dashboard.panels import Choice, Panel
from dashboard.selection import Selection, Slice, narrow_period
from dashboard.selection.matrices import years
from dashboard.ui import state
from dashboard.ui.state import View
from dashboard.words import _, mark

FACES = {"chart": mark("Chart"), "table": mark("Table"), "events": mark("Events"), "take": mark("Download")}
_FACE, _YEARS = "face", "years"
# Pixels of a letter, of the room around an option, and of a row of options on the narrowest telephone: more stand in a list.
_LETTER, _AROUND, _ROW, _LIST = 7.2, 26, 312, 300


def ask_face(panel: Panel) -> str:
    """Which face of the panel is shown: a key of ``FACES``."""
    title = _("How to see “{title}”").format(title=_(panel.title))
    return ask_way(panel.key, Choice(_FACE, title, FACES), named=False)


def ask_choices(panel: Panel, face: str) -> None:
    """The panel's own choices that change what its face shows: a table has no form, a list of events no period."""
    for choice in panel.choices:
        if face == "chart" or (face == "table" and choice.of == "measure") or f"{{{choice.name}}}" in panel.counts:
            ask_way(panel.key, choice)


def ask_way(owner: str, choice: Choice, named: bool = True) -> str:
    """The code that is chosen for a panel or page, as the address notes it; the control bears its title where it is ``named``.

    Options stand side by side where they are few and short, or where nothing names them, otherwise in a list.
    """
    key, asked = f"way-{owner}-{choice.name}", state.read_ways(owner).get(choice.name, "")
    state.follow(key, asked if asked in choice.options else choice.default)
    labels = {code: _(words) for code, words in choice.options.items()}
    shared: dict[str, Any] = {
        "label": _(choice.title), "options": list(labels), "key": key, "format_func": lambda code: labels[code],
        "on_change": _take, "args": (owner, choice.name, key, choice.default),
    }  # fmt: skip
    if not named:
        chosen = st.segmented_control(**shared, required=True, label_visibility="collapsed")
    elif _LETTER * sum(map(len, labels.values())) + _AROUND * len(labels) <= _ROW:
        chosen = st.segmented_control(**shared, required=True)
    else:
        chosen = st.selectbox(**shared, width=_LIST)
    return str(chosen or choice.default)


def _take(owner: str, name: str, key: str, default: str) -> None:
    code = str(state.answer_of(key) or default)
    state.take_way(owner, name, "" if code == default else code)


def ask_years(panel: Panel, view: View) -> None:
    """The slider of the panel's own years, where the events of the tables lie in more than one."""
    offered = _list_years(view)
    if not panel.by_years or len(offered) < 2:
        return
    key, asked = f"years-{panel.key}", _read_years(panel, offered)
    state.follow(key, asked or (offered[0], offered[-1]))
    st.select_slider(
        _("Years of this chart"), offered, key=key, on_change=_take_years, args=(panel.key, key, offered), width=300
    )


def _take_years(panel: str, key: str, offered: tuple[str, ...]) -> None:
    answer = state.answer_of(key)
    first, last = answer if isinstance(answer, list | tuple) and len(answer) == 2 else (offered[0], offered[-1])
    whole = (first, last) == (offered[0], offered[-1])
    state.take_way(panel, _YEARS, "" if whole else f"{first}-{last}")


def _list_years(view: View) -> tuple[str, ...]:
    known = years(view.tables)
    dated = known[known > 0]
    return tuple(str(year) for year in range(int(dated.min()), int(dated.max()) + 1)) if len(dated) else ()


def _read_years(panel: Panel, offered: tuple[str, ...]) -> tuple[str, str] | None:
    first, _dash, last = state.read_ways(panel.key).get(_YEARS, "").partition("-")
    return (first, last) if panel.by_years and first in offered and last in offered and first <= last else None


def cut_years(panel: Panel, view: View) -> View:
    """The view within the panel's own years, which then stand in its selection as the period."""
    asked = _read_years(panel, _list_years(view)) if panel.by_years else None
    if asked is None:
        return view
    selection = narrow_period(view.selection, *asked)
    since, until = selection.since, selection.until
    period = state.slice_of(view.tables, Selection(since=since, until=until))
    rows = np.intersect1d(view.slice.rows, period.rows, assume_unique=True)
    said = view.said and replace(view.said, since=since, until=until)
    return replace(view, slice=Slice(view.tables, rows, selection), said=said)


def describe_ways(panel: Panel) -> Mapping[str, str]:
    """What was chosen otherwise than by default, in words."""
    return {_(choice.title): _(choice.options[code]) for choice, code in panel.departures}

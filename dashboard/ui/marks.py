"""Which marks of a chart a reader has selected: by click, by a box, or from the list of marks by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.panels import Panel, list_marks
from dashboard.ui import state
from dashboard.ui.frames import measure_frame
from dashboard.ui.state import View
from dashboard.words import _

# Parts the keys of several marks in the address.
AND = "~"


def read_keys(event: Any) -> tuple[str, ...]:
    """The keys of the marks that Plotly reports as selected: the first of their ``customdata``, or a country's code."""
    points = event["selection"]["points"] if event else []
    keys = (_read_key(point) for point in points)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _read_key(point: Mapping[str, Any]) -> str | None:
    given = point.get("customdata") or [point.get("location")]
    first = given[0] if isinstance(given, list | tuple) else next(iter(given.values())) if isinstance(given, Mapping) else given
    return None if first is None else str(first)


def take_click(panel: str, chart: str) -> None:
    """Note in the address what was selected in a chart; nothing selected closes what was open."""
    keys = read_keys(state.answer_of(chart))
    state.take_mark(panel, AND.join(keys))


def ask_mark(panel: Panel, view: View) -> None:
    """The marks by name, for keyboards, screen readers and fingers: choosing one opens it as a click does."""
    names = list_marks(panel, measure_frame(panel, view))
    if not names:
        return
    key, opened = f"mark-{panel.key}", state.read_mark(panel.key)
    state.follow(key, opened if opened in names else None)
    st.selectbox(
        _("Open the events behind a mark of “{title}”").format(title=_(panel.title)), list(names), index=None, key=key,
        format_func=lambda each: names[each], placeholder=_("Open the events behind a mark"), label_visibility="collapsed",
        on_change=_take_name, args=(panel.key, key), width=360,
    )  # fmt: skip


def _take_name(panel: str, key: str) -> None:
    state.take_mark(panel, str(state.answer_of(key) or ""))


def name_mark(panel: Panel, view: View, key: str) -> str:
    """What a mark is called, its count left to what stands behind it; empty where it has no name."""
    return list_marks(panel, measure_frame(panel, view)).get(key, "").rpartition(" (")[0]

"""Which marks of a chart a reader has selected: by click, by a box, or from the list of marks by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from dashboard.panels import Panel, list_marks
from dashboard.tables import Tables
from dashboard.ui import state
from dashboard.ui.frames import measure_frame
from dashboard.ui.state import View
from dashboard.words import _

# The count at the end of a mark's name.
_COUNT = re.compile(r"(?: \(|（)[\d\s.,٬٫٠-٩]+[)）]$")
# What a period that was chosen by a box begins with in the address, and what parts its two ends.
_PERIOD, _UNTIL = "@", ".."
_ENDS = re.compile(r"@(\d{4}(?:-\d\d){0,2})\.\.(\d{4}(?:-\d\d){0,2})", re.ASCII)


def read_keys(event: Any) -> tuple[str, ...]:
    """The keys of the marks that Plotly reports as selected: the first of their ``customdata``, or a country's code."""
    points = event["selection"]["points"] if event else []
    keys = (_read_key(point) for point in points)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _read_key(point: Mapping[str, Any]) -> str | None:
    given = point.get("customdata") or [point.get("location")]
    first = given[0] if isinstance(given, list | tuple) else next(iter(given.values())) if isinstance(given, Mapping) else given
    return None if first is None else str(first)


def take_click(panel: Panel, chart: str) -> None:
    """Note in the address what was selected in a chart, a mark or by a box a period; nothing selected closes what was open."""
    state.take_mark(panel.key, _find_clicked(panel, chart))


def _find_clicked(panel: Panel, chart: str) -> str:
    """What stands in the address for what is selected in a chart, empty where nothing is."""
    event = state.answer_of(chart)
    keys = read_keys(event)
    boxed = panel.brush and event and event["selection"].get("box")
    period = find_period(state.last_view().tables, panel.marks, keys) if boxed else ("", "")
    return f"{_PERIOD}{period[0]}{_UNTIL}{period[1]}" if period[0] else next(iter(keys), "")


def find_lit(panel: Panel, chart: str) -> str:
    """The mark that the chart must be drawn with as selected: one that is open and was not clicked in the chart itself.

    What is clicked, the browser lights: to draw it anew would only make the chart blink. So a mark that was drawn as lit
    stays so while others are clicked.
    """
    opened, key = state.read_mark(panel.key), f"lit-{panel.key}"
    if not opened or _find_clicked(panel, chart) != opened:
        state.put(key, opened)
    return str(state.answer_of(key) or "")


def split_period(opened: str) -> tuple[str, str] | None:
    """The two ends of a period that the address holds open as a mark; none where it is another mark."""
    found = _ENDS.fullmatch(opened)
    return (found[1], found[2]) if found and all(map(_is_date, found.groups())) else None


def _is_date(prefix: str) -> bool:
    """Whether an ISO prefix names a day, month or year of the calendar."""
    try:
        date.fromisoformat((prefix + "-01-01")[:10])
    except ValueError:
        return False
    return True


def find_period(tables: Tables, marks: str, keys: Sequence[str]) -> tuple[str, str]:
    """The period from the first to the last of several marks in time, as ISO prefixes; empty where they are not in time."""
    if marks == "event":
        rows = tables.event_rows(keys)
        days = tables.events.iloc[rows[rows >= 0]]
        found = [
            (first, last) for first, last in zip(days["first_day"], days["last_day"], strict=True) if isinstance(first, str)
        ]
    else:
        found = [ends for ends in (read_period(key.rpartition("|")[2]) for key in keys) if ends[0]]
    return (min(first for first, _last in found), max(last for _first, last in found)) if found else ("", "")


def read_period(code: str) -> tuple[str, str]:
    """First and last prefix of a period such as ``2019``, ``2019-05`` or ``2019-Q2``; empty where it is none."""
    year, _dash, quarter = code.partition("-Q")
    if quarter in ("1", "2", "3", "4"):
        last = 3 * int(quarter)
        return f"{year}-{last - 2:02d}", f"{year}-{last:02d}"
    return (code, code) if _ENDS.fullmatch(f"@{code}..{code}") else ("", "")


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
    return _COUNT.sub("", list_marks(panel, measure_frame(panel, view)).get(key, ""))

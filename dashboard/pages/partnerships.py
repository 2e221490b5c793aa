"""Partnerships: between countries in a grid, a circle and flows; between institutions in a network, pairs and agreements."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui import state
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _, mark

_PAGE, _PART = "partnerships", "part"
_PARTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "countries": (mark("Between countries"), ("country-matrix", "partner-chord", "partner-flows", "partner-countries")),
    "institutions": (
        mark("Between institutions"),
        ("institution-network", "strongest-pairs", "partner-agreements", "partners-of-institution", "top-institutions"),
    ),
}


def show_partnerships() -> None:
    """Who works with whom, one of both parts."""
    show_title(
        _("Who works with whom?"),
        _(
            "A partnership is two institutions, or the countries of their seats, in one event. Designations, awards and"
            " publications make none. Its weight is the number of events."
        ),
    )
    for key in _PARTS[_ask_part()][1]:
        show_panel(key)


def _ask_part() -> str:
    """Which part is shown: what the address asks for, or the first."""
    asked, first = state.read_ways(_PAGE).get(_PART, ""), next(iter(_PARTS))
    key = f"way-{_PAGE}"
    state.follow(key, asked if asked in _PARTS else first)
    part = st.segmented_control(
        _("Partnerships between whom"), list(_PARTS), key=key, required=True, format_func=lambda each: _(_PARTS[each][0]),
        label_visibility="collapsed", on_change=_take_part, args=(key, first),
    )  # fmt: skip
    return part or first


def _take_part(key: str, first: str) -> None:
    part = str(state.answer_of(key))
    state.take_way(_PAGE, _PART, "" if part == first else part)


show_partnerships()

"""Pages in parts: a page of many charts shows one part at a time, and the address holds which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.ui import state
from dashboard.ui.panel import show_panel
from dashboard.words import _

# What a part is called, and the keys of its panels.
Parts = Mapping[str, tuple[str, Sequence[str]]]
_PART = "part"


def show_part(page: str, parts: Parts) -> None:
    """The panels of the part that the address asks for, or of the first; above them the choice between all parts."""
    for key in parts[_ask_part(page, parts)][1]:
        show_panel(key)


def _ask_part(page: str, parts: Parts) -> str:
    asked, first = state.read_ways(page).get(_PART, ""), next(iter(parts))
    key = f"way-{page}"
    state.follow(key, asked if asked in parts else first)
    part = st.segmented_control(
        _("Part of this page"), list(parts), key=key, required=True, format_func=lambda each: _(parts[each][0]),
        label_visibility="collapsed", on_change=_take_part, args=(page, key, first),
    )  # fmt: skip
    return part or first


def _take_part(page: str, key: str, first: str) -> None:
    part = str(state.answer_of(key))
    state.take_way(page, _PART, "" if part == first else part)

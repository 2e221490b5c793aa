"""Map: countries by what is counted there, the cities, and the partnerships between countries."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui import state
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _, mark

# What the map of countries can count: the panel that does, and what the reader is asked.
_COUNTED: Mapping[str, str] = {
    "map-taken-part": mark("Events taken part in"),
    "map-held": mark("Events held"),
    "map-institutions": mark("Institutions"),
    "map-partnerships": mark("Events with partners abroad"),
    "map-share-abroad": mark("Share of events with partners abroad"),
    "map-per-institution": mark("Events per institution listed"),
}
# How the address calls the question, and its usual answer.
_OWNER, _QUESTION, _USUAL = "map", "count", "map-taken-part"


def show_map() -> None:
    """What happened where."""
    show_title(
        _("Where did it happen, and who took part?"),
        _(
            "A country without colour is not a country without cooperation: the map tells apart where nothing was "
            "found, where no article covers the country, and what does not apply."
        ),
    )
    show_panel(_ask_what_to_count())
    show_panel("map-cities")
    show_panel("map-arcs")
    show_panel("top-countries")


def _ask_what_to_count() -> str:
    """The panel that counts what the reader asked for, as the address notes it."""
    asked = state.read_ways(_OWNER).get(_QUESTION, _USUAL)
    state.follow("map-count", asked if asked in _COUNTED else _USUAL)
    chosen = st.selectbox(
        _("What to count"), list(_COUNTED), format_func=lambda key: _(_COUNTED[key]), key="map-count", on_change=_take,
        width=320,
    )  # fmt: skip
    return chosen or _USUAL


def _take() -> None:
    chosen = str(state.answer_of("map-count") or _USUAL)
    state.take_way(_OWNER, _QUESTION, "" if chosen == _USUAL else chosen)


show_map()

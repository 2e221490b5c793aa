"""Map: countries by what is counted there, the cities, and the partnerships between countries."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _


def show_map() -> None:
    """What happened where."""
    show_title(
        _("Where did it happen, and who took part?"),
        _(
            "A country without colour is not a country without cooperation: the map tells apart where nothing was "
            "found, where no article covers the country, and what does not apply."
        ),
    )
    measures = {
        "map-taken-part": _("Events taken part in"), "map-held": _("Events held"), "map-institutions": _("Institutions"),
        "map-partnerships": _("Partnerships"),
    }  # fmt: skip
    chosen = st.segmented_control(
        _("What to count"), list(measures), default="map-taken-part", required=True, format_func=lambda key: measures[key],
        key="map-measure",
    )  # fmt: skip
    show_panel(chosen or "map-taken-part")
    show_panel("map-cities")
    show_panel("map-arcs")
    show_panel("top-countries")


show_map()

"""Map: countries by what is counted there, the cities, and the partnerships between countries."""

from __future__ import annotations

from dashboard.panels import Choice
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.ui.ways import ask_way
from dashboard.words import _, mark

# What the map of countries can count: the panel that does, and what the reader is asked.
_QUESTION = Choice(
    "count",
    mark("What to count"),
    {
        "map-taken-part": mark("Events taken part in"),
        "map-held": mark("Events held"),
        "map-institutions": mark("Institutions"),
        "map-partnerships": mark("Events with partners abroad"),
        "map-share-abroad": mark("Share of events with partners abroad"),
        "map-per-institution": mark("Events per institution listed"),
    },
)


def show_map() -> None:
    """What happened where."""
    show_title(
        _("Where did it happen, and who took part?"),
        _(
            "A country without colour is not a country without cooperation: the map tells apart where nothing was "
            "found, where no article covers the country, and what does not apply."
        ),
    )
    show_panel(ask_way("map", _QUESTION))
    show_panel("map-cities")
    show_panel("map-arcs")
    show_panel("top-countries")


show_map()

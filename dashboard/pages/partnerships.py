"""Partnerships: between countries in a grid, a circle and flows; between institutions in a network, pairs and agreements."""

from __future__ import annotations

from dashboard.ui.parts import Parts, show_part
from dashboard.ui.prose import show_title
from dashboard.words import _, mark

PARTS: Parts = {
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
    show_part("partnerships", PARTS)


show_partnerships()

"""Partnerships: pairs of countries, pairs of institutions with their distance, the partners of one institution."""

from __future__ import annotations

from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _

_PANELS = (
    "country-matrix", "institution-network", "strongest-pairs", "partners-of-institution", "partner-countries",
    "top-institutions",
)  # fmt: skip


def show_partnerships() -> None:
    """Who works with whom."""
    show_title(
        _("Who works with whom?"),
        _(
            "A partnership is two institutions, or the countries of their seats, in one event. Designations, awards and"
            " publications make none. Its weight is the number of events."
        ),
    )
    for key in _PANELS:
        show_panel(key)


show_partnerships()

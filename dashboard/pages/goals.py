"""Goals: how many events serve each, where, and which goals go together."""

from __future__ import annotations

from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _

PANELS = (
    "goals-bars", "goals-by-country", "goals-of-country", "goals-of-institution", "goals-by-region", "goals-together",
    "kinds-bars",
)  # fmt: skip


def show_goals() -> None:
    """Which goals the events serve."""
    show_title(
        _("Which goals does it serve?"),
        _(
            "A goal is stated where the article names it by number or title, and inferred where its subject alone "
            "suggests it. The two are never added up in silence."
        ),
    )
    for key in PANELS:
        show_panel(key)


show_goals()

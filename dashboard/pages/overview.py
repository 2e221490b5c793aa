"""Overview: how much there is, where and when, what is new, and three questions to begin with."""

from __future__ import annotations

from dashboard.ui.events import show_events
from dashboard.ui.figures import show_figures
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_section, show_title
from dashboard.ui.questions import show_questions
from dashboard.ui.state import view
from dashboard.words import _


def show_overview() -> None:
    """The first page."""
    show_title(
        _("Who works together for the Sustainable Development Goals?"),
        _(
            "Universities, ministries and United Nations bodies meet, sign, teach and study together. This atlas reads "
            "the news of it, counts each event once however many articles report it, and keeps the words that every "
            "value came from."
        ),
    )
    show_figures(view())
    show_panel("map-taken-part")
    show_panel("events-over-time-by-kind")
    show_section(_("Latest events"))
    show_events(view().slice, "latest", most=6)
    show_section(_("Three questions to begin with"))
    show_questions(view())


show_overview()

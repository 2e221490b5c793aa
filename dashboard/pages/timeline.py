"""Timeline: events by period and kind or goal, single events in lanes, life cycles of partnerships, designations."""

from __future__ import annotations

from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _


def show_timeline() -> None:
    """What happened when."""
    show_title(
        _("When did it happen?"),
        _(
            "Events by the period in which they began, then one by one, and what became of partnerships. A bar is as long as "
            "the date is exact: a day, a month or a year."
        ),
    )
    for key in ("events-over-time-by-kind", "events-over-time-by-goal", "event-lanes", "life-cycles", "designations"):
        show_panel(key)


show_timeline()

"""Timeline: events by period and kind or goal, single events in lanes, life cycles of partnerships, designations."""

from __future__ import annotations

from dashboard.ui.parts import Parts, show_part
from dashboard.ui.prose import show_title
from dashboard.words import _, mark

PARTS: Parts = {
    "periods": (mark("By period"), ("events-over-time-by-kind", "events-over-time-by-goal")),
    "single": (mark("Event by event"), ("event-lanes", "designations")),
    "lives": (mark("Life cycles"), ("life-cycles",)),
}


def show_timeline() -> None:
    """What happened when."""
    show_title(
        _("When did it happen?"),
        _(
            "Events by the period in which they began, then one by one, and what became of partnerships. A bar is as long as "
            "the date is exact: a day, a month or a year."
        ),
    )
    show_part("timeline", PARTS)


show_timeline()

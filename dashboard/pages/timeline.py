"""Timeline: events over the years by kind or goal, single events in lanes, designations with their terms."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.words import _


def show_timeline() -> None:
    """What happened when."""
    show_title(
        _("When did it happen?"),
        _(
            "Events by the year in which they began, then one by one; a bar is as long as the date is exact: a day, a "
            "month or a year."
        ),
    )
    parts = {"kind": _("By kind of event"), "goal": _("By goal")}
    split = st.segmented_control(
        _("Colour the years"), list(parts), default="kind", required=True, format_func=lambda part: parts[part], key="years-by",
    )  # fmt: skip
    show_panel(f"events-over-time-by-{split or 'kind'}")
    show_panel("event-lanes")
    show_panel("designations")


show_timeline()

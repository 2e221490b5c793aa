"""Events: a list that can be searched, and one event whole with its evidence."""

from __future__ import annotations

import streamlit as st

from dashboard.exports.caption import describe_counts
from dashboard.ui.downloads import show_table_downloads
from dashboard.ui.empty import show_empty
from dashboard.ui.events import show_events
from dashboard.ui.evidence import Line, compose_list
from dashboard.ui.filters import ask_words
from dashboard.ui.frames import count_figures
from dashboard.ui.labels import plain
from dashboard.ui.links import link_to
from dashboard.ui.prose import show_section, show_title
from dashboard.ui.state import read_parameter, view
from dashboard.ui.whole_event import find_event, show_event
from dashboard.words import _


def show_events_page() -> None:
    """One event where the address names one, otherwise all that answer the filters."""
    asked = read_parameter("event")
    found = find_event(view().tables, asked) if asked else None
    if found:
        st.html(compose_list([Line(_("All events"), link_to("events"))]))
        show_event(view(), found)
        return
    lead = _("No event is called “{id}” in these data; here are all that answer the filters.").format(id=plain(asked))
    _show_list(lead if asked else _("Every event with its sources; words are looked for in titles, digests and names."))


def _show_list(lead: str) -> None:
    show_title(_("What happened?"), lead)
    ask_words(view(), "ask-text-here")
    counts = count_figures(view())
    show_section(describe_counts(counts["events"], counts["reports"]))
    if not counts["events"]:
        show_empty(view())
        return
    show_events(view().slice, "all")
    show_section(
        _("Take these events away"), _("The tables of the events that answer the filters, with sources and dictionary.")
    )
    show_table_downloads(view().slice, _("Events"), "events")


show_events_page()

"""Key figures, each with the sentence that says what it counts."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.frames import count_figures
from dashboard.ui.prose import show_small
from dashboard.ui.state import View
from dashboard.words import _, ngettext, write_number, write_sentences


def show_figures(view: View) -> None:
    """Events, institutions, countries and partnerships of the view, and how many articles were read for them."""
    counts = count_figures(view)
    reports = ngettext("told in {n} article", "told in {n} articles", counts["reports"]).format(
        n=write_number(counts["reports"])
    )
    figures = (
        (_("Events"), counts["events"], _("{reports}; an event that several report counts once.").format(reports=reports)),
        (_("Institutions"), counts["institutions"], _("take part in these events, whatever their role.")),
        (_("Countries"), counts["countries"], _("host an event, seat an institution or are named as taking part.")),
        (_("Partnerships"), counts["institution_pairs"], _("pairs of institutions that did something together.")),
    )
    with st.grid(4, min_column_width=180, gap="medium"):
        for label, count, meaning in figures:
            with st.container(gap="xxsmall"):
                st.metric(label, write_number(count))
                show_small(meaning)
    missing = describe_missing(counts["undated"], counts["unplaced"])
    if missing:
        show_small(missing)


def describe_missing(undated: int, unplaced: int) -> str:
    """Where the events without date or country stand; empty where there are none."""
    apart = ngettext(
        "{n} of these events has no date: it counts here, and stands apart on time charts.",
        "{n} of these events have no date: they count here, and stand apart on time charts.",
        undated,
    )
    absent = ngettext(
        "{n} of these events has no country: it counts here, and stands on no map.",
        "{n} of these events have no country: they count here, and stand on no map.",
        unplaced,
    )
    told = ((apart, undated), (absent, unplaced))
    return write_sentences(words.format(n=write_number(number)) for words, number in told if number)

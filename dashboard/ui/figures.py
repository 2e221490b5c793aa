"""Key figures, each with the sentence that says what it counts."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.frames import count_figures
from dashboard.ui.prose import show_small
from dashboard.ui.state import View
from dashboard.words import _, ngettext


def show_figures(view: View) -> None:
    """Events, institutions, countries and partnerships of the view, and how many articles were read for them."""
    counts = count_figures(view)
    reports = ngettext("told in {n} article", "told in {n} articles", counts["reports"]).format(n=f"{counts['reports']:,}")
    figures = (
        (_("Events"), counts["events"], _("{reports}; an event that several report counts once.").format(reports=reports)),
        (_("Institutions"), counts["institutions"], _("take part in these events, whatever their role.")),
        (_("Countries"), counts["countries"], _("host an event or seat an institution that takes part.")),
        (_("Partnerships"), counts["institution_pairs"], _("pairs of institutions that did something together.")),
    )
    with st.grid(4, min_column_width=180, gap="medium"):
        for label, count, meaning in figures:
            with st.container(gap="xxsmall"):
                st.metric(label, f"{count:,}")
                show_small(meaning)
    missing = _(
        "{undated} of these events have no date and {unplaced} no country: they count here, but stand on no axis and no map."
    )
    if counts["undated"] or counts["unplaced"]:
        show_small(missing.format(undated=counts["undated"], unplaced=counts["unplaced"]))

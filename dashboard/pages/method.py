"""Method: how the atlas is made, what it covers, how exact it is, what it leaves out, and how to cite it."""

from __future__ import annotations

import streamlit as st

from dashboard.ui.accuracy import show_accuracy
from dashboard.ui.links import show_link
from dashboard.ui.method import MADE, WORDING, list_measures, show_cite
from dashboard.ui.prose import show_section, show_title
from dashboard.words import _


def show_method() -> None:
    """What a reader must know before relying on a figure."""
    show_title(
        _("How is it made, and how far can it be trusted?"),
        _("From an article to a mark on a chart, with every step open to view."),
    )
    show_section(_("From article to figure"))
    for sentence in MADE:
        st.markdown(_(sentence), width=720)
    show_section(_("What each chart counts"))
    st.markdown(list_measures(), width=720)
    show_section(_("Coverage"), _("Beside every count stands what was read: silence is not absence."))
    show_link(_("What was read, and what was not?"), "coverage")
    show_accuracy()
    show_section(_("Names and boundaries"))
    for sentence in WORDING:
        st.markdown(_(sentence), width=720)
    show_cite()


show_method()

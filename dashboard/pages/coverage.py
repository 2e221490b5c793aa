"""Coverage: what was read, in which languages, from whom, about whom; and where silence means that nobody read."""

from __future__ import annotations

import streamlit as st

from dashboard.panels import PANELS as ALL
from dashboard.panels.coverage import state_publishers, state_silence
from dashboard.ui.frames import measure_frame
from dashboard.ui.labels import plain
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_title
from dashboard.ui.state import view
from dashboard.words import _

PANELS = ("silence", "coverage", "sources", "publishers", "languages", "articles-by-year")
_FINDINGS = {"silence": state_silence, "publishers": state_publishers}


def show_coverage() -> None:
    """What the counts rest on."""
    show_title(
        _("What was read, and what was not?"),
        _(
            "Every count rests on what was read. Where no article covers a country, nothing found means nothing; where many do,"
            " it means something."
        ),
    )
    silent, written = (state(measure_frame(ALL[key], view())) for key, state in _FINDINGS.items())
    st.markdown(f"**{plain(silent)}** {plain(written)}", width=720)
    for key in PANELS:
        show_panel(key)


show_coverage()

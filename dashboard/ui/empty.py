"""What a panel says where it has nothing to show: what would be here, and which filter to loosen."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.panels import Panel
from dashboard.selection import FILTER_NAMES, Slice, select, without
from dashboard.ui import state
from dashboard.ui.frames import measure_frame
from dashboard.ui.prose import show_quiet
from dashboard.ui.state import View
from dashboard.ui.subject import narrow_to
from dashboard.words import _, ngettext, write_number

# These count more than events, and have something to say where no event answers.
_WITHOUT_EVENTS = {"designations", "coverage", "silence"}
# Which filter to loosen first where several would bring back as much.
_LOOSENED = (
    "text", "sure", "partners", "institutions", "programmes", "cities", "undated", "since", "until", "kinds", "basis", "goals",
    "countries", "regions", "publishers", "languages",
)  # fmt: skip


def is_empty(panel: Panel, view: View) -> bool:
    """Whether there is nothing to show: no event answers, or nothing of it can stand in this panel."""
    return measure_frame(panel, view).empty or (not len(view.slice.rows) and panel.key not in _WITHOUT_EVENTS)


def show_empty(view: View) -> None:
    """What would be here, and which filter to loosen; where events answer, that none of them has what the chart counts."""
    found = len(view.slice.rows)
    if found:
        words = ngettext(
            "{n} event answers these filters, and it has nothing that is counted here.",
            "{n} events answer these filters, and none has what is counted here.",
            found,
        )
        st.markdown(f"**{words.format(n=write_number(found))}**")
        return
    st.markdown(f"**{_('No event answers these filters.')}**")
    asked = state.last_view().selection
    named = [name for name in _LOOSENED if getattr(asked, name)]
    gains = [(len(_wider(view, name).rows), name) for name in named]
    if gains and max(gains)[0]:
        count, name = max(gains)
        words = _("Here would be the events that you asked for. Without the filter “{name}” there are {n}: clear it above.")
        show_quiet(words.format(name=_(FILTER_NAMES[name]), n=count))
    elif named:
        show_quiet(_("Here would be the events that you asked for: clear some of the filters above."))
    else:
        show_quiet(_("No filter is in force: nothing was found in what was read."))


def _wider(view: View, name: str) -> Slice:
    """What the page would show if the reader cleared the filter ``name``."""
    part = select(view.tables, without(state.last_view().selection, name))
    return narrow_to(replace(view, slice=part), *view.subject).slice if view.subject[0] else part

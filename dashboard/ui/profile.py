"""What the profiles of institutions and countries share: the one that is meant, its facts, designations and panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.measures.events import count_totals, list_designations
from dashboard.selection import Slice, goal_name
from dashboard.ui import state
from dashboard.ui.events import show_events
from dashboard.ui.evidence import compose_source
from dashboard.ui.labels import list_names, list_rows, name_date, plain
from dashboard.ui.links import show_link
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_section, show_title
from dashboard.ui.state import View
from dashboard.words import _, ngettext


def find_subject(view: View, name: str) -> str | None:
    """The code in the address where the filter ``name`` knows it; otherwise says so, and where to look."""
    asked = state.read_parameter("id")
    if asked in list_names(view.tables, name):
        return asked
    lead = _("Nothing here has the code “{id}”.").format(id=plain(asked)) if asked else _("Choose one with the search above.")
    show_title(_("Country") if name == "countries" else _("Institution"), lead)
    show_link(_("Whether any article covers it: see the coverage of the data"), "method")
    return None


def show_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Facts as lines of name and value; values are Markdown, those of the data made plain before. Empty ones are left out."""
    lines = [f":gray[{label}] {value}" for label, value in facts if value]
    st.markdown("  \n".join(lines), width=720)


def count_lead(part: Slice, read: str) -> str:
    """Events and reports of a subject, and beside them what was read, so that silence is not taken for absence."""
    counted = count_totals(part).set_index("figure")["count"]
    events = ngettext("{n} event", "{n} events", int(counted["events"])).format(n=counted["events"])
    reports = ngettext("{n} article", "{n} articles", int(counted["reports"])).format(n=counted["reports"])
    return _("{events} in {reports}. {read}").format(events=events, reports=reports, read=read)


def show_designations(part: Slice) -> None:
    """The terms that the subject was or is designated for, each with its source."""
    rows = list_designations(part)
    if rows.empty:
        return
    show_section(_("Designations"))
    for row in list_rows(rows):
        st.html(compose_source(str(row.source_url or ""), _designation(part, row)))


def _designation(part: Slice, row: Any) -> str:
    goal = f", {goal_name(int(row.goal), part.tables)}" if pd.notna(row.goal) else ""
    term = name_date(row.start, row.end)
    return f"{row.institution}: {row.programme} ({row.position}){goal}, {term}"


def show_work(about: View, panels: Sequence[str]) -> None:
    """The panels of a profile, then its events."""
    for key in panels:
        show_panel(key, about)
    show_section(_("Events"))
    show_events(about.slice, "profile")

"""What the profiles of institutions and countries share: the one that is meant, its facts, designations and panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.measures.events import list_designations
from dashboard.measures.gaps import LEAST_EVENTS
from dashboard.measures.goals import count_bearing, count_goals_found
from dashboard.measures.sources import count_sources
from dashboard.measures.tellers import list_tellers
from dashboard.panels import PANELS, Panel
from dashboard.selection import Slice, goal_name, kind_name
from dashboard.ui import state
from dashboard.ui.events import show_events, sort_rows
from dashboard.ui.evidence import Line, compose_list, compose_source
from dashboard.ui.frames import count_figures
from dashboard.ui.labels import list_names, list_rows, name_date, plain
from dashboard.ui.links import link_to, show_link
from dashboard.ui.panel import show_panel
from dashboard.ui.prose import show_quiet, show_section, show_title
from dashboard.ui.state import View
from dashboard.words import _, ngettext, write_number, write_series

# As many events and rows stand beside and above a chart on one sheet of paper.
_NEWEST = 6
_RANKED = 15


def find_subject(view: View, name: str) -> str | None:
    """The code in the address where the filter ``name`` knows it; otherwise says so, and where to look."""
    asked = state.read_parameter("id")
    if asked in list_names(view.tables, name):
        return asked
    lead = _("Nothing here has the code “{id}”.").format(id=plain(asked)) if asked else _("Choose one with the search above.")
    show_title(_("Country") if name == "countries" else _("Institution"), lead)
    show_link(_("Whether any article covers it: see the coverage of the data"), "coverage")
    return None


def show_facts(facts: Iterable[tuple[str, str]]) -> None:
    """Facts as lines of name and value; values are Markdown, those of the data made plain before. Empty ones are left out."""
    lines = [f":gray[{label}] {value}" for label, value in facts if value]
    st.markdown("  \n".join(lines), width=720)


def count_lead(part: Slice, read: str) -> str:
    """Events and reports of a subject, and beside them what was read, so that silence is not taken for absence."""
    count, told = len(part.rows), count_sources(part).reports
    events = ngettext("{n} event", "{n} events", count).format(n=count)
    reports = ngettext("{n} article", "{n} articles", told).format(n=told)
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


def show_sheet(about: View, panels: Sequence[str]) -> None:
    """What fits a sheet of paper: key figures, three panels and the newest events in two columns.

    Of few events shares of goals would say little: the goals that were found stand there in numbers.
    """
    with st.container(key="sheet"):
        _show_figures(about)
        first, second, third = panels
        left, right = st.columns(2, gap="large")
        with left:
            show_panel(_shorten(first), about)
            show_panel(third, about)
        with right:
            show_panel(_found_goals() if _has_few_goals(about) else second, about)
            _show_newest(about)


def _has_few_goals(about: View) -> bool:
    """Whether too few events bear on goals for shares of them."""
    return count_bearing(about.slice) < LEAST_EVENTS


def _found_goals() -> Panel:
    return replace(PANELS["goals-bars"], measure=count_goals_found)


def _shorten(key: str) -> Panel:
    """A ranking with as many rows as stand on the sheet above another panel."""
    panel = PANELS[key]
    return replace(panel, measure=partial(panel.measure, limit=_RANKED))


def _show_figures(about: View) -> None:
    counts = count_figures(about)
    figures = (
        (_("Events"), counts["events"]), (_("Articles"), counts["reports"]), (_("Institutions"), counts["institutions"]),
        (_("Countries"), counts["countries"]), (_("Goals"), counts["goals"]),
    )  # fmt: skip
    with st.grid(len(figures), min_column_width=100, gap="small"):
        for label, count in figures:
            st.metric(label, write_number(count))


def _show_newest(about: View) -> None:
    """The newest events, each with who told of it."""
    st.space("small")
    st.header(_("Newest events"), anchor=False)
    rows = sort_rows(about.slice)[:_NEWEST]
    told = list_tellers(about.slice, rows)
    tables = about.tables
    lines = [
        Line(event.title, link_to("events", event=event.event_id), _describe_newest(event, told[event.event_id]), below=True)
        for event in list_rows(tables.events.iloc[rows])
    ]
    if lines:
        st.html(compose_list(lines))
    else:
        show_quiet(_("No event answers these filters."))


def _describe_newest(event: Any, tellers: Sequence[str]) -> str:
    """Date, kind and publishers of an event in one line of plain text."""
    return " · ".join([name_date(event.start, event.end), kind_name(event.kind), write_series(tellers) or _("no publisher")])


def offer_comparison(about: View, kind: str, code: str) -> None:
    """A link to the page that sets the subject beside another of its kind."""
    with st.container(key="off-paper-compare"):
        label = _("Compare {name} with another").format(name=plain(state.subject_title()))
        show_link(label, "compare", a=f"{kind}:{code}")


def show_work(about: View, panels: Sequence[str], remark: str = "") -> None:
    """What does not go on the sheet: designations, more panels of a profile, then all its events."""
    with st.container(key="off-paper"):
        show_quiet(_("The part above prints on one sheet of A4: choose “Print” in your browser."))
        if remark:
            show_quiet(remark)
        show_designations(about.slice)
        for key in panels:
            if key != "goals-bars" or not _has_few_goals(about):  # then they stand on the sheet
                show_panel(key, about)
        show_section(_("Events"))
        show_events(about.slice, "profile")

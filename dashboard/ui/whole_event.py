"""One event, whole: what, when, where, who, for which goals, and the words that each value came from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.selection import goal_name
from dashboard.tables import Tables
from dashboard.ui.events import describe_event
from dashboard.ui.evidence import Reason, Span, compose_goals, compose_reasons, compose_source, compose_text
from dashboard.ui.labels import list_names, name_date, plain
from dashboard.ui.links import show_link
from dashboard.ui.prose import show_quiet, show_section, show_title
from dashboard.ui.state import View
from dashboard.words import _, mark, ngettext

ROLES = {
    "signatory": mark("signatory"), "organiser": mark("organiser"), "host": mark("host"), "participant": mark("participant"),
    "funder": mark("funder"), "subject": mark("subject"),
}  # fmt: skip
MODES = {"in_person": mark("in person"), "online": mark("online"), "hybrid": mark("in person and online")}


def find_event(tables: Tables, asked: str) -> str | None:
    """The id of the event that an address asks for; ids from before a merger lead on to it."""
    former = tables.former_ids.set_index("former_id")["event_id"]
    led = former.get(asked, asked)
    return str(led) if led in tables.event_index else None


def show_event(view: View, event_id: str) -> None:
    """The event with its parties, goals, evidence and sources."""
    tables = view.tables
    event = next(tables.events.iloc[[tables.event_index.get_loc(event_id)]].itertuples(index=False))
    show_title(plain(event.title), plain(describe_event(view.slice, event)))
    extra = [_(MODES[event.mode])] if isinstance(event.mode, str) else []
    if pd.notna(event.participants):
        extra.append(ngettext("{n} participant", "{n} participants", event.participants).format(n=f"{event.participants:,}"))
    if extra:
        show_quiet(" · ".join(extra))
    _show_parties(tables, event_id)
    _show_goals(tables, event_id)
    _show_places(tables, event_id)
    _show_reports(tables, event_id)


def _rows(frame: pd.DataFrame, event_id: str) -> pd.DataFrame:
    return frame[frame["event_id"] == event_id]


def _show_parties(tables: Tables, event_id: str) -> None:
    parties = _rows(tables.participations, event_id)
    if parties.empty:
        return
    show_section(_("Institutions"))
    names = list_names(tables, "institutions")
    with st.container(gap="xxsmall", key="parties"):
        for party in parties.itertuples(index=False):
            role = f" ({_(ROLES[party.role])})" if isinstance(party.role, str) and party.role in ROLES else ""
            show_link(plain(names.get(party.institution_id, party.institution_id) + role), "institution", id=party.institution_id)


def _show_goals(tables: Tables, event_id: str) -> None:
    goals = _rows(tables.event_goals, event_id).merge(tables.goals, on="goal").sort_values("goal")
    if goals.empty:
        return
    show_section(_("Goals"))
    bases = {"stated": _("stated in the article"), "inferred": _("inferred from the subject")}
    via = {"article": _("of the article as a whole"), "event": ""}
    listed = [
        (row.goal, _(row.title), row.colour, ", ".join(part for part in (bases[row.basis], via[row.via]) if part))
        for row in goals.itertuples(index=False)
    ]
    st.html(compose_goals(listed))


def _show_places(tables: Tables, event_id: str) -> None:
    countries, programmes = _rows(tables.event_countries, event_id), _rows(tables.programmes, event_id)
    if not countries.empty:
        show_section(_("Countries"))
        because = {"venue": _("held there"), "seat": _("seat of an institution"), "article": _("named with the article")}
        with st.container(gap="xxsmall", key="places"):
            for row in countries.itertuples(index=False):
                name = tables.country_names.get(row.country, row.country)
                show_link(plain(f"{name} ({because.get(row.because, row.because)})"), "country", id=row.country)
    if not programmes.empty:
        show_section(_("Programmes"))
        st.markdown(plain(", ".join(programmes["programme"])))


def _show_reports(tables: Tables, event_id: str) -> None:
    reports = _rows(tables.event_articles, event_id).merge(tables.articles, on="article_id")
    show_section(ngettext("Told in {n} article", "Told in {n} articles", len(reports)).format(n=len(reports)))
    for report in reports.itertuples(index=False):
        evidence = _evidence_of(tables, event_id, report.article_id)
        _show_report(report, evidence)
    if reports["because"].notna().any():
        show_quiet(_("Counted as one event because: {reasons}.").format(reasons=plain("; ".join(reports["because"].dropna().unique()))))


def _evidence_of(tables: Tables, event_id: str, article_id: str) -> pd.DataFrame:
    rows = tables.evidence
    return rows[(rows["article_id"] == article_id) & rows["subject"].isin((event_id, article_id))]


def _show_report(report: object, evidence: pd.DataFrame) -> None:
    article = report._asdict()  # type: ignore[attr-defined]  (a named tuple of pandas)
    st.subheader(plain(article["title"]), anchor=False)
    where = [text for text in (article["publisher"], name_date(article["published"])) if isinstance(text, str)]
    show_quiet(plain(" · ".join(where)))
    st.html(compose_source(str(article["url"] or ""), _("Read it at the source"), _quoted(article["basis"], evidence)))
    if isinstance(article["text"], str) and article["text"]:
        digest = article["basis"] == "digest"
        show_quiet(_("Our summary, in our own words; marked is what values came from.") if digest else _("Words of the source."))
        st.html(compose_text(article["text"], _spans(evidence)))
    if len(evidence):
        with st.expander(_("Where each value comes from")):
            st.html(compose_reasons(_reasons(evidence)))


def _quoted(basis: object, evidence: pd.DataFrame) -> str:
    words = evidence.loc[(evidence["basis"] == "quoted") & evidence["text"].notna(), "text"]
    return str(words.iloc[0]) if basis == "quoted" and len(words) else ""


def _spans(evidence: pd.DataFrame) -> list[Span]:
    placed = evidence[evidence["start"].notna() & evidence["end"].notna()]
    return [Span(int(row.start), int(row.end), f"{row.field}: {row.value}") for row in placed.itertuples(index=False)]


def _reasons(evidence: pd.DataFrame) -> list[Reason]:
    rows = evidence.fillna({"text": "", "rule": "", "value": ""}).itertuples(index=False)
    return [Reason(str(row.field), str(row.value), str(row.text), str(row.basis), str(row.rule)) for row in rows]

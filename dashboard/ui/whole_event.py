"""One event, whole: what, when, where, who, for which goals, and the words that each value came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.model import Basis
from dashboard.selection.naming import country_names
from dashboard.tables import Tables, describe_health
from dashboard.ui import state
from dashboard.ui.events import describe_event
from dashboard.ui.evidence import (
    Line,
    Span,
    compose_goals,
    compose_list,
    compose_reasons,
    compose_source,
    compose_text,
    is_web_address,
)
from dashboard.ui.labels import list_names, list_rows, name_date, plain
from dashboard.ui.links import link_to
from dashboard.ui.prose import show_quiet, show_section, show_title
from dashboard.ui.rules import name_reasons
from dashboard.ui.state import View
from dashboard.ui.testimony import MODES, REVIEWS, ROLES, SOURCES, find_evidence, list_reasons, name_field, name_value
from dashboard.words import _, ngettext, write_clauses, write_number, write_pair, write_series

# Kinds of sources that are worth a word.
_TELLING = ("own", "partner", "un", "press")


def find_event(tables: Tables, asked: str) -> str | None:
    """The id of the event that an address asks for; ids from before a merger lead on to it."""
    former = tables.former_ids.set_index("former_id")["event_id"]
    led = former.get(asked, asked)
    return str(led) if isinstance(led, str) and led in tables.event_index else None


def show_event(view: View, event_id: str) -> None:
    """The event with its parties, goals, evidence and sources."""
    tables = view.tables
    event = next(list_rows(_rows(tables.events, event_id)))
    state.name_subject(event.title)
    show_title(plain(event.title), plain(describe_event(view.slice, event)))
    extra = [_(MODES[event.mode])] if isinstance(event.mode, str) else []
    if pd.notna(event.participants):
        extra.append(
            ngettext("{n} participant", "{n} participants", event.participants).format(n=write_number(event.participants))
        )
    if extra:
        show_quiet(" · ".join(extra))
    _show_parties(tables, event_id)
    _show_goals(tables, event_id)
    _show_places(tables, event_id)
    _show_health(event)
    _show_reports(tables, event)


def _rows(frame: pd.DataFrame, event_id: str) -> pd.DataFrame:
    return frame[frame["event_id"] == event_id]


def _show_parties(tables: Tables, event_id: str) -> None:
    parties = _rows(tables.participations, event_id)
    if parties.empty:
        return
    show_section(_("Institutions"))
    names = list_names(tables, "institutions")
    st.html(compose_list(_party(party, names) for party in list_rows(parties)))


def _party(party: Any, names: Mapping[str, str]) -> Line:
    role = _(ROLES[party.role]) if party.role in ROLES else ""
    return Line(names.get(party.institution_id, party.institution_id), link_to("institution", id=party.institution_id), role)


def _show_goals(tables: Tables, event_id: str) -> None:
    goals = _rows(tables.event_goals, event_id).merge(tables.goals, on="goal").sort_values("goal")
    if goals.empty:
        return
    show_section(_("Goals"))
    bases = {"stated": _("stated in the article"), "inferred": _("inferred from the subject")}
    via = {"article": _("of the article as a whole"), "event": ""}
    listed = [
        (row.goal, _(row.title), row.colour, write_series(part for part in (bases[row.basis], via[row.via]) if part))
        for row in list_rows(goals)
    ]
    st.html(compose_goals(listed))


def _show_places(tables: Tables, event_id: str) -> None:
    countries, programmes = _rows(tables.event_countries, event_id), _rows(tables.programmes, event_id)
    if not countries.empty:
        show_section(_("Countries"))
        because = {"venue": _("held there"), "seat": _("seat of an institution"), "article": _("named as taking part")}
        names = country_names(tables)
        st.html(
            compose_list(
                Line(names.get(row.country, row.country), link_to("country", id=row.country), because.get(row.because, ""))
                for row in list_rows(countries)
            )
        )
    if not programmes.empty:
        show_section(_("Programmes"))
        st.markdown(plain(write_series(programmes["programme"])))


def _show_health(event: Any) -> None:
    """What speaks for the event and against it."""
    show_section(_("How well it stands"))
    st.html(compose_list(Line(sentence, "") for sentence in describe_health(event._asdict(), _)))


def _show_reports(tables: Tables, event: Any) -> None:
    event_id = event.event_id
    reports = _rows(tables.event_articles, event_id).merge(tables.articles, on="article_id")
    show_section(ngettext("Told in {n} article", "Told in {n} articles", len(reports)).format(n=len(reports)))
    row = int(tables.event_rows([event_id])[0])
    told = find_evidence(tables, row)
    titles = dict(zip(reports["article_id"], reports["title"], strict=True))
    for report in list_rows(reports):
        evidence = told[told["article_id"] == report.article_id]
        _show_report(tables, report, evidence, str(titles.get(report.copy_of, "")))
    with st.expander(_("Where each value comes from")):
        show_quiet(_(REVIEWS.get(event.review, event.review)))
        st.html(compose_reasons(list_reasons(tables, row, told)))
    if reports["because"].notna().any():
        names = [tables.institution_names[party] for party in _rows(tables.participations, event_id)["institution_id"]]
        reasons = write_clauses(name_reasons(because, names) for because in reports["because"].dropna().unique())
        show_quiet(_("Counted as one event because: {reasons}.").format(reasons=plain(reasons)))


def _show_report(tables: Tables, article: Any, evidence: pd.DataFrame, original: str) -> None:
    st.subheader(plain(article.title), anchor=False)
    show_quiet(plain(_describe_report(article)))
    if original:
        show_quiet(plain(_("The same text as “{title}”: no source of its own.").format(title=original)))
    address = str(article.url or "")
    words = _("Read it at the source") if is_web_address(address) else _("No address of the source is known")
    st.html(compose_source(address, words, _quoted(article.basis, evidence)))
    if isinstance(article.text, str) and article.text:
        ours = _("Our summary, in our own words; marked is what values came from.")
        show_quiet(ours if article.basis == Basis.DIGEST else _("Words of the source; marked is what values came from."))
        st.html(compose_text(article.text, _spans(tables, evidence)))


def _describe_report(article: Any) -> str:
    """Publisher, date and kind of source, as far as they are known."""
    # of an unnamed publisher there is nothing to say, and "another site" would be said of every one
    kind = _(SOURCES[article.source_kind]) if isinstance(article.publisher, str) and article.source_kind in _TELLING else ""
    parts = (article.publisher, name_date(article.published), kind)
    return " · ".join(text for text in parts if isinstance(text, str) and text)


def _quoted(basis: object, evidence: pd.DataFrame) -> str:
    words = evidence.loc[(evidence["basis"] == "quoted") & evidence["text"].notna(), "text"]
    return str(words.iloc[0]) if basis == "quoted" and len(words) else ""


def _spans(tables: Tables, evidence: pd.DataFrame) -> list[Span]:
    placed = evidence[evidence["start"].notna() & evidence["end"].notna()]
    return [
        Span(int(row.start), int(row.end), write_pair(name_field(row.field), name_value(tables, row.field, str(row.value))))
        for row in list_rows(placed)
    ]

"""The evidence table: which words of which article stand behind each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.build.merging import Happening
from dashboard.build.reports import Report, institution_id, programme_key
from dashboard.model import Evidence, Record
from dashboard.tables import frame_of

_EVENT_FIELDS = frozenset({"kind", "start", "end", "status", "mode", "city", "country", "participants"})
_GOALS = frozenset({"sdgs_explicit", "sdgs_implied"})


class Row(NamedTuple):
    """One row of the evidence table."""

    subject: str
    field: str
    value: str
    article_id: str
    basis: str
    start: int | None
    end: int | None
    text: str | None
    rule: str | None


def build_evidence(happenings: Iterable[Happening], event_countries: pd.DataFrame) -> pd.DataFrame:
    """Every value of events, institutions, goals, countries, programmes and people with what stands behind it, by article."""
    rows: set[Row] = set()
    countries = set(zip(event_countries["event_id"], event_countries["country"], strict=True))
    reports: dict[str, list[tuple[str, Report]]] = {}
    for happening in happenings:
        for report in happening.reports:
            reports.setdefault(report.article.id, []).append((happening.event_id, report))
    for of_article in reports.values():
        of_article.sort(key=lambda pair: pair[1].position)
        rows.update(row for row in _of_article(of_article) if _is_held(row, countries))
    return frame_of("evidence", sorted(rows, key=lambda row: tuple(map(str, row))))


def _is_held(row: Row, countries: set[tuple[str, str]]) -> bool:
    """Whether the tables hold what the row is about: a country of the article need not be one of each of its events."""
    what, _, code = row.field.partition(" ")
    return what != "country" or not code or (row.subject, code) in countries


def _of_article(reports: Sequence[tuple[str, Report]]) -> Iterator[Row]:
    record, article = reports[0][1].record, reports[0][1].article
    for item in record.evidence:
        for subject, field in _places(item, record, reports):
            yield Row(
                subject, field, item.value, article.id, str(item.basis), item.start, item.end, item.text, item.rule or None
            )


def _places(item: Evidence, record: Record, reports: Sequence[tuple[str, Report]]) -> Iterator[tuple[str, str]]:
    """Where a value of the record stands in the tables, as subject and field; nowhere where the tables do not hold it."""
    kind, _, rest = item.field.partition("/")
    first, _, last = rest.partition("/")
    events = [(event_id, report.event, report) for event_id, report in reports]
    if kind == "events" and int(first) < len(events):
        yield from _of_event(events[int(first)][0], last)
    elif kind == "institutions" and int(first) < len(record.institutions):
        party = institution_id(record.institutions[int(first)])
        yield party, last
        if last == "name":
            yield from ((event_id, f"institution {party}") for event_id, _, report in events if party in report.parties)
    elif kind in _GOALS:
        yield from (
            (event_id, f"goal {first}") for event_id, event, _ in events if not (event.sdgs_explicit or event.sdgs_implied)
        )
    elif kind == "countries":
        yield from ((event_id, f"country {first}") for event_id, _, _ in events)
    elif kind == "programmes":
        yield events[0][0], f"programme {programme_key(item.value)}"
    elif kind == "people":
        yield reports[0][1].article.id, f"person {item.value}" if last in ("", "name") else f"{last} of person {first}"


def _of_event(event_id: str, path: str) -> Iterator[tuple[str, str]]:
    field, _, code = path.partition("/")
    if field in _EVENT_FIELDS:
        yield event_id, field
    elif field in _GOALS:
        yield event_id, f"goal {code}"

"""The evidence table: which words of which article stand behind each value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.build.merging import Happening
from dashboard.build.programmes import programme_key
from dashboard.build.reports import Report, institution_id
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
    confidence: float | None


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
                subject, field, item.value, article.id, str(item.basis), item.start, item.end, item.text, item.rule or None,
                item.confidence,
            )  # fmt: skip


def _places(item: Evidence, record: Record, reports: Sequence[tuple[str, Report]]) -> Iterator[tuple[str, str]]:
    """Where a value of the record stands in the tables, as subject and field; nowhere where the tables do not hold it."""
    kind, _, path = item.field.partition("/")
    if kind == "events":
        yield from _of_event(path, reports)
    elif kind == "institutions":
        yield from _of_institution(path, record, reports)
    elif kind == "people" and path.endswith("/name"):
        yield reports[0][1].article.id, f"person {item.value}"
    elif kind == "programmes":
        yield reports[0][0], f"programme {programme_key(item.value)}"
    else:
        yield from _of_all(kind, path, reports)


def _of_all(kind: str, code: str, reports: Sequence[tuple[str, Report]]) -> Iterator[tuple[str, str]]:
    """Goals and countries of the whole article, which its events inherit."""
    for event_id, report in reports:
        if kind == "countries":
            yield event_id, f"country {code}"
        elif kind in _GOALS and not (report.event.sdgs_explicit or report.event.sdgs_implied):
            yield event_id, f"goal {code}"


def _of_event(path: str, reports: Sequence[tuple[str, Report]]) -> Iterator[tuple[str, str]]:
    number, field, *code = path.split("/")
    if int(number) < len(reports):
        if field in _EVENT_FIELDS:
            yield reports[int(number)][0], field
        elif field in _GOALS and code:
            yield reports[int(number)][0], f"goal {code[0]}"


def _of_institution(path: str, record: Record, reports: Sequence[tuple[str, Report]]) -> Iterator[tuple[str, str]]:
    """An institution's own field; its name also says that it takes part in its events."""
    number, _, field = path.partition("/")
    party = institution_id(record.institutions[int(number)])
    yield party, field
    if field == "name":
        yield from ((name, f"institution {party}") for name, report in reports if party in report.parties)

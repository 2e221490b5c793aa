"""Frames of what was read: articles, events and what hangs on them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from dashboard.build.health import list_differences, list_known, state_of
from dashboard.build.lasting import Published, list_former
from dashboard.build.merging import Happening
from dashboard.build.programmes import programme_key, programme_name
from dashboard.build.reports import Pair, Report, institution_id, slug, widen
from dashboard.build.sources import weigh_sources
from dashboard.tables import describe_health, frame_of

Point = tuple[float, float]
Points = Mapping[tuple[str, str | None], Point]
_STATED, _INFERRED = "stated", "inferred"
_REASONS = _VENUE, _SEAT, _ARTICLE = "venue", "seat", "article"


def build_articles(pairs: Iterable[Pair]) -> pd.DataFrame:
    """One row an article, by id."""
    rows = []
    for article, record in pairs:
        rows.append((
            article.id, article.title, article.url, article.publisher, slug(article.publisher) if article.publisher else None,
            article.published, article.language, article.source_language, record.relevant, str(article.basis), article.text,
            hashlib.sha256(article.text.encode()).hexdigest(),
        ))  # fmt: skip
    return frame_of("articles", sorted(rows, key=lambda row: str(row[0])))


def build_events(happenings: Sequence[Happening], points: Points, curated: frozenset[str] = frozenset()) -> pd.DataFrame:
    """One row an event; coordinates are those of its city. ``curated`` names the articles that were read by hand."""
    rows = []
    for happening in happenings:
        event = happening.event
        latitude, longitude = points.get((event.city, event.country), (None, None)) if event.city else (None, None)
        rows.append((
            happening.event_id, event.title, event.kind, event.start, event.end, *widen(event.start, event.end), event.status,
            event.mode, event.city, event.country, latitude, longitude, event.participants, *_standing(happening, curated),
        ))  # fmt: skip
    return frame_of("events", rows)


def _standing(happening: Happening, curated: frozenset[str]) -> tuple[object, ...]:
    """Reports, sources, and what is known, contradictory and checked of an event; in columns, and in words."""
    sources = weigh_sources(happening.reports)
    parties = len({party for report in happening.reports for party in report.parties})
    goals = len({goal for report in happening.reports for goal, _, _ in _goals(report)})
    row: dict[str, object] = {
        "reports": happening.articles, "sources": sources.independent, "confirmed": sources.confirmed,
        "known": list_known(happening.event, parties, goals), "differing": list_differences(happening.reports),
        "review": state_of(happening.reports, curated),
    }  # fmt: skip
    return *row.values(), " ".join(describe_health(row))


def build_event_articles(happenings: Iterable[Happening]) -> pd.DataFrame:
    """Which article tells of which event, the lead first."""
    rows = []
    for happening in happenings:
        sources = weigh_sources(happening.reports).each
        for report, verdict, source in zip(happening.reports, happening.verdicts, sources, strict=True):
            because, score = (verdict.because, round(verdict.score, 3)) if verdict else (None, None)
            place = (happening.event_id, report.article.id, report.position)
            rows.append((*place, because, score, source.kind, source.copy_of))
    return frame_of("event_articles", rows)


def build_former_ids(happenings: Sequence[Happening], published: Published) -> pd.DataFrame:
    """The ids under which merged events would stand alone or once stood, and those of which nothing is left."""
    return frame_of("former_ids", list_former(happenings, published))


def build_participations(happenings: Iterable[Happening]) -> pd.DataFrame:
    """Which institution takes part in which event, in the role of the first report that names one."""
    rows = []
    for happening in happenings:
        roles: dict[str, str | None] = {}
        for report in happening.reports:
            own = {institution_id(institution): institution.role for institution in report.record.institutions}
            for party in report.parties:
                roles[party] = roles.get(party) or own.get(party)
        rows += [(happening.event_id, party, role) for party, role in sorted(roles.items())]
    return frame_of("participations", rows)


def build_event_goals(happenings: Iterable[Happening]) -> pd.DataFrame:
    """The goals of each event: its own, else its article's; stated wins over inferred, then its own over its article's."""
    rows = []
    for happening in happenings:
        found: dict[int, tuple[str, str]] = {}
        for goal, basis, via in sorted((g for report in happening.reports for g in _goals(report)), key=_goal_rank):
            found.setdefault(goal, (basis, via))
        rows += [(happening.event_id, goal, *found[goal]) for goal in sorted(found)]
    return frame_of("event_goals", rows)


def _goal_rank(row: tuple[int, str, str]) -> tuple[int, bool, bool]:
    goal, basis, via = row
    return goal, basis != _STATED, via != "event"


def _goals(report: Report) -> Iterator[tuple[int, str, str]]:
    own = report.event.sdgs_explicit or report.event.sdgs_implied
    source, via = (report.event, "event") if own else (report.record, "article")
    yield from ((goal, _STATED, via) for goal in source.sdgs_explicit)
    yield from ((goal, _INFERRED, via) for goal in source.sdgs_implied)


def build_event_countries(happenings: Sequence[Happening], seats: Mapping[str, str | None]) -> pd.DataFrame:
    """The countries of each event: venue, seats of its institutions, and for a main event what remains of its record's."""
    own = {report.event_id: _own_countries(report, seats) for happening in happenings for report in happening.reports}
    named: dict[str, set[str]] = {}
    for happening in happenings:
        for report in happening.reports:
            named.setdefault(report.article.id, set()).update(own[report.event_id])
    rows = []
    for happening in happenings:
        found: dict[str, str] = {}
        for report in happening.reports:
            rest = dict.fromkeys(_rest(report, named[report.article.id]), _ARTICLE)
            for country, because in (rest | own[report.event_id]).items():
                found[country] = min(found.get(country, because), because, key=_REASONS.index)
        rows += [(happening.event_id, country, found[country]) for country in sorted(found)]
    return frame_of("event_countries", rows)


def _rest(report: Report, named: set[str]) -> list[str]:
    """The countries of the record that none of its events has, for the main event."""
    return [] if report.position else [country for country in report.record.countries if country not in named]


def _own_countries(report: Report, seats: Mapping[str, str | None]) -> dict[str, str]:
    """The countries of one report of an event with the reason for each; those it states itself stand alone."""
    found = {country: _SEAT for party in report.parties if (country := seats.get(party))}
    if report.event.country:
        found[report.event.country] = _VENUE
    if report.event.countries:
        return {country: found.get(country, _ARTICLE) for country in report.event.countries}
    return found


def build_programmes(happenings: Iterable[Happening]) -> pd.DataFrame:
    """The named programmes that frame an article, given to its main event."""
    rows = []
    for happening in happenings:
        names = [name for report in happening.reports if report.position == 0 for name in report.record.programmes]
        found: dict[str, str] = {}
        for name in names:
            found.setdefault(programme_key(name), programme_name(name))
        rows += [(happening.event_id, key, found[key]) for key in sorted(found)]
    return frame_of("programmes", rows)


def build_people(pairs: Iterable[Pair]) -> pd.DataFrame:
    """Who acts in what an article reports, with the institution they belong to."""
    rows = []
    for article, record in pairs:
        ids = {institution.name: institution_id(institution) for institution in record.institutions}
        rows += [(article.id, person.name, person.role, ids.get(person.institution or "")) for person in record.people]
    return frame_of("people", sorted(rows, key=lambda row: str(row[0])))


def count_coverage(pairs: Iterable[Pair], happenings: Iterable[Happening], links: pd.DataFrame) -> Mapping[str, int]:
    """The number of articles that cover each country: as a country of the record or of one of its events."""
    covered = {article.id: set(record.countries) for article, record in pairs}
    of_event = links.groupby("event_id")["country"].agg(set).to_dict()
    for happening in happenings:
        for report in happening.reports:
            covered[report.article.id] |= of_event.get(happening.event_id, set())
    return Counter(country for countries in covered.values() for country in countries)

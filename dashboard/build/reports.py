"""Events as single articles tell them, before those that tell of the same event are brought together."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.knowledge.folding import fold
from dashboard.model import Article, Event, Institution, Record

Pair = tuple[Article, Record]
_GAP = re.compile(r"[\W_]+")


def slug(name: str) -> str:
    """A name as a readable code: small letters without accents, digits, and ``-`` between words."""
    return _GAP.sub("-", fold(name).replace("'", "")).strip("-") or "unnamed"


def widen(start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """First and last day that ISO prefixes allow: ``2023-02`` gives 1 and 28 February; a missing one is like the other."""
    if not start and not end:
        return None, None
    return first_day(start or end or ""), last_day(end or start or "")


def first_day(prefix: str) -> str:
    """The first day of a year, a month or a day."""
    return prefix + "-01-01"[len(prefix) - 4 :] if len(prefix) < 10 else prefix


def last_day(prefix: str) -> str:
    """The last day of a year, a month or a day."""
    if len(prefix) == 4:
        return f"{prefix}-12-31"
    if len(prefix) == 7:
        return f"{prefix}-{monthrange(int(prefix[:4]), int(prefix[5:]))[1]}"
    return prefix


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one article tells it; ``position`` 0 is the main event, ``parties`` the names of its institutions by id."""

    event_id: str
    article: Article
    record: Record
    position: int
    event: Event
    parties: dict[str, str]

    @property
    def days(self) -> tuple[str | None, str | None]:
        """First and last day on which it may have taken place."""
        return widen(self.event.start, self.event.end)


def institution_id(institution: Institution) -> str:
    """The key of the institutions list where the record links to it; otherwise a readable id made of name and country."""
    if institution.key:
        return institution.key
    country = f"-{institution.country.lower()}" if institution.country else ""
    return f"name-{slug(institution.name)}{country}"


def list_reports(pairs: Iterable[Pair]) -> list[Report]:
    """Every event of every article, in the order of their ids."""
    pairs = sorted(pairs, key=lambda pair: pair[0].id)
    stems = dict(_stems(article.id for article, _ in pairs))
    return [report for article, record in pairs for report in _reports_of(article, record, stems[article.id])]


def _stems(ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Article ids with the stems of their event ids, told apart by a number where two are written alike."""
    taken: dict[str, int] = {}
    for article_id in ids:
        stem = slug(article_id)
        taken[stem] = taken.get(stem, 0) + 1
        yield article_id, stem if taken[stem] == 1 else f"{stem}~{taken[stem]}"


def _reports_of(article: Article, record: Record, stem: str) -> Iterator[Report]:
    if not record.relevant:
        return
    ids: Mapping[str, str] = {institution.name: institution_id(institution) for institution in record.institutions}
    for position, event in enumerate(record.events):
        parties = {ids[name]: name for name in event.institutions if name in ids}
        yield Report(f"{stem}.{position + 1}", article, record, position, event, parties)

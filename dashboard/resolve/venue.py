"""Where an event took place: a place named with it, else the seat of who hosts it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import EventKind, Institution, Mention, MentionKind, Role
from dashboard.resolve.reading import Reading

_RULES = {"dateline": 2.0, "city, country": 2.0, "in": 2.0, "alone": 0.5, "within a name": -1.0, "name": 1.0, "region": 1.0}
_LEAST = 2.5
_HELD = re.compile(
    r"(?:held|takes? place|took place|hosted|venue|location|lugar|ort|tempat|celebr\w+|realiz\w+|statt|organi[sz]ed|convened|gathered|"
    r"visit\w*|travel\w*|met|diselenggarakan|berlangsung|digelar|diễn ra)\W+(?:\w+\W+){0,8}$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"(?:from|based|born|native|dari|aus|originaire|procedentes?|oriund\w+)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
# kinds that happen somewhere, whose place may be taken from their host
_PLACED = frozenset(
    {EventKind.AGREEMENT, EventKind.MEETING, EventKind.CONFERENCE, EventKind.TRAINING, EventKind.VISIT, EventKind.CAMPAIGN, EventKind.AWARD}
)


@dataclass(frozen=True, slots=True)
class Where:
    """City and country (alpha-3) of an event, with the mention that says so (``None``: the seat of its host)."""

    city: str | None
    country: str | None
    because: Mention | None


def choose_where(reading: Reading, kind: str, near: set[int], institutions: Sequence[Institution]) -> Where:
    """The place that belongs to the sentences ``near``; where none is named, the seat of the host."""
    seats = {(institution.city, institution.country) for institution in institutions[:3]}
    cities = [(_score(reading, mention, near) + _seat(mention, seats), -mention.start, mention) for mention in _places(reading, MentionKind.CITY)]
    best = max(cities, default=None, key=lambda item: item[:2])
    if best and best[0] >= _LEAST:
        city, country = best[2].value.split("|")
        return Where(city, country, best[2])
    countries = [(_score(reading, mention, near), -mention.start, mention) for mention in _places(reading, MentionKind.COUNTRY)]
    country = max((item for item in countries if item[2].rule in _RULES), default=None, key=lambda item: item[:2])
    host = _host(institutions)
    if kind in _PLACED and host and host.country:
        if country and country[0] >= _LEAST + 1 and country[2].value != host.country:
            return Where(None, country[2].value, country[2])
        return Where(host.city, host.country, None)
    if country and country[0] >= _LEAST:
        return Where(None, country[2].value, country[2])
    return Where(None, host.country, None) if host else Where(None, None, None)


def _places(reading: Reading, kind: MentionKind) -> list[Mention]:
    found = reading.of_kind(kind)
    if reading.headline == (0, 0):
        found = [*found, *(mention for mention in reading.title_mentions if mention.kind == kind)]
    return found


def _score(reading: Reading, mention: Mention, near: set[int]) -> float:
    score = _RULES.get(mention.rule, -1.0)
    before = reading.article.text[max(0, mention.start - 90) : mention.start]
    if _HELD.search(before):
        score += 1.0
    if _ORIGIN.search(before):
        score -= 2.0
    if mention in reading.title_mentions:
        score += 1.0
    if reading.sentence(mention.start) in near:
        score += 1.0
    depth = reading.depth(mention.start)
    return score + (1.0 if depth < 500 else 0.5 if depth < 1200 else -2.5 if depth > 3000 else -1.0 if depth > 1800 else 0.0)


def _seat(mention: Mention, seats: set[tuple[str | None, str | None]]) -> float:
    city, country = mention.value.split("|")
    return 1.0 if (city, country) in seats else 0.0


def _host(institutions: Sequence[Institution]) -> Institution | None:
    """Who an event takes place at: a host, else an organiser, else the first that has a seat."""
    seated = [institution for institution in institutions if institution.country]
    for role in (Role.HOST, Role.ORGANISER):
        found = next((institution for institution in seated if institution.role == role), None)
        if found:
            return found
    return next(iter(seated), None)

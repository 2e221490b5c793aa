"""Whether two reports tell of the same event, and the words that say why.

Precision first: two events taken for one cannot be told apart again, one event counted twice can still be joined. So shared
names weigh less the vaguer the dates are, and anything known that speaks against it (another city or country, one online and
one not) ends the matter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.build.reports import Report, slug
from dashboard.knowledge.folding import fold
from dashboard.model import Mode

_WORD, _NUMBER = re.compile(r"[^\W\d]{3,}"), re.compile(r"\d+")
_DAYS_OF_A_WEEK, _DAYS_OF_A_MONTH = 7, 31
# Dates that are stated to the day may differ by one: time zones, and evenings reported the day after.
_SLACK = 1
# What share of their words titles must have in common, by how exact the dates are: alone, and where the city is the same too.
# Set by hand on the pairs of a labelled corpus of 404 articles that share a kind, a time and an institution.
_ALIKE = {"day": (0.4, 0.0), "some days": (0.4, 0.25), "month": (0.5, 0.25), "year": (0.6, 0.35)}
_EXACTNESS = tuple(_ALIKE)
# Titles as good as equal: then, in one city, one institution in common is enough.
_EQUAL = 0.8
# So many institutions in common on the very same day need no other support; so many are named in the reason.
_MANY = 3


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a report is compared: first and last day as ordinals, its parties, those listed, words and numbers of its title.

    Parties are keys of the institutions list, or names where they are not listed.
    """

    report: Report
    first: int
    last: int
    parties: Mapping[str, str]
    listed: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]

    @property
    def exactness(self) -> str:
        """How well its date tells it from other events: to the ``day`` (or some of one week), the ``month`` or the ``year``."""
        days = self.last - self.first + 1
        return "day" if days <= _DAYS_OF_A_WEEK else "month" if days <= _DAYS_OF_A_MONTH else "year"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two reports have in common; ``alike`` is the share of their titles' words that both have."""

    exactness: str
    same_date: bool
    same_city: bool
    alike: float
    common: frozenset[str]
    fewest: int
    any_listed: bool

    @property
    def similar_titles(self) -> bool:
        """Whether the titles alone support that it is one event."""
        return self.alike >= _ALIKE[self.exactness][0]

    @property
    def supported(self) -> bool:
        """Whether title, or title and city, support that it is one event."""
        return self.similar_titles or (self.same_city and self.alike >= _ALIKE[self.exactness][1])


def sight_of(report: Report) -> Sight | None:
    """What is compared of a report; nothing without a date or without institutions."""
    first, last = report.days
    if not first or not last or not report.parties:
        return None
    listed = frozenset(party.key for party in report.record.institutions if party.key)
    parties = {party if party in listed else slug(name): name for party, name in report.parties.items()}
    numbers = frozenset(_NUMBER.findall(report.event.title))
    return Sight(report, _ordinal(first), _ordinal(last), parties, listed & parties.keys(), _list_words(report), numbers)


def _list_words(report: Report) -> frozenset[str]:
    """The words of the event's title beyond kind, city and parties; of a main event without any, those of the headline."""
    event = report.event
    told = {event.kind, *_words(event.city or "")}
    for party in report.record.institutions:
        told |= _words(" ".join((party.name, party.acronym or "", party.as_written or "")))
    own = _words(event.title) - told
    return own or (_words(report.article.title) - told if report.position == 0 else frozenset())


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    try:
        return date(year, month, number).toordinal()
    except ValueError:  # such as 30 February, which an ISO prefix may spell
        return date(year, month, 28).toordinal()


def explain_sameness(one: Sight, other: Sight) -> str:
    """Why two reports tell of the same event, in words; empty where they do not, or not surely."""
    if one.report.article.id == other.report.article.id or _contradict(one, other):
        return ""
    likeness = _compare(one, other)
    return _because(one, other, likeness) if _is_same(likeness) and _dates_agree(one, other, likeness) else ""


def _contradict(one: Sight, other: Sight) -> bool:
    """Whether something known speaks against it: kind, city, country, mode, or numbers in the titles ("SDG 9", "2023")."""
    a, b = one.report.event, other.report.event
    if a.kind != b.kind or {a.mode, b.mode} == {Mode.IN_PERSON, Mode.ONLINE}:
        return True
    known = ((a.city, b.city), (a.country, b.country))
    if any(left and right and left != right for left, right in known):
        return True
    return bool(one.numbers and other.numbers) and not one.numbers & other.numbers


def _compare(one: Sight, other: Sight) -> Likeness:
    a, b = one.report.event, other.report.event
    exactness = max(one.exactness, other.exactness, key=_EXACTNESS.index)
    same_date = (a.start, a.end) == (b.start, b.end)
    return Likeness(
        exactness="some days" if exactness == "day" and not same_date else exactness,
        same_date=same_date,
        same_city=bool(a.city) and a.city == b.city,
        alike=len(one.words & other.words) / max(1, len(one.words | other.words)),
        common=frozenset(one.parties.keys() & other.parties.keys()),
        fewest=min(len(one.parties), len(other.parties)),
        any_listed=bool(one.listed & other.listed),
    )


def _dates_agree(one: Sight, other: Sight, likeness: Likeness) -> bool:
    """Spans of days that overlap; exact ones may lie a day apart where two institutions are shared."""
    apart = max(one.first, other.first) - min(one.last, other.last)
    return apart <= (_SLACK if likeness.exactness == "some days" and len(likeness.common) > 1 else 0)


def _is_same(likeness: Likeness) -> bool:
    """Whether the shared institutions suffice: half of the fewer and two at least, or a single one that much else supports."""
    common = len(likeness.common)
    if common == 1 and likeness.fewest == 1 and likeness.exactness in ("day", "some days"):
        return likeness.supported and (likeness.any_listed or likeness.similar_titles)
    if common < 2:
        return common == 1 and likeness.same_city and likeness.alike >= _EQUAL
    enough = likeness.exactness == "day" and common >= min(_MANY, likeness.fewest)
    return (enough or likeness.supported) and 2 * common >= likeness.fewest


def _because(one: Sight, other: Sight, likeness: Likeness) -> str:
    a, b = one.report.event, other.report.event
    reasons = [f"same kind ({a.kind})", "same date" if likeness.same_date else f"dates agree ({a.start}, {b.start})"]
    reasons += [f"same city ({a.city})"] if likeness.same_city else []
    reasons += ["similar titles"] if likeness.similar_titles else []
    names = sorted(one.parties[party] for party in likeness.common)
    shown = names if len(names) <= _MANY else [*names[:_MANY], f"{len(names) - _MANY} more"]
    *others, last = shown
    return f"{', '.join(reasons)}, both name {', '.join(others)}{' and ' if others else ''}{last}"

"""Whether two reports tell of the same event, and the words that say why.

Precision first: two events taken for one cannot be told apart again, one event counted twice can still be joined. So shared
names weigh less the vaguer the dates are, and anything known that speaks against it (another city or country, one online and
one not) ends the matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.build.reports import Report
from dashboard.knowledge.folding import fold
from dashboard.model import Mode

_WORD = re.compile(r"\w{3,}")
_DAYS_OF_A_WEEK, _DAYS_OF_A_MONTH = 7, 31
# Dates that are stated to the day may differ by one: time zones, and evenings reported the day after.
_SLACK = 1
# Where dates are vague, one shared institution says nothing: it does many things in a month.
_FEWEST_OF_VAGUE = 2
# What the titles must share, by how exact the dates are: common words among all their words.
_ALIKE = {"day": 0.4, "month": 0.5, "year": 0.6}


@dataclass(frozen=True, slots=True)
class Sight:
    """What of a report is compared: first and last day as ordinals, its parties, those listed, the words of its title."""

    report: Report
    first: int
    last: int
    parties: frozenset[str]
    listed: frozenset[str]
    words: frozenset[str]

    @property
    def exactness(self) -> str:
        """How well its date tells it from other events: to the ``day`` (or some of one week), the ``month`` or the ``year``."""
        days = self.last - self.first + 1
        return "day" if days <= _DAYS_OF_A_WEEK else "month" if days <= _DAYS_OF_A_MONTH else "year"


def sight_of(report: Report) -> Sight | None:
    """What is compared of a report; nothing without a date or without institutions."""
    first, last = report.days
    if not first or not last or not report.parties:
        return None
    listed = {institution.key for institution in report.record.institutions if institution.key}
    parties = frozenset(report.parties)
    return Sight(report, _ordinal(first), _ordinal(last), parties, parties & listed, _words(report.event.title))


@lru_cache(maxsize=4096)
def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    try:
        return date(year, month, number).toordinal()
    except ValueError:  # such as 30 February, which an ISO prefix may spell
        return date(year, month, 28).toordinal()


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(title)))


def explain_sameness(one: Sight, other: Sight) -> str:
    """Why two reports tell of the same event, in words; empty where they do not, or not surely."""
    a, b = one.report.event, other.report.event
    common = one.parties & other.parties
    if a.kind != b.kind or one.report.article.id == other.report.article.id or not one.listed & other.listed:
        return ""
    if _conflict(a.city, b.city) or _conflict(a.country, b.country) or {a.mode, b.mode} == {Mode.IN_PERSON, Mode.ONLINE}:
        return ""
    exactness = max(one.exactness, other.exactness, key=("day", "month", "year").index)
    if not _dates_agree(one, other, exactness, len(common)):
        return ""
    same_city = bool(a.city) and a.city == b.city
    alike = len(one.words & other.words) / max(1, len(one.words | other.words))
    if not _parties_agree(one, other, exactness, same_city or alike >= _ALIKE[exactness]):
        return ""
    return _because(one, other, same_city, alike >= _ALIKE[exactness])


def _conflict(one: str | None, other: str | None) -> bool:
    return bool(one and other) and one != other


def _dates_agree(one: Sight, other: Sight, exactness: str, common: int) -> bool:
    """Spans of days that overlap; exact ones may lie a day apart where two institutions are shared."""
    apart = max(one.first, other.first) - min(one.last, other.last)
    return apart <= (_SLACK if exactness == "day" and common > 1 else 0)


def _parties_agree(one: Sight, other: Sight, exactness: str, supported: bool) -> bool:
    """Whether shared institutions suffice: all of one report, or two and half of them; place or title must support few."""
    common, fewest = len(one.parties & other.parties), min(len(one.parties), len(other.parties))
    if exactness != "day":
        return supported and common >= _FEWEST_OF_VAGUE and 2 * common >= fewest
    if common == 1:
        return supported and fewest == 1
    return common == fewest or (supported and 2 * common >= fewest)


def _because(one: Sight, other: Sight, same_city: bool, alike: bool) -> str:
    a, b = one.report.event, other.report.event
    same_date = (a.start, a.end) == (b.start, b.end)
    reasons = [f"same kind ({a.kind})", "same date" if same_date else f"dates agree ({a.start}, {b.start})"]
    reasons += [f"same city ({a.city})"] if same_city else []
    reasons += ["similar titles"] if alike else []
    *others, last = sorted(one.report.parties[party] for party in one.parties & other.parties)
    return f"{', '.join(reasons)}, both name {', '.join(others)}{' and ' if others else ''}{last}"

"""What of a report is compared with others: days, parties, words; nothing that depends on which other reports there are.

So a decision about two reports stays the same whatever is read beside them, and ids stay with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache

from dashboard.build.reports import Report, first_day, last_day
from dashboard.build.subject import stem_of, subject_words
from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold
from dashboard.model import InstitutionKind, Status

_WORD, _NUMBER = re.compile(r"[^\W\d]{3,}"), re.compile(r"\d+(?:[.,]\d{3})*")
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-Z\u00c0-\u00de][^\W\d_]{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_EDITION = re.compile(r"ke-\d+|[\w.]+")
_DAYS_OF_A_WEEK, _DAYS_OF_A_MONTH = 7, 31
# A report that has no date tells of something so many days before it was published, or after it where it announces.
_BACK, _AHEAD = 45, 120
# Small words of an institution's name, which its languages and writers set in turn.
_SMALL = frozenset(
    {"the", "of", "for", "and", "at", "in", "de", "la", "del", "du", "des", "der", "di", "da", "do", "y", "und", "et"}
)
# Bodies that take part in much: to share one tells little.
_EVERYWHERE = frozenset({
    InstitutionKind.UN, InstitutionKind.INTERGOVERNMENTAL, InstitutionKind.NETWORK, InstitutionKind.GOVERNMENT,
})  # fmt: skip
_SHARE_OF_EVERYWHERE = 0.5
# The beginning of an article says what it is about; the rest would only take memory.
_LONGEST = 2000
# Words of names are compared by so many first letters: languages differ in the last ones.
_STEM = 6


@dataclass(frozen=True)
class Sight:
    """One report as it is compared. Days are ordinals; ``first`` and ``last`` are missing where no date is told.

    ``parties`` are names by key of the institutions list or, where they are not listed, by the words of the name;
    ``weights`` say how much it tells that a party is shared.
    """

    report: Report
    first: int | None
    last: int | None
    told: int | None
    parties: Mapping[str, str]
    weights: Mapping[str, float]

    @cached_property
    def exactness(self) -> str:
        """How well its date tells it from other events: to ``day`` (or some of a week), ``month``, ``year``, or ``none``."""
        if self.first is None or self.last is None:
            return "none"
        days = self.last - self.first + 1
        return "day" if days <= _DAYS_OF_A_WEEK else "month" if days <= _DAYS_OF_A_MONTH else "year"

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """First and last day that the event may have had; for undated reports as their publication leaves it open."""
        if self.first is not None and self.last is not None:
            return self.first, self.last
        if self.told is None:
            return None
        announced = self.report.event.status == Status.ANNOUNCED
        return (self.told, self.told + _AHEAD) if announced else (self.told - _BACK, self.told)

    @cached_property
    def weight(self) -> float:
        """How much it tells that all parties are shared."""
        return sum(self.weights.values())

    @cached_property
    def named(self) -> frozenset[str]:
        """The words of its parties, city and kind, which are compared by themselves."""
        told = {self.report.event.kind, *_words(self.report.event.city or "")}
        for party in self.report.record.institutions:
            told |= _words(" ".join((party.name, party.acronym or "", party.as_written or "", _initials(party.name))))
        return frozenset(told)

    @cached_property
    def words(self) -> frozenset[str]:
        """What its title says beyond that; of a main event without any, what the headline says."""
        own = frozenset(filter(stem_of, _words(self.report.event.title) - self.named))
        return own or (self.headline if self.report.position == 0 else frozenset())

    @cached_property
    def entitled(self) -> frozenset[str]:
        """What its title says it is about, as stems."""
        return subject_words(" ".join(self.words))

    @cached_property
    def subject(self) -> frozenset[str]:
        """What its title and, of a main event, its article is about, as stems."""
        report = self.report
        text = f"{report.article.title} {report.article.text[:_LONGEST]}" if report.position == 0 else ""
        return subject_words(f"{report.event.title} {text}") - frozenset(stem_of(word) for word in self.named)

    @cached_property
    def headline(self) -> frozenset[str]:
        """What the headline of its article says beyond that."""
        return frozenset(filter(stem_of, _words(self.report.article.title) - self.named))

    @cached_property
    def figures(self) -> frozenset[str]:
        """Numbers in its title, without years."""
        return frozenset(number for number in _NUMBER.findall(self.report.event.title) if not _YEAR.fullmatch(number))

    @cached_property
    def years(self) -> frozenset[str]:
        """Years in its title."""
        return frozenset(_YEAR.findall(self.report.event.title))

    @cached_property
    def editions(self) -> frozenset[int]:
        """Which edition its title, or the headline of a main event, says it is: "third", "4th", "VI"."""
        text = self.report.event.title + (f" {self.report.article.title}" if self.report.position == 0 else "")
        known = read_ordinals()
        return frozenset(known[word] for word in _EDITION.findall(fold(text)) if word in known)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words written like names within the sentences of its article, and its people: they outlast translation."""
        people = " ".join(person.name for person in self.report.record.people)
        found = _words(" ".join(_NAME.findall(self.report.article.text[:_LONGEST])) + " " + people)
        return frozenset(filter(stem_of, found - self.named))

    @cached_property
    def amounts(self) -> frozenset[str]:
        """Numbers of two figures and more in its article that are no years."""
        found = (number.replace(",", "").replace(".", "") for number in _NUMBER.findall(self.report.article.text[:_LONGEST]))
        return frozenset(number for number in found if len(number) > 1 and int(number) > 31 and not _YEAR.fullmatch(number))


@cache
def read_ordinals() -> Mapping[str, int]:
    """The number that a written ordinal stands for, in the languages that are read."""
    return {row["word"]: int(row["number"]) for row in read_rows("ordinal_words.csv", ("word", "number"))}


def sight_of(report: Report) -> Sight:
    """What is compared of a report."""
    first, last = report.days
    kinds = {party.name: party for party in report.record.institutions}
    parties, weights = {}, {}
    for key, name in report.parties.items():
        party = kinds[name]
        code = key if party.key else name_code(name)
        parties[code] = name
        weights[code] = _SHARE_OF_EVERYWHERE if party.kind in _EVERYWHERE else 1.0
    published = report.article.published
    told = _ordinal(last_day(published)) if published and len(published) >= 7 else None
    return Sight(report, _ordinal(first) if first else None, _ordinal(last) if last else None, told, parties, weights)


@lru_cache(maxsize=65536)
def name_code(name: str) -> str:
    """A name as its words' beginnings in order of letters: "University of Basel" is "Basel University" too."""
    kept = sorted(word[:_STEM] for word in re.findall(r"\w+", fold(name)) if word not in _SMALL)
    return "-".join(kept) or fold(name)


def _initials(name: str) -> str:
    """What a name is likely to be called for short."""
    return "".join(word[0] for word in fold(name).split() if word not in _SMALL)


@lru_cache(maxsize=65536)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in first_day(day).split("-"))
    try:
        return date(year, month, number).toordinal()
    except ValueError:  # such as 30 February, which an ISO prefix may spell
        return date(year, month, 28).toordinal()

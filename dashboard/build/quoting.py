"""Words for curated values: each takes the mention of equal value in the article's text, or its name as it stands there.

A curated value wins over what extraction says, field by field, and a curated null wins too: so only values of the record are
given words, and what has none in the text stays an entry by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.build.reference import read_listed
from dashboard.knowledge.files import split_list
from dashboard.knowledge.folding import fold_in_place
from dashboard.model import Article, Basis, Event, Evidence, Institution, Mention, MentionKind, Record

Span = tuple[int, int, str]
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_DIRECT = "name in the text"


@dataclass(frozen=True)
class Quotes:
    """The text of one article with its mentions, asked for the words of a value."""

    article: Article
    mentions: tuple[Mention, ...]

    @cached_property
    def _flat(self) -> str:
        return fold_in_place(self.article.text)

    @cached_property
    def _by_value(self) -> Mapping[tuple[str, str], list[Span]]:
        spans: dict[tuple[str, str], list[Span]] = {}
        for mention in self.mentions:
            spans.setdefault((mention.kind, mention.value), []).append((mention.start, mention.end, mention.rule))
        return spans

    def find_value(self, kind: MentionKind, value: str, near: int | None = None) -> Span | None:
        """The mention of this value: the one nearest to the character ``near``, else the first."""
        spans = self._by_value.get((kind, value), [])
        return min(spans, key=lambda span: abs(span[0] - near)) if spans and near is not None else next(iter(spans), None)

    def find_date(self, event: Event, side: int) -> Span | None:
        """The mention of the date on which an event starts (side 0) or ends (side 1), alone or as one side of an interval."""
        value = (event.start, event.end)[side]
        if not value:
            return None
        found = self.find_value(MentionKind.DATE, f"{event.start}/{event.end}") or self.find_value(MentionKind.DATE, value)
        intervals = (
            spans[0]
            for (kind, dates), spans in self._by_value.items()
            if kind == MentionKind.DATE and "/" in dates and dates.split("/")[side] == value
        )
        return found or min(intervals, default=None)

    def find_name(self, names: Iterable[str | None]) -> Span | None:
        """The first of the names that stands in the text as whole words; capitals and accents matter in short ones only."""
        for name in names:
            if name and (span := self._find_words(name)):
                return span
        return None

    def _find_words(self, name: str) -> Span | None:
        short = len(name) < 6 or name.isupper()
        text, wanted = (self.article.text, name) if short else (self._flat, fold_in_place(name))
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
        return (*match.span(), _DIRECT) if match else None


def quote_record(article: Article, record: Record, mentions: Iterable[Mention]) -> Record:
    """The curated record with evidence for every value: words of the text where it has them, else an entry by hand."""
    quotes = Quotes(article, tuple(mentions))
    parties = {institution.name: _find_institution(quotes, institution) for institution in record.institutions}
    found = [
        *(item for number, event in enumerate(record.events) for item in _of_event(quotes, number, event)),
        *((f"institutions/{n}/name", party.name, parties[party.name]) for n, party in enumerate(record.institutions)),
        *_of_goals(quotes, record),
        *((f"countries/{code}", code, _find_country(quotes, code, record, parties)) for code in record.countries),
        *((f"programmes/{n}", name, _find_programme(quotes, name)) for n, name in enumerate(record.programmes)),
        *((f"people/{n}/name", person.name, _find_person(quotes, person.name)) for n, person in enumerate(record.people)),
    ]
    return replace(record, evidence=tuple(_evidence(article, *item) for item in found))


def _evidence(article: Article, field: str, value: str, span: Span | None) -> Evidence:
    if span is None:
        return Evidence(field, value, Basis.CURATED)
    start, end, rule = span
    return Evidence(field, value, article.basis, start, end, article.text[start:end], rule)


Item = tuple[str, str, Span | None]


def _of_event(quotes: Quotes, number: int, event: Event) -> Iterator[Item]:
    """Kind, status and mode take the words nearest to the date, since an article may tell of several events."""
    start = quotes.find_date(event, 0)
    city = _find_city(quotes, event)
    near = start[0] if start else None
    values: dict[str, tuple[object, Span | None]] = {
        "kind": (event.kind, quotes.find_value(MentionKind.KIND, event.kind, near)),
        "start": (event.start, start),
        "end": (event.end, quotes.find_date(event, 1) or (start if event.end == event.start else None)),
        "status": (event.status, quotes.find_value(MentionKind.STATUS, event.status, near)),
        "mode": (event.mode, quotes.find_value(MentionKind.MODE, event.mode or "", near)),
        "city": (event.city, city),
        "country": (
            event.country,
            quotes.find_value(MentionKind.COUNTRY, event.country or "") or _because_of(city, "the city lies there"),
        ),
        "participants": (event.participants, quotes.find_value(MentionKind.PARTICIPANTS, str(event.participants), near)),
    }
    yield from ((f"events/{number}/{name}", str(value), span) for name, (value, span) in values.items() if value is not None)
    yield from (
        (f"events/{number}/sdgs_explicit/{g}", str(g), quotes.find_value(MentionKind.GOAL, str(g))) for g in event.sdgs_explicit
    )
    yield from (
        (f"events/{number}/sdgs_implied/{g}", str(g), quotes.find_value(MentionKind.SUBJECT, str(g)))
        for g in event.sdgs_implied
    )


def _because_of(span: Span | None, rule: str) -> Span | None:
    return (span[0], span[1], rule) if span else None


def _find_city(quotes: Quotes, event: Event) -> Span | None:
    if not event.city:
        return None
    return quotes.find_value(MentionKind.CITY, f"{event.city}|{event.country}") or quotes.find_name([event.city])


def _find_institution(quotes: Quotes, institution: Institution) -> Span | None:
    """Where an institution is named: as the record writes it, by a mention of it, by one of its other names or its acronym."""
    row = read_listed().get(institution.key or "", {})
    return (
        quotes.find_name([institution.as_written, institution.name])
        or quotes.find_value(MentionKind.INSTITUTION, institution.key or f"name:{institution.name}")
        or quotes.find_name([row.get("name"), *split_list(row.get("aliases", "")), institution.acronym, row.get("acronym")])
    )


def _of_goals(quotes: Quotes, record: Record) -> Iterator[Item]:
    yield from (
        (f"sdgs_explicit/{goal}", str(goal), quotes.find_value(MentionKind.GOAL, str(goal))) for goal in record.sdgs_explicit
    )
    yield from (
        (f"sdgs_implied/{goal}", str(goal), quotes.find_value(MentionKind.SUBJECT, str(goal))) for goal in record.sdgs_implied
    )


def _find_country(quotes: Quotes, code: str, record: Record, parties: Mapping[str, Span | None]) -> Span | None:
    """Where a country is named; else the name of an institution that has its seat there, or of a city that lies there."""
    named = quotes.find_value(MentionKind.COUNTRY, code)
    if named:
        return named
    seats = (
        _because_of(parties[party.name], f"seat of {party.name}") for party in record.institutions if party.country == code
    )
    cities = (_because_of(_find_city(quotes, event), "the city lies there") for event in record.events if event.country == code)
    return next((span for span in (*seats, *cities) if span), None)


def _find_programme(quotes: Quotes, name: str) -> Span | None:
    """Where a programme is named: in full, without its bracket, or by what the bracket holds."""
    return quotes.find_value(MentionKind.PROGRAMME, name) or quotes.find_name(
        [name, _IN_BRACKETS.sub("", name).strip(), *_IN_BRACKETS.findall(name)]
    )


def _find_person(quotes: Quotes, name: str) -> Span | None:
    """Where somebody is named: in full, or by surname alone where that is the last word and long enough to be one."""
    last = name.split()[-1]
    return quotes.find_value(MentionKind.PERSON, name) or quotes.find_name([name, last if len(last) > 3 else None])

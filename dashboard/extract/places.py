"""Cities and countries that the text names, with the reading that the rest of the text supports.

A city's value is ``Astana|KAZ``, a country's its alpha-3 code. The rule tells how the name stands there: ``dateline``,
``city, country``, ``in``, ``within a name``, ``alone``; for countries ``name``, ``demonym``, ``region``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.countries import match_country, read_countries, read_country_names
from dashboard.knowledge.folding import fold
from dashboard.knowledge.phrases import NameBook
from dashboard.knowledge.places import City, read_cities, read_regions, read_state_codes, read_traps
from dashboard.model import Article, Mention, MentionKind, mention_at

# what stands before a place where something happens, in the languages of the calendar words
_IN = re.compile(
    r"\b(?:in|at|from|to|near|en|à|au|em|no|na|im|nach|aus|bei|ad|di|dari|ke|tại|ở|around|across|visited|visits?|toured)"
    r"(?: the)?(?: city of| town of| ciudad de| cidade de| Kota| thành phố)? $",
    re.IGNORECASE,
)
_WITHIN_BEFORE = re.compile(r"[A-ZÀ-Þ][\w'’&-]+(?: (?:of|de|del|da|do|di|für|at|in|the|la|le|and|,))* $")
_WITHIN_AFTER = re.compile(r"(?: |-)(?!\d)[A-ZÀ-Þ][\w&-]*")
_OF_BODY = re.compile(
    r"(?:Universi\w*|Institut\w*|College|School|Ministr\w+|Embassy|City|Bank|Museum|Hospital|Government) "
    r"(?:of|de|do|da|di|in|at) $"
)
_DATELINE = re.compile(r"(?:\s*[,(]?[\w .,/()]{0,40}?)?\s?(?:\([\w .]+\)\s?)?[–—\-|]\s")
_STATE_CODE = re.compile(r",? ([A-Z]{2})\b")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Sir|Dame|Dean|Lord|Lady|Rector|Chancellor|Minister|Ibu|Bapak|Pak)\.? $"
)
# below this many people a city's bare name says too little
_WELL_KNOWN = 300_000
# the score that a match has where the name means other things too
_AMBIGUOUS = 0.5
_VOTES = {"name": 3.0, "region": 2.0, "demonym": 2.0}


@dataclass(frozen=True, slots=True)
class _Place:
    span: tuple[int, int]
    cities: tuple[City, ...]
    country: str | None
    rule: str


def find_places(article: Article) -> Iterator[Mention]:
    """Every city and country named, cities in the country that the text's other places vote for."""
    places = list(_list_places(article.text, article.language))
    votes = _count_votes(places)
    for number, place in enumerate(places):
        if place.country:
            yield mention_at(article, MentionKind.COUNTRY, place.span, place.country, place.rule)
            continue
        nearby = _country_after(article.text, places, number)
        if _PERSON.search(article.text[max(0, place.span[0] - 20) : place.span[0]]):
            continue
        rule = _rule(article.text, place.span, nearby)
        city = _choose(place.cities, nearby, votes)
        if city and _is_believed(city, rule, votes, nearby):
            yield mention_at(article, MentionKind.CITY, place.span, city.key, rule)


Meaning = tuple[str, str | tuple[City, ...]]


@cache
def _book() -> NameBook[Meaning]:
    """Names of cities, regions and countries, these in English."""
    names: list[tuple[str, Meaning]] = [(name, ("city", cities)) for name, cities in read_cities().items()]
    names += [(name, ("region", code)) for name, code in read_regions().items()]
    for code, country in read_countries().items():
        names += [(name, ("name", code)) for name in (*country.names, *_joined(country.names))]
        names += [(name, ("demonym", code)) for name in country.demonyms]
    return NameBook(names)


@cache
def _foreign_book(language: str) -> NameBook[Meaning]:
    """Names of countries in another language."""
    foreign = read_country_names().get(language, {})
    return NameBook((name, ("name", code)) for code, names in foreign.items() for name in names)


def _find_names(text: str, language: str | None) -> Iterator[tuple[tuple[int, int], list[Meaning]]]:
    """Names in English and in the article's language; where both read one, the longer, and the article's language of equals."""
    found = {span[0]: (span, meanings) for span, meanings in _book().find(text)}
    if language and language != "en":
        for span, meanings in _foreign_book(language).find(text):
            if span[0] not in found or span[1] >= found[span[0]][0][1]:
                found[span[0]] = span, meanings
    covered = 0
    for span, meanings in (found[start] for start in sorted(found)):
        if span[0] >= covered:
            covered = span[1]
            yield span, meanings


def _joined(names: tuple[str, ...]) -> tuple[str, ...]:
    """Abbreviations without their full stops."""
    return tuple(name.replace(".", "") for name in names if "." in name)


def _list_places(text: str, language: str | None) -> Iterator[_Place]:
    for span, meanings in _find_names(text, language):
        written = text[span[0] : span[1]]
        cities, countries = _sort_meanings(written, meanings)
        if countries and not _is_rather_city(countries[0][1], cities):
            rule, code = countries[0]
            yield _Place(span, (), code, rule if _is_sure(text, span, rule) else f"{rule}, ambiguous")
        elif cities and len(written) > 2:
            yield _Place(span, cities, None, "city")


def _sort_meanings(written: str, meanings: list[Meaning]) -> tuple[tuple[City, ...], list[tuple[str, str]]]:
    """The cities, and the countries with their rule, that a name may mean as it is written."""
    countries = [(rule, code) for rule, code in meanings if isinstance(code, str) and _is_written_so(written, code)]
    return tuple(city for _, found in meanings if isinstance(found, tuple) for city in found), countries


def _is_sure(text: str, span: tuple[int, int], rule: str) -> bool:
    """Whether a country's name means it: some names mean other things too, but hardly after "in"."""
    if rule == "region" or match_country(text[span[0] : span[1]]).score > _AMBIGUOUS:
        return True
    return _IN.search(text[max(0, span[0] - 30) : span[0]]) is not None


def _is_rather_city(code: str, cities: tuple[City, ...]) -> bool:
    """Whether a name means a city rather than a country or region: "Luxembourg" does not, "Java" neither."""
    return bool(cities) and cities[0].country != code and cities[0].population > _WELL_KNOWN


def _is_written_so(written: str, code: str) -> bool:
    """Short names of countries count only in capitals ("US", "UK")."""
    if len(written) > 3 or written.isupper():
        return True
    return fold(written) in {fold(name) for name in read_countries()[code].names if not name.isupper()}


def _count_votes(places: list[_Place]) -> Mapping[str, float]:
    votes: dict[str, float] = defaultdict(float)
    for place in places:
        if place.country:
            votes[place.country] += _VOTES.get(place.rule, 0.5)
        elif place.cities[0].population > _WELL_KNOWN and fold(place.cities[0].name) not in read_traps():
            votes[place.cities[0].country] += 1.0
    return votes


def _country_after(text: str, places: list[_Place], number: int) -> str | None:
    """The country that a city's name is followed by: "Suva, Fiji", "Monterey, CA", "Tartu (Estonia)"."""
    end = places[number].span[1]
    state = _STATE_CODE.match(text, end)
    if state and state[1] in read_state_codes():
        return "USA"
    for place in places[number + 1 : number + 3]:
        between = text[end : place.span[0]]
        if place.country and len(between) < 30 and re.fullmatch(r",? ?(?:[\w .'-]{1,24}, )?\(?", between) and between.strip():
            return place.country
    return None


def _rule(text: str, span: tuple[int, int], nearby: str | None) -> str:
    start, end = span
    before = text[max(0, start - 40) : start]
    line_start = not before.strip() or before.rstrip(" *_\t")[-1:] == "\n"
    if line_start and _DATELINE.match(text, end):
        return "dateline"
    if _OF_BODY.search(before) or (_WITHIN_AFTER.match(text, end) and not nearby):
        return "within a name"
    if nearby:
        return "city, country"
    if _IN.search(before):
        return "in"
    return "within a name" if _WITHIN_BEFORE.search(before) else "alone"


def _choose(cities: tuple[City, ...], nearby: str | None, votes: Mapping[str, float]) -> City | None:
    """The city in the country that follows, else in the one most voted for, else the largest."""
    if nearby:
        return next((city for city in cities if city.country == nearby), None)
    return max(cities, key=lambda city: (votes.get(city.country, 0.0), city.population))


def _is_believed(city: City, rule: str, votes: Mapping[str, float], nearby: str | None) -> bool:
    """Whether a name is likely a place at all: small towns and trap words need their country or a clear context."""
    if nearby or rule == "dateline":
        return True
    supported = votes.get(city.country, 0.0) >= 1.0
    if fold(city.name) in read_traps():
        return supported and rule == "in"
    return supported or (rule == "in" and city.population > _WELL_KNOWN / 10) or city.population > _WELL_KNOWN

"""Cities and countries that the text names, with the reading that the rest of the text supports.

A city's value is ``Astana|KAZ``, a country's its alpha-3 code. The rule tells how the name stands there: ``dateline``,
``city, country``, ``in``, ``within a name``, ``alone``; for countries ``name``, ``demonym``, ``region``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dashboard.knowledge.countries import match_country, read_countries, read_country_names
from dashboard.knowledge.folding import fold
from dashboard.knowledge.naming import find_head
from dashboard.knowledge.people import is_family
from dashboard.knowledge.phrases import NameBook
from dashboard.knowledge.places import (
    City,
    read_cities,
    read_no_places,
    read_regions,
    read_state_codes,
    read_top_domains,
    read_traps,
)
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
# "Jakarta-Menteri ...", "Jakarta – Kementerian"
_TIGHT_DATELINE = re.compile(r" ?[–—-] ?[A-ZÀ-Þ][\w’'-]+ ")
_STATE_CODE = re.compile(r",? ([A-Z]{2})\b")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Sir|Dame|Dean|Lord|Lady|Rector|Chancellor|Minister|Ibu|Bapak|Pak)\.? $"
)
# given names that are countries' too, when a family name follows: "Israel Fernández"
_GIVEN = frozenset(
    {"israel", "jordan", "chad", "georgia", "kenya", "malta", "india", "china", "ireland", "cuba", "holland", "cyprus", "mali"}
)
_NEXT_WORD = re.compile(r" ([A-ZÀ-Þ][\w’'-]+)")
_PEOPLE_OF = re.compile(r"[ -][a-zà-ÿ]")
# "Native American", "Latin American", "West Indian" are of no country
_NO_PEOPLE = re.compile(
    r"\b(?:native|latin|south|central|north|ibero|inter|pan|west|east|african|asian|anglo|afro)[ -]$", re.IGNORECASE
)
_LIST = re.compile(r"(?:,| and| or| &|,? as well as|\)?,? ?\(| y| e| et| und| dan| en| və| ve)? ?(?:the )?")
_OF = re.compile(r"\b(?:of|del?|du|do|da) (?:the )?$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:Ministry|Government|Embassy|President|Minister|Parliament|Republic|Bank)\b[^.,;\n]{0,60} (?:of|in) (?:the )?$"
)
# whose else a name may be, where the text speaks of that country
_RIVALS = {"georgia": "USA", "congo": "COD", "congolese": "COD", "dominican": "DMA", "dominicans": "DMA"}
# endings of addresses that anybody takes tell of no country
_ANYBODYS = frozenset({"io", "co", "tv", "me", "ai", "ly", "to", "fm", "ws", "cc", "eu", "st", "gg", "im", "la", "nu", "sh"})
# below this many people a city's bare name says too little
_WELL_KNOWN = 300_000
# the score that a match has where the name means other things too
_AMBIGUOUS = 0.5
_VOTES = {"name": 3.0, "region": 2.0, "demonym": 2.0}
_UNSURE = ", ambiguous"
_ADDRESS = re.compile(r"https?://[^/\s:]+\.([a-z]{2})(?=[/:]|$)")
_HOME = 2.0
# votes beyond these say no more, and ten times the people count as one vote
_ENOUGH = 3.0


@dataclass(frozen=True, slots=True)
class _Place:
    span: tuple[int, int]
    cities: tuple[City, ...]
    country: str | None
    rule: str


def find_places(article: Article) -> Iterator[Mention]:
    """Every city and country named, cities in the country that the text's other places vote for."""
    text = article.text
    places = list(_list_places(text, article.language))
    votes = _count_votes(places, article)
    places = [_settle(text, places, number, votes) for number in range(len(places))]
    for number, place in enumerate(places):
        if place.country:
            yield mention_at(article, MentionKind.COUNTRY, place.span, place.country, place.rule)
            continue
        nearby = _country_after(text, places, number)
        if _PERSON.search(text, max(0, place.span[0] - 20), place.span[0]):
            continue
        rule = _rule(text, place.span, nearby)
        city = _choose(place.cities, nearby, votes)
        if city and _is_believed(city, rule, votes, nearby):
            yield mention_at(article, MentionKind.CITY, place.span, city.key, rule)


Meaning = tuple[str, str | tuple[City, ...]]


@cache
def _book() -> NameBook[Meaning]:
    """Names of cities, regions and countries, these in English."""
    names: list[tuple[str, Meaning]] = [(name, ("city", cities)) for name, cities in read_cities().items()]
    names += [(name, ("region", code)) for name, code in read_regions().items()]
    names += [(name, ("nothing", "")) for name in read_no_places()]
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
        if countries and not _is_rather_city(*countries[0], cities):
            rule, code = countries[0]
            if code and not _is_given_name(text, span):
                yield _Place(span, (), code, rule if _is_sure(text, span, rule) else f"{rule}{_UNSURE}")
        elif cities and len(written) > 2:
            yield _Place(span, cities, None, "city")


def _is_given_name(text: str, span: tuple[int, int]) -> bool:
    """Whether a country's name is a person's: a family name follows it."""
    if fold(text[slice(*span)]) not in _GIVEN:
        return False
    after = _NEXT_WORD.match(text, span[1])
    return after is not None and is_family(fold(after[1])) and not find_head(fold(after[1]))


def _sort_meanings(written: str, meanings: list[Meaning]) -> tuple[tuple[City, ...], list[tuple[str, str]]]:
    """The cities, and the countries with their rule, that a name may mean as it is written."""
    countries = [(rule, code) for rule, code in meanings if isinstance(code, str) and _is_written_so(written, code)]
    return tuple(city for _, found in meanings if isinstance(found, tuple) for city in found), countries


def _is_sure(text: str, span: tuple[int, int], rule: str) -> bool:
    """Whether a country's name means it by itself: some names mean other things too, but hardly after "in"."""
    if rule == "region":
        return True
    before = text[max(0, span[0] - 30) : span[0]]
    if match_country(text[span[0] : span[1]]).score > _AMBIGUOUS:
        return rule != "demonym" or not _NO_PEOPLE.search(before)
    if rule == "demonym":  # "Georgian universities"
        return _PEOPLE_OF.match(text, span[1]) is not None and not _NO_PEOPLE.search(before)
    if _IN.search(before) is not None:
        return True
    if _STATE_OF.search(text, max(0, span[0] - 80), span[0]):
        return True
    return _OF.search(before) is not None and fold(text[slice(*span)]) not in _RIVALS


def _settle(text: str, places: list[_Place], number: int, votes: Mapping[str, float]) -> _Place:
    """A place whose name means several things, read as the text's other places suggest."""
    place = places[number]
    if not place.country:
        return place
    rival = _RIVALS.get(fold(text[slice(*place.span)]))
    if rival and votes.get(rival, 0.0) > votes.get(place.country, 0.0):
        return replace(place, country=rival, rule=place.rule.removesuffix(_UNSURE))
    if place.rule.endswith(_UNSURE) and (votes.get(place.country, 0.0) >= 1.0 or _is_in_list(text, places, number)):
        return replace(place, rule=place.rule.removesuffix(_UNSURE))
    return place


def _is_in_list(text: str, places: list[_Place], number: int) -> bool:
    """Whether a country is named in one breath with another, or after one of its cities."""
    start, end = places[number].span
    before = places[number - 1] if number else None
    after = places[number + 1] if number + 1 < len(places) else None
    if before and text[before.span[1] : start].strip() and _LIST.fullmatch(text, before.span[1], start):
        return bool(before.country) or any(city.country == places[number].country for city in before.cities)
    return bool(after and after.country and text[end : after.span[0]].strip() and _LIST.fullmatch(text, end, after.span[0]))


def _is_rather_city(rule: str, code: str, cities: tuple[City, ...]) -> bool:
    """Whether a name means a city rather than a region or people: "Java" does not; a country's own name never does."""
    return rule != "name" and bool(cities) and cities[0].country != code and cities[0].population > _WELL_KNOWN


def _is_written_so(written: str, code: str) -> bool:
    """Short names of countries count only in capitals ("US", "UK")."""
    if len(written) > 3 or written.isupper():
        return True
    return fold(written) in {fold(name) for name in read_countries()[code].names if not name.isupper()}


def _count_votes(places: list[_Place], article: Article) -> Mapping[str, float]:
    """What speaks for each country: its names and large cities, each name once in full, and the address of the page."""
    votes: dict[str, float] = defaultdict(float)
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for place in places:
        written = fold(article.text[slice(*place.span)])
        if place.country:
            code, vote = place.country, _VOTES.get(place.rule, 0.0)
        elif place.cities[0].population > _WELL_KNOWN and written not in read_traps():
            code, vote = place.cities[0].country, 1.0
        else:
            continue
        counts[code, written] += 1
        votes[code] += vote / counts[code, written] ** 2
    home = _ADDRESS.match(article.url or "")
    if home and home[1] not in _ANYBODYS and home[1] in read_top_domains():
        votes[read_top_domains()[home[1]]] += _HOME
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
    if line_start and (_DATELINE.match(text, end) or _TIGHT_DATELINE.match(text, end)):
        return "dateline"
    if _OF_BODY.search(before) or (_WITHIN_AFTER.match(text, end) and not nearby):
        return "within a name"
    if nearby:
        return "city, country"
    if _IN.search(before):
        return "in"
    return "within a name" if _WITHIN_BEFORE.search(before) else "alone"


def _choose(cities: tuple[City, ...], nearby: str | None, votes: Mapping[str, float]) -> City | None:
    """The city in the country that follows, else in one that is voted for, large cities before small ones."""
    if nearby:
        return next((city for city in cities if city.country == nearby), None)
    if len(cities) == 1:
        return cities[0]
    return max(cities, key=lambda city: min(_ENOUGH, votes.get(city.country, 0.0)) + math.log10(city.population + 100))


def _is_believed(city: City, rule: str, votes: Mapping[str, float], nearby: str | None) -> bool:
    """Whether a name is likely a place at all: small towns and trap words need their country or a clear context."""
    if nearby or rule == "dateline":
        return True
    supported = votes.get(city.country, 0.0) >= 1.0
    if fold(city.name) in read_traps():
        return supported and rule == "in"
    return supported or (rule == "in" and city.population > _WELL_KNOWN / 10) or city.population > _WELL_KNOWN

"""Governments and missions of countries, however they are called: "the Japanese government", "Sweden's ambassador to Fiji"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.phrases import list_words
from dashboard.knowledge.places import match_city

_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]*"
_COUNTRY = rf"(?:{_CAPITAL}(?: of the)? and {_CAPITAL}|{_CAPITAL}(?: (?:of |the )*{_CAPITAL}){{0,4}})"
_BEFORE = re.compile(rf"{_CAPITAL}(?: {_CAPITAL}){{0,2}} \Z")
_OFFICE = re.compile(
    r"\b(?:[Gg]overnments?|[Aa]mbassador|[Ee]mbassy|High Commission(?:er)?(?! for)"
    r"|[Cc]onsulate(?:[ -]General)?|Consul[ -]General)\b"
)
_CITY = re.compile(rf"\b(?:City|Town|[Mm]ayor(?:ess)?) of ({_CAPITAL}(?: {_CAPITAL}){{0,2}})(?! (?:Univ|Coll|Council))")
_CITY_WORDS = ("city", "town", "mayor", "mayoress")
_OFFICES = ("government", "governments", "ambassador", "embassy", "high", "consulate", "consul")
_OF = re.compile(rf" of (?:the )?(?=({_COUNTRY}))")
_SEAT = re.compile(rf" (?:to|in) (?:the )?({_COUNTRY})")
_FURTHER = re.compile(rf"(?:,? and (?:the )?|, (?:the )?)(?=({_COUNTRY}))")
_PEOPLE_BEFORE = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)?) ((?:Federal )?Ministry (?:of|for) .+)")
_WINDOW = 60
_MOST_WORDS = 3

# where a body is named, and its plain name
Named = tuple[tuple[int, int], str]


def find_governments(text: str) -> Iterator[Named]:
    """Where governments and missions of countries are named, with the plain name of each, "Government of Japan"."""
    if list_words(text).places.keys().isdisjoint(_OFFICES):
        return
    for match in _OFFICE.finditer(text):
        office = match[0].lower()
        if office == "governments":
            yield from _find_listed(text, match.end())
        elif sender := _find_sender(text, match):
            span, country = sender
            if office == "government":
                yield span, _name_government(country)
            else:
                yield _name_mission(text, span, country, office)


def find_cities(text: str) -> Iterator[Named]:
    """Cities that act as bodies: "the City of Sydney", "the Mayor of Sydney"."""
    if list_words(text).places.keys().isdisjoint(_CITY_WORDS):
        return
    for match in _CITY.finditer(text):
        words = match[1].split()
        names = (" ".join(words[:count]) for count in range(len(words), 0, -1))
        name = next((name for name in names if match_city(name)), None)
        if name:
            yield (match.start(), match.start(1) + len(name)), f"City of {name}"


def name_ministry(name: str) -> str:
    """A ministry's name with its country last: "Chinese Ministry of Education" is the "Ministry of Education of China"."""
    match = _PEOPLE_BEFORE.fullmatch(name)
    country = match_country(match[1]).key if match else None
    return f"{match[2]} of {read_countries()[country].short_name}" if match and country else name


def _find_sender(text: str, office: re.Match[str]) -> tuple[tuple[int, int], str] | None:
    """The country or its people named right before an office or after "of": the span with the office, and its code."""
    found = _OF.match(text, office.end())
    if found and (country := _find_country(found[1])):
        return (office.start(), found.end() + len(country[0])), country[1]
    before = _BEFORE.search(text[max(0, office.start() - _WINDOW) : office.start()])
    words = before[0].split() if before else []
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[-count:])
        code = match_country(name.removesuffix("’s").removesuffix("'s")).key
        if code and words[-count] != "The":
            return (office.start() - len(name) - 1, office.end()), code
    return None


def _find_country(written: str) -> tuple[str, str] | None:
    """The longest beginning of some words that names a country, and its code."""
    words = written.split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        name = name.removesuffix("’s").removesuffix("'s").rstrip(".")
        code = match_country(name).key
        if code:
            return name, code
    return None


def _find_listed(text: str, end: int) -> Iterator[Named]:
    """The governments of the countries listed after "governments of"."""
    item = _OF.match(text, end)
    while item and (country := _find_country(item[1])):
        start = item.end()
        yield (start, start + len(country[0])), _name_government(country[1])
        item = _FURTHER.match(text, start + len(country[0]))


def _name_government(country: str) -> str:
    return f"Government of {read_countries()[country].short_name}"


def _name_mission(text: str, span: tuple[int, int], country: str, office: str) -> Named:
    """A mission by who sends it and, where stated, to which country; the seat belongs to its span."""
    sender = read_countries()[country].short_name
    name = f"{'Consulate' if office.startswith('consul') else 'Embassy'} of {sender}"
    if office.startswith("high"):
        name = text[slice(*span)].replace("Commissioner", "Commission")
    seat = _SEAT.match(text, span[1])
    if seat is None:
        return span, name
    host = _find_country(seat[1])
    end = seat.start(1) + len(host[0]) if host else seat.end()
    return (span[0], end), f"{name} in {read_countries()[host[1]].short_name}" if host else name

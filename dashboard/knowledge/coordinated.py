"""Names that share one head word: "the Universities of Oxford and Cambridge", "Leeds and York universities"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import find_by_name
from dashboard.knowledge.naming import find_head, is_subject, read_stops
from dashboard.knowledge.phrases import list_words

_SINGULAR = {
    "universities": "University",
    "colleges": "College",
    "polytechnics": "Polytechnic",
    "hospitals": "Hospital",
    "museums": "Museum",
    "institutes": "Institute",
    "ministries": "Ministry",
    "universidades": "Universidad",
    "universités": "Université",
    "università": "Università",
    "universitäten": "Universität",
    "hochschulen": "Hochschule",
    "universiteiten": "Universiteit",
}
_ITEM = r"[A-ZÀ-Þ][\w’'-]+(?: (?:de |of |do )?[A-ZÀ-Þ][\w’'-]+){0,2}"
_AND = r",? (?:and|&|y|e|et|und|dan|en) (?:the |de |da |do |di )?"
_LIST = rf"{_ITEM}(?:, (?:de |da |do |di )?{_ITEM}){{0,12}}(?:{_AND}{_ITEM})"
_PLURALS = frozenset(map(fold_in_place, _SINGULAR))
_PLURAL = re.compile(rf"\b(?:{'|'.join(_SINGULAR)})\b", re.IGNORECASE)
_AFTER = re.compile(rf"( of (?:the )?| de (?:la |las |los )?| di | da | do | )({_LIST})")
_BEFORE = re.compile(rf"(?<![\w’'-])({_LIST}) \Z")
_TOWN = r"[A-ZÀ-Þ][\w’'-]+"
_TOWNS = re.compile(rf"University(?<!\wUniversity) of ({_TOWN}(?:, {_TOWN})*,? and {_TOWN})(?! (?:[A-Z]|University))")
_NAME = re.compile(_ITEM)
_WINDOW = 160
# in these languages the place follows without a joint: "die Universitäten Bonn und Köln"
_BARE = ("universitäten", "hochschulen", "universiteiten")


@dataclass(frozen=True, slots=True)
class Shared:
    """One of several names with one head word: where its own words stand, its whole name, and where all of them stand."""

    span: tuple[int, int]
    name: str
    whole: tuple[int, int]


def find_coordinated(text: str) -> Iterator[Shared]:
    """The names that share a head word with their neighbours, in order."""
    places = list_words(text).places
    if "university" in places and "University of " in text:
        yield from _find_towns(text)
    if _PLURALS.isdisjoint(places):
        return
    for plural in _PLURAL.finditer(text):
        yield from list(_find_after(text, plural)) or _find_before(text, plural)


def _find_after(text: str, plural: re.Match[str]) -> Iterator[Shared]:
    listed = _AFTER.match(text, plural.end())
    if listed is None or (listed[1] == " ") != (plural[0].lower() in _BARE):
        return
    head = _SINGULAR[plural[0].lower()]
    joint = re.sub(r"(?:the|las?|los) \Z", "", listed[1])
    for item in _list_items(text, listed.span(2)):
        yield Shared(item.span(), f"{head}{joint}{item[0]}", (plural.start(), listed.end()))


def _find_towns(text: str) -> Iterator[Shared]:
    """Universities listed by town behind one that is named in full: "the University of Leiden, Göttingen and Helsinki"."""
    for listed in _TOWNS.finditer(text):
        items = [(item.span(), f"University of {item[0]}") for item in _NAME.finditer(text, *listed.span(1))]
        if all(find_by_name(name) for _, name in items):
            yield from (Shared(span, name, (listed.end(), listed.end())) for span, name in items[1:])


def _find_before(text: str, plural: re.Match[str]) -> Iterator[Shared]:
    start = max(0, plural.start() - _WINDOW)
    listed = _BEFORE.search(text, start, plural.start())
    if listed is None:
        return
    for item in _list_items(text, listed.span(1)):
        yield Shared(item.span(), f"{item[0]} {_SINGULAR[plural[0].lower()]}", (listed.start(), plural.end()))


def _list_items(text: str, span: tuple[int, int]) -> list[re.Match[str]]:
    """The listed names; none where one of them is whole in itself, or no name at all."""
    items = list(_NAME.finditer(text, *span))
    return [] if any(_is_else(item[0]) for item in items) else items


def _is_else(name: str) -> bool:
    words = name.lower().split()
    return words[0] in read_stops() or any(find_head(word) or is_subject(word) for word in words)

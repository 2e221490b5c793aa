"""Names without a head word: those that end in a country ("Education New Zealand"), words with capitals inside ("OpenAIRE")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.folding import fold
from dashboard.knowledge.naming import find_head, read_stops, read_uses
from dashboard.knowledge.people import is_given
from dashboard.knowledge.phrases import list_words
from dashboard.knowledge.places import match_city, read_regions

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'-]{1,30}"
_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_WORD} (?:(?:and|&) (?={_WORD} ))?){{1,3}}\Z")
_WINDOW = 90
# the look-behind comes after its capital, because a pattern that begins with rare letters is found faster
_HUMP = re.compile(r"[A-Z](?:(?<=[a-z][A-Z])|[A-Z][a-z]{2})")
_CAMEL = re.compile(r"(?<![\w@./#-])[A-Za-z]{4,25}(?![\w@]|[./]\w)")
_LONGEST = 25
# parts of people's names have capitals within a word too
_MAC = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz|O)[A-Z][a-z]+(?:-[A-Z][a-z]+)?")


@cache
def _read_tails() -> Mapping[str, re.Pattern[str]]:
    """How names of countries go on, by their first word, folded; "International" is as good as a country."""
    names = {name for country in read_countries().values() for name in (country.name, country.short_name)}
    tails: dict[str, list[str]] = {}
    for name in (*names, "International"):
        if name.isalpha() or name.count(" ") == 1:
            tails.setdefault(list_words(name).flat.split()[0], []).append(name)
    return {
        word: re.compile(rf"(?:{'|'.join(map(re.escape, sorted(listed, key=len, reverse=True)))})\b(?! [A-Z]|[’'-]\w)")
        for word, listed in tails.items()
    }


def find_brands(text: str) -> Iterator[tuple[int, int]]:
    """Where names that end in a country stand."""
    words = list_words(text)
    for tail in _read_tails().keys() & words.places.keys():
        for start in (words.spans[number][0] for number in words.places[tail]):
            match = _read_tails()[tail].match(text, start)
            before = _BEFORE.search(text, max(0, start - _WINDOW), start) if match else None
            if match and before and _may_be_brand(before[0].split(), match[0] == "International"):
                yield before.start(), match.end()


def _may_be_brand(written: list[str], joins: bool) -> bool:
    """Whether words before a country make a name with it, as they do in "Education New Zealand", not in "Rural China"."""
    words = [fold(word) for word in written]
    joined = not {"and", "&"}.isdisjoint(words)
    if (joined and not joins) or not read_stops().isdisjoint({*words} - {"and"}):
        return False
    return not any(find_head(word) for word in words) and not _is_place(" ".join(written))


def _is_place(name: str) -> bool:
    """Whether what stands before a country is a place in it, another country, a language, a people or a person."""
    if fold(name.split()[0]) in read_uses("no brand") or name in read_regions() or _is_person(name):
        return True
    return match_city(name) is not None or match_country(name).key is not None


def _is_person(name: str) -> bool:
    """Whether a given name alone, or an owner, stands before a country: "Risa Togo", "Fiji's New Zealand"."""
    return name.endswith(("’s", "'s", "-based")) or (" " not in name and is_given(fold(name)))


def is_surname(word: str) -> bool:
    """Whether a word with a capital inside is built like a surname: "McCormack"."""
    return _MAC.fullmatch(word) is not None


def find_camels(text: str) -> Iterator[re.Match[str]]:
    """Single words with capitals inside, as bodies and brands like to write themselves."""
    past = 0
    for hump in _HUMP.finditer(text):
        if hump.start() < past:
            continue
        start = hump.start()
        while start > max(0, hump.start() - _LONGEST) and text[start - 1].isalpha():
            start -= 1
        word = _CAMEL.match(text, start)
        if word and not is_surname(word[0]):
            past = word.end()
            yield word

"""Names without a head word: those that end in a country ("Education New Zealand"), words with capitals inside ("OpenAIRE")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dashboard.knowledge.countries import read_countries
from dashboard.knowledge.folding import fold
from dashboard.knowledge.naming import find_head, read_stops

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'-]{1,30}"
_CAMEL = re.compile(r"(?<![\w@./#-])(?=[A-Za-z]{0,12}[a-z][A-Z]|[A-Z]{2,8}[a-z]{2})[A-Za-z][A-Za-z]{3,24}(?![\w@]|[./]\w)")
# parts of people's names have capitals within a word too
_MAC = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|Von|Fitz|O)[A-Z][a-z]+")


@cache
def _read_country_tail() -> re.Pattern[str]:
    names = {name for country in read_countries().values() for name in (country.name, country.short_name)}
    short = sorted((name for name in names if name.isalpha() or name.count(" ") == 1), key=len, reverse=True)
    listed = "|".join(map(re.escape, short))
    return re.compile(
        rf"(?<![\w’'-])((?:{_WORD} (?:(?:and|&) (?={_WORD} ))?){{1,3}})(?:{listed}|International)\b(?! [A-Z]|[’'-]\w)"
    )


def find_brands(text: str) -> Iterator[tuple[int, int]]:
    """Where names that end in a country stand."""
    for match in _read_country_tail().finditer(text):
        words = [fold(word) for word in match[1].split()]
        if not match[0].endswith("International") and not {"and", "&"}.isdisjoint(words):
            continue
        if read_stops().isdisjoint({*words} - {"and"}) and all(find_head(word) is None for word in words):
            yield match.span()


def find_camels(text: str) -> Iterator[re.Match[str]]:
    """Single words with capitals inside, as bodies and brands like to write themselves."""
    return (match for match in _CAMEL.finditer(text) if not _MAC.fullmatch(match[0]))

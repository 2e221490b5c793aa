"""How goals are named in running text: patterns for their numbers and titles, made from the reference tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.goals import read_goals
from dashboard.knowledge.phrases import Words, tokens_of

_WHOLE = r"(?:1[0-7]|0?[1-9])"
_PART = r"(?:\.(?:1\d|[1-9a-d])(?:\.\d{1,2})?)?"
NUMBER = rf"{_WHOLE}{_PART}(?![\d.,]\d|[a-z\d]|\s?%)"
_GAP = r"[^\W\d_][^\n.;:,()\d]{2,50}"
_BRACKET = r"(?:\s?\([^()\n]{1,70}\)|\s?[:\-]\s?" + _GAP + r"(?=,|;|\sand\s|\sdan\s|\sy\s|\sund\s|\se\s|\set\s))?"
_AND = r"\s?(?:,\s?(?:and|dan|y|e|et|und)|[,;&/、،]|and|or|y|e|et|und|en|dan|to|bis|tot|hingga|au|al|a|и|و|和|及|与|と|-)\s?"
_JOIN = _AND + r"(?:sdgs?\s?|ods\s?|odd\s?|goals?\s?|tpb\s?|targets?\s?)?"
_MIDDLE = (
    r"(?:\s?(?:targets?|goals?|numbers?|indicators?|nos?\.?|nr\.?|n[°º]?|numero|nomor|poin|point|so|ke|hub|номер|رقم|#))?"
    r"[\s:#_(\-]{0,3}"
)
_AFTER_NAME = r"(?:\s\((?:sdgs?|ods|odd|oss|tpb|цур)\))?"
# scripts without spaces: what shows that a number is that of a goal, and what that it only counts
_NUMERALS = "一二三四五六七八九十"
_ORDINAL = "|".join(map(fold_in_place, ("第", "のうち", "の", "ที่", "ข้อที่", "ข้อ")))
_UNSPACED_LIST = (
    rf"[\s:#\-]{{0,2}}(?P<ordinal>(?:{_ORDINAL})\s?)?"
    rf"(?P<list>{NUMBER}(?:{_AND}{NUMBER}){{0,16}}|[{_NUMERALS}]{{1,3}}(?![{_NUMERALS}零〇致个個样樣起些直年]))"
)
_EAST_ASIAN = re.compile("[\u2e80-\U0003ffff]")
_UNSPACED_COUNT = re.compile(r"\s?(?:" + "|".join(map(fold_in_place, ("ข้อ", "项", "項", "个", "個", "つ", "개"))) + ")")


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names goals by number: its start, the folded name, the numbers, and whether the name alone suffices."""

    start: int
    name: str
    numbers: tuple[int, int]
    is_own: bool


@cache
def _names(sort: str) -> tuple[str, ...]:
    rows = read_rows("goal_names.csv", ("sort", "language", "words"))
    return tuple(
        sorted({fold_in_place(row["words"]) for row in rows if row["sort"] == sort}, key=lambda name: (-len(name), name))
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\*", r"\w*").replace(r"\ ", r"[\s\-]") for name in names)


@cache
def number_words() -> Mapping[str, int]:
    """Numbers of goals written as words ("seventeen"), folded."""
    rows = read_rows("goal_numbers.csv", ("language", "words", "number"))
    return MappingProxyType({fold_in_place(row["words"]): int(row["number"]) for row in rows})


@cache
def _named() -> re.Pattern[str]:
    words = _either(sorted((word for word in number_words() if word[0] not in _NUMERALS), key=len, reverse=True))
    # a figure that counts something is no goal ("SDG 9 and 16 students")
    number = rf"{NUMBER}(?!\s(?:(?:new|partner|other|different)\s)?(?:{_either(_names('counted'))})(?!\w))"
    numbers = rf"{number}{_BRACKET}(?:{_JOIN}{number}{_BRACKET}){{0,16}}"
    names = rf"(?:(?P<own>{_either(_names('own'))})|(?P<shared>{_either(_names('shared'))}))"
    return re.compile(rf"(?<!\w){names}{_AFTER_NAME}{_MIDDLE}(?P<list>{numbers}|(?:{words})(?!\w))")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[^\x00-\x7f])sdgs?|{_either(_names('unspaced'))})" + _UNSPACED_LIST)


@cache
def _first_letters() -> frozenset[str]:
    """What the words that can begin a name have as their first four letters; short ones may run into their number ("SDG4")."""
    firsts = {re.split(r"\W", name)[0] for name in (*_names("own"), *_names("shared"))}
    short = {first + sign for first in firsts if len(first) < 4 for sign in "0123456789_"}
    return frozenset({first[:4] for first in firsts} | short)


@cache
def about_the_goals() -> re.Pattern[str]:
    """Words that show that a text, or the place where they stand, is about the goals; for folded text."""
    return re.compile(rf"(?<!\w)(?:{_either(_names('about'))})(?!\w)|{_either(_names('unspaced'))}")


@cache
def names_of_goals() -> re.Pattern[str]:
    """Words that announce goals by title in a text about them ("the goals on ...")."""
    return re.compile(
        rf"(?<!\w)(?:{_either((*_names('about'), *_names('own'), *_names('shared')))})(?!\w)|{_either(_names('unspaced'))}"
    )


@cache
def _about_letters() -> frozenset[str]:
    firsts = {re.split(r"\W", name)[0] for name in _names("about")}
    return frozenset(first[:4] for first in firsts) | frozenset(
        first + digit for first in firsts if len(first) < 4 for digit in "0123456789"
    )


def speaks_of_goals(words: Words) -> bool:
    """Whether a text is about the goals, so that "Goal 4" and "Quality Education" mean them."""
    starts = (words.spans[number][0] for key in _about_letters() & words.stems.keys() for number in words.stems[key])
    if any(about_the_goals().match(words.flat, start) for start in starts):
        return True
    return not words.flat.isascii() and any(name in words.flat for name in _names("unspaced") if not name.isascii())


def find_namings(words: Words) -> Iterator[Naming]:
    """Where a text names goals by number, in order; looked for only at words that can begin a name."""
    starts = [words.spans[number][0] for key in _first_letters() & words.stems.keys() for number in words.stems[key]]
    covered = 0
    for start in sorted(starts):
        match = _named().match(words.flat, start) if start >= covered else None
        if match:
            covered = match.end()
            yield Naming(start, match["own"] or match["shared"], match.span("list"), match["own"] is not None)
    if not words.flat.isascii():
        yield from _find_unspaced(words.flat)


def _find_unspaced(flat: str) -> Iterator[Naming]:
    """Where goals are named by number in scripts without spaces."""
    for match in _unspaced().finditer(flat):
        if match["ordinal"] or not _UNSPACED_COUNT.match(flat, match.end()):
            yield Naming(match.start(), match.group(), match.span("list"), True)


@cache
def _titles() -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str]]:
    """Titles by their first word, each with a group named after its goal; and those of scripts without spaces."""
    by_first: dict[str, list[tuple[str, int]]] = defaultdict(list)
    unspaced: list[tuple[str, int]] = []
    for number, goal in read_goals().items():
        for language, titles in goal.titles.items():
            for title in titles:
                if language in ("zh", "ja"):
                    unspaced.append((re.escape(fold_in_place(title)), number))
                else:
                    words = tokens_of(title).split()
                    by_first[words[0]].append((r"[\s,\-'\"&«»/]{1,4}".join(words) + r"(?!\w)", number))
    return MappingProxyType({first: _numbered(titles) for first, titles in by_first.items()}), _numbered(unspaced)


def _numbered(titles: list[tuple[str, int]]) -> re.Pattern[str]:
    """Patterns with their goals as one; the group that matched tells the goal."""
    ordered = sorted(set(titles), key=lambda title: (-len(title[0]), title))
    return re.compile("|".join(f"(?P<g{number}_{place}>{pattern})" for place, (pattern, number) in enumerate(ordered)))


def find_titles(words: Words) -> Iterator[tuple[tuple[int, int], int]]:
    """Where titles of goals stand in a text, with their goals, in order; no two overlap."""
    by_first, unspaced = _titles()
    starts = [(words.spans[number][0], key) for key in by_first.keys() & words.places.keys() for number in words.places[key]]
    found = [by_first[key].match(words.flat, start) for start, key in sorted(starts)]
    if _EAST_ASIAN.search(words.flat):
        found += unspaced.finditer(words.flat)
    covered = 0
    for match in sorted((match for match in found if match), key=lambda match: match.start()):
        if match.start() >= covered:
            covered = match.end()
            yield match.span(), int((match.lastgroup or "g0_").split("_")[0][1:])

"""Names without a head word, told by the company they keep: what stands in a list between two names of institutions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dashboard.knowledge.countries import match_country
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import find_head, is_subject, read_empty, read_stops
from dashboard.knowledge.people import is_given, read_titles
from dashboard.knowledge.places import match_city

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'&.-]*"
_ITEM = rf"{_WORD}(?: (?:(?:of|and|&|for) )?{_WORD}){{0,3}}"
_SEPARATOR = r"(?: \([^()\n]{2,40}\))?(?:[,;] (?:and |& |y |e |et |und |dan )?(?:the )?|,? (?:and|&|y|e|et|und|dan) (?:the )?)"
_BETWEEN = re.compile(rf"{_SEPARATOR}(?:{_ITEM}{_SEPARATOR}){{1,6}}")
_NAME = re.compile(_ITEM)
_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST = 200


def find_listed(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches that are listed between institutions, given in order by their ``spans``; people and places are left out."""
    for (_, end), (start, _) in pairwise(spans):
        if 0 < start - end < _LONGEST and text[end] in " ,;" and _BETWEEN.fullmatch(text, end, start):
            gap = _BRACKETS.sub(lambda match: " " * len(match[0]), text[end:start])
            yield from ((end + item.start(), end + item.end()) for item in _NAME.finditer(gap) if _may_be_body(item[0]))


def _may_be_body(name: str) -> bool:
    words = [fold_in_place(word) for word in name.split()]
    if len(name) < 3 or is_given(words[0]) or match_country(name).key or match_city(name) is not None:
        return False
    if any(word in read_stops() or word.strip(".") in read_titles() for word in words):
        return False
    return not all(word in read_empty() or is_subject(word) or find_head(word) for word in words)

"""How many people are said to have taken part ("about 200 representatives", "a seven-member delegation")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from dashboard.knowledge.event_words import read_event_words, read_number_words
from dashboard.knowledge.phrases import list_words
from dashboard.model import Article, Mention, MentionKind, mention_at

# how far before the word for people its number may stand, and how far around a word of attendance
_BEFORE, _AROUND = 60, 110
_MOST = 1_000_000
_YEARS = range(1900, 2101)
# words between a number and its people that make it another number ("3 of the students", "20 per cent of students")
_BREAKS = re.compile(
    r"\b(?:of|per|percent|years?|year-old|days?|weeks?|months?|hours?|countries|universities|institutions|million|schools?|goals?|"
    r"sdgs?|jobs|projects|teams|entries|presentations|papers|sessions|nations|nationalities|villages|places|courses|partners)\b|"
    r"[.;:()%$€£]"
)


def find_participants(article: Article) -> Iterator[Mention]:
    """Numbers of people; the rule is ``attendance`` where a word of attending stands near, else ``people``."""
    flat = list_words(article.text).flat
    attendance = [start for (start, _), _ in read_event_words("attendance").find(article.text)]
    last = -1
    for (start, end), _ in read_event_words("people").find(article.text):
        match = _number_before(flat, start)
        if match is None or match.start("number") <= last:
            continue
        number = _value(match["number"])
        if number is None or not 1 < number < _MOST or (number in _YEARS and "," not in match["number"]):
            continue
        last = match.start("number")
        near = bisect_left(attendance, last - _AROUND) < bisect_right(attendance, end + _AROUND)
        yield mention_at(article, MentionKind.PARTICIPANTS, (last, end), str(number), "attendance" if near else "people")


def _number_before(flat: str, start: int) -> re.Match[str] | None:
    """The nearest number before a word for people, with at most four words between."""
    found = None
    for match in _numbers().finditer(flat, max(0, start - _BEFORE), start):
        found = match
    if found is None:
        return None
    between = flat[found.end() : start]
    return None if _BREAKS.search(between) or len(between.split()) > 4 else found


@cache
def _numbers() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, read_number_words()), key=len, reverse=True))
    figures = r"\d{1,3}(?:[,. ]\d{3})+|\d{1,6}"
    large = rf"(?:one|a|{words}) hundred(?: and (?:{words})(?:-(?:{words}))?)?"
    return re.compile(rf"(?<![\w.,/$€£#+\-])(?P<number>{figures}|{large}|(?:{words})(?:-(?:{words}))?)(?![\w%]|[.,/:]\d)")


def _value(number: str) -> int | None:
    figures = re.sub(r"\D", "", number)
    if figures:
        return int(figures)
    words = read_number_words()
    hundreds, hundred, rest = number.partition(" hundred")
    if hundred:
        below = _value(rest.removeprefix(" and ")) if rest else 0
        return words.get(hundreds, 1) * 100 + (below or 0)
    tens, _, units = number.partition("-")
    # "thirty-seven", but "dix-sept" has a row of its own
    return words.get(number) or words.get(tens, 0) + words.get(units, 0) or None

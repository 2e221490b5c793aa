"""Dates as an article writes them, turned into ISO prefixes or intervals.

A date without a year takes the one that brings it nearest to the day of publication; weekdays and words such as "yesterday"
are counted from that day. An interval is written ``2023-05-29/2023-05-30``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dashboard.knowledge.calendar import Calendar
from dashboard.knowledge.date_forms import Form, is_meant, list_forms
from dashboard.knowledge.dates import read_months, read_relative_days, read_weekdays
from dashboard.knowledge.phrases import PhraseBook, list_words
from dashboard.model import Article, Mention, MentionKind, mention_at

# the day in a web address, as in ".../2024/10/29/..." or "...-20241029155133.htm"
_ADDRESS = re.compile(r"https?://\S{0,200}?[/\-](20[0-4]\d)[/\-]?(0[1-9]|1[0-2])[/\-]?(0[1-9]|[12]\d|3[01])")
_YEAR_KEY = re.compile(r"(?:19[5-9]\d|20[0-4]\d)(?!\d)")
_SIGNS = re.compile(r"\d\s?[月월]")
# how far before and after a month's name or a year the rest of the date may stand
_REACH = 60
# languages that share names of days with one of the table
_SIBLINGS = {"ms": ("ms", "id"), "gl": ("gl", "es"), "ca": ("ca", "es"), "nb": ("no",), "nn": ("no",)}
# the number of a weekday's day: "Wednesday 12th", "este martes 12", "terça-feira (12)"
_NUMBER = re.compile(
    r"[\s,]{1,2}(?:(?:the|el|le|den|dem|il|dia|ngay|tanggal)\s)?"
    r"\(?(3[01]|[12]\d|0?[1-9])(st|nd|rd|th|\.|º)?\)?(?![\w/:%]|[.,]\d)"
)
_WHOLE_DAY = len("2024-11-06")
_EARLY = 3000


def find_dates(article: Article) -> Iterator[Mention]:
    """Every date of the text, the longest reading first; no two mentions overlap."""
    text = article.text
    flat = list_words(text).flat
    matches = _list_matches(text)
    calendar = Calendar(article.published) if article.published else _anchor(article, matches)
    taken = bytearray(len(flat))
    for form, match in matches:
        start, end = match.span()
        if any(taken[start:end]):
            continue
        value = form.read(match, calendar)
        if value and is_meant(form.rule, text, article.language, match):
            taken[start:end] = b"\x01" * (end - start)
            yield mention_at(article, MentionKind.DATE, (start, end), value, form.rule)
    yield from _find_relative(article, flat, calendar, taken)


def _list_matches(text: str) -> list[tuple[Form, re.Match[str]]]:
    """Every reading of every form, the most exact forms first; each looks only around the words that it needs."""
    words = list_words(text)
    written = [number for key, numbers in words.places.items() if _YEAR_KEY.match(key) for number in numbers]
    near = {
        "month": _windows([start for (start, _), _ in _month_book().find(text)], len(text)),
        "year": _windows(sorted(words.spans[number][0] for number in written), len(text)),
        "signs": [] if text.isascii() else _windows([match.start() for match in _SIGNS.finditer(words.flat)], len(text)),
        "text": [(0, len(text))],
    }
    return [
        (form, match)
        for form in list_forms()
        for start, end in near[form.anchor]
        for match in form.pattern.finditer(words.flat, start, end)
    ]


def _windows(anchors: list[int], length: int) -> list[tuple[int, int]]:
    """The stretches of text around some places."""
    windows: list[tuple[int, int]] = []
    for anchor in anchors:
        low, high = max(0, anchor - _REACH), min(length, anchor + _REACH)
        if windows and low <= windows[-1][1]:
            windows[-1] = (windows[-1][0], high)
        else:
            windows.append((low, high))
    return windows


@cache
def _month_book() -> PhraseBook[int]:
    return PhraseBook(read_months().items())


def _anchor(article: Article, matches: list[tuple[Form, re.Match[str]]]) -> Calendar:
    """What stands for the day of publication: the first whole date of the text, or of an address in it, or its first years."""
    nothing = Calendar(None)
    written = [(form, match) for form, match in matches if any(match.groupdict().get(name) for name in ("year", "year1"))]
    read = [(match.start(), form.rule, value) for form, match in written if (value := form.read(match, nothing))]
    whole = min(((start, value) for start, _, value in read if len(value) >= _WHOLE_DAY), default=None)
    if whole:
        return Calendar(whole[1])
    address = _ADDRESS.search(article.text)
    if address:
        return Calendar("-".join(address.groups()))
    latest = date.today().year
    years = sorted((start, int(value[:4])) for start, rule, value in read if rule in ("year", "month") and start < _EARLY)
    return Calendar(None, tuple(year for _, year in years if year <= latest))


def _find_relative(article: Article, flat: str, calendar: Calendar, taken: bytearray) -> Iterator[Mention]:
    if calendar.day is None:
        return
    for (start, end), meaning in _relative_book(article.language or "en").find(article.text):
        if any(taken[start:end]) or any(taken[end : end + 4]) or any(taken[max(0, start - 3) : start]):
            continue  # "Thursday, April 2" is one date
        before = flat[max(0, start - 40) : start]
        if not meaning.isdigit():
            rule, value = meaning, calendar.find_relative(meaning, before)
        else:
            rule, value, end = _read_weekday(flat, (start, end), int(meaning), calendar, article.language)
        if value:
            yield mention_at(article, MentionKind.DATE, (start, end), value, rule)


def _read_weekday(
    flat: str, span: tuple[int, int], number: int, calendar: Calendar, language: str | None
) -> tuple[str, str | None, int]:
    """Rule, value and end of a weekday, with the number of its day where one follows it."""
    start, end = span
    day = _NUMBER.match(flat, end)
    # English writes "Monday 12 students" of something else
    if day and (day[2] or language not in (None, "en") or flat[day.end() - 1] == ")"):
        value = calendar.find_numbered(number, int(day[1]))
        if value:
            return "weekday and day", value, day.end()
    return "weekday", calendar.find_weekday(number, flat[max(0, start - 40) : start]), end


@cache
def _relative_book(language: str) -> PhraseBook[str]:
    """The weekdays and relative days of a language alone: a German "hier" is no French "yesterday"."""
    words: dict[str, str] = {}
    for one in _SIBLINGS.get(language, (language,)):
        words |= {word: str(number) for word, number in read_weekdays(one).items()} | dict(read_relative_days(one))
    return PhraseBook(words.items())

"""Dates as an article writes them, turned into ISO prefixes or intervals.

A date without a year takes the one that brings it nearest to the day of publication; weekdays and words such as "yesterday"
are counted from that day. An interval is written ``2023-05-29/2023-05-30``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from dashboard.knowledge.dates import read_months, read_relative_days, read_weekdays
from dashboard.knowledge.phrases import PhraseBook, list_words
from dashboard.model import Article, Mention, MentionKind, mention_at

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_DAY_NAME = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_TO_WORD = r"(?:-|–|—|~|/|to|until|till|and|&|al?|au|bis|et|y|e|und|sampai|hingga|s\.?/d\.?|den)"
_TO = rf"\s{{0,2}}{_TO_WORD}\s{{0,2}}(?:zum\s|the\s|o\s|dia\s|dias\s)?{_DAY_NAME}"
_OF = r"(?:\s{0,2}[-,]?\s{0,2}(?:de|del|of|of the|di|thang)?\s{0,2})"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
# how far a date without year may lie behind or ahead of publication before another year fits better
_HALF_A_YEAR = 183
# the day in a web address, as in ".../2024/10/29/..." or "...-20241029155133.htm"
_ADDRESS = re.compile(r"https?://\S{0,200}?[/\-](20[0-4]\d)[/\-]?(0[1-9]|1[0-2])[/\-]?(0[1-9]|[12]\d|3[01])")
_YEAR_KEY = re.compile(rf"{_YEAR}(?!\d)")
# how far before and after a month's name or a year the rest of the date may stand
_REACH = 60
# languages that share their names of days with one of the table
_SIBLINGS = {"ms": "id", "gl": "es", "ca": "es"}
_FUTURE = re.compile(r"\b(?:will|next|upcoming|to be held|takes place|coming|akan|kommenden|proximo|prochain|ser[aá]n?|sera)\b")
_PAST = re.compile(r"\b(?:last|pasado|passad[oa]|dernier|vergangenen|letzten|scorso)\b")

Reader = Callable[[re.Match[str], "_Calendar"], str | None]


class _Calendar:
    """What a date of one article is counted from: the day of publication, or the first whole date of the text."""

    def __init__(self, published: str | None) -> None:
        self.published = published
        self.day = _as_day(published)

    def year_for(self, month: int, day: int | None) -> int | None:
        """The year that brings a month (and day) nearest to publication."""
        if self.day is None:
            return int(self.published[:4]) if self.published else None
        near = [_day(year, month, min(day or 15, 28)) for year in (self.day.year - 1, self.day.year, self.day.year + 1)]
        gaps = {d.year: abs((d - self.day).days) for d in near if d}
        own = self.day.year
        # the year of publication, unless the turn of the year lies between
        return own if gaps.get(own, 0) <= _HALF_A_YEAR + 60 else min(gaps, key=lambda year: gaps[year])


def find_dates(article: Article) -> Iterator[Mention]:
    """Every date of the text, the longest reading first; no two mentions overlap."""
    flat = list_words(article.text).flat
    calendar = _Calendar(article.published)
    if calendar.published is None:
        calendar = _Calendar(_first_whole_date(article.text))
    taken = bytearray(len(flat))
    for rule, match, read in _matches(article.text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        value = read(match, calendar)
        if value and _is_meant(rule, article.text, match):
            taken[start:end] = b"\x01" * (end - start)
            yield mention_at(article, MentionKind.DATE, (start, end), value, rule)
    yield from _find_relative(article, flat, calendar, taken)


def _matches(text: str) -> Iterator[tuple[str, re.Match[str], Reader]]:
    """Every reading of every rule, the most exact rules first; each looks only around the words that it needs."""
    words = list_words(text)
    written = [number for key, numbers in words.places.items() if _YEAR_KEY.match(key) for number in numbers]
    years = sorted(words.spans[number][0] for number in written)
    near = {
        "month": _windows([start for (start, _), _ in _month_book().find(text)], len(text)),
        "year": _windows(years, len(text)),
        "text": [(0, len(text))],
    }
    for rule, pattern, read, anchor in _rules():
        for start, end in near[anchor]:
            yield from ((rule, match, read) for match in pattern.finditer(words.flat, start, end))


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


def _is_meant(rule: str, text: str, match: re.Match[str]) -> bool:
    """Whether a month's name alone is a month: it begins with a capital letter and is no "May" of "may be"."""
    if rule == "month":
        word = match.group("month")
        return text[match.start("month")].isupper() or word not in {"may", "march", "mars", "mar", "set", "dec"}
    return True


def _first_whole_date(text: str) -> str | None:
    """The first date of the text that has a year, or that of a web address in it, as the anchor of those that have none."""
    nothing = _Calendar(None)
    whole = (
        (match.start(), value) for _, match, read in _matches(text) if (value := read(match, nothing)) and len(value) >= 10
    )
    address = _ADDRESS.search(text)
    in_address = "-".join(address.groups()) if address else None
    return min(whole, default=(0, in_address))[1]


def _find_relative(article: Article, flat: str, calendar: _Calendar, taken: bytearray) -> Iterator[Mention]:
    if calendar.day is None:
        return
    for (start, end), meaning in _relative_book(_spoken(article.language)).find(article.text):
        if any(taken[start:end]) or any(taken[end : end + 4]) or any(taken[max(0, start - 3) : start]):
            continue  # "Thursday, April 2" is one date
        before = flat[max(0, start - 40) : start]
        value = _weekday(int(meaning), calendar.day, before) if meaning.isdigit() else _relative(meaning, calendar.day)
        yield mention_at(article, MentionKind.DATE, (start, end), value, "weekday" if meaning.isdigit() else meaning)


def _spoken(language: str | None) -> str:
    """The language whose weekdays and relative days count: a German "hier" is no French "yesterday"."""
    return _SIBLINGS.get(language or "en", language or "en")


@cache
def _relative_book(language: str) -> PhraseBook[str]:
    words = {word: str(number) for word, number in read_weekdays(language).items()} | dict(read_relative_days(language))
    return PhraseBook(words.items())


def _weekday(number: int, anchor: date, before: str) -> str:
    """The nearest such day up to publication, or after it where the words before look ahead."""
    behind = (anchor.isoweekday() - number) % 7
    if _PAST.search(before):
        behind = behind or 7
    elif _FUTURE.search(before):
        behind = behind - 7 if behind else 0
    return (anchor - timedelta(days=behind)).isoformat()


def _relative(meaning: str, anchor: date) -> str:
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if meaning in days:
        return (anchor + timedelta(days=days[meaning])).isoformat()
    weeks = {
        "last_week": -7,
        "this_week": 0,
        "next_week": 7,
        "last_month": -30,
        "this_month": 0,
        "next_month": 30,
        "recently": 0,
    }
    if meaning in weeks:
        return (anchor + timedelta(days=weeks[meaning])).isoformat()[:7]
    return str(anchor.year + {"this_year": 0, "next_year": 1, "last_year": -1}[meaning])


def _as_day(value: str | None) -> date | None:
    """The day of an ISO prefix, the middle of a month or year where it is no more exact; ``None`` for none."""
    if not value:
        return None
    parts = [int(part) for part in value.split("/")[0].split("-")]
    return _day(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(year: str | int | None, month: int, day: str | None, calendar: _Calendar) -> str | None:
    number = int(day) if day else None
    known = int(year) if year else calendar.year_for(month, number)
    if known is None:
        return None
    if number is None:
        return f"{known}-{month:02}"
    whole = _day(known, month, number)
    return whole.isoformat() if whole else None


def _interval(first: str | None, last: str | None) -> str | None:
    """Two dates as one value; the first alone where the second is none or does not follow."""
    if first is None or last is None or last <= first:
        return first
    return f"{first}/{last}"


def _read_named(match: re.Match[str], calendar: _Calendar) -> str | None:
    """A date with a month in words: one or two days, one or two months, with or without year."""
    parts = match.groupdict()
    months = read_months()
    month = months[parts["month"]]
    last_month = months[parts["month2"]] if parts.get("month2") else month
    year = parts.get("year") or parts.get("year2")
    first_year = parts.get("year1") or year
    first = _iso(first_year, month, parts.get("day"), calendar)
    if not parts.get("day2"):
        return first
    return _interval(first, _iso(year or (first or "")[:4] or None, last_month, parts["day2"], calendar))


def _read_numeric(match: re.Match[str], calendar: _Calendar) -> str | None:
    """A date in figures; where day and month may be either, the day stands first unless that is no date."""
    parts = match.groupdict()
    day, month, year = parts["day"], int(parts["month"]), parts.get("year")
    if month > 12 and int(day) <= 12:
        day, month = str(month), int(day)
    return _iso(year, month, day, calendar) if 1 <= month <= 12 else None


def _read_month(match: re.Match[str], calendar: _Calendar) -> str | None:
    return _iso(match.groupdict().get("year"), read_months()[match["month"]], None, calendar)


def _read_year(match: re.Match[str], calendar: _Calendar) -> str | None:
    return match["year"]


def _month_names() -> str:
    """All names of months as one pattern, the longest first, by first letter: a word is tried against few of the hundreds."""
    shelves: dict[str, list[str]] = {}
    for name in sorted(read_months(), key=len, reverse=True):
        shelves.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in shelves.items())


def _year_after(name: str) -> str:
    return rf"(?:\s{{0,2}}[,.]?\s{{0,2}}(?:(?:de|del|of|nam)\s)?(?P<{name}>{_YEAR})(?!\d))?"


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], Reader, str], ...]:
    """Name, pattern, reading and needed word of every way to write a date, the most exact first."""
    names = _month_names()
    month, month2 = rf"(?P<month>{names})(?!\w)\.?", rf"(?P<month2>{names})(?!\w)\.?"
    day, day2 = rf"(?P<day>{_DAY}){_ORDINAL}", rf"(?P<day2>{_DAY}){_ORDINAL}"
    year, year1, year_now = _year_after("year"), _year_after("year1"), rf"(?P<year>{_YEAR})"
    end = r"(?![\d:])(?!\w)"
    begin = r"(?<![\w.,/\-])"
    named = [
        ("days of two months", rf"{begin}{day}{_OF}{month}{year1}{_TO}{day2}{_OF}{month2}{year}"),
        ("days of two months", rf"(?<!\w){month}\s{{1,2}}{day}(?!\d){year1}{_TO}{month2}\s{{1,2}}{day2}{end}{year}"),
        ("days of a month", rf"{begin}{day}(?:\s{{0,2}},\s{{0,2}}{_DAY}{_ORDINAL}){{0,4}},?{_TO}{day2}{_OF}{month}{year}"),
        (
            "days of a month",
            rf"(?<!\w){month}\s{{1,2}}{day}(?:,\s{{0,2}}{_DAY}{_ORDINAL}){{0,4}},?{_TO}{day2}{end}{year}",
        ),
        ("year, month, day", rf"(?<!\w){year_now},?\s{{1,2}}{month}\s{{1,2}}{day}(?!\w)"),
        ("day and month", rf"{begin}{day}{_OF}{month}{year}"),
        ("month and day", rf"(?<!\w){month}\s{{1,2}}{day}(?![\d:])(?!\w){year}"),
    ]
    figures = [
        ("figures", rf"(?<![\w./\-]){year_now}(?P<sep>[-./])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>{_DAY})(?!\w)(?![-/]\d)"),
        ("figures", rf"(?<![\w./\-])(?P<day>{_DAY})(?P<sep>[-./])(?P<month>{_DAY})(?P=sep){year_now}(?!\w)(?![-/]\d)"),
        ("figures", rf"{year_now}\s?年\s?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>{_DAY})\s?日"),
        ("figures", rf"(?<!\w)(?:ngay\s)?(?P<day>{_DAY})\s(?:thang\s)(?P<month>1[0-2]|0?[1-9])(?:,?\snam)?\s{year_now}"),
    ]
    short = [
        ("day and month in figures", r"\((?P<day>3[01]|[12]\d|0?[1-9])/(?P<month>0?[1-9]|1[0-2])\)"),
        ("day and month in figures", rf"ngay\s(?P<day>{_DAY})[/-](?P<month>0?[1-9]|1[0-2])(?!\d)"),
    ]
    before = "in|of|en|em|im|di|bulan|since|until|by|during|early|mid|late|this|last|next"
    months = [
        ("month", rf"(?<!\w){month}{_OF}{year_now}(?!\d)"),
        (
            "month",
            rf"(?<!\w)(?:{before})[\s-]{month}(?!\s?\d)",
        ),
    ]
    years = [("year", rf"(?<![\w.,/–\-$€£])(?<!\d\s-\s)(?<!\d\sto\s){year_now}(?![\w/–\-]|[.,]\d|\s?%|\s(?:-|to)\s\d)")]
    shelves: list[tuple[list[tuple[str, str]], Reader, str]] = [
        (named, _read_named, "month"), (figures, _read_numeric, "year"), (short, _read_numeric, "text"),
        (months, _read_month, "month"), (years, _read_year, "year"),
    ]  # fmt: skip
    return tuple((rule, re.compile(pattern), read, anchor) for rules, read, anchor in shelves for rule, pattern in rules)

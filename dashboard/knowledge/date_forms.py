"""The ways to write a date, the most exact first: patterns over folded text, each with its reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.calendar import Calendar
from dashboard.knowledge.dates import read_date_words, read_months, read_weekdays

Reader = Callable[[re.Match[str], Calendar], str | None]

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.|:?e)?"
_OF = r"(?:\s{0,2}[-,]?\s{0,2}(?:(?:de|del|of the|of|di|thang|d')\s{0,2})?)"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_LONG_YEAR = r"(?:19[5-9]\d|20[0-4]\d|25[4-9]\d)"
# names of months that are words or names too, in lower case
_WORDS_TOO = frozenset({"may", "march", "mars", "mar", "set", "dec", "sep", "jan", "agosto"})
_WEEKDAY_BEFORE = re.compile(r"([^\W\d_]+(?:-feira)?)[\s,.(]{1,3}(?:(?:the|el|le|den|dem|il|dia|ngay|tanggal|lo)\s)?\(?\Z")
_SPAN_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a date; ``anchor`` names the words around which it is looked for, ``text`` being all."""

    rule: str
    pattern: re.Pattern[str]
    read: Reader
    anchor: str


def _interval(first: str | None, last: str | None) -> str | None:
    """Two dates as one value; the first alone where the second is none or does not follow."""
    if first is None or last is None or last <= first:
        return first
    return f"{first}/{last}"


def _weekday_before(match: re.Match[str]) -> int | None:
    """The weekday (ISO) that stands right before a date, as in "Rabu (24/6)"."""
    found = _WEEKDAY_BEFORE.search(match.string, max(0, match.start() - _SPAN_BEFORE), match.start())
    return read_weekdays().get(found[1]) if found else None


def _read_named(match: re.Match[str], calendar: Calendar) -> str | None:
    """A date with a month in words: one or two days, one or two months, with or without year."""
    parts = match.groupdict()
    months = read_months()
    month = months[parts["month"]]
    last_month = months[parts["month2"]] if parts.get("month2") else month
    year = parts.get("year") or parts.get("year2")
    first_year = parts.get("year1") or year
    weekday = None if first_year else _weekday_before(match)
    first = calendar.write_day(first_year, month, parts.get("day"), weekday)
    if not parts.get("day2"):
        return first
    return _interval(first, calendar.write_day(year or (first or "")[:4] or None, last_month, parts["day2"]))


def _read_numeric(match: re.Match[str], calendar: Calendar) -> str | None:
    """A date in figures; where day and month may be either, the day stands first unless only the other is near publication."""
    parts = match.groupdict()
    day, month, year = parts["day"], int(parts["month"]), parts.get("year")
    if month > 12 and int(day) <= 12:
        day, month = str(month), int(day)
    if not 1 <= month <= 12:
        return None
    first = calendar.write_day(year, month, day, None if year else _weekday_before(match))
    if match.groupdict().get("sep") == "/" and int(day) <= 12 and calendar.published:
        turned = calendar.write_day(year, int(day), str(month))
        first = turned if turned == calendar.published and first != turned else first
    return (
        _interval(first, calendar.write_day(year or (first or "")[:4] or None, month, parts["day2"]))
        if parts.get("day2")
        else first
    )


def _read_signs(match: re.Match[str], calendar: Calendar) -> str | None:
    """A date of East Asia: year, month and day each with its sign, a second day perhaps."""
    parts = match.groupdict()
    month = int(parts["month"])
    first = calendar.write_day(parts["year"], month, parts["day"])
    if not parts.get("day2"):
        return first
    last = int(parts["month2"]) if parts.get("month2") else month
    return _interval(first, calendar.write_day((first or "")[:4] or None, last, parts["day2"]))


def _read_month(match: re.Match[str], calendar: Calendar) -> str | None:
    parts = match.groupdict()
    month = read_months()[parts["month"]] if parts.get("month") else int(parts["number"])
    return calendar.write_day(parts.get("year"), month, None)


def _read_year(match: re.Match[str], calendar: Calendar) -> str | None:
    return match["year"]


def is_meant(rule: str, text: str, language: str | None, match: re.Match[str]) -> bool:
    """Whether a month's name alone is a month: in English it begins with a capital letter and is no "May" of "may be"."""
    if rule == "month" and match.groupdict().get("month") and language in (None, "en"):
        return text[match.start("month")].isupper() or match["month"] not in _WORDS_TOO
    return True


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _by_letter(names: tuple[str, ...]) -> str:
    """Names as one pattern, the longest first, by first letter: a word is tried against few of the hundreds."""
    shelves: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        shelves.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in shelves.items())


def _year_after(name: str) -> str:
    return rf"(?:\s{{0,2}}[,.]?\s{{0,2}}(?:(?:de|del|of|nam|roku|จ.ศ.|พ.ศ.)\s)?(?P<{name}>{_LONG_YEAR})(?!\d))?"


def _list_named() -> list[tuple[str, str]]:
    """Days with a month in words."""
    names = _by_letter(tuple(read_months()))
    month, month2 = rf"(?P<month>{names})(?!\w)\.?", rf"(?P<month2>{names})(?!\w)\.?"
    day, day2 = rf"(?P<day>{_DAY}){_ORDINAL}", rf"(?P<day2>{_DAY}){_ORDINAL}"
    year, year1, year_now = _year_after("year"), _year_after("year1"), rf"(?P<year>{_YEAR})"
    end, begin = r"(?![\d:])(?!\w)", r"(?<![\w.,/\-])"
    weekday = rf"(?:(?:{_by_letter(tuple(read_weekdays()))}),?\s{{1,2}})?"
    article = r"(?:(?:zum|the|o|dia|dias|el|le|il|den|dem)\s)?"
    to = rf"\s{{0,2}}(?:-|–|—|~|/|{_any_of(read_date_words('to'))})\s{{0,2}}{article}{weekday}(?:the\s)?"
    between = rf"(?:\s{{0,2}},\s{{0,2}}{_DAY}{_ORDINAL}){{0,4}},?"
    return [
        ("days of two months", rf"{begin}{day}{_OF}{month}{year1}{to}{day2}{_OF}{month2}{year}"),
        ("days of two months", rf"(?<!\w){month}\s{{1,2}}{day}(?!\d){year1}{to}{month2}\s{{1,2}}{day2}{end}{year}"),
        ("days of a month", rf"{begin}{day}{between}{to}{day2}{_OF}{month}{year}"),
        ("days of a month", rf"(?<!\w){month}\s{{1,2}}{day}{between}{to}{day2}{end}{year}"),
        ("year, month, day", rf"(?<!\w){year_now},?\s{{1,2}}{month}\s{{1,2}}{day}(?!\w)"),
        ("day and month", rf"{begin}{day}{_OF}{month}{year}"),
        ("month and day", rf"(?<!\w){month}\s{{1,2}}{day}(?![\d:])(?!\w){year}"),
    ]  # fmt: skip


def _list_figures() -> list[tuple[str, str]]:
    """Days in figures with their year."""
    year, day, day2 = rf"(?P<year>{_YEAR})", rf"(?P<day>{_DAY})", rf"(?:\.?\s?[-–]\s?(?P<day2>{_DAY}))"
    month, begin = r"(?P<month>1[0-2]|0?[1-9])", r"(?<![\w./\-])"
    return [
        ("figures", rf"{begin}{year}(?P<sep>[-./]){month}(?P=sep){day}(?!\w)(?![-/]\d)"),
        ("figures", rf"{begin}{day}{day2}(?P<sep>[./]){month}(?P=sep){year}(?!\w)"),
        ("figures", rf"{begin}{day}(?P<sep>[-./])(?P<month>{_DAY})(?P=sep){year}(?!\w)(?![-/]\d)"),
        ("figures", rf"(?<!\w)(?:ngay\s)?{day}{day2}?\sthang\s{month}(?:,?\snam)?\s{year}"),
    ]


def _list_signs() -> list[tuple[str, str]]:
    """Days as Chinese, Japanese and Korean write them."""
    to = r"\s?(?:[-–—~〜至到]|から|부터)\s?"
    chinese = rf"(?:(?P<year>{_YEAR})\s?年\s?)?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>{_DAY})\s?[日号]?"
    korean = rf"(?:(?P<year>{_YEAR})\s?년\s?)?(?<!\d)(?P<month>1[0-2]|0?[1-9])\s?월\s?(?P<day>{_DAY})\s?일"
    return [
        (
            "figures",
            rf"{chinese}(?:(?:\([^()]{{1,4}}\))?{to}(?:(?P<month2>1[0-2]|0?[1-9])\s?月\s?)?(?P<day2>{_DAY})\s?[日号])?",
        ),
        ("figures", rf"{korean}(?:(?:\([^()]{{1,4}}\))?{to}(?:(?P<month2>1[0-2]|0?[1-9])\s?월\s?)?(?P<day2>{_DAY})\s?일)?"),
    ]


def _list_short() -> list[tuple[str, str]]:
    """Days and months in figures without a year, where signs around them say that they are."""
    day, day2, month = (
        r"(?P<day>3[01]|[12]\d|0?[1-9])",
        r"(?:[-–](?P<day2>3[01]|[12]\d|0?[1-9]))?",
        r"(?P<month>1[0-2]|0?[1-9])",
    )
    return [
        ("day and month in figures", rf"\({day}{day2}/{month}\)"),
        ("day and month in figures", rf"ngay\s{day}{day2}[/-]{month}(?!\d)"),
    ]


def _list_months() -> list[tuple[str, str]]:
    names = rf"(?P<month>{_by_letter(tuple(read_months()))})(?!\w)\.?"
    return [
        ("month", rf"(?<!\w){names}{_OF}(?P<year>{_LONG_YEAR})(?!\d)"),
        ("month", rf"(?<!\w)(?:{_any_of(read_date_words('before a month'))})[\s-]{names}(?!\s?\d)"),
    ]


def _list_month_numbers() -> list[tuple[str, str]]:
    year = rf"(?P<year>{_YEAR})"
    return [
        ("month", rf"thang\s(?P<number>1[0-2]|0?[1-9])(?:/|\s?nam\s|\s){year}(?!\d)"),
        ("month", rf"{year}\s?[年년]\s?(?P<number>1[0-2]|0?[1-9])\s?[月월]"),
    ]


_YEARS = [("year", rf"(?<![\w.,/–\-$€£])(?<!\d\s-\s)(?<!\d\sto\s)(?P<year>{_YEAR})(?![\w/–\-]|[.,]\d|\s?%|\s(?:-|to)\s\d)")]


@cache
def list_forms() -> tuple[Form, ...]:
    """Every way to write a date, the most exact first."""
    shelves: list[tuple[list[tuple[str, str]], Reader, str]] = [
        (_list_named(), _read_named, "month"), (_list_figures(), _read_numeric, "year"), (_list_signs(), _read_signs, "signs"),
        (_list_short(), _read_numeric, "text"), (_list_months(), _read_month, "month"),
        (_list_month_numbers(), _read_month, "year"), (_YEARS, _read_year, "year"),
    ]  # fmt: skip
    return tuple(Form(rule, re.compile(pattern), read, anchor) for rules, read, anchor in shelves for rule, pattern in rules)

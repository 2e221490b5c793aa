"""Dates of publication as ISO prefixes: from fields, from lines that hold nothing else, from addresses and file names."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from dashboard.knowledge.dates import read_date_words, read_months, read_weekdays
from dashboard.knowledge.folding import fold

_ISO = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=$|[T\s])")
_CLOCK = re.compile(
    r"\b\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?\s*(?:z\b|utc|gmt)?"
    r"\s*(?:[+-]\d{2}:?\d{2})?(?:\s*\([a-z ]{2,40}\))?"
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:\d{4,11})?(?!\d)")
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=/)")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_LINE = 60
# what a page puts between section, date and author, and the head of a dateline: "SEASIDE, Calif., June 21, 2018 –"
_PARTS = re.compile(r"\s?[|·•]\s?")
_DATELINE = re.compile(r"([^\n]{6,75}?)\s?(?:–|—|--|\s-\s|:\s)")
_HEAD, _HEAD_LINES = 1200, 6
_WHOLE = len("2018-06-21")


def iso_prefix(value: object) -> str | None:
    """A field's date as an ISO prefix, or ``None`` where it holds none; what is ambiguous (03/04/2023) is left out."""
    if isinstance(value, datetime.date):  # also datetime
        return value.isoformat()[:10]
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    iso = _ISO.match(text)
    if iso and _exists(iso[0]):
        return iso[0]
    return date_line(text)


def date_line(line: str) -> str | None:
    """The date of a line that holds a date, perhaps with a weekday and a time, and nothing else."""
    if line.isascii() and not _DIGIT.search(line):
        return None
    tokens = _TOKEN.findall(_CLOCK.sub(" ", fold(line))) if len(line) <= _LONGEST_LINE else []
    if not all(token.isdigit() or token in read_months() or _is_beside_a_date(token) for token in tokens):
        return None
    numbers = [token for token in tokens if token.isdigit()]
    months = [read_months()[token] for token in tokens if token in read_months()]
    return _composed(numbers, months, separator="/" in line)


def head_date(body: str) -> str | None:
    """The date of publication near the top of a text: alone on its line, among section and author, or in a dateline."""
    lines = [line.strip() for line in body[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    alone = next(filter(None, map(date_line, lines)), None)
    return alone or next(filter(None, map(_date_among_parts, lines)), None) or next(filter(None, map(_dateline, lines)), None)


def _date_among_parts(line: str) -> str | None:
    parts = _PARTS.split(line) if len(line) <= 2 * _LONGEST_LINE else []
    dates = (date_line(part) for part in parts) if len(parts) > 1 else ()
    return next((date for date in dates if date and len(date) == _WHOLE), None)


def _dateline(line: str) -> str | None:
    """The whole date after a place and before a dash."""
    head = _DATELINE.match(line)
    if head is None or not line[0].isupper():
        return None
    starts = [match.end() for match in re.finditer(r"[,(]", head[1])]
    dates = (date_line(head[1][start:]) for start in starts)
    return next((date for date in dates if date and len(date) == _WHOLE), None)


@lru_cache(maxsize=1 << 12)
def _is_beside_a_date(word: str) -> bool:
    """Whether a word may stand in a date: a weekday, whole or cut ("mon"), or a word that changes nothing."""
    return (
        word in read_date_words("beside")
        or word in "年月日년월일"
        or any(len(word) > 1 and day.startswith(word) for day in read_weekdays())
    )


def _composed(numbers: list[str], months: list[int], *, separator: bool) -> str | None:
    """The ISO prefix of numbers in the order written, one of them a year, and of a named month, if any."""
    years = [number for number in numbers if _YEAR.fullmatch(number)]
    if len(years) != 1 or len(months) > 1 or len(numbers) + len(months) > 3:
        return None
    rest = [int(number) for number in numbers if number != years[0]]
    parts = [*months, *rest] if months or numbers[0] == years[0] else _month_first(rest, separator=separator)
    prefix = "-".join([years[0], *(f"{part:02d}" for part in parts)])
    return prefix if _ISO.fullmatch(prefix) and _exists(prefix) else None


def _month_first(rest: list[int], *, separator: bool) -> list[int]:
    """Month and day of two numbers before a year: day first, but with a slash only where nothing else can be meant."""
    if len(rest) < 2:
        return rest
    if separator and max(rest) <= 12 and rest[0] != rest[1]:
        return []
    return rest if rest[1] > 12 else rest[::-1]


def _exists(prefix: str) -> bool:
    try:
        datetime.date.fromisoformat(prefix + "2000-01-01"[len(prefix) :])
    except ValueError:
        return False
    return True


def address_date(address: str) -> str | None:
    """The date that an address or a file's name carries (``/2024/05/29/``, ``2024-05-29-title``, ``20240529``), or ``None``."""
    address = _ARCHIVED.sub("", address)
    day = _IN_ADDRESS.search(address)
    if day and _exists(f"{day[1]}-{day[3]}-{day[4]}"):
        return f"{day[1]}-{day[3]}-{day[4]}"
    month = _MONTH_IN_ADDRESS.search(address)
    return f"{month[1]}-{month[2]}" if month else None

"""The names of months, weekdays and relative days in the languages that the calendar words cover."""

from __future__ import annotations

from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place


@cache
def _read_calendar(what: str, language: str | None = None) -> dict[str, str]:
    """Flat word to value, for one sort of calendar word, in one language or in all."""
    rows = [row for row in read_rows("calendar_words.csv", ("what", "value", "language", "word")) if row["what"] == what]
    return {fold_in_place(row["word"]): row["value"] for row in rows if language in (None, row["language"])}


@cache
def read_months() -> dict[str, int]:
    """Month names and abbreviations, without case and accents, with the number of the month."""
    return {word: int(value) for word, value in _read_calendar("month").items()}


@cache
def read_weekdays(language: str | None = None) -> dict[str, int]:
    """Weekday names of a language (of all), without case and accents, with the ISO number of the day (Monday is 1)."""
    return {word: int(value) for word, value in _read_calendar("weekday", language).items()}


@cache
def read_relative_days(language: str | None = None) -> dict[str, str]:
    """Words such as "yesterday" or "last week" of a language (of all), without case and accents, with what they mean."""
    return _read_calendar("relative", language)


@cache
def read_date_words(what: str) -> frozenset[str]:
    """Small words of all languages, without case and accents: ``to`` between two days, ``before a month`` as in
    "in May", ``beside`` a date without changing it."""
    return frozenset(_read_calendar(what))

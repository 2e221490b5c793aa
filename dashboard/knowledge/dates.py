"""The names of months, weekdays and relative days in the languages that the calendar words cover."""

from __future__ import annotations

from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.phrases import list_words


@cache
def _read_calendar(what: str) -> dict[str, str]:
    """Flat word to value, for one sort of calendar word."""
    return {list_words(row["word"]).flat: row["value"] for row in read_rows("calendar_words.csv") if row["what"] == what}


@cache
def read_months() -> dict[str, int]:
    """Month names and abbreviations, without case and accents, with the number of the month."""
    return {word: int(value) for word, value in _read_calendar("month").items()}


@cache
def read_weekdays() -> dict[str, int]:
    """Weekday names, without case and accents, with the ISO number of the day (Monday is 1)."""
    return {word: int(value) for word, value in _read_calendar("weekday").items()}


@cache
def read_relative_days() -> dict[str, str]:
    """Words such as "yesterday" or "last week", without case and accents, with the name of what they mean."""
    return _read_calendar("relative")

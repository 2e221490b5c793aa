"""What the dates of one text are counted from, and the days that weekdays and words such as "yesterday" mean then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

# a date without a year may lie this many days from publication before another year fits better
_FAR = 243
# how far from publication a weekday with the number of its day ("Wednesday the 12th") is looked for
_BEHIND, _AHEAD = 31, 62
_WEEK = 7
# dates of Thailand count the years of the Buddhist era
_BUDDHIST, _BUDDHIST_AHEAD = 2500, 543
_FUTURE = re.compile(
    r"\b(?:will|next|upcoming|to be held|takes place|kicks off|begins?|starts?|opens|coming|this coming|akan|depan|mendatang|"
    r"kommende[nrsm]?|nachste[nrsm]?|proxim[oa]s?|prochaine?s?|prossim[oa]|ser[aá]n?|sera|komende|volgende|toi)\b"
)
_PAST = re.compile(
    r"\b(?:last|past|previous|pasad[oa]s?|passad[oa]s?|derniere?s?|vergangene[nrsm]?|letzte[nrsm]?|scors[oa]|lalu|lepas|afgelopen|"
    r"vorige)\b"
)
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_SPANS = {
    "last_week": -7,
    "this_week": 0,
    "next_week": 7,
    "last_month": -30,
    "this_month": 0,
    "next_month": 30,
    "recently": 0,
}
_YEARS = {"this_year": 0, "next_year": 1, "last_year": -1}
_WEEKENDS = frozenset({"this_weekend", "last_weekend", "next_weekend", "weekend"})
_SATURDAY = 6


@dataclass(frozen=True)
class Calendar:
    """The day of publication (an ISO prefix), or what stands for it; ``years`` are those that a text without one names."""

    published: str | None
    years: tuple[int, ...] = ()

    @cached_property
    def day(self) -> date | None:
        """The day to count from, the middle of a month or year where it is no more exact; ``None`` where nothing is known."""
        if not self.published:
            return None
        parts = [int(part) for part in self.published.split("/")[0].split("-")]
        return find_day(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15)

    def year_for(self, month: int, day: int | None, weekday: int | None = None) -> int | None:
        """The year that brings a month (and day) nearest to publication, on that ``weekday`` (ISO) where one is named."""
        if self.day is None:
            return self._year_alone(month, day, weekday)
        own = self.day.year
        near = [found for year in (own - 1, own, own + 1) if (found := find_day(year, month, day or 15))]
        right = [found for found in near if weekday is None or found.isoweekday() == weekday] if day else near
        gaps = {found.year: abs((found - self.day).days) for found in right or near}
        # the year of publication, unless the turn of the year lies between
        return own if not gaps or gaps.get(own, _FAR + 1) <= _FAR else min(gaps, key=lambda year: gaps[year])

    def _year_alone(self, month: int, day: int | None, weekday: int | None) -> int | None:
        """Without a day of publication the year that the text names, or the latest in which the day is that weekday."""
        if weekday is None or day is None:
            return self.years[0] if self.years else None
        latest = date.today().year
        known = max((year for year in self.years if year <= latest), default=latest - 10)
        fits = [year for year in range(known, latest + 1) if (at := find_day(year, month, day)) and at.isoweekday() == weekday]
        if not fits:
            return None
        return fits[0] if self.years else fits[-1]

    def write_day(self, year: str | None, month: int, day: str | None, weekday: int | None = None) -> str | None:
        """An ISO prefix of a month or day whose year may not be written; ``None`` where there is no such day or no year."""
        number = int(day) if day else None
        known = int(year) if year else self.year_for(month, number, weekday)
        if known is None:
            return None
        if known > _BUDDHIST:
            known -= _BUDDHIST_AHEAD
        if number is None:
            return f"{known}-{month:02}"
        whole = find_day(known, month, number)
        return whole.isoformat() if whole else None

    def find_weekday(self, number: int, before: str) -> str | None:
        """The nearest such weekday (ISO) up to publication, or after it where the words ``before`` look ahead."""
        if self.day is None:
            return None
        behind = (self.day.isoweekday() - number) % _WEEK
        if _PAST.search(before):
            behind = behind or _WEEK
        elif _FUTURE.search(before):
            behind = behind - _WEEK if behind else 0
        return (self.day - timedelta(days=behind)).isoformat()

    def find_numbered(self, weekday: int, number: int) -> str | None:
        """The day nearest to publication that is such a weekday and has that number in its month."""
        if self.day is None:
            return None
        start = self.day
        days = (start + timedelta(days=gap) for gap in sorted(range(-_BEHIND, _AHEAD), key=abs))
        return next((day.isoformat() for day in days if day.isoweekday() == weekday and day.day == number), None)

    def find_relative(self, meaning: str, before: str) -> str | None:
        """The date that a word such as "yesterday" (``yesterday``) or "this weekend" (``this_weekend``) means."""
        if self.day is None:
            return None
        if meaning in _DAYS:
            return (self.day + timedelta(days=_DAYS[meaning])).isoformat()
        if meaning in _SPANS:
            return (self.day + timedelta(days=_SPANS[meaning])).isoformat()[:7]
        if meaning in _WEEKENDS:
            return self._weekend(self.day, meaning, before)
        return str(self.day.year + _YEARS[meaning])

    def _weekend(self, day: date, meaning: str, before: str) -> str:
        """Saturday and Sunday: those of the week, or the last ones where it has just begun and nothing looks ahead."""
        ahead = (_SATURDAY - day.isoweekday()) % _WEEK if day.isoweekday() <= _SATURDAY else -1
        if meaning == "last_weekend" or (meaning == "weekend" and ahead > 0):
            ahead = ahead - _WEEK if ahead > -1 else ahead
        elif meaning == "this_weekend" and day.isoweekday() <= 2 and not _FUTURE.search(before):
            ahead -= _WEEK
        elif meaning == "next_weekend" and ahead <= 2:
            ahead += _WEEK
        saturday = day + timedelta(days=ahead)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def find_day(year: int, month: int, day: int) -> date | None:
    """That day, or ``None`` where there is none, such as 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

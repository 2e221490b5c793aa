"""Events counted by year, quarter or month of their begin, as exactly as it is known, and how far the last period was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection import Slice, kind_name
from dashboard.selection.matrices import GOALS, KINDS, chosen, kinds, picked
from dashboard.selection.naming import list_goals
from dashboard.tables import Tables
from dashboard.words import _, write_date

# Periods of each sort in a year.
IN_YEAR = {"year": 1, "quarter": 4, "month": 12}
# What stands in a key for events without a date, and for those of which the year alone is known where months are asked for.
UNDATED, YEAR_ONLY = "0", "year"
# Tables in use and about to replace them, in three sorts of periods.
_KEPT = 6


@dataclass(frozen=True)
class _Calendar:
    """The period of each event: 0 undated, 1 year only, from 2 on the periods from ``first`` on; ``size`` numbers in all."""

    period: str
    first: int
    size: int
    numbers: npt.NDArray[np.int32]

    def codes(self) -> list[str]:
        """What stands in keys for each number."""
        return [UNDATED, YEAR_ONLY, *(_code(self.period, self.first + place) for place in range(self.size - 2))]


def _code(period: str, place: int) -> str:
    """A period, counted from year 0 on, in a key: ``2019``, ``2019-Q2``, ``2019-05``."""
    year, rest = divmod(place, IN_YEAR[period])
    return str(year) if period == "year" else f"{year}-Q{rest + 1}" if period == "quarter" else f"{year}-{rest + 1:02d}"


def _day(prefix: str) -> int:
    """The first day of an ISO prefix as a number such as 20190529."""
    return int((prefix + "-01-01")[:10].replace("-", ""))


def _place(period: str, day: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """The period of days such as 20190529, counted from year 0 on."""
    days = np.asarray(day, dtype=np.int64)
    each = IN_YEAR[period]
    return np.asarray(days // 10_000 * each + (days // 100 % 100 - 1) * each // 12)


@lru_cache(maxsize=_KEPT)
def _calendar(tables: Tables, period: str) -> _Calendar:
    begin = tables.events["start"].fillna(tables.events["end"])
    dated = tables.days[:, 1] > 0
    known = dated & ((period == "year") | (begin.str.len().fillna(0).to_numpy() > 4))
    places = np.where(known, _place(period, tables.days[:, 0]), 0)
    first, last = (int(places[known].min()), int(places[known].max())) if known.any() else (1, 0)
    numbers = np.where(known, places - first + 2, np.where(dated, 1, 0)).astype(np.int32)
    return _Calendar(period, first, last - first + 3, numbers)


def count_periods_by_kind(part: Slice, period: str = "year") -> pd.DataFrame:
    """Events by kind and by the period in which they began; a period without a row has none of the kind.

    ``place`` counts periods from year 0 on, -1 without a date, -2 where the year alone is known and months are asked for;
    ``remark`` says that a period is not read to its end. ``attrs`` tells the sort of period, and which is the last one read.
    """
    calendar = _calendar(part.tables, period)
    kind, number = (np.asarray(picked(each, part), dtype=np.int64) for each in (kinds(part.tables), calendar.numbers))
    counts = np.bincount((kind + 1) * calendar.size + number, minlength=(len(KINDS) + 1) * calendar.size)
    named: dict[str, Sequence[Any]] = {"kind": KINDS, "kind_name": [kind_name(each) for each in KINDS]}
    return _frame(part, calendar, counts.reshape(-1, calendar.size)[1:], named)


def count_periods_by_goal(part: Slice, period: str = "year") -> pd.DataFrame:
    """Events by goal and by the period in which they began, as ``count_periods_by_kind``; in each goal of an event."""
    tables = part.tables
    calendar = _calendar(tables, period)
    links = chosen(tables.goal_matrix, part)
    number = np.repeat(picked(calendar.numbers, part), np.diff(links.indptr))
    counts = np.bincount(links.indices * calendar.size + number, minlength=len(GOALS) * calendar.size)
    goals = list_goals(tables).sort_values("goal")
    named: dict[str, Sequence[Any]] = {"goal": GOALS, "title": goals["title"].to_list(), "colour": goals["colour"].to_list()}
    return _frame(part, calendar, counts.reshape(-1, calendar.size), named)


def _frame(part: Slice, calendar: _Calendar, counts: npt.NDArray[np.int64], named: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Counts above 0 as rows, newest period first, then most; what is ``named`` of each row of ``counts`` begins with its code.

    ``attrs["since"]`` is the begin of the period asked for, if events began before.
    """
    rows, numbers = np.nonzero(counts)
    events = counts[rows, numbers]
    order = np.lexsort((rows, -events, -numbers))
    rows, numbers, events = rows[order], numbers[order], events[order]
    codes, newest = calendar.codes(), part.tables.about.newest
    last, whole = _last_read(calendar.period, newest)
    used = np.unique(numbers).tolist()
    names = {number: _name(calendar.period, codes[number]) for number in used}
    remarks = {number: _remark(number + calendar.first - 2 if number > 1 else -1, last, whole, newest) for number in used}
    columns: dict[str, Any] = {name: _take(values, rows) for name, values in named.items()}
    places = np.where(numbers > 1, numbers + calendar.first - 2, -1 - numbers)
    columns |= {"period": _take(codes, numbers), "period_name": _take(names, numbers), "place": places, "events": events}
    keys = [f"{each}|{code}" for each, code in zip(next(iter(columns.values())), columns["period"].tolist(), strict=True)]
    frame = pd.DataFrame({"key": pd.array(keys, dtype="str"), **columns, "remark": _take(remarks, numbers)})
    said: dict[Any, Any] = {"period": calendar.period, "last_read": last, "whole": whole, "newest": newest}
    since = part.selection.since
    begun = _place(calendar.period, _day(since)) if since else 0
    frame.attrs = said | ({"since": since} if ((places >= 0) & (places < begun)).any() else {})
    return frame


def _take(values: Sequence[Any] | Mapping[int, Any], places: npt.NDArray[np.int64]) -> Any:
    """The values at these places as a column."""
    taken = [values[place] for place in places.tolist()]
    every = values.values() if isinstance(values, Mapping) else values
    return np.array(taken, dtype=np.int64) if isinstance(next(iter(every), ""), int) else pd.array(taken, dtype="str")


def list_period_names(period: str, places: Iterable[int]) -> list[str]:
    """Periods, counted from year 0 on, in words."""
    return [_name(period, _code(period, place)) for place in places]


def _name(period: str, code: str) -> str:
    """A period in words: ``May 2019``."""
    if code in (UNDATED, YEAR_ONLY):
        return _("No date") if code == UNDATED else _("Year only")
    if period == "quarter":
        year, _dash, quarter = code.partition("-Q")
        return _("Q{quarter} {year}").format(quarter=quarter, year=year)
    return write_date(code)


def _last_read(period: str, newest: str | None) -> tuple[int, bool]:
    """The period of the newest article read, and whether it is read to its end; 0 where no article has a date."""
    if not newest:
        return 0, True
    place = int(_place(period, _day(newest)))
    following = np.datetime64(newest) + 1 if len(newest) == 10 else None
    whole = following is not None and int(_place(period, int(str(following).replace("-", "")))) > place
    return place, whole


def _remark(place: int, last: int, whole: bool, newest: str | None) -> str:
    """That a period is not read to its end, or lies after all that was read; nothing where it is whole."""
    if not last or place < last or (place == last and whole):
        return ""
    if place == last:
        return _("incomplete: read until {date}").format(date=write_date(str(newest)))
    return _("after the newest article read")


def list_within(tables: Tables, code: str) -> npt.NDArray[np.bool_]:
    """Which events began in a period, by what stands for it in keys (``2019-Q2``); none where it means nothing."""
    period = "quarter" if "-Q" in code else "month" if "-" in code or code == YEAR_ONLY else "year"
    calendar = _calendar(tables, period)
    codes = calendar.codes()
    return np.asarray(calendar.numbers == (codes.index(code) if code in codes else -1))

"""What charts of time share: where periods and days stand on an axis, and how far they are read."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.charts.theme import SMALL, Look, plain, wrap
from dashboard.measures.periods import IN_YEAR, list_period_names
from dashboard.words import _, write_date

DAY = 86_400_000
# Dragging over a chart of time chooses a period.
BRUSHED = {"dragmode": "select", "selectdirection": "h"}
# A legend below everything else, which nobody can switch marks off with.
FOOTED = {"yref": "container", "y": 0, "yanchor": "bottom", "x": 0, "itemclick": False, "itemdoubleclick": False}
# Beyond as many columns their numbers would run into one another.
NUMBERED = 24
# As many names fit under a chart on a telephone.
_TICKS = 5
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, eq=False)
class Scale:
    """Where periods stand: ``at`` the middle of each in periods from the first, and the horizontal ``axis``.

    ``columns`` counts the periods from first to last, without those that stand apart because their date is not known so well;
    ``narrow`` and ``broad`` are how wide the columns of both are, and ``flat`` by how much the broad ones are lower: beside
    many slim columns the same area stands for an event. ``ends`` names the years of the first and last column.
    """

    at: Mapping[int, float]
    axis: Mapping[str, object]
    columns: int
    narrow: float
    broad: float
    flat: float
    ends: Mapping[float, str]

    def height(self, place: int, count: float) -> float:
        """How high the column of a place is."""
        return count if place >= 0 else count / self.flat

    def widths(self, places: list[int]) -> float | list[float]:
        """How wide the columns of these places are."""
        return [self.narrow if place >= 0 else self.broad for place in places] if min(places) < 0 else self.narrow


@dataclass(frozen=True, eq=False)
class Reading:
    """The line that says which marks are lighter since their period is not read to its end, and the pixels it takes."""

    notes: list[dict[str, object]]
    room: int


def scale_of(frame: pd.DataFrame, period: str) -> Scale:
    """The scale of a frame of periods; what has no date, or none so exact, stands beyond a gap."""
    known = sorted(place for place in frame["place"].unique().tolist() if place >= 0)
    first, last = (known[0], known[-1]) if known else (0, -1)
    span = last - first + 1
    at = {place: float(place - first) for place in known}
    ticks, end, gap = _period_ticks(period, first, span), span - 1.0, max(1.6, span / 6)
    for place, name in ((-2, _("Year only")), (-1, _("No date"))):
        if (frame["place"] == place).any():
            end += gap
            at[place] = end
            ticks[end] = wrap(name, 5, 2)
    right = end + (gap / 2 if end >= span else 0.6)
    axis = {
        "tickvals": list(ticks), "ticktext": list(ticks.values()), "range": [-0.6, right], "tickangle": 0,
        "showgrid": period != "year" and bool(known),
    }  # fmt: skip
    ends = _ends(period, first, last) if known else {}
    narrow, broad = (0.78, 0.78) if span <= NUMBERED else (0.9, span / 14)
    return Scale(at, axis, span, narrow, broad, broad / narrow, ends)


def _ends(period: str, first: int, last: int) -> dict[float, str]:
    """The years of the first and last column; under the middle where they are one."""
    begin, end = (str(place // IN_YEAR[period]) for place in (first, last))
    return {(last - first) / 2: begin} if begin == end else {0.0: begin, float(last - first): end}


def _period_ticks(period: str, first: int, span: int) -> dict[float, str]:
    """Names of a few years: under their column, or where they begin; of single months where there are few."""
    if span <= 0:
        return {}
    each = IN_YEAR[period]
    if span < 2 * each:
        step = -(-span // 4)
        places = range(first, first + span, step)
        return {
            float(place - first): wrap(name, 9, 3)
            for place, name in zip(places, list_period_names(period, places), strict=True)
        }
    years = range(-(-first // each), (first + span - 1) // each + 1)
    step = next(step for step in _STEPS if (len(years) - 1) / step < _TICKS)
    shift = 0 if each == 1 else 0.5
    return {year * each - first - shift: str(year) for year in years if year % step == 0}


def read_until(frame: pd.DataFrame, look: Look, width: int = 56) -> Reading:
    """Quiet lines of ``width`` characters at the right above the marks: what is lighter, what began earlier; or nothing."""
    words = "<br>".join(_wrap_evenly(said, width) for said in (_state_earlier(frame), _state_reading(frame)) if said)
    return Reading([_note(words, look)], 18 * (words.count("<br>") + 1) + 6) if words else Reading([], 0)


def _wrap_evenly(words: str, width: int) -> str:
    """Words in as few lines as ``width`` characters allow, none of them much shorter than the others."""
    lines = wrap(words, width, 4).count("<br>") + 1
    return wrap(words, width if lines == 1 else len(words) // lines + 8, 4)


def _state_earlier(frame: pd.DataFrame) -> str:
    """That events stand where they began, which may be before the period that was asked for; empty where none does."""
    since = frame.attrs.get("since")
    return _("Before {date}: events that began earlier and went on.").format(date=write_date(since)) if since else ""


def _state_reading(frame: pd.DataFrame) -> str:
    """That the marks of a period are lighter since it was not read to its end; empty where all are whole."""
    later = frame[frame["remark"] != ""]
    if later.empty:
        return ""
    date = write_date(frame.attrs["newest"])
    last = later.loc[later["place"] == frame.attrs["last_read"], "period_name"]
    if last.empty:
        return _("Lighter: after the newest article read, of {date}.").format(date=date)
    return _("Lighter: {period} is incomplete, read until {date}.").format(period=last.iloc[0], date=date)


def reading_line(newest: str | None, right: float, look: Look) -> dict[str, list[dict[str, object]]]:
    """A dotted line at the day of the newest article and the words for it, unless it lies beyond the ``right`` end."""
    if not newest or len(newest) < 10 or (end := milliseconds([newest])[0]) > right:
        return {"shapes": [], "annotations": []}
    line = {"color": look.quiet, "width": 1, "dash": "dot"}
    shape = {"type": "line", "x0": end, "x1": end, "y0": 0, "y1": 1, "yref": "paper", "line": line, "layer": "below"}
    words = plain(_("read until {date}").format(date=write_date(newest)))
    return {"shapes": [shape], "annotations": [_note(words, look)]}


def _note(words: str, look: Look) -> dict[str, object]:
    """Quiet words (already inert) at the right above the marks."""
    return {
        "text": words, "x": 1, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom",
        "align": "right", "yshift": 8, "showarrow": False, "borderpad": 0, "font": {"color": look.quiet, "size": SMALL},
    }  # fmt: skip


def stack_rows(begins: list[float], ends: list[float], room: float) -> list[int]:
    """A row for each bar so that none covers another; each takes ``room`` at least."""
    rows = [0] * len(begins)
    free: list[int] = []  # rows that are free again
    taken: list[tuple[float, int]] = []  # until when others are taken
    for number in sorted(range(len(begins)), key=lambda each: (begins[each], each)):
        while taken and taken[0][0] <= begins[number]:
            heapq.heappush(free, heapq.heappop(taken)[1])
        rows[number] = heapq.heappop(free) if free else len(taken)
        heapq.heappush(taken, (max(ends[number], begins[number] + room), rows[number]))
    return rows


def milliseconds(days: Iterable[str]) -> list[float]:
    """ISO days as milliseconds since 1970, which Plotly's date axes count in."""
    numbers: list[int] = np.array(list(days), dtype="datetime64[D]").astype(np.int64).tolist()
    return [float(number * DAY) for number in numbers]


def date_text(start: Any, end: Any) -> str:
    """When something happened, exactly as far as it is known: one date, or begin and end."""
    if pd.isna(start):
        return _("No date")
    begin = plain(write_date(str(start)))
    return begin if pd.isna(end) or end == start else f"{begin} – {plain(write_date(str(end)))}"

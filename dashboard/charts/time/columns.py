"""Columns of periods, parted by kind or goal: one trace a part, lighter where a period is not read to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts.theme import Look, events_text, faded, hoverable, marks, plain
from dashboard.charts.time.scale import NUMBERED, Scale
from dashboard.words import write_number

# How much of its colour a column keeps whose period is not read to its end.
_LIGHTER = 0.3


@dataclass(frozen=True, eq=False)
class Part:
    """One kind or goal over all periods: its code, name (already inert) and colour, and column by column what is counted.

    A ``hatched`` part shares its hue with another; ``other`` ones share one grey and one name; ``numbered`` ones are known by
    a number that can be written into their columns.
    """

    code: Any
    name: str
    colour: str
    hatched: bool = False
    other: bool = False
    numbered: bool = False
    keys: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def fill_parts(frame: pd.DataFrame, column: str, parts: Mapping[Any, Part], apart: bool = True) -> list[Part]:
    """The parts with the rows of the frame; without ``apart`` only those of a known period, and only parts that have any.

    Oldest first: a legend takes its colour from the first column, which must not be one that is lighter.
    """
    columns = (frame[name].tolist()[::-1] for name in (column, "key", "place", "events", "period_name", "remark"))
    for code, key, place, count, period, remark in zip(*columns, strict=True):
        if apart or place >= 0:
            part = parts[code]
            part.keys.append(key)
            part.places.append(place)
            part.counts.append(count)
            part.periods.append(period)
            part.remarks.append(remark)
    return [part for part in parts.values() if part.keys]


def column_trace(
    part: Part, look: Look, scale: Scale, shift: float = 0, further: Callable[[int, int], str] | None = None
) -> dict[str, Any]:
    """The columns of one part without their heights; ``further`` is one more line of a hover box, by place and count."""
    hovers = [
        f"{plain(period)}<br>{events_text(count)}" + (f"<br>{plain(remark)}" if remark else "")
        for period, count, remark in zip(part.periods, part.counts, part.remarks, strict=True)
    ]
    if further:
        lines = map(further, part.places, part.counts)
        hovers = [f"{hover}<br>{line}" for hover, line in zip(hovers, lines, strict=True)]
    fill: str | list[str] = part.colour
    if any(part.remarks):
        light = faded(part.colour, _LIGHTER)
        fill = [light if remark else part.colour for remark in part.remarks]
    return {
        "type": "bar",
        "x": compact([scale.at[place] + shift for place in part.places]),
        "width": scale.widths(part.places),
        "marker": {"color": fill, "line": {"color": look.edge(part.colour), "width": 1 if scale.columns <= NUMBERED else 0.5}},
        "customdata": marks(part.keys, hovers),
        "meta": part.name.replace("<br>", " "),
        **hoverable(look),
        "hovertemplate": "<b>%{meta}</b>, %{customdata[1]}<extra></extra>",
    }


def compact(values: Iterable[float]) -> npt.NDArray[np.float32]:
    """Numbers as Plotly sends them in fewest characters."""
    return np.fromiter(values, dtype=np.float32)


def legible(numbers: Iterable[int], columns: int, room: int) -> bool:
    """Whether numbers have room above so many columns on a telephone: ``room`` characters side by side."""
    return columns <= NUMBERED and columns * max(len(write_number(number)) for number in numbers) <= room


def number_trace(x: list[float], y: list[float], numbers: list[str], look: Look) -> dict[str, Any]:
    """Small numbers above columns."""
    return {
        "type": "scatter", "mode": "text", "x": x, "y": y, "text": numbers, "textposition": "top center", "cliponaxis": False,
        "textfont": {"color": look.quiet, "size": 10}, "hoverinfo": "skip", "showlegend": False,
        "unselected": {"textfont": {"color": look.quiet}},
    }  # fmt: skip

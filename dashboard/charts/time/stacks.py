"""Periods as stacked columns, by number or as shares of a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from dashboard.charts import drawing as go
from dashboard.charts.theme import Look, base_figure, events_text, ink_on
from dashboard.charts.time.columns import Part, column_trace, compact, legible, number_trace
from dashboard.charts.time.scale import BRUSHED, FOOTED, NUMBERED, Reading, Scale
from dashboard.words import _, write_number, write_percent

# Pixels of the columns, of what stands above and of the axis below; the legend begins under it, however many lines it takes.
_HEIGHT, _ABOVE, _AXIS = 324, 12, 44
# As many characters of numbers stand side by side above columns on a telephone.
_CHARACTERS = 36


def draw_stack(parts: list[Part], look: Look, scale: Scale, reading: Reading, share: bool) -> go.Figure:
    """All parts of a period upon one another, as they are or as shares of it; its number above it."""
    totals = _total(parts)
    further = _share_of(totals, parts[0].numbered) if share or scale.columns <= NUMBERED else None
    traces, named = [], False
    for part in parts:
        trace = column_trace(part, look, scale, further=further)
        heights = zip(part.places, part.counts, strict=True)
        trace["y"] = compact(count / totals[place] if share else scale.height(place, count) for place, count in heights)
        traces.append(trace | _legend_entry(part, named) | _set_apart(trace["marker"], part, look, scale))
        named |= part.other
    tops = {place: 1.0 if share else scale.height(place, total) for place, total in totals.items()}
    traces.append(_number(totals, tops, look, scale, share))
    foot = 136 if parts[0].numbered else 84
    return base_figure(
        look, traces, height=_HEIGHT + _ABOVE + _AXIS + foot + reading.room,
        margin={"t": _ABOVE + reading.room, "b": _AXIS + foot}, barmode="stack",
        uniformtext={"mode": "hide", "minsize": 9}, showlegend=True,
        legend=FOOTED | {"yref": "paper", "y": -_AXIS / _HEIGHT, "yanchor": "top", "traceorder": "normal"},
        annotations=reading.notes, xaxis=scale.axis,
        yaxis={"range": [0, max(tops.values()) * 1.06], "nticks": 5, "tickformat": ".0%" if share else ",d"},
        **BRUSHED,
    )  # fmt: skip


def _total(parts: list[Part]) -> Counter[int]:
    """How many events all parts of each period have."""
    totals: Counter[int] = Counter()
    for part in parts:
        totals.update(dict(zip(part.places, part.counts, strict=True)))
    return totals


def _number(totals: Counter[int], tops: dict[int, float], look: Look, scale: Scale, share: bool) -> Any:
    """The number of each period above its column, or of every second one; else only those of the columns that stand apart."""
    step = 1 if legible(totals.values(), scale.columns, _CHARACTERS) else 2
    roomy = legible(totals.values(), scale.columns, step * _CHARACTERS)
    last = max(totals)
    shown = [place for place in totals if (place < 0 and (roomy or not share)) or (roomy and (last - place) % step == 0)]
    numbers = [write_number(totals[place]) for place in shown]
    return number_trace([scale.at[place] for place in shown], [tops[place] for place in shown], numbers, look)


def _share_of(totals: Counter[int], numbered: bool) -> Callable[[int, int], str]:
    """The line of a hover box that says which share of its period a part is."""
    words = _("{percent} of all goals counted") if numbered else _("{percent} of {whole}")
    return lambda place, count: words.format(percent=write_percent(count / totals[place]), whole=events_text(totals[place]))


def _legend_entry(part: Part, named: bool) -> dict[str, object]:
    """How a part stands in the legend: under its name, the others under one."""
    if part.other:
        return {"name": _("Other goals"), "showlegend": not named, "legendgroup": "others"}
    return {"name": part.name, "showlegend": True}


def _set_apart(marker: dict[str, Any], part: Part, look: Look, scale: Scale) -> dict[str, object]:
    """What sets a part apart beside its hue: a gap of paper, hatching, and the number of a goal where there is room."""
    few = scale.columns <= NUMBERED
    own: dict[str, object] = {"marker": marker | {"line": {"color": look.paper, "width": 1 if few else 0.3}}}
    if part.hatched:
        pattern = {"shape": "/", "fgcolor": look.paper, "fillmode": "overlay", "size": 5, "solidity": 0.25}
        own["marker"] = marker | {"line": {"color": look.paper, "width": 1 if few else 0.3}, "pattern": pattern}
    if part.numbered and few:
        own |= {
            "text": [str(part.code)] * len(part.keys), "textposition": "inside", "textangle": 0, "insidetextanchor": "middle",
            "textfont": {"size": 10, "color": [look.ink if remark else ink_on(part.colour) for remark in part.remarks]},
        }  # fmt: skip
    return own

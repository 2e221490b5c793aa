"""Flows from country through goal to country, as ribbons of three columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    empty_figure,
    events_text,
    faded,
    hoverable,
    marks,
    plain,
    wrap,
    write_note,
)
from dashboard.words import ngettext, write_number

# Across the chart: where blocks of the left column end, those of goals begin and end, and those of the right column begin.
_LEFT, _NEAR, _FAR, _RIGHT = 0.012, 0.475, 0.525, 0.988
# Pixels: of all ribbons together, of a line of text, and between the blocks of one column.
_RIBBONS, _LINE, _GAP = 330, 16, 6
# Letters of a line above a goal.
_LETTERS = 29
# Where on either half of a ribbon a mark lies.
_HANDLES = (0.25, 0.75)
_Span = tuple[float, float]


@dataclass(frozen=True)
class _Flow:
    """One row of the frame: its ends and its goal by code, how many events, and what it is called."""

    key: str
    ends: tuple[str, int, str]
    events: int
    names: tuple[str, str, str]
    colour: str


@dataclass(frozen=True)
class _Plan:
    """Where everything lies from top to bottom, in pixels: blocks by column, and both ends of both halves of each flow."""

    blocks: tuple[dict[Any, _Span], dict[Any, _Span], dict[Any, _Span]]
    left: list[tuple[_Span, _Span]]
    right: list[tuple[_Span, _Span]]
    depth: float


def draw_flows(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries left and right, goals in their colours between them; a ribbon is as wide as the events that it stands for."""
    if frame.empty:
        return empty_figure(look)
    columns = ("key", "country_a", "goal", "country_b", "events", "name_a", "title", "name_b", "colour")
    rows = zip(*(frame[name].tolist() for name in columns), strict=True)
    flows = [_Flow(key, (a, goal, b), count, names, hue) for key, a, goal, b, count, *names, hue in rows]  # type: ignore[arg-type]
    plan = _plan(flows)
    figure = base_figure(
        look,
        [*_labels(flows, plan, look), _handles(flows, plan, look)],
        shapes=[*_ribbons(flows, plan, look), *_blocks(flows, plan, look)],
        height=round(plan.depth) + 26,
        margin={"t": 8, "b": 8, "l": 8, "r": 8},
        xaxis={"visible": False, "range": [0, 1]},
        yaxis={"visible": False, "range": [plan.depth + 8, -2]},
    )
    others = int(frame.attrs.get("others", 0))
    if others:
        write_note(
            figure, look, ngettext("and %s thinner flow", "and %s thinner flows", others) % write_number(others), below=True
        )
    return figure


def _plan(flows: Sequence[_Flow]) -> _Plan:
    """Goals by number, countries by the mean place of their goals so that ribbons cross less; columns in the middle."""
    unit = _RIBBONS / sum(flow.events for flow in flows)
    goals = sorted({flow.ends[1] for flow in flows})
    orders: tuple[list[Any], ...] = (_order(flows, 0, goals), goals, _order(flows, 2, goals))
    stacks = [_stack(flows, column, orders, unit) for column in range(3)]
    depth = max(span[1] for blocks in stacks for span in blocks.values())
    blocks = [_centre(each, depth) for each in stacks]
    places = [{value: number for number, value in enumerate(order)} for order in orders]
    left, right = (
        list(
            zip(
                _slots(flows, blocks[side], (side, 1, 2 - side), places, unit),
                _slots(flows, blocks[1], (1, side, 2 - side), places, unit),
                strict=True,
            )
        )
        for side in (0, 2)
    )
    return _Plan((blocks[0], blocks[1], blocks[2]), left, right, depth)


def _order(flows: Sequence[_Flow], column: int, goals: Sequence[int]) -> list[str]:
    weight, events = defaultdict[str, float](float), defaultdict[str, int](int)
    for flow in flows:
        code = str(flow.ends[column])
        weight[code] += goals.index(flow.ends[1]) * flow.events
        events[code] += flow.events
    return sorted(weight, key=lambda code: (weight[code] / events[code], code))


def _stack(flows: Sequence[_Flow], column: int, orders: Sequence[Sequence[Any]], unit: float) -> dict[Any, _Span]:
    """The blocks of a column from top to bottom, with room for a line of text beside a country and above a goal."""
    blocks: dict[Any, _Span] = {}
    top = 0.0
    heads = {flow.ends[1]: _LINE * (1 + _head(flow.ends[1], flow.names[1]).count("<br>")) for flow in flows}
    for value in orders[column]:
        tall = sum(flow.events for flow in flows if flow.ends[column] == value) * unit
        pad = 0.0 if column == 1 else max(0.0, (_LINE - tall) / 2)
        top += heads[value] if column == 1 else 0
        blocks[value] = (top + pad, top + pad + tall)
        top += tall + 2 * pad + _GAP
    return blocks


def _centre(blocks: Mapping[Any, _Span], depth: float) -> dict[Any, _Span]:
    """A column moved down to the middle of the chart."""
    down = (depth - max(span[1] for span in blocks.values())) / 2
    return {value: (top + down, low + down) for value, (top, low) in blocks.items()}


def _slots(
    flows: Sequence[_Flow], blocks: Mapping[Any, _Span], by: Sequence[int], places: Sequence[Mapping[Any, int]], unit: float
) -> list[_Span]:
    """Where each flow meets its block in the column ``by[0]``: flows of one block in the order of what they lead to."""
    column = by[0]
    order = sorted(range(len(flows)), key=lambda row: tuple(places[each][flows[row].ends[each]] for each in by))
    begins = {value: span[0] for value, span in blocks.items()}
    found: dict[int, _Span] = {}
    for row in order:
        value, tall = flows[row].ends[column], flows[row].events * unit
        found[row] = (begins[value], begins[value] + tall)
        begins[value] += tall
    return [found[row] for row in range(len(flows))]


def _ribbons(flows: Sequence[_Flow], plan: _Plan, look: Look) -> list[dict[str, Any]]:
    """Both halves of each flow as one path in the colour of its goal, with an edge that stands out from the paper."""
    opacity = 0.5 if look.name == "light" else 0.75
    return [
        {
            "type": "path",
            "path": _band((_LEFT, one), (_NEAR, near)) + _band((_FAR, far), (_RIGHT, other)),
            "fillcolor": faded(flow.colour, opacity),
            "line": {"width": 0.7, "color": look.edge(flow.colour)},
            "layer": "below",
        }
        for flow, (one, near), (other, far) in zip(flows, plan.left, plan.right, strict=True)
    ]


def _band(one: tuple[float, _Span], other: tuple[float, _Span]) -> str:
    (x, (top, low)), (far, (far_top, far_low)) = one, other
    middle = (x + far) / 2
    there = f"M{x:.3f},{top:.1f}C{middle:.3f},{top:.1f} {middle:.3f},{far_top:.1f} {far:.3f},{far_top:.1f}"
    return f"{there}V{far_low:.1f}C{middle:.3f},{far_low:.1f} {middle:.3f},{low:.1f} {x:.3f},{low:.1f}Z"


def _blocks(flows: Sequence[_Flow], plan: _Plan, look: Look) -> list[dict[str, Any]]:
    colours = {flow.ends[1]: flow.colour for flow in flows}
    edges = ((0.0, _LEFT), (_NEAR, _FAR), (_RIGHT, 1.0))
    return [
        {"type": "rect", "x0": x0, "x1": x1, "y0": round(top, 1), "y1": round(low, 1), "layer": "below",
         "fillcolor": (hue := colours.get(value, look.quiet)), "line": {"width": 1, "color": look.edge(hue)}}
        for blocks, (x0, x1) in zip(plan.blocks, edges, strict=True) for value, (top, low) in blocks.items()
    ]  # fmt: skip


def _handles(flows: Sequence[_Flow], plan: _Plan, look: Look) -> go.Scatter:
    """Transparent marks on each ribbon, to point at and click."""
    points: list[tuple[float, float]] = []
    for (one, near), (other, far) in zip(plan.left, plan.right, strict=True):
        points += [*_along((_LEFT, one), (_NEAR, near)), *_along((_FAR, far), (_RIGHT, other))]
    times = len(points) // len(flows)
    return go.Scatter(
        x=[x for x, _y in points], y=[y for _x, y in points], mode="markers",
        marker={"size": 12, "color": "rgba(0,0,0,0)"},
        customdata=[mark for mark in marks([flow.key for flow in flows], map(_hover, flows)) for _time in range(times)],
        **hoverable(look),
    )  # fmt: skip


def _hover(flow: _Flow) -> str:
    one, title, other = flow.names
    return f"<b>{plain(one)} – {plain(other)}</b><br>{flow.ends[1]} {wrap(title)}<br>{events_text(flow.events)}"


def _along(one: tuple[float, _Span], other: tuple[float, _Span]) -> list[tuple[float, float]]:
    (x, begin), (far, end) = ((place, _middle(span)) for place, span in (one, other))
    return [(round(x + share * (far - x), 3), round(begin + _ease(share) * (end - begin), 1)) for share in _HANDLES]


def _middle(span: _Span) -> float:
    return (span[0] + span[1]) / 2


def _ease(share: float) -> float:
    """How far down a curve is that leaves and arrives level."""
    return share * share * (3 - 2 * share)


def _head(goal: int, title: str) -> str:
    """What stands above a goal: number and name, in lines that fit between the names of countries on a telephone."""
    return wrap(f"{goal} {title}", _LETTERS, 2).replace(f"{goal} ", f"<b>{goal}</b> ", 1)


def _labels(flows: Sequence[_Flow], plan: _Plan, look: Look) -> list[go.Scatter]:
    """Names beside the outer columns, number and name above each goal, all with a halo of paper where they lie on ribbons."""
    halo = {"color": look.ink, "size": SMALL, "shadow": ", ".join([f"0 0 3px {look.paper}"] * 4)}
    traces = []
    for column, x, place in ((0, _LEFT, "middle right"), (1, 0.5, "top center"), (2, _RIGHT, "middle left")):
        names = {flow.ends[column]: flow.names[column] for flow in flows}
        blocks = plan.blocks[column]
        texts = [_head(code, names[code]) if column == 1 else plain(names[code], 16) for code in blocks]
        heights = [round(span[0] if column == 1 else _middle(span), 1) for span in blocks.values()]
        traces.append(
            go.Scatter(
                x=[x] * len(texts), y=heights, text=texts, mode="text", textposition=place, textfont=halo,
                cliponaxis=False, hoverinfo="skip", showlegend=False,
            )
        )  # fmt: skip
    return traces

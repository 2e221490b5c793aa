"""The network of institutions: links as lines, institutions as marks, communities as colours and shapes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    classes,
    empty_figure,
    events_text,
    faded,
    hoverable,
    marks,
    plain,
    write_note,
)
from dashboard.words import _, ngettext, write_number, write_pair

# As many institutions are named beside their marks; all are named when pointed at.
_NAMED = 24
_LARGEST, _SMALLEST = 30, 8
# Pixels of the narrowest chart, where names must not touch, of the chart's height, of a letter and of a line.
_WIDTH, _HEIGHT, _LETTER, _LINE = 334, 620, 6.8, 15
# What is shown around the outermost marks, as a share of what they span: room for names, on both sides of a circle more.
_AROUND, _BESIDE = 0.07, 0.62
# A shape beside each hue, so that communities are told apart without colour; the smaller ones share a grey disc.
_SHAPES = ("circle", "square", "diamond", "triangle-up", "pentagon", "star", "cross", "hexagram")
# Where a name may stand, and by how much its middle is then off the mark, in halves of its width and in lines.
_SIDES: Mapping[str, tuple[float, float]] = {
    "top center": (0, 1), "bottom center": (0, -1), "middle right": (1, 0), "middle left": (-1, 0),
}  # fmt: skip


def draw_network(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Institutions as marks by their events with partners, joined by lines, wider for more events; both can be clicked."""
    if frame.empty:
        return empty_figure(look)
    said, frame = frame.attrs, frame.copy(deep=False)
    frame.attrs = {}  # pandas copies them with every column that is taken
    nodes = _list_nodes(frame)
    ranges = _ranges(nodes, around=bool(said.get("centre")))
    nodes["label"], nodes["side"] = _label(nodes, ranges)
    figure = base_figure(
        look,
        [*_lines(frame, look), _handles(frame, look), *_institutions(nodes, said, look)],
        height=_HEIGHT,
        margin={"t": 8, "b": 8, "l": 8, "r": 8},
        dragmode="pan",
        legend={"y": 1, "yref": "paper", "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False, "tracegroupgap": 0,
                "itemsizing": "constant"},
        xaxis={"visible": False, "range": ranges[0], "fixedrange": False},
        yaxis={"visible": False, "range": ranges[1], "fixedrange": False},
    )  # fmt: skip
    _note(figure, said, look)
    return figure


def _list_nodes(frame: pd.DataFrame) -> pd.DataFrame:
    """The institutions at either end of the links, each once, those with most events first."""
    columns = ["institution", "name", "acronym", "x", "y", "community", "events"]
    ends = [frame[[f"{column}_{end}" for column in columns]].set_axis(columns, axis=1) for end in ("a", "b")]
    nodes = pd.concat(ends).drop_duplicates("institution")
    return nodes.sort_values(["events", "institution"], ascending=[False, True], ignore_index=True)


def _ranges(nodes: pd.DataFrame, around: bool) -> tuple[list[float], list[float]]:
    """What is shown across and down."""
    shown = []
    for axis, room in (("x", _BESIDE if around else _AROUND), ("y", _AROUND)):
        low, high = float(nodes[axis].min()), float(nodes[axis].max())
        span = (high - low) or 1.0
        shown.append([low - room * span, high + room * span])
    return shown[0], shown[1]


def _lines(frame: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """Links in at most four widths, each width one trace."""
    bounds = classes(frame["events"].to_list(), 4)
    ends: list[tuple[list[float | None], list[float | None]]] = [([], []) for _bound in bounds]
    columns = (frame[name].round(3).to_list() for name in ("x_a", "x_b", "y_a", "y_b"))
    for count, x_a, x_b, y_a, y_b in zip(frame["events"], *columns, strict=True):
        x, y = ends[sum(count >= bound for bound in bounds) - 1]
        x += [x_a, x_b, None]
        y += [y_a, y_b, None]
    return [
        go.Scatter(
            x=x, y=y, mode="lines", hoverinfo="skip", showlegend=False,
            line={"width": 0.8 + 1.4 * place, "color": faded(look.quiet, 0.35 + 0.15 * place)},
        )
        for place, (x, y) in enumerate(ends)
    ]  # fmt: skip


def _handles(frame: pd.DataFrame, look: Look) -> go.Scatter:
    """A transparent mark half-way on each link, to point at and click."""
    hovers = [
        f"<b>{plain(a, 44)}<br>{plain(b, 44)}</b><br>{events_text(count)}"
        for a, b, count in zip(frame["name_a"], frame["name_b"], frame["events"], strict=True)
    ]
    x, y = (((frame[f"{axis}_a"] + frame[f"{axis}_b"]) / 2).round(3).to_list() for axis in "xy")
    return go.Scatter(
        x=x, y=y, mode="markers", marker={"size": 11, "color": "rgba(0,0,0,0)"}, customdata=marks(frame["key"], hovers),
        **hoverable(look),
    )  # fmt: skip


def _institutions(nodes: pd.DataFrame, said: Mapping[Any, Any], look: Look) -> list[go.Trace]:
    """A trace for each community that has a hue, the largest first, one for the rest, and one for the institution selected."""
    centre, known = said.get("centre"), said.get("leaders", {})
    top = float(nodes["events"].max())
    groups = nodes["community"].where(nodes["community"].between(0, len(_SHAPES) - 1), len(_SHAPES))
    groups = groups.mask(nodes["institution"] == centre, -1)
    traces: list[go.Trace] = []
    for number, own in nodes.groupby(groups):
        rank = int(str(number))
        name = (
            _("around {leader}").format(leader=plain(known.get(rank, ""), 32)) if rank < len(_SHAPES) else _("smaller circles")
        )
        hue = (*look.categorical, look.neutral)[rank] if rank >= 0 else look.accent
        shape = (*_SHAPES, "circle")[rank] if rank >= 0 else "circle"
        traces.append(_trace(own, top, look).update(name=name, showlegend=rank >= 0, marker={"color": hue, "symbol": shape}))
    return traces


def _trace(nodes: pd.DataFrame, top: float, look: Look) -> go.Scatter:
    label = _("With partners")
    hovers = [
        f"<b>{plain(name, 60)}</b><br>{write_pair(label, events_text(count))}"
        for name, count in zip(nodes["name"], nodes["events"], strict=True)
    ]
    return go.Scatter(
        x=nodes["x"].round(3).to_list(), y=nodes["y"].round(3).to_list(), mode="markers+text",
        customdata=marks(nodes["institution"], hovers),
        marker={"size": [round(max(_SMALLEST, _LARGEST * math.sqrt(count / top)), 1) for count in nodes["events"]],
                "line": {"color": look.paper, "width": 1}, "opacity": 1},
        text=nodes["label"].to_list(),
        textposition=nodes["side"].to_list(),
        textfont={"size": SMALL, "color": look.ink, "shadow": ", ".join([f"0 0 3px {look.paper}"] * 4)},
        **hoverable(look),
    )  # fmt: skip


def _label(nodes: pd.DataFrame, ranges: tuple[Sequence[float], Sequence[float]]) -> tuple[list[str], list[str]]:
    """What stands beside each mark and on which side: acronyms where they tell institutions apart, nothing where it would
    cover another name or leave the chart, even a narrow one.
    """
    shared = nodes["acronym"].duplicated(keep=False)
    across, down = (
        ((nodes[axis] - low) / (high - low) * pixels).to_list()
        for axis, (low, high), pixels in (("x", ranges[0], _WIDTH), ("y", ranges[1], _HEIGHT))
    )
    points = list(zip(across, down, strict=True))
    labels, sides, taken = list[str](), list[str](), list[tuple[float, float, float]]()
    for name, acronym, alike, (x, y) in zip(nodes["name"], nodes["acronym"], shared, points, strict=True):
        short = _shorten(name, acronym, alike)
        half = len(short) * _LETTER / 2
        stands = {side: (x + step * (half + 12), y + lines * (_LINE + 2)) for side, (step, lines) in _SIDES.items()}
        free = [side for side, place in stands.items() if len(taken) < _NAMED and _is_free(*place, half, taken)]
        side = min(free, key=lambda each: _count_covered(stands[each], half, points), default="")
        labels.append(short if side else "")
        sides.append(side or "top center")
        taken += [(*stands[side], half)] if side else []
    return labels, sides


def _shorten(name: str, acronym: object, alike: bool) -> str:
    """An institution's acronym, unless another here has the same, else its name cut to what fits."""
    return plain(acronym if isinstance(acronym, str) and acronym and not alike else name, 28)


def _count_covered(place: tuple[float, float], half: float, points: Sequence[tuple[float, float]]) -> int:
    """How many marks a name with its middle here would cover."""
    return sum(abs(x - place[0]) < half and abs(y - place[1]) < _LINE / 2 for x, y in points)


def _is_free(x: float, y: float, half: float, taken: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a name with its middle here stays on the chart and off the names that are there."""
    inside = (half <= x <= _WIDTH - half or half > _WIDTH / 2) and 0 <= y <= _HEIGHT
    return inside and all(abs(y - other) > _LINE or abs(x - centre) > half + beside + 4 for centre, other, beside in taken)


def _note(figure: go.Figure, said: Mapping[Any, Any], look: Look) -> None:
    others, links = (int(said.get(name, 0)) for name in ("others", "links"))
    if others or links:
        words = ngettext("%s more institution", "%s more institutions", others) % write_number(others)
        left_out = _("Left out: {institutions}, {links} weaker links").format(institutions=words, links=write_number(links))
        write_note(figure, look, left_out, below=True)

"""The network of institutions: links as lines, institutions as circles, communities as colours."""

from __future__ import annotations

import math

import numpy as np
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
from dashboard.words import _, ngettext

# As many institutions are named beside their circles; all are named when pointed at.
_NAMED = 26
_LARGEST, _SMALLEST = 30, 7
# A letter's width and a line's height as shares of the chart, on a screen of middling width.
_LETTER, _LINE = 0.0095, 0.032
_HEIGHT = 620


def draw_network(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Institutions as circles by their events with partners, joined by lines, wider for more events; both can be clicked."""
    if frame.empty:
        return empty_figure(look)
    nodes = _list_nodes(frame)
    traces = [*_lines(frame, look), _handles(frame, look), _circles(nodes, look)]
    figure = base_figure(look, traces, height=_HEIGHT, margin={"t": 8, "b": 8, "l": 8, "r": 8}, dragmode="pan")
    span_x, span_y = (max(nodes[axis].max() - nodes[axis].min(), 1.0) for axis in ("x", "y"))
    for axis, span, update in (("x", span_x, figure.update_xaxes), ("y", span_y, figure.update_yaxes)):
        edges = [nodes[axis].min() - 0.08 * span, nodes[axis].max() + 0.08 * span]
        update(visible=False, range=edges, fixedrange=False)
    _note(figure, frame, look)
    return figure


def _list_nodes(frame: pd.DataFrame) -> pd.DataFrame:
    """The institutions at either end of the links, each once, those with most events first."""
    columns = ["institution", "name", "acronym", "x", "y", "community", "events"]
    ends = [frame[[f"{column}_{end}" for column in columns]].set_axis(columns, axis=1) for end in ("a", "b")]
    nodes = pd.concat(ends).drop_duplicates("institution")
    return nodes.sort_values(["events", "institution"], ascending=[False, True], ignore_index=True)


def _lines(frame: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """Links in at most four widths, each width one trace."""
    bounds = classes(frame["events"].to_list(), 4)
    tops = [*bounds[1:], math.inf]
    lines = []
    for place, (low, high) in enumerate(zip(bounds, tops, strict=True)):
        rows = frame[(frame["events"] >= low) & (frame["events"] < high)]
        ends = [
            [value for pair in zip(rows[f"{axis}_a"], rows[f"{axis}_b"], strict=True) for value in (*pair, None)]
            for axis in "xy"
        ]
        width, colour = 0.8 + 1.4 * place, faded(look.quiet, 0.35 + 0.15 * place)
        lines.append(
            go.Scatter(
                x=ends[0], y=ends[1], mode="lines", line={"width": width, "color": colour}, hoverinfo="skip", showlegend=False
            )
        )
    return lines


def _handles(frame: pd.DataFrame, look: Look) -> go.Scatter:
    """A transparent mark half-way on each link, to point at and click."""
    hovers = [
        f"<b>{plain(a, 60)}<br>{plain(b, 60)}</b><br>{events_text(count)}"
        for a, b, count in zip(frame["name_a"], frame["name_b"], frame["events"], strict=True)
    ]
    return go.Scatter(
        x=(frame["x_a"] + frame["x_b"]) / 2, y=(frame["y_a"] + frame["y_b"]) / 2, mode="markers",
        marker={"size": 11, "color": "rgba(0,0,0,0)"}, customdata=marks(frame["key"], hovers), **hoverable(look),
    )  # fmt: skip


def _circles(nodes: pd.DataFrame, look: Look) -> go.Scatter:
    top = nodes["events"].max()
    hues = [look.categorical[number] if 0 <= number < len(look.categorical) else look.neutral for number in nodes["community"]]
    hovers = [
        f"<b>{plain(name, 60)}</b><br>{_('With partners')}: {events_text(count)}"
        for name, count in zip(nodes["name"], nodes["events"], strict=True)
    ]
    return go.Scatter(
        x=nodes["x"], y=nodes["y"], mode="markers+text", customdata=marks(nodes["institution"], hovers),
        marker={"size": [max(_SMALLEST, _LARGEST * math.sqrt(count / top)) for count in nodes["events"]], "color": hues,
                "line": {"color": look.paper, "width": 1}, "opacity": 1},
        text=_label(nodes),
        textposition="top center",
        textfont={"size": SMALL, "color": look.ink, "shadow": ", ".join([f"0 0 3px {look.paper}"] * 4)},
        **hoverable(look),
    )  # fmt: skip


def _label(nodes: pd.DataFrame) -> list[str]:
    """What stands beside the circles: acronyms where they tell institutions apart, nothing where it would cover another."""
    shared = nodes["acronym"].duplicated(keep=False)
    labels, taken = [], list[tuple[float, float, float]]()
    across, down = (nodes[axis] / (np.ptp(nodes[axis]) or 1.0) for axis in ("x", "y"))
    for name, acronym, alike, x, y in zip(nodes["name"], nodes["acronym"], shared, across, down, strict=True):
        short = plain(acronym if isinstance(acronym, str) and acronym and not alike else name, 24)
        half = len(short) * _LETTER / 2
        free = all(abs(y - other) > _LINE or abs(x - centre) > half + beside for centre, other, beside in taken)
        named = free and len(taken) < _NAMED
        taken += [(x, y, half)] if named else []
        labels.append(short if named else "")
    return labels


def _note(figure: go.Figure, frame: pd.DataFrame, look: Look) -> None:
    others, links = (int(frame.attrs.get(name, 0)) for name in ("others", "links"))
    if others or links:
        words = ngettext("%s more institution", "%s more institutions", others) % f"{others:,}"
        write_note(
            figure,
            look,
            _("Left out: {institutions}, {links} weaker links").format(institutions=words, links=f"{links:,}"),
            below=True,
        )

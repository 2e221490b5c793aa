"""Goals in their official colours, always with number and name."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    empty_figure,
    events_text,
    goal_label,
    hoverable,
    label,
    marks,
    plain,
    wrap,
)
from dashboard.words import _


def draw_goals(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events per goal: full where the text names the goal, hatched where it is inferred from the subject."""
    if not frame["events"].sum():
        return empty_figure(look)
    keys = [_key(look, _("named in the text"), ""), _key(look, _("inferred from the subject"), "/")]
    labels = [
        label(f"<b>{goal}</b>  {plain(title, 48)}", look, x=0, y=place + 0.08, yshift=2)
        for place, goal, title in zip(range(len(frame)), frame["goal"], frame["title"], strict=True)
    ]
    traces = [*_goal_bars(frame, look), *keys]
    figure = base_figure(
        look, traces, annotations=labels, height=70 + 40 * len(frame), barmode="stack", margin={"t": 34, "b": 8}
    )
    figure.update_xaxes(visible=False, range=[0, frame["events"].max() * 1.2])
    figure.update_yaxes(visible=False, range=[len(frame) - 0.4, -0.6])
    figure.update_layout(legend={"y": 1, "yref": "paper", "yanchor": "bottom", "traceorder": "normal", "itemclick": False})
    return figure


def _goal_bars(frame: pd.DataFrame, look: Look) -> list[go.Bar]:
    """Both parts of each goal's bar, the second followed by both numbers."""
    words = _("%(stated)d name the goal, %(inferred)d only bear on it")
    hovers = [
        f"<b>{goal} {wrap(title)}</b><br>{events_text(total)}<br>" + words % {"stated": stated, "inferred": inferred}
        for goal, title, stated, inferred, total in zip(
            *(frame[column] for column in ("goal", "title", "stated", "inferred", "events")), strict=True
        )
    ]
    shared = hoverable(look) | {
        "y": list(range(len(frame))),
        "orientation": "h",
        "width": 0.28,
        "offset": 0.08,
        "cliponaxis": False,
        "constraintext": "none",
        "customdata": marks(frame["goal"], hovers),
    }
    line = {"color": look.quiet, "width": 0.6}
    hatch = {
        "shape": "/",
        "size": 5,
        "solidity": 0.35,
        "fgcolor": frame["colour"],
        "bgcolor": look.paper,
        "fillmode": "replace",
    }
    numbers = [f"{stated:,} + {inferred:,}" for stated, inferred in zip(frame["stated"], frame["inferred"], strict=True)]
    return [
        go.Bar(x=frame["stated"], marker={"color": frame["colour"], "line": line}, **shared),
        go.Bar(
            x=frame["inferred"],
            marker={"color": frame["colour"], "line": line, "pattern": hatch},
            text=numbers,
            textposition="outside",
            textfont={"color": look.ink, "size": SMALL},
            **shared,
        ),
    ]


def _key(look: Look, words: str, shape: str) -> go.Bar:
    """An entry of the legend in grey, since every bar has its own colour."""
    pattern = {"shape": shape, "size": 5, "solidity": 0.35, "fgcolor": look.quiet, "bgcolor": look.paper, "fillmode": "replace"}
    return go.Bar(
        x=[None],
        y=[None],
        name=words,
        hoverinfo="skip",
        marker={"color": look.quiet, "line": {"color": look.quiet, "width": 1}, "pattern": pattern},
    )


def draw_goals_by_region(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events by goal (rows) and region (columns), each cell with its number."""
    if not frame["events"].sum():
        return empty_figure(look)
    regions = list(dict.fromkeys(frame["region"]))
    names = dict(zip(frame["region"], frame["region_name"], strict=True))
    goals = frame.drop_duplicates("goal").sort_values("goal")
    row = {goal: place for place, goal in enumerate(goals["goal"])}
    hovers = [
        f"<b>{goal} {wrap(title)}</b><br>{plain(region)}<br>{events_text(count)}"
        for goal, title, region, count in zip(*(frame[c] for c in ("goal", "title", "region_name", "events")), strict=True)
    ]
    cells = _cells(
        frame, [regions.index(region) for region in frame["region"]], [row[goal] for goal in frame["goal"]], hovers, look
    )
    ground = _ground(np.ones((len(goals), len(regions)), dtype=bool), look)
    figure = _grid([ground, *cells], goals, look)
    figure.update_xaxes(
        tickvals=list(range(len(regions))),
        ticktext=[plain(names[region]) for region in regions],
        autotickangles=[0, -45, -90],
        range=[-0.5, len(regions) - 0.5],
    )
    return figure


def draw_goals_together(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Pairs of goals that the same events bear on, in the lower half of a grid; both axes carry numbers, the rows names too."""
    if frame.empty:
        return empty_figure(look)
    ends = [
        frame[[f"goal_{end}", f"title_{end}", f"colour_{end}"]].set_axis(["goal", "title", "colour"], axis=1) for end in "ab"
    ]
    goals = pd.concat(ends).drop_duplicates("goal").sort_values("goal", ignore_index=True)
    place = {goal: number for number, goal in enumerate(goals["goal"])}
    hovers = [
        f"<b>{a} {wrap(title_a)}</b><br><b>{b} {wrap(title_b)}</b><br>{events_text(count)}"
        for a, title_a, b, title_b, count in zip(
            *(frame[column] for column in ("goal_a", "title_a", "goal_b", "title_b", "events")), strict=True
        )
    ]
    columns, rows = ([place[goal] for goal in frame[f"goal_{end}"]] for end in "ab")
    below = np.tri(len(goals), k=-1, dtype=bool)
    figure = _grid([_ground(below, look), *_cells(frame, columns, rows, hovers, look)], goals, look)
    numbers = [
        f'{goal}<br><span style="color:{plain(colour)}">■</span>'
        for goal, colour in zip(goals["goal"], goals["colour"], strict=True)
    ]
    figure.update_xaxes(tickvals=list(range(len(goals))), ticktext=numbers, range=[-0.5, len(goals) - 1.5], tickangle=0)
    figure.update_yaxes(range=[len(goals) - 0.5, 0.5])
    return figure


def _ground(cells: npt.NDArray[np.bool_], look: Look) -> go.Heatmap:
    """Pale cells where a count could stand and none is found."""
    pale = [(0, look.land_outside), (1, look.land_outside)]
    return go.Heatmap(z=np.where(cells, 0.0, np.nan), colorscale=pale, showscale=False, hoverinfo="skip", xgap=2, ygap=2)


def _cells(
    frame: pd.DataFrame, columns: list[int], rows: list[int], hovers: list[str], look: Look
) -> list[go.Heatmap | go.Scatter]:
    """Cells with their number, shaded by its root, lest a strong one dull the rest; a transparent mark takes clicks."""
    shade = np.full((max(rows) + 1, max(columns) + 1), np.nan)
    shade[rows, columns] = [math.sqrt(count) or np.nan for count in frame["events"]]
    shared = {"showscale": False, "hoverinfo": "skip", "xgap": 2, "ygap": 2}
    heat = go.Heatmap(z=shade, colorscale=look.colorscale, zmin=0, **shared)
    limit = (np.nanmax(shade) * 0.6) ** 2
    numbers = go.Scatter(
        x=columns,
        y=rows,
        mode="markers+text",
        text=[f"{count:,}" if count else "" for count in frame["events"]],
        textfont={"size": 11, "color": [look.paper if count > limit else look.ink for count in frame["events"]]},
        marker={"size": 18, "symbol": "square", "color": "rgba(0,0,0,0)"},
        customdata=marks(frame["key"], hovers),
        **hoverable(look),
    )
    return [heat, numbers]


def _grid(traces: list[go.Heatmap | go.Scatter], goals: pd.DataFrame, look: Look) -> go.Figure:
    """A grid with one row a goal, named at the left, columns named above."""
    figure = base_figure(look, traces, height=60 + 34 * len(goals), margin={"t": 40, "b": 8})
    names = [goal_label(*row) for row in zip(goals["goal"], goals["title"], goals["colour"], strict=True)]
    figure.update_yaxes(
        range=[len(goals) - 0.5, -0.5],
        tickvals=list(range(len(goals))),
        ticktext=names,
        showgrid=False,
        tickfont={"color": look.ink, "size": SMALL},
        ticklabelstandoff=4,
    )
    figure.update_xaxes(side="top", showgrid=False, tickfont={"color": look.ink, "size": SMALL})
    return figure

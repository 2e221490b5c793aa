"""Goals as bars in their official colours, always with number and name."""

from __future__ import annotations

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import SMALL, Look, base_figure, empty_figure, events_text, hoverable, label, marks, plain, wrap
from dashboard.words import _, write_number


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
    line = {"color": look.quiet, "width": 1}
    hatch = {
        "shape": "/",
        "size": 5,
        "solidity": 0.35,
        "fgcolor": frame["colour"],
        "bgcolor": look.paper,
        "fillmode": "replace",
    }
    numbers = [
        f"{write_number(stated)} + {write_number(inferred)}"
        for stated, inferred in zip(frame["stated"], frame["inferred"], strict=True)
    ]
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

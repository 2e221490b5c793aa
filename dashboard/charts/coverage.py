"""What was read, drawn: by year, and the countries of each part of the world by what is known of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SIZE,
    SMALL,
    Look,
    articles_text,
    base_figure,
    empty_figure,
    hoverable,
    marks,
    plain,
    wrap,
)
from dashboard.words import ngettext, write_number

_ROW = 24


def draw_published(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Grey bars: articles by the year they were published, those without a date apart at the right."""
    if frame.empty:
        return empty_figure(look)
    names, counts = frame["year_name"].to_list(), frame["articles"].to_list()
    hovers = [f"<b>{plain(name)}</b><br>{articles_text(count)}" for name, count in zip(names, counts, strict=True)]
    places = [place + (0.6 if not year else 0) for place, year in enumerate(frame["year"])]
    bars = go.Bar(
        x=places, y=counts, marker={"color": look.neutral}, customdata=marks(frame["key"], hovers), **hoverable(look)
    )  # fmt: skip
    figure = base_figure(look, [bars], height=280, bargap=0.25, margin={"t": 12, "b": 8})
    step = max(1, len(names) // 8)
    shown = [number for number in range(len(names)) if number % step == 0 or not names[number].isdigit()]
    figure.update_xaxes(
        tickvals=[places[number] for number in shown], ticktext=[plain(names[number]) for number in shown], showgrid=False
    )
    figure.update_yaxes(rangemode="tozero", nticks=5, tickformat=",d")
    return figure


def draw_silence(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries of each subregion in three parts: events found (full), none found (hatched), not read about (open)."""
    if frame.empty:
        return empty_figure(look)
    places = {subregion: place for place, subregion in enumerate(dict.fromkeys(frame["subregion"]))}
    names = dict(zip(frame["subregion"], frame["name"], strict=True))
    traces = []
    for state, marker in _markers(look).items():
        rows = frame[frame["state"] == state]
        if rows.empty:
            continue
        counts = rows["countries"].to_list()
        traces.append(
            go.Bar(
                x=counts, y=rows["subregion"].map(places).to_list(), orientation="h", width=0.7, marker=marker,
                name=plain(rows["state_name"].iloc[0]), text=[write_number(count) for count in counts], textposition="inside",
                insidetextanchor="middle", textangle=0, constraintext="none",
                textfont={"size": SMALL, "color": look.paper if state == "found" else look.ink},
                customdata=marks(rows["key"], _hovers(rows)), **hoverable(look) | {"showlegend": True},
            )
        )  # fmt: skip
    figure = base_figure(look, traces, height=64 + _ROW * len(places), barmode="stack", margin={"t": 8, "b": 8})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(
        range=[len(places) - 0.4, -0.6], tickvals=list(places.values()), showgrid=False, ticklabelstandoff=4,
        ticktext=[plain(names[subregion], 30) for subregion in places], tickfont={"color": look.ink, "size": SIZE},
    )  # fmt: skip
    figure.update_layout(
        legend={
            "y": 0, "yref": "paper", "yanchor": "top", "traceorder": "normal", "itemclick": False, "itemdoubleclick": False,
        }
    )  # fmt: skip
    return figure


def _markers(look: Look) -> dict[str, dict[str, Any]]:
    """The three states, told apart by pattern and outline, not by colour alone."""
    line = {"color": look.quiet, "width": 1}
    hatch = {"shape": "/", "size": 6, "solidity": 0.12, "fgcolor": look.quiet, "bgcolor": look.paper, "fillmode": "replace"}
    return {
        "found": {"color": look.sequential[4], "line": line},
        "none": {"color": look.paper, "line": line, "pattern": hatch},
        "unread": {"color": look.paper, "line": line},
    }


def _hovers(rows: pd.DataFrame) -> list[str]:
    """How many countries there are, and which."""
    columns = (rows["name"], rows["state_name"], rows["countries"], rows["names"])
    return [
        f"<b>{plain(name)}</b>: {plain(state)}<br>"
        + ngettext("{n} country or area", "{n} countries and areas", count).format(n=count)
        + f"<br>{wrap(names, 60, 6)}"
        for name, state, count, names in zip(*columns, strict=True)
    ]

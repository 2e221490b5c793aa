"""One thing beside others on one scale: shares of goals against a region or a country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SIZE,
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
    share_ticks,
    wrap,
)
from dashboard.words import _, ngettext, write_number, write_percent

_ROW = 31


def draw_against(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Share of a subject's events by goal (dot, with the range that chance allows), beside those around it (ring, stroke)."""
    said = frame.attrs
    if frame.empty or not said["own_of"]:
        return empty_figure(look)
    if frame["own_share"].isna().all():
        words = _("{name}: of {n} a share would say little. The table has the numbers.")
        return _say(words.format(name=said["own_name"], n=_events_with_goal(said["own_of"])), look)
    groups = [prefix for prefix in ("near", "far") if frame[f"{prefix}_share"].notna().any()]
    hovers = _hover_against(frame, groups)
    rows = list(range(len(frame)))
    traces = [_range(frame, rows, look)]
    for prefix in groups:
        sign = _stroke if prefix == groups[-1] else _ring
        traces.append(_signs(frame[f"{prefix}_share"], rows, marks(frame["key"], hovers), _with_n(said, prefix), sign(look)))
    own = {"size": 10, "color": look.sequential[4], "line": {"width": 1.5, "color": look.paper}}
    traces.append(_signs(frame["own_share"], rows, marks(frame["key"], hovers), _with_n(said, "own"), own))
    for trace in traces[1:]:
        trace.update(hoverable(look) | {"showlegend": True})
    figure = base_figure(look, traces, height=96 + _ROW * len(rows), margin={"t": 30, "b": 8})
    names = [goal_label(*row, width=30) for row in zip(frame["goal"], frame["title"], frame["colour"], strict=True)]
    _set_rows(figure, rows, names, look)
    shares = frame[["high", *(f"{prefix}_share" for prefix in groups)]]
    top = max(10.0, float(shares.max().max()))
    figure.update_xaxes(range=[-0.015 * top, 1.03 * top], side="top", **share_ticks(top))
    figure.update_layout(legend={"y": 0, "yref": "paper", "yanchor": "top"})
    return figure


def _say(words: str, look: Look) -> go.Figure:
    """A quiet sentence in place of marks."""
    figure = base_figure(look, height=120, xaxis={"visible": False}, yaxis={"visible": False})
    quiet = {"color": look.quiet, "size": SIZE}
    figure.add_annotation(
        label(wrap(words, 48), look, x=0, y=0.5, xref="paper", yref="paper", yanchor="middle") | {"font": quiet}
    )
    return figure


def _events_with_goal(count: int) -> str:
    return ngettext("{n} event with a goal", "{n} events with a goal", count).format(n=write_number(count))


def _with_n(said: Mapping[Any, Any], prefix: str) -> str:
    """What a sign of the legend stands for: a name, and of how many events."""
    return _("{name} (n = {n})").format(name=plain(said[f"{prefix}_name"], 40), n=write_number(said[f"{prefix}_of"]))


def _ring(look: Look) -> dict[str, object]:
    return {"size": 10, "color": look.paper, "line": {"color": look.quiet, "width": 1.8}}


def _stroke(look: Look) -> dict[str, object]:
    return {"symbol": "line-ns", "size": 15, "color": look.ink, "line": {"width": 2.2, "color": look.ink}}


def _range(frame: pd.DataFrame, rows: Sequence[int], look: Look) -> go.Scatter:
    """Lines between the ends of each range."""
    return go.Scatter(
        x=[end for low, high in zip(frame["low"], frame["high"], strict=True) for end in (low, high, None)],
        y=[place for row in rows for place in (row, row, None)],
        mode="lines",
        line={"color": look.sequential[3], "width": 6},
        hoverinfo="skip",
        name=_("range that chance allows"),
    )


def _signs(
    values: pd.Series, rows: Sequence[int], customdata: list[list[str]], name: str, marker: dict[str, object]
) -> go.Scatter:
    return go.Scatter(
        x=values.to_list(), y=list(rows), mode="markers", customdata=customdata, name=name, marker=marker, cliponaxis=False
    )  # fmt: skip


def _hover_against(frame: pd.DataFrame, groups: Sequence[str]) -> list[str]:
    """The goal, then each group with its share and number."""
    words = _("{name}: {share}, {n}")
    hovers = [f"<b>{goal} {wrap(title)}</b>" for goal, title in zip(frame["goal"], frame["title"], strict=True)]
    for prefix in ("own", *groups):
        name = plain(frame.attrs[f"{prefix}_name"], 46)
        lines = zip(frame[f"{prefix}_share"], frame[f"{prefix}_events"], strict=True)
        told = [words.format(name=name, share=write_percent(share / 100), n=events_text(count)) for share, count in lines]
        hovers = [f"{hover}<br>{line}" for hover, line in zip(hovers, told, strict=True)]
    return hovers


def _set_rows(figure: go.Figure, rows: Sequence[int], names: Sequence[str], look: Look) -> None:
    figure.update_yaxes(
        range=[len(rows) - 0.4, -0.6], tickvals=list(rows), ticktext=list(names), showgrid=False,
        tickfont={"color": look.ink, "size": SMALL}, ticklabelstandoff=8,
    )  # fmt: skip

"""Measured accuracy: figures with their uncertainty beside what people reach, and whether confidence comes true."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import SIZE, Look, base_figure, empty_figure, hoverable, marks, plain
from dashboard.words import _, ngettext, write_number

_ROW = 26


def draw_accuracy(frame: pd.DataFrame, look: Look) -> go.Figure:
    """F1 of each field (dot) with its 95 % interval (line), and where two annotators agree (upright stroke)."""
    if frame.empty:
        return empty_figure(look)
    places = list(range(len(frame)))
    hovers = [_describe(*row) for row in zip(*(frame[name] for name in ("name", "f1", "low", "high", "people")), strict=True)]
    shared = hoverable(look) | {"mode": "markers", "y": places, "customdata": marks(frame["field"], hovers), "showlegend": True}
    between = go.Scatter(
        x=_joined(frame["low"].to_list(), frame["high"].to_list()), y=_joined(places, places), mode="lines", hoverinfo="skip",
        name=_("95 of 100 resamples"), line={"color": look.sequential[3], "width": 6},
    )  # fmt: skip
    figures = go.Scatter(x=frame["f1"], name=_("F1"), marker={"size": 9, "color": look.sequential[5]}, **shared)
    stroke = {"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": look.ink}, "color": look.ink}
    people = go.Scatter(x=frame["people"], name=_("two annotators agree"), marker=stroke, **shared)
    figure = base_figure(look, [between, figures, people], height=84 + _ROW * len(places), margin={"t": 34, "b": 8})
    figure.update_xaxes(range=[-0.01, 1.02], side="top", tickvals=[0, 0.25, 0.5, 0.75, 1], tickformat=".2f")
    figure.update_yaxes(
        range=[len(places) - 0.4, -0.6], tickvals=places, ticktext=[plain(name, 26) for name in frame["name"]],
        showgrid=False, tickfont={"color": look.ink, "size": SIZE}, ticklabelstandoff=8,
    )  # fmt: skip
    figure.update_layout(legend={"y": 0, "yref": "paper", "yanchor": "top"})
    return figure


def _joined(starts: Sequence[float], ends: Sequence[float]) -> list[float | None]:
    """The ends of lines one after another, with a gap after each."""
    return [value for pair in zip(starts, ends, strict=True) for value in (*pair, None)]


def _describe(name: str, f1: float, low: float, high: float, people: float) -> str:
    lines = [
        f"<b>{plain(name)}</b>",
        _("F1 {f1:.2f}, in 95 of 100 resamples {low:.2f} to {high:.2f}").format(f1=f1, low=low, high=high),
    ]
    lines += [] if pd.isna(people) else [_("two annotators agree at {people:.2f}").format(people=people)]
    return "<br>".join(lines)


def draw_reliability(frame: pd.DataFrame, look: Look) -> go.Figure:
    """The share of values that is right for each tenth of confidence; on the dotted line, confidence comes true.

    The area of a mark tells how many values it stands for.
    """
    if frame.empty:
        return empty_figure(look)
    counts = [_("{n} given about {confidence:.0%}: {right:.0%} are right") for _each in frame["n"]]
    hovers = [
        ngettext("{n} value", "{n} values", n).format(n=write_number(n))
        + "<br>"
        + words.format(n=write_number(n), confidence=given, right=right)
        for words, n, given, right in zip(counts, frame["n"], frame["confidence"], frame["right"], strict=True)
    ]
    ideal = go.Scatter(
        x=[0, 1], y=[0, 1], mode="lines", line={"dash": "dot", "color": look.quiet, "width": 1}, hoverinfo="skip",
        name=_("comes true exactly"),
    )  # fmt: skip
    most = max(frame["n"])
    found = go.Scatter(
        x=frame["confidence"], y=frame["right"], name=_("measured"),
        customdata=marks(frame.index, hovers),
        **hoverable(look) | {"mode": "lines+markers", "showlegend": True},
        line={"color": look.sequential[4], "width": 1.5},
        marker={"color": look.sequential[5], "size": [7 + 17 * (n / most) ** 0.5 for n in frame["n"]], "opacity": 1},
    )  # fmt: skip
    figure = base_figure(look, [ideal, found], height=400, margin={"t": 12, "b": 8})
    figure.update_xaxes(range=[-0.03, 1.05], tickformat=".0%", title_text=_("confidence given"))
    figure.update_yaxes(range=[-0.03, 1.07], tickformat=".0%", title_text=_("share that is right"))
    figure.update_layout(legend={"y": -0.16})
    return figure

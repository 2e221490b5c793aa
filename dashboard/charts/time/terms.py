"""Designations as bars from the begin of a term to its end."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import SMALL, Look, base_figure, empty_figure, hoverable, label, marks, plain, wrap
from dashboard.charts.time.scale import DAY, date_text, milliseconds


def draw_designations(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Terms of designations: a bar from begin to end in the colour of the goal, with goal and institution above it."""
    if frame.empty:
        return empty_figure(look)
    starts = frame["start"].fillna(frame["end"])
    known = frame[starts.notna()].reset_index(drop=True)
    begins = milliseconds(_first_days(known["start"].fillna(known["end"])))
    ends = [end + DAY for end in milliseconds(_last_days(known["end"].fillna(known["start"])))]
    places = list(range(len(known)))
    hovers = [
        f"<b>{wrap(name)}</b><br>{plain(programme)}, {plain(position)}<br>{_goal_text(goal, title)}<br>{date_text(start, end)}"
        for name, programme, position, goal, title, start, end in zip(
            *(known[c] for c in ("institution", "programme", "position", "goal", "title", "start", "end")), strict=True
        )
    ]
    bars = go.Bar(
        base=begins,
        x=[end - begin for begin, end in zip(begins, ends, strict=True)],
        y=places,
        orientation="h",
        width=0.26,
        offset=0.12,
        marker={"color": known["colour"].fillna(look.neutral), "line": {"color": look.quiet, "width": 1}},
        customdata=marks(known["institution_id"], hovers),
        **hoverable(look),
    )
    middle = (min(begins) + max(ends)) / 2
    labels = [
        label(
            (f"<b>{goal}</b> " if pd.notna(goal) else "") + plain(name, 40),
            look,
            x=end if begin + end > 2 * middle else begin,
            y=place + 0.12,
            xanchor="right" if begin + end > 2 * middle else "left",
            yshift=1,
            font={"color": look.ink, "size": SMALL},
        )
        for place, begin, end, goal, name in zip(places, begins, ends, known["goal"], known["institution"], strict=True)
    ]
    figure = base_figure(look, [bars], annotations=labels, height=60 + 30 * len(places), margin={"t": 30, "b": 8})
    figure.update_xaxes(type="date", side="top", nticks=8, range=[min(begins) - 20 * DAY, max(ends) + 20 * DAY])
    figure.update_yaxes(range=[len(places) - 0.4, -0.7], visible=False)
    return figure


def _goal_text(goal: Any, title: Any) -> str:
    return "" if pd.isna(goal) else f"{goal} {plain(title)}"


def _first_days(prefixes: pd.Series) -> pd.Series:
    """The first day of each ISO prefix."""
    return (prefixes + "-01-01").str[:10]


def _last_days(prefixes: pd.Series) -> pd.Series:
    """The last day of each ISO prefix."""
    stamps = pd.to_datetime(_first_days(prefixes))
    months = stamps + pd.offsets.MonthEnd(0)
    lengths = prefixes.str.len()
    widened = months.where(lengths == 7, stamps).where(lengths != 4, stamps + pd.offsets.YearEnd(0))
    return widened.dt.strftime("%Y-%m-%d")

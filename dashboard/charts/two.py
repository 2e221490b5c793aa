"""Two things side by side on one scale: full signs for the first, open ones for the second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
# Up to here an axis counts one by one.
_SINGLE = 5


@dataclass(frozen=True)
class Rows:
    """What stands at the left of each row, how its hover text begins, and the lines above the rows that begin a group."""

    names: Sequence[str]
    heads: Sequence[str]
    groups: Mapping[int, str] = field(default_factory=dict)


def draw_two_years(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Bars of both sides by year on one scale; ``seen`` as ``share``, of the events of each side."""
    if frame.empty or not frame["events"].sum():
        return empty_figure(look)
    names = list(dict.fromkeys(frame["year_name"]))
    place = {name: number for number, name in enumerate(names)}
    traces = []
    for number, (_side, rows) in enumerate(frame.groupby("side", sort=False)):
        hovers = _hovers(rows, [f"<b>{plain(name)}</b>" for name in rows["year_name"]])
        traces.append(
            go.Bar(
                x=rows["year_name"].map(place).to_list(),
                y=rows[_value(seen)].to_list(),
                name=_name_of(frame, number),
                marker=_bar(number, look),
                customdata=marks(rows["key"], hovers),
                **hoverable(look) | {"showlegend": True},
            )
        )
    figure = base_figure(look, traces, height=330, barmode="group", bargap=0.25, margin={"t": 34, "b": 8})
    step = max(1, len(names) // 8)
    shown = [number for number in range(len(names)) if number % step == 0 or not names[number].isdigit()]
    figure.update_xaxes(tickvals=shown, ticktext=[plain(names[number]) for number in shown], showgrid=False)
    figure.update_yaxes(rangemode="tozero", **_ticks(seen, float(frame[_value(seen)].max())))
    # above the bars: below them names of years stand upright where the screen is narrow
    legend = {"y": 1, "yref": "paper", "yanchor": "bottom"}
    figure.update_layout(legend=legend | {"itemclick": False, "itemdoubleclick": False})
    return figure


def draw_two_goals(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Both sides by goal, a row each."""
    rows = frame.drop_duplicates("goal") if len(frame) else frame
    names = [goal_label(*row, width=30) for row in zip(rows["goal"], rows["title"], rows["colour"], strict=True)]
    heads = [f"<b>{goal} {wrap(title)}</b>" for goal, title in zip(rows["goal"], rows["title"], strict=True)]
    return _draw_rows(frame, look, seen, Rows(names, heads))


def draw_two_kinds(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Both sides by kind of event, a row each."""
    rows = frame.drop_duplicates("kind") if len(frame) else frame
    names = [plain(name) for name in rows["kind_name"]]
    return _draw_rows(frame, look, seen, Rows(names, [f"<b>{name}</b>" for name in names]))


def draw_two_partners(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Partners of both sides: first those that they share, then those of either alone, a row each."""
    rows = frame.drop_duplicates("partner") if len(frame) else frame
    names = [plain(name, 30) for name in rows["name"]]
    heads = [f"<b>{wrap(name)}</b>" for name in rows["name"]]
    return _draw_rows(frame, look, seen, Rows(names, heads, _list_heads(frame)))


def _list_heads(frame: pd.DataFrame) -> dict[int, str]:
    """The line above the first row of each group: whose partners they are, and how many there are in all."""
    if frame.empty:
        return {}
    said = frame.attrs
    groups = frame.drop_duplicates("partner")["group"].to_list()
    heads = {}
    for group, name in zip(("both", "one", "other"), ("", *said["sides"], ""), strict=False):
        count = said[f"n_{group}"]
        if group not in groups:
            continue
        if group == "both":
            words = ngettext("{n} partner of both", "{n} partners of both", count)
        else:
            words = ngettext("{n} partner of {name} alone", "{n} partners of {name} alone", count)
        heads[groups.index(group)] = plain(words.format(n=write_number(count), name=name))
    return heads


def _draw_rows(frame: pd.DataFrame, look: Look, seen: str, rows: Rows) -> go.Figure:
    """A row for each name with a sign for each side, joined by a line; a group of rows has a line of its own above it."""
    if frame.empty or not frame["events"].sum():
        return empty_figure(look)
    places, line = _place(rows)
    sides = [own for _side, own in frame.groupby("side", sort=False)]
    values = [own[_value(seen)].to_list() for own in sides]
    traces = [_join(values, places, look)]
    for number in reversed(range(len(sides))):
        customdata = marks(sides[number]["key"], _hovers(sides[number], rows.heads))
        traces.append(
            go.Scatter(
                x=values[number], y=places, mode="markers", name=_name_of(frame, number), marker=_sign(number, look),
                cliponaxis=False, customdata=customdata, **hoverable(look) | {"showlegend": True},
            )
        )  # fmt: skip
    top = float(frame[_value(seen)].max())
    notes = [
        label(f"<b>{words}</b>", look, x=0, xref="paper", y=places[row] - 1, yanchor="middle")
        for row, words in rows.groups.items()
    ]
    figure = base_figure(look, traces, annotations=notes, height=92 + _ROW * line, margin={"t": 30, "b": 8})
    figure.update_xaxes(range=[-0.03 * top, 1.06 * top], side="top", **_ticks(seen, top))
    figure.update_yaxes(
        range=[line - 0.4, -0.6], tickvals=places, ticktext=list(rows.names), showgrid=False,
        tickfont={"color": look.ink, "size": SIZE if rows.groups else SMALL}, ticklabelstandoff=8,
    )  # fmt: skip
    legend = {"y": 0, "yref": "paper", "yanchor": "top", "traceorder": "reversed"}
    figure.update_layout(legend=legend | {"itemclick": False, "itemdoubleclick": False})
    return figure


def _place(rows: Rows) -> tuple[list[int], int]:
    """The line on which each row stands, and how many lines there are; groups take a line more each."""
    places, line = [], 0
    for row in range(len(rows.names)):
        line += 1 if row in rows.groups else 0
        places.append(line)
        line += 1
    return places, line


def _value(seen: str) -> str:
    return "share" if seen == "share" else "events"


def _ticks(seen: str, top: float) -> dict[str, Any]:
    """Few enough to stand level on a narrow screen, and whole numbers of events."""
    if seen == "share":
        return share_ticks(top)
    return {"tickformat": ",d"} | ({"dtick": 1} if top <= _SINGLE else {"nticks": 6})


def _name_of(frame: pd.DataFrame, number: int) -> str:
    """What the legend calls a side, and of how many events."""
    said = frame.attrs
    return _("{name} (n = {n})").format(name=plain(said["sides"][number], 40), n=write_number(said["of"][number]))


def _hovers(rows: pd.DataFrame, heads: Sequence[str]) -> list[str]:
    words = _("{name}: {events}, {share}")
    return [
        f"{head}<br>" + words.format(name=plain(name, 46), events=events_text(count), share=write_percent(share / 100))
        for head, name, count, share in zip(heads, rows["side_name"], rows["events"], rows["share"], strict=True)
    ]


def _join(values: Sequence[Sequence[float]], places: Sequence[int], look: Look) -> go.Scatter:
    """A thin line from sign to sign in each row."""
    ends = list(zip(*values, strict=True)) if len(values) > 1 else []
    return go.Scatter(
        x=[end for pair in ends for end in (*pair, None)],
        y=[end for place in places[: len(ends)] for end in (place, place, None)],
        mode="lines",
        line={"color": look.grid, "width": 3},
        hoverinfo="skip",
        showlegend=False,
    )


def _sign(number: int, look: Look) -> dict[str, Any]:
    """Full circle and open diamond: told apart without colour."""
    if number == 0:
        return {"symbol": "circle", "size": 10, "color": look.sequential[4]}
    return {"symbol": "diamond", "size": 11, "color": look.paper, "line": {"color": look.ink, "width": 1.8}}


def _bar(number: int, look: Look) -> dict[str, Any]:
    """Full bar and hatched bar."""
    if number == 0:
        return {"color": look.sequential[4], "line": {"color": look.sequential[4], "width": 1.2}}
    hatch = {"shape": "/", "size": 5, "solidity": 0.3, "fgcolor": look.ink, "bgcolor": look.paper, "fillmode": "replace"}
    return {"color": look.paper, "line": {"color": look.ink, "width": 1.2}, "pattern": hatch}

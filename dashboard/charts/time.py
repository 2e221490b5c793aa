"""Time: events by year in lanes of one scale, single events and terms as bars as long as they are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
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
    write_note,
)
from dashboard.words import _, ngettext

# Pixels: the tallest lane's bars, the most for one event, the least height of a lane, the room above its bars for numbers.
TALLEST, THICKEST, LEAST, HEADROOM = 64, 12, 34, 16
# Beyond as many columns their numbers would run into one another.
NUMBERED = 24
DAY = 86_400_000
# As many events have room for their titles, each in a row of its own.
NAMED = 24


def draw_years_by_kind(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events by year, a lane for each kind, all lanes in one scale; events without a date stand apart at the right."""
    names = {kind: plain(name) for kind, name in zip(frame["kind"], frame["kind_name"], strict=True)}
    order = frame.groupby("kind")["events"].sum().sort_values(ascending=False, kind="stable").index
    return _lanes(frame.assign(lane=frame["kind"]), {kind: names[kind] for kind in order}, look.kind_colours, look)


def draw_years_by_goal(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events by year, a lane for each goal with number and name, all lanes in one scale."""
    goals = frame.drop_duplicates("goal").sort_values("goal")
    names = {row[0]: goal_label(*row) for row in zip(goals["goal"], goals["title"], goals["colour"], strict=True)}
    colours = dict(zip(goals["goal"], goals["colour"], strict=True))
    return _lanes(frame.assign(lane=frame["goal"]), names, colours, look)


def _lanes(frame: pd.DataFrame, names: Mapping[Any, str], colours: Mapping[Any, str], look: Look) -> go.Figure:
    """Small columns above common baselines, as many pixels an event in every lane."""
    if frame.empty:
        return empty_figure(look)
    peaks = frame.groupby("lane")["events"].max()
    pixels = min(TALLEST / peaks.max(), THICKEST)
    heights = {lane: max(LEAST, peaks[lane] * pixels + HEADROOM) for lane in names}
    bases, floor = {}, 0.0
    for lane in names:
        floor -= heights[lane]
        bases[lane] = floor
    places, ticks = _year_places(frame["year"])
    hovers = [
        f"<b>{names[lane]}</b>, {plain(year)}<br>{events_text(count)}"
        for lane, year, count in zip(frame["lane"], frame["year_name"], frame["events"], strict=True)
    ]
    numbered = len(places) <= NUMBERED
    bars = go.Bar(
        x=[places[year] for year in frame["year"]],
        y=frame["events"] * pixels,
        base=[bases[lane] for lane in frame["lane"]],
        width=0.78,
        marker_color=[colours.get(lane, look.neutral) for lane in frame["lane"]],
        text=frame["events"].astype(str) if numbered else None,
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"color": look.quiet, "size": 10},
        constraintext="none",
        customdata=marks(frame["key"], hovers),
        **hoverable(look),
    )
    figure = base_figure(look, [bars], height=int(-floor) + 52, margin={"t": 8, "b": 44})
    figure.update_xaxes(
        tickvals=list(ticks),
        ticktext=list(ticks.values()),
        range=[min(places.values()) - 0.6, max(places.values()) + 0.9],
        showgrid=False,
        tickangle=0,
    )
    figure.update_yaxes(
        range=[floor, 0],
        tickvals=list(bases.values()),
        ticktext=list(names.values()),
        gridcolor=look.grid,
        tickfont={"color": look.ink, "size": SMALL},
        ticklabelstandoff=4,
        ticklabelshift=-11,
    )
    return figure


def _year_places(years: pd.Series) -> tuple[dict[int, float], dict[float, str]]:
    """Where each year stands on the axis, and the ticks: at most five years, and the words for no date beyond a gap."""
    known = sorted(int(year) for year in years.unique() if year)
    first, last = (known[0], known[-1]) if known else (0, 0)
    places: dict[int, float] = {year: float(year) for year in range(first, last + 1)} if known else {}
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100) if (last - first) / each <= 4 or each == 100)
    ticks = {float(year): str(year) for year in range(first + -first % step, last + 1, step)} if known else {}
    if (years == 0).any():
        gap = max(1.6, (last - first) / 9)
        places[0] = last + gap
        ticks[places[0]] = wrap(_("No date"), 5, 2)
    return places, ticks


def _milliseconds(days: pd.Series) -> list[float]:
    """ISO days as milliseconds since 1970, which Plotly's date axes count in."""
    return [stamp.timestamp() * 1000 for stamp in pd.to_datetime(days, utc=True)]


def _date_text(start: str, end: str) -> str:
    """When something happened, exactly as far as it is known: one date, or begin and end."""
    if pd.isna(start):
        return _("No date")
    return plain(start) if pd.isna(end) or end == start else f"{plain(start)} – {plain(end)}"


def draw_event_lanes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Single events by kind: a dot for a day, a bar as long as the month, year or term that is known otherwise."""
    if frame.empty:
        return empty_figure(look)
    placed, ticks = _place_events(frame, look)
    first, last = placed["begin"].min(), placed["until"].max()
    wide = placed["until"] - placed["begin"] > max((last - first) / 150, 2 * DAY)
    named = len(placed) <= NAMED
    room = 30 if named else 9
    bars = _event_bars(placed[wide], look).update(width=5 / room)
    depth, edge = placed["row"].max() + 2, max((last - first) * 0.02 + DAY, (90 * DAY - (last - first)) / 2)
    traces, height = [bars, _event_dots(placed[~wide], look)], int(depth * room) + 50
    figure = base_figure(look, traces, height=height, margin={"t": 8, "b": 30}, dragmode="zoom")
    figure.update_layout(annotations=_titles(placed, look) if named else [])
    figure.update_xaxes(type="date", range=[first - edge, last + edge], nticks=8, fixedrange=False)
    figure.update_yaxes(
        range=[depth - 0.5, -1],
        tickvals=[top for top, _name in ticks],
        ticktext=[name for _top, name in ticks],
        tickfont={"color": look.ink, "size": SMALL},
        ticklabelstandoff=4,
        ticklabelshift=-8,
        gridcolor=look.grid,
    )
    older = int(frame.attrs.get("older", 0))
    if older:
        words = ngettext("%s earlier event is left out", "%s earlier events are left out", older)
        write_note(figure, look, words % f"{older:,}")
    return figure


def _place_events(frame: pd.DataFrame, look: Look) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """The events with ``begin`` and ``until`` in milliseconds, ``row``, ``colour`` and ``hover``; and where kinds begin."""
    begins, ends = _milliseconds(frame["first_day"]), [end + DAY for end in _milliseconds(frame["last_day"])]
    reach = max(ends) - min(begins)
    rows, ticks = _stacked_rows(frame, begins, ends, 2 * reach if len(frame) <= NAMED else max(reach / 75, DAY))
    hovers = [
        f"<b>{wrap(title)}</b><br>{plain(kind)} · {_date_text(start, end)}" + (f"<br>{plain(place)}" if place else "")
        for title, kind, start, end, place in zip(
            *(frame[column] for column in ("title", "kind_name", "start", "end", "place")), strict=True
        )
    ]
    colours = [look.kind_colours.get(kind, look.neutral) for kind in frame["kind"]]
    return frame.assign(begin=begins, until=ends, row=rows, colour=colours, hover=hovers), ticks


def _titles(placed: pd.DataFrame, look: Look) -> list[dict[str, object]]:
    """Titles beside their marks, on the side where there is more room; above a bar that leaves none."""
    first, last = placed["begin"].min(), placed["until"].max()
    labels = []
    for title, begin, until, row in zip(*(placed[c] for c in ("title", "begin", "until", "row")), strict=True):
        long, late = until - begin > max(last - first, 90 * DAY) / 2, begin + until > first + last
        side = "right" if late and not long else "left"
        place = {"xanchor": side, "align": side, "xshift": -7 if side == "right" else 7, "yanchor": "middle"}
        above = {"xanchor": "left", "align": "left", "yshift": 2, "yanchor": "bottom"}
        words = plain(title, 46) if long else wrap(title, 26, 2)
        font = {"color": look.quiet, "size": 11}
        labels.append(label(words, look, x=begin if late or long else until, y=row, font=font, **(above if long else place)))
    return labels


def _event_bars(placed: pd.DataFrame, look: Look) -> go.Bar:
    """Events known to a month, a year or a term."""
    return go.Bar(
        base=placed["begin"],
        x=placed["until"] - placed["begin"],
        y=placed["row"],
        orientation="h",
        customdata=marks(placed["event_id"], placed["hover"]),
        marker={"color": placed["colour"], "opacity": 0.75},
        **hoverable(look),
    )


def _event_dots(placed: pd.DataFrame, look: Look) -> go.Scatter:
    """Events of a day or a few."""
    return go.Scatter(
        x=(placed["begin"] + placed["until"]) / 2,
        y=placed["row"],
        mode="markers",
        marker={"size": 7, "color": placed["colour"], "line": {"width": 0}},
        customdata=marks(placed["event_id"], placed["hover"]),
        **hoverable(look),
    )


def _stacked_rows(
    frame: pd.DataFrame, begins: list[float], ends: list[float], room: float
) -> tuple[list[int], list[tuple[int, str]]]:
    """A row for each event so that none covers another of its kind (each takes ``room`` at least), and where kinds begin."""
    rows, ticks, floor = [0] * len(frame), [], 0
    kinds = frame["kind"].to_list()
    order = frame["kind"].value_counts(sort=True).index
    names = dict(zip(frame["kind"], frame["kind_name"], strict=True))
    for kind in order:
        free: list[float] = []
        for number in sorted((n for n, each in enumerate(kinds) if each == kind), key=lambda n: (begins[n], n)):
            row = next((r for r, until in enumerate(free) if until <= begins[number]), len(free))
            free[row : row + 1] = [max(ends[number], begins[number] + room)]
            rows[number] = floor + row
        ticks.append((floor - 1, plain(names[kind])))
        floor += max(len(free), 1 if len(frame) <= NAMED else 2) + 1
    return rows, ticks


def draw_designations(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Terms of designations: a bar from begin to end in the colour of the goal, with goal and institution above it."""
    if frame.empty:
        return empty_figure(look)
    starts = frame["start"].fillna(frame["end"])
    known = frame[starts.notna()].reset_index(drop=True)
    begins = _milliseconds(_first_days(known["start"].fillna(known["end"])))
    ends = [end + DAY for end in _milliseconds(_last_days(known["end"].fillna(known["start"])))]
    places = list(range(len(known)))
    hovers = [
        f"<b>{wrap(name)}</b><br>{plain(programme)}, {plain(position)}<br>{_goal_text(goal, title)}<br>{_date_text(start, end)}"
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
        marker={"color": known["colour"].fillna(look.neutral), "line": {"color": look.quiet, "width": 0.5}},
        customdata=marks(known["institution_id"], hovers),
        **hoverable(look),
    )
    middle = (min(begins) + max(ends)) / 2
    labels = [
        label(
            (f"<b>{goal}</b> " if pd.notna(goal) else "") + plain(name, 46),
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

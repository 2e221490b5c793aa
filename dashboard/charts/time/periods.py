"""Events by year, quarter or month: lanes of one scale, stacked columns, shares, or small multiples with a scale each."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import FAMILIES, SMALL, Look, base_figure, empty_figure, goal_label, label, plain, wrap
from dashboard.charts.time.columns import Part, column_trace, compact, fill_parts, legible, number_trace
from dashboard.charts.time.scale import BRUSHED, Reading, Scale, read_until, scale_of
from dashboard.charts.time.stacks import draw_stack
from dashboard.words import _, write_number

# Pixels: the tallest lane's bars, the most for one event, the least height of a lane, the room above its bars for numbers.
TALLEST, THICKEST, LEAST, HEADROOM = 64, 12, 34, 16
# Small multiples: how many side by side, and in pixels their height and their bars.
ABREAST, CELL, BARS = 3, 106, 52
# As many goals keep their colour in a stack: more hues cannot be told apart.
_HUES = 7
# As many characters of numbers stand side by side above columns on a telephone; other columns are numbered at their peak.
_CHARACTERS = 48
_STACKED = ("stacked", "shares")


def draw_periods_by_kind(frame: pd.DataFrame, look: Look, form: str = "lanes") -> go.Figure:
    """Events by period and kind in one of four forms; what is not dated so exactly stands apart at the right."""
    if frame.empty:
        return empty_figure(look)
    named = dict(zip(frame["kind"], frame["kind_name"], strict=True))
    order = [kind for kind in FAMILIES if kind in named] if form in _STACKED else _by_size(frame, "kind")
    # two kinds of one family share a hue: in a stack the second is hatched
    hues = list(FAMILIES.values())
    hatched = {kind for number, kind in enumerate(FAMILIES) if FAMILIES[kind] in hues[:number]}
    parts = {
        kind: Part(kind, plain(named[kind]), look.kind_colours.get(kind, look.neutral), hatched=kind in hatched)
        for kind in order
    }
    return _draw(frame, "kind", parts, look, form)


def draw_periods_by_goal(frame: pd.DataFrame, look: Look, form: str = "lanes") -> go.Figure:
    """Events by period and goal in one of four forms, goals with number and name; a stack keeps the colours of the largest."""
    if frame.empty:
        return empty_figure(look)
    goals = frame.drop_duplicates("goal").sort_values("goal")
    rows = list(zip(*(goals[column].tolist() for column in ("goal", "title", "colour")), strict=True))
    if form in _STACKED:
        large = _by_size(frame, "goal")[:_HUES]
        rows.sort(key=lambda row: (row[0] not in large, row[0]))
        parts = {
            goal: Part(
                goal,
                wrap(f"{goal} {title}", 22, 2),
                colour if goal in large else look.neutral,
                other=goal not in large,
                numbered=True,
            )
            for goal, title, colour in rows
        }
    else:
        width = 22 if form == "lanes" else 15
        parts = {goal: Part(goal, goal_label(goal, title, colour, width), colour) for goal, title, colour in rows}
    return _draw(frame, "goal", parts, look, form)


def _by_size(frame: pd.DataFrame, column: str) -> list[Any]:
    return list(frame.groupby(column)["events"].sum().sort_values(ascending=False, kind="stable").index)


def _draw(frame: pd.DataFrame, column: str, parts: dict[Any, Part], look: Look, form: str) -> go.Figure:
    """The parts in their form; without any known period small multiples have nothing to show, and lanes do."""
    if form == "multiples" and (frame["place"] >= 0).any():
        return _draw_multiples(frame, fill_parts(frame, column, parts, apart=False), look)
    filled, scale = fill_parts(frame, column, parts), scale_of(frame, frame.attrs["period"])
    if form in _STACKED:
        return draw_stack(filled, look, scale, read_until(frame, look), share=form == "shares")
    return _draw_lanes(filled, look, scale, read_until(frame, look))


def _draw_lanes(parts: list[Part], look: Look, scale: Scale, reading: Reading) -> go.Figure:
    """Small columns above common baselines, as many pixels an event in every lane."""
    heights = [list(map(scale.height, part.places, part.counts)) for part in parts]
    pixels = min(TALLEST / max(map(max, heights)), THICKEST)
    roomy = legible((count for part in parts for count in part.counts), scale.columns, _CHARACTERS)
    bases, floor, traces, x, y, numbers = [], 0.0, [], [], [], []
    for part, own in zip(parts, heights, strict=True):
        floor -= max(LEAST, max(own) * pixels + HEADROOM)
        bases.append(floor)
        traces.append(column_trace(part, look, scale) | {"y": compact(each * pixels for each in own), "base": floor})
        peak = own.index(max(own))
        for number, (place, count, height) in enumerate(zip(part.places, part.counts, own, strict=True)):
            if place < 0 or roomy or number == peak:
                x.append(scale.at[place])
                y.append(floor + height * pixels)
                numbers.append(write_number(count))
    traces.append(number_trace(x, y, numbers, look))
    lanes = {
        "range": [floor - 1, 0],
        "tickvals": bases,
        "ticktext": [part.name for part in parts],
        "gridcolor": look.grid,
        "tickfont": {"color": look.ink, "size": SMALL},
        "ticklabelstandoff": 4,
        "ticklabelshift": -11,
    }
    return base_figure(
        look, traces, height=int(-floor) + 52 + reading.room, margin={"t": 8 + reading.room, "b": 44}, barmode="overlay",
        annotations=reading.notes, xaxis=scale.axis, yaxis=lanes, **BRUSHED,
    )  # fmt: skip


def _draw_multiples(frame: pd.DataFrame, parts: list[Part], look: Look) -> go.Figure:
    """A small chart for each part, its highest column as high as in all others and numbered; what has no period is left out."""
    dated = frame[frame["place"] >= 0]
    scale, reading = scale_of(dated, frame.attrs["period"]), read_until(dated, look)
    step = scale.columns * 1.16 + 0.6
    traces, labels, tops = [], [], ([], [], [])  # type: ignore[var-annotated]
    for number, part in enumerate(parts):
        right, base = number % ABREAST * step, -float((number // ABREAST + 1) * CELL)
        peak = max(part.counts)
        traces.append(
            column_trace(part, look, scale, right) | {"y": compact(count * BARS / peak for count in part.counts), "base": base}
        )
        tallest = scale.at[part.places[part.counts.index(peak)]] + right
        for values, value in zip(tops, (tallest, base + BARS, write_number(peak)), strict=True):
            values.append(value)
        labels.append(label(part.name, look, x=right - 0.5, y=base + BARS + 15, font={"color": look.ink, "size": 11}))
    floor, left = base, len(frame) > len(dated)
    *first, last = scale.ends.items()  # the first year stands once: there is no room for all on a telephone
    ticks = dict(first) | {last[0] + number * step: last[1] for number in range(ABREAST)}
    words = _("Events without so exact a date are left out.")
    below = {"text": plain(words) if left else "", "font": {"color": look.quiet, "size": SMALL}, "standoff": 4}
    return base_figure(
        look, [*traces, number_trace(*tops, look)], height=int(-floor) + 34 + 24 * left + reading.room,
        margin={"t": 4 + reading.room, "b": 26 + 24 * left, "l": 20}, barmode="overlay",
        annotations=[*labels, *reading.notes],
        xaxis={
            "range": [-0.6, ABREAST * step], "tickvals": list(ticks), "ticktext": list(ticks.values()), "showgrid": False,
            "tickangle": 0, "title": below,
        },
        yaxis={
            "range": [floor - 1, 0], "tickvals": sorted({trace["base"] for trace in traces}), "showticklabels": False,
            "gridcolor": look.grid,
        },
        **BRUSHED,
    )  # fmt: skip

"""Goals in grids: by region, by country with what is missing, and goals that go together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
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
    ink_on,
    label,
    marks,
    plain,
    wrap,
)
from dashboard.words import _, ngettext, write_number, write_percent

# A number of fewer events than this is chance: how much more often than by chance it is cannot be told.
_FEWEST = 3
_NOTHING = "rgba(0,0,0,0)"
# Pixels of a row whose name stands above it, so that its cells take the whole width, and of the line of that name.
_TALL, _HEAD = 40, 18


@dataclass(frozen=True)
class Cells:
    """Cells of a grid, one entry each: where they stand, their key, how strong their shade is (0: none), number, hover text."""

    columns: Sequence[int]
    rows: Sequence[int]
    keys: Iterable[object]
    strengths: Sequence[float]
    texts: Sequence[str]
    hovers: Sequence[str]


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
    cells = Cells(
        [regions.index(region) for region in frame["region"]], [row[goal] for goal in frame["goal"]], frame["key"],
        [math.sqrt(count) for count in frame["events"]], _numbers(frame["events"]), hovers,
    )  # fmt: skip
    ground = _ground(np.ones((len(goals), len(regions)), dtype=bool), look)
    figure = _grid([ground, *_shade(cells, look)], goals, look)
    figure.update_xaxes(
        tickvals=list(range(len(regions))),
        ticktext=[plain(names[region]) for region in regions],
        autotickangles=[0, -45, -90],
        range=[-0.5, len(regions) - 0.5],
    )
    return figure


def draw_goals_by_country(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Events by country (rows) and goal (columns); ``seen`` as ``share``, the share of each country's events in per cent.

    A ring stands where none is found although much was read, a dot where too little was read (or, of shares, found) to tell.
    """
    if frame.empty:
        return empty_figure(look)
    countries, goals = frame.drop_duplicates("country"), frame.drop_duplicates("goal")
    rows = {country: place for place, country in enumerate(countries["country"])}
    values = frame["share"] if seen == "share" else frame["events"].astype(float)
    unsure = (frame["state"] == "few") | values.isna()
    gaps, found = (frame["state"] == "gap") & ~unsure, (frame["state"] == "found") & ~unsure
    places = frame["country"].map(rows)
    strengths = values.where(found, 0) if seen == "share" else np.sqrt(values.where(found, 0))
    counts = frame.assign(row=places, strength=strengths, text=[write_number(round(value)) for value in values.fillna(0)])
    traces = [
        _ground((found | gaps).to_numpy().reshape(len(countries), len(goals)), look),
        *_shade(_cells_of(counts[found]), look),
        _sign(counts[gaps], look, _("none found, though much was read"), {"symbol": "circle-open", "size": 7}),
        _sign(counts[unsure], look, _("too little to tell"), {"symbol": "circle", "size": 3}),
    ]
    others = int(frame.attrs.get("others", 0))
    tall = 22 * len(countries)
    figure = base_figure(look, traces, height=310 + tall + (24 if others else 0), margin={"t": 8, "b": 58 if others else 34})
    _name_countries(figure, countries, look)
    _name_goals(figure, goals, look)
    drop = 24 / tall if others else 0  # the line about countries left out stands above the legend
    figure.update_layout(legend={"y": -drop, "yref": "paper", "yanchor": "top", "itemclick": False, "itemdoubleclick": False})
    if others:
        words = ngettext("and {n} more country", "and {n} more countries", others).format(n=write_number(others))
        under = label(plain(words), look, x=0, y=0, xref="paper", yref="paper", yanchor="top", yshift=-6)
        figure.add_annotation(under | {"font": {"color": look.quiet, "size": SMALL}})
    return figure


def _cells_of(counts: pd.DataFrame) -> Cells:
    """The cells of a country grid that have a number."""
    return Cells(
        (counts["goal"] - 1).to_list(), counts["row"].to_list(), counts["key"], counts["strength"].to_list(),
        counts["text"].to_list(), _hover_countries(counts),
    )  # fmt: skip


def _hover_countries(frame: pd.DataFrame) -> list[str]:
    """Country and goal, then events and their share, or why there are none."""
    found = _("{events}, {share} of {of}")
    names = {code: plain(name) for code, name in zip(frame["country"], frame["short_name"], strict=True)}
    titles = {goal: f"{goal} {plain(title)}" for goal, title in zip(frame["goal"], frame["title"], strict=True)}
    columns = ("country", "goal", "events", "of", "absence")
    return [
        f"<b>{names[country]}</b><br>{titles[goal]}<br>"
        + (absence or found.format(events=events_text(count), share=write_percent(count / max(of, 1)), of=write_number(of)))
        for country, goal, count, of, absence in zip(*(frame[column].to_list() for column in columns), strict=True)
    ]


def _sign(counts: pd.DataFrame, look: Look, name: str, marker: dict[str, object]) -> go.Scatter:
    """Cells without a number, as small signs that the legend explains where there are any."""
    shared = hoverable(look) | {"showlegend": bool(len(counts))}
    customdata = marks(counts["key"], _hover_countries(counts)) or None
    x, y = ((counts["goal"] - 1).to_list(), counts["row"].to_list()) if len(counts) else ([None], [None])
    return go.Scatter(
        x=x, y=y, mode="markers", name=name, customdata=customdata, marker={"color": look.quiet, **marker}, **shared
    )


def _name_countries(figure: go.Figure, countries: pd.DataFrame, look: Look) -> None:
    """Rows named at the left, with the number of events of each that bear on any goal."""
    quiet = f'<span style="color:{look.quiet}">'
    figure.update_yaxes(
        range=[len(countries) - 0.5, -0.5], tickvals=list(range(len(countries))),
        ticktext=[
            f"{plain(name, 22)} {quiet}{write_number(of)}</span>"
            for name, of in zip(countries["short_name"], countries["of"], strict=True)
        ],
        showgrid=False, tickfont={"color": look.ink, "size": SIZE}, ticklabelstandoff=4,
    )  # fmt: skip


def _name_goals(figure: go.Figure, goals: pd.DataFrame, look: Look) -> None:
    """Columns named above, upright: number, title, and the colour as a square."""
    figure.update_xaxes(
        range=[-0.5, len(goals) - 0.5],
        tickvals=list(range(len(goals))),
        ticktext=[
            f'<span style="color:{plain(colour)}">■</span> {goal} {plain(title, 40)}'
            for goal, title, colour in zip(goals["goal"], goals["title"], goals["colour"], strict=True)
        ],
        tickangle=-90, side="top", showgrid=False, tickfont={"color": look.ink, "size": SMALL},
    )  # fmt: skip


def draw_goals_together(frame: pd.DataFrame, look: Look, seen: str = "events") -> go.Figure:
    """Goals that the same events bear on, in a grid; both axes carry numbers, the rows names too.

    ``seen`` as ``events`` or ``lift`` (how many times as often as by chance) fills the lower half, as ``share`` (of the events
    on the goal of the row, per cent that also bear on the goal of the column) the whole grid.
    """
    if frame.empty:
        return empty_figure(look)
    both = frame if seen != "share" else pd.concat([frame, _turned(frame)])
    ends = [
        both[[f"goal_{end}", f"title_{end}", f"colour_{end}"]].set_axis(["goal", "title", "colour"], axis=1) for end in "ab"
    ]
    goals = pd.concat(ends).drop_duplicates("goal").sort_values("goal", ignore_index=True)
    place = {goal: number for number, goal in enumerate(goals["goal"])}
    across, down = ("b", "a") if seen == "share" else ("a", "b")
    columns, rows = ([place[goal] for goal in both[f"goal_{end}"]] for end in (across, down))
    cells = Cells(columns, rows, both["key"], *_strengths(both, seen), _hover_pairs(both))
    size = len(goals)
    traces = [_ground(_half(size, whole=seen == "share"), look, _HEAD), *_shade(cells, look, _HEAD)]
    spare = 0 if seen == "share" else 1  # the first row and the last column of a lower half are empty
    figure = base_figure(
        look,
        traces,
        annotations=_name_rows(goals, look)[spare:],
        height=60 + _TALL * (size - spare),
        margin={"t": 42, "b": 0, "l": 8, "r": 8},
    )
    numbers = [
        f'{goal}<br><span style="color:{plain(colour)}">■</span>'
        for goal, colour in zip(goals["goal"], goals["colour"], strict=True)
    ]
    figure.update_xaxes(
        tickvals=list(range(size)), ticktext=numbers, range=[-0.5, size - spare - 0.5], tickangle=0, side="top",
        showgrid=False, tickfont={"color": look.ink, "size": SMALL},
    )  # fmt: skip
    figure.update_yaxes(range=[size - 0.5, spare - 0.7], visible=False)
    return figure


def _name_rows(goals: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    """Number and name of each goal, above its row."""
    font = {"font": {"color": look.ink, "size": SMALL}}
    return [
        label(f"<b>{goal}</b>  {plain(title, 48)}", look, x=-0.5, y=row - 0.5, yanchor="middle") | font
        for row, (goal, title) in enumerate(zip(goals["goal"], goals["title"], strict=True))
    ]


def _turned(frame: pd.DataFrame) -> pd.DataFrame:
    """The same pairs with first and second goal exchanged."""
    stems = ("goal", "title", "colour", "share")
    return frame.rename(columns={f"{stem}_{end}": f"{stem}_{other}" for stem in stems for end, other in ("ab", "ba")})


def _half(size: int, whole: bool) -> npt.NDArray[np.bool_]:
    """The cells where a pair of goals can stand: off the diagonal, or below it."""
    return ~np.eye(size, dtype=bool) if whole else np.tri(size, k=-1, dtype=bool)


def _strengths(frame: pd.DataFrame, seen: str) -> tuple[list[float], list[str]]:
    """How strong each cell is shaded, and its number."""
    if seen == "share":
        shares = frame["share_a"]
        return shares.fillna(0).to_list(), ["" if pd.isna(share) else f"{share:.0f}" for share in shares]
    if seen == "lift":
        sure = frame["events"] >= _FEWEST
        lifts = frame["lift"].where(sure)
        return (lifts.fillna(1) - 1).clip(0).to_list(), ["·" if pd.isna(lift) else f"{lift:.1f}" for lift in lifts]
    return [math.sqrt(count) for count in frame["events"]], _numbers(frame["events"])


def _hover_pairs(frame: pd.DataFrame) -> list[str]:
    """Both goals, the events on both, what share of the first they are, and how that compares with chance."""
    words = _("{share} of the events on goal {goal}")
    chance = _("{lift} times as often as by chance")
    columns = ("goal_a", "title_a", "goal_b", "title_b", "events", "share_a", "lift")
    return [
        f"<b>{a} {wrap(title_a)}</b><br><b>{b} {wrap(title_b)}</b><br>{events_text(count)}"
        + ("" if pd.isna(share) else "<br>" + words.format(share=write_percent(share / 100), goal=a))
        + ("" if count < _FEWEST else "<br>" + chance.format(lift=write_number(lift, 1)))
        for a, title_a, b, title_b, count, share, lift in zip(*(frame[column] for column in columns), strict=True)
    ]


def _ground(cells: npt.NDArray[np.bool_], look: Look, apart: int = 2) -> go.Heatmap:
    """Pale cells where a count could stand and none is found."""
    pale = [(0, look.land_outside), (1, look.land_outside)]
    shown = [[0 if cell else None for cell in row] for row in cells.tolist()]
    return go.Heatmap(z=shown, colorscale=pale, showscale=False, hoverinfo="skip", xgap=2, ygap=apart)


def _numbers(counts: Iterable[int]) -> list[str]:
    return [write_number(count) if count else "" for count in counts]


def _shade(cells: Cells, look: Look, apart: int = 2) -> list[go.Heatmap | go.Scatter]:
    """Cells with their number, shaded by strength, rows so many pixels ``apart``; a transparent mark takes clicks."""
    top = max([*cells.strengths, 0])
    shade = np.full((max([*cells.rows, 0]) + 1, max([*cells.columns, 0]) + 1), None, dtype=object)
    shade[list(cells.rows), list(cells.columns)] = [round(strength, 2) or None for strength in cells.strengths]
    heat = go.Heatmap(
        z=shade.tolist(), colorscale=look.colorscale, zmin=0, zmax=top or 1, showscale=False, hoverinfo="skip", xgap=2,
        ygap=apart,
    )  # fmt: skip
    numbers = go.Scatter(
        x=cells.columns,
        y=cells.rows,
        mode="markers+text",
        text=cells.texts,
        textfont={"size": 11, "color": [ink_on(look.shade(each / (top or 1))) for each in cells.strengths]},
        marker={"size": 18, "symbol": "square", "color": _NOTHING},
        customdata=marks(cells.keys, cells.hovers),
        **hoverable(look),
    )
    return [heat, numbers]


def _grid(traces: Sequence[go.Heatmap | go.Scatter], goals: pd.DataFrame, look: Look) -> go.Figure:
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

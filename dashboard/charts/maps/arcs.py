"""Partnerships of countries as arcs along great circles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.maps.globe import (
    Area,
    area_of,
    draw_globe,
    nothing_words,
    places_of,
    write_missing,
)
from dashboard.charts.maps.names import name_style, place_names
from dashboard.charts.theme import (
    Look,
    class_names,
    classes,
    counted_word,
    events_text,
    hoverable,
    marks,
    plain,
    shades,
    write_note,
)
from dashboard.words import ngettext, write_number

_MOST_NAMES = 9
_Points = npt.NDArray[np.float64]


def follow_great_circle(here: _Points, there: _Points, share: float) -> _Points:
    """The points that lie the ``share`` of the way from each point to another (rows of latitude, longitude in degrees)."""
    start, end = _vectors(here), _vectors(there)
    angle = np.arccos(np.clip((start * end).sum(axis=1, keepdims=True), -1, 1))
    with np.errstate(invalid="ignore"):
        along = (np.sin((1 - share) * angle) * start + np.sin(share * angle) * end) / np.sin(angle)
    x, y, z = np.where(angle < 1e-9, start, along).T
    return np.asarray(np.degrees(np.stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)], axis=1)))


def _vectors(points: _Points) -> _Points:
    latitude, longitude = np.radians(points).T
    return np.stack([np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], axis=1)


def draw_arcs(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Partnerships of countries as great-circle arcs, wider and darker for more events.

    A mark half-way means the pair, one at an end all partnerships of the country. Where arcs pass near a pole, the world is
    shown as far as they go, so that none is cut at its upper or lower edge.
    """
    seen = area_of(area)
    if frame.empty:
        figure = draw_globe(look, [], seen, "")
        write_note(figure, look, nothing_words())
        return figure
    here, there = (frame[[f"latitude_{end}", f"longitude_{end}"]].to_numpy(dtype=float) for end in ("a", "b"))
    ways = [follow_great_circle(here, there, share) for share in np.linspace(0, 1, 13)]
    if seen.whole:
        latitudes = np.stack(ways)[:, :, 0]
        seen = replace(
            seen, south=min(seen.south, float(latitudes.min()) - 3), north=max(seen.north, min(90, float(latitudes.max()) + 3))
        )
    traces = [
        *_draw_lines(frame["events"], here, there, look),
        _draw_ends(_ends(frame), look, seen),
        _draw_middles(frame, look, ways[6]),
    ]
    figure = draw_globe(
        look, traces, seen, counted_word(), landcolor=look.land_empty, showcountries=True, showframe=seen.whole,
        framecolor=look.grid, framewidth=1,
    )  # fmt: skip
    others = int(frame.attrs.get("others", 0))
    words = ngettext("{n} weaker pair is left out", "{n} weaker pairs are left out", others)
    return write_missing(figure, look, words.format(n=write_number(others)), others)


def _draw_lines(events: pd.Series, here: _Points, there: _Points, look: Look) -> list[go.Scattergeo]:
    """All arcs of one class in one trace, weak ones first; Plotly draws the great circle between two points."""
    # only the strongest pairs are drawn: classes from 1 on would be one
    bounds = classes(events.to_list(), 4, int(events.min()))
    number = np.searchsorted(bounds, events, side="right") - 1
    colours, names = shades(look, len(bounds), 3), class_names(bounds, int(events.max()))
    gaps = np.full_like(here, np.nan)
    lines = np.stack([here, there, gaps], axis=1).astype(np.float32)  # from point to point, with a gap after each pair
    return [
        go.Scattergeo(
            lat=lines[number == each, :, 0].ravel(),
            lon=lines[number == each, :, 1].ravel(),
            mode="lines",
            line={"width": round(1 + 0.9 * each, 1), "color": colours[each]},
            hoverinfo="skip",
            name=names[each],
        )
        for each in sorted(set(number))
    ]


def _draw_middles(frame: pd.DataFrame, look: Look, middles: _Points) -> go.Scattergeo:
    """Transparent marks half-way."""
    names = zip(frame["short_name_a"], frame["short_name_b"], frame["events"], strict=True)
    hovers = [f"<b>{plain(one)} – {plain(other)}</b><br>{events_text(count)}" for one, other, count in names]
    return go.Scattergeo(
        lat=middles[:, 0].astype(np.float32),
        lon=middles[:, 1].astype(np.float32),
        mode="markers",
        marker={"size": 10, "color": "rgba(0,0,0,0)"},
        customdata=marks(frame["key"], hovers),
        **hoverable(look),
    )


def _draw_ends(ends: pd.DataFrame, look: Look, area: Area) -> go.Scattergeo:
    """The countries that arcs lead to, the leading ones named where there is room."""
    partners = [
        ngettext("{n} arc leads here", "{n} arcs lead here", count).format(n=write_number(count)) for count in ends["arcs"]
    ]
    hovers = [f"<b>{plain(name)}</b><br>{words}" for name, words in zip(ends["short_name"], partners, strict=True)]
    return go.Scattergeo(
        **places_of(ends),
        mode="markers+text",
        marker={"size": 5, "color": look.ink, "opacity": 1, "line": {"width": 0}},
        textfont=name_style(look),
        **place_names(ends, ends["short_name"], area, _MOST_NAMES),
        customdata=marks(ends["country"] + "|", hovers),
        **hoverable(look),
    )


def _ends(frame: pd.DataFrame) -> pd.DataFrame:
    """The countries that arcs lead to, those with most events first, and how many arcs lead to each."""
    both = {
        column: np.concatenate([frame[f"{column}_{end}"].to_numpy() for end in ("a", "b")])
        for column in ("country", "short_name", "latitude", "longitude")
    }
    codes, rows, places = np.unique(both["country"].astype(str), return_index=True, return_inverse=True)
    events = np.bincount(places, weights=np.tile(frame["events"].to_numpy(), 2)).astype(np.int64)
    order = np.lexsort((codes, -events))
    found = {column: values[rows[order]] for column, values in both.items()}
    return pd.DataFrame(found | {"events": events[order], "arcs": np.bincount(places)[order]})

"""Maps in United Nations boundaries: countries in classes, small states as dots, cities as circles, partnerships as arcs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    articles_text,
    base_figure,
    class_names,
    classes,
    events_text,
    faded,
    hoverable,
    marks,
    plain,
    shades,
    wrap,
    write_note,
)
from dashboard.words import _, ngettext

# Of a page column some 880 pixels wide the map takes 370, the legend the rest.
HEIGHT = 420


def _geo(look: Look) -> dict[str, object]:
    """The base map: the world but Antarctica in an equal-area projection; land that no row stands for is not applicable."""
    return {
        "fitbounds": False,
        "projection_type": "equal earth",
        "resolution": 110,
        "lataxis_range": [-56, 84],
        "showland": True,
        "landcolor": look.land_outside,
        "showcoastlines": False,
        "showframe": False,
        "showcountries": False,
        "countrycolor": look.border,
        "countrywidth": 0.4,
        "bgcolor": "rgba(0,0,0,0)",
        "showlakes": False,
    }


def _draw_countries(frame: pd.DataFrame, look: Look, unit: str, words: Callable[[int], str]) -> go.Figure:
    """Countries in classes of ``count``; grey where none is found, paler where no article covers them."""
    frame = frame.sort_values("selected", kind="stable")  # drawn last, so that no neighbour covers its outline
    bounds = classes(frame["count"].to_list(), 6)
    colours = [look.land_empty, look.land, *shades(look, len(bounds))]
    number = np.where(
        frame["count"] > 0, np.searchsorted(bounds, frame["count"], side="right") + 1, (frame["articles"] > 0).astype(int)
    )
    hovers = [
        f"<b>{wrap(name)}</b><br>" + (f"{words(count)}<br>{articles_text(read)}" if count else plain(absence))
        for name, count, read, absence in zip(*(frame[c] for c in ("name", "count", "articles", "absence")), strict=True)
    ]
    steps = len(colours)
    scale = [(edge / steps, colour) for each, colour in enumerate(colours) for edge in (each, each + 1)]
    shared = hoverable(look)
    land = go.Choropleth(
        locations=frame["country"],
        z=number,
        zmin=-0.5,
        zmax=steps - 0.5,
        colorscale=scale,
        showscale=False,
        marker_line={
            "color": np.where(frame["selected"], look.accent, look.border),
            "width": np.where(frame["selected"], 1.8, 0.5),
        },
        customdata=marks(frame["country"], hovers),
        **(shared | {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.55}}}),
    )
    small = frame["small"] & frame["latitude"].notna()
    shown = frame[small]
    dots = go.Scattergeo(
        lat=shown["latitude"],
        lon=shown["longitude"],
        mode="markers",
        marker={
            "size": np.where(shown["count"] > 0, 7, 4),
            "color": [colours[each] for each in number[small]],
            "opacity": 1,
            "line": {"color": np.where(shown["count"] > 0, look.quiet, look.neutral), "width": 0.7},
        },
        customdata=marks(shown["country"], [hover for hover, keep in zip(hovers, small, strict=True) if keep]),
        **shared,
    )
    names = [_("no article"), _("none found"), *class_names(bounds, int(frame["count"].max()))]
    order = [*range(2, steps), 1, 0] if frame["count"].max() > 0 else [1, 0]
    keys = [_legend(look, names[each], colours[each]) for each in order]
    keys.append(_legend(look, _("not applicable"), look.land_outside))
    return _map(look, [land, dots, *keys], unit)


def _legend(look: Look, words: str, colour: str) -> go.Scattergeo:
    """A square of the legend."""
    return go.Scattergeo(
        lat=[None],
        lon=[None],
        mode="markers",
        name=words,
        hoverinfo="skip",
        marker={"symbol": "square", "size": 11, "color": colour, "line": {"color": look.quiet, "width": 0.4}, "opacity": 1},
    )


def _map(look: Look, traces: Sequence[go.Choropleth | go.Scattergeo], unit: str) -> go.Figure:
    """A map with these traces and a legend that begins with the unit of its counts."""
    figure = base_figure(look, traces, height=HEIGHT, geo=_geo(look), margin={"l": 0, "r": 0, "t": 4, "b": 4})
    figure.update_layout(legend={"y": 0, "yanchor": "top", "itemclick": False, "itemdoubleclick": False, "itemsizing": "trace"})
    figure.update_layout(legend_title={"text": unit, "side": "top", "font": {"color": look.quiet, "size": SMALL}})
    return figure


def draw_map(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries by number of events."""
    return _draw_countries(frame, look, _("Events"), events_text)


def draw_map_institutions(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries by number of institutions that take part."""
    return _draw_countries(
        frame, look, _("Institutions"), lambda count: ngettext("%d institution", "%d institutions", count) % count
    )


def draw_map_partnerships(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries by number of events with a partner country."""
    return _draw_countries(
        frame,
        look,
        _("Events"),
        lambda count: ngettext("%d event with a partner country", "%d events with partner countries", count) % count,
    )


def draw_cities(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Cities as circles whose area is the number of events held there; the leading ones are named where there is room."""
    found = frame[frame["latitude"].notna()]
    places = [
        f"{city}, {country}" if country else city for city, country in zip(found["city"], found["short_name"], strict=True)
    ]
    hovers = [
        f"<b>{wrap(place)}</b><br>{events_text(count)}<br>" + _("%s in the country") % articles_text(read)
        for place, count, read in zip(places, found["events"], found["articles"], strict=True)
    ]
    top = max([1, *found["events"]])
    named = set(_with_room(found, 8))
    circles = go.Scattergeo(
        lat=found["latitude"],
        lon=found["longitude"],
        mode="markers+text",
        customdata=marks(found["key"], hovers),
        marker=_circle(look, found["events"], top),
        text=[plain(c, 18) if n in named else "" for n, c in found["city"].items()],
        textposition=_sides(found["longitude"]),
        textfont=_halo(look),
        **hoverable(look),
    )
    figure = _map(look, [circles], "")
    figure.update_geos(landcolor=look.land_empty, showcountries=True)
    if len(found):
        write_note(figure, look, _("Area in proportion; the largest circle stands for %s") % events_text(top), below=True)
    missing = int(frame.attrs.get("unplaced", 0)) + int(frame.attrs.get("unmapped", 0))
    words = ngettext("%s event without a known city is not shown", "%s events without a known city are not shown", missing)
    return _noted(figure, look, words, missing)


def _noted(figure: go.Figure, look: Look, words: str, count: int) -> go.Figure:
    """The figure with a line on what the map cannot show."""
    if count:
        write_note(figure, look, words % f"{count:,}")
    return figure


def _with_room(places: pd.DataFrame, most: int) -> list[int]:
    """The first ``most`` rows whose names do not run into one already set (on a narrow screen a name takes some 75 degrees)."""
    kept: list[tuple[int, float, float]] = []
    for row, latitude, longitude in zip(places.index, places["latitude"], places["longitude"], strict=True):
        if all(abs(latitude - lat) > 12 or abs(longitude - lon) > 75 for _row, lat, lon in kept):
            kept.append((row, latitude, longitude))
        if len(kept) == most:
            break
    return [row for row, _lat, _lon in kept]


def _circle(look: Look, counts: Iterable[int], top: int) -> dict[str, object]:
    """Markers whose area is in proportion to the count, the largest 26 pixels across."""
    return {
        "size": [max(4.0, 26 * math.sqrt(count / top)) for count in counts],
        "opacity": 1,
        "color": faded(look.sequential[4], 0.7),
        "line": {"color": look.paper, "width": 0.7},
    }


def _sides(longitudes: Iterable[float]) -> list[str]:
    """Names stand right of their points, but left of those near the eastern edge."""
    return ["middle left" if longitude > 100 else "middle right" for longitude in longitudes]


def _halo(look: Look) -> dict[str, object]:
    """The letters of names on a map, parted from what they cross by a glow of paper."""
    glow = ", ".join([f"0 0 3px {look.paper}"] * 4)
    return {"color": look.ink, "size": SMALL, "shadow": glow}


def _midpoint(here: tuple[float, float], there: tuple[float, float]) -> tuple[float, float]:
    """The point half-way along the great circle between two points (latitude, longitude in degrees)."""
    vectors = []
    for latitude, longitude in (here, there):
        phi, lam = math.radians(latitude), math.radians(longitude)
        vectors.append((math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)))
    x, y, z = (a + b for a, b in zip(*vectors, strict=True))
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def draw_arcs(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Partnerships of countries as great-circle arcs, wider and darker for more events; a mark half-way can be clicked."""
    if frame.empty:
        figure = _map(look, [], _("Events"))
        write_note(figure, look, _("Nothing to show under these filters."))
        return figure
    bounds = classes(frame["events"].to_list(), 4)
    number = np.searchsorted(bounds, frame["events"], side="right") - 1
    colours, names = shades(look, len(bounds), 2), class_names(bounds, int(frame["events"].max()))
    arcs = [_arc_class(frame[number == each], (1.2 + 1.3 * each, colours[each], names[each])) for each in range(len(bounds))]
    middles = [
        _midpoint((lat_a, lon_a), (lat_b, lon_b))
        for lat_a, lon_a, lat_b, lon_b in zip(
            *(frame[column] for column in ("latitude_a", "longitude_a", "latitude_b", "longitude_b")), strict=True
        )
    ]
    hovers = [
        f"<b>{plain(a)} – {plain(b)}</b><br>{events_text(count)}"
        for a, b, count in zip(frame["short_name_a"], frame["short_name_b"], frame["events"], strict=True)
    ]
    clicks = go.Scattergeo(
        lat=[lat for lat, _lon in middles],
        lon=[lon for _lat, lon in middles],
        mode="markers",
        marker={"size": 12, "color": "rgba(0,0,0,0)"},
        customdata=marks(frame["key"], hovers),
        **hoverable(look),
    )
    ends = _ends(frame)
    named = set(_with_room(ends, 9))
    dots = go.Scattergeo(
        lat=ends["latitude"],
        lon=ends["longitude"],
        mode="markers+text",
        hoverinfo="skip",
        showlegend=False,
        marker={"size": 5, "color": look.ink, "line": {"width": 0}},
        textfont=_halo(look),
        textposition=_sides(ends["longitude"]),
        text=[plain(name, 18) if n in named else "" for n, name in ends["short_name"].items()],
    )
    figure = _map(look, [*arcs, dots, clicks], _("Events"))
    figure.update_geos(landcolor=look.land_empty, showcountries=True)
    others = int(frame.attrs.get("others", 0))
    return _noted(figure, look, ngettext("%s weaker pair is left out", "%s weaker pairs are left out", others), others)


def _arc_class(rows: pd.DataFrame, style: tuple[float, str, str]) -> go.Scattergeo:
    """All arcs of one width, colour and name in one trace."""
    width, colour, name = style
    return go.Scattergeo(
        lat=[value for pair in zip(rows["latitude_a"], rows["latitude_b"], strict=True) for value in (*pair, None)],
        lon=[value for pair in zip(rows["longitude_a"], rows["longitude_b"], strict=True) for value in (*pair, None)],
        mode="lines",
        line={"width": width, "color": faded(colour, 0.8)},
        hoverinfo="skip",
        name=name,
    )


def _ends(frame: pd.DataFrame) -> pd.DataFrame:
    """The countries that arcs lead to, those with most events first."""
    columns = ["short_name", "latitude", "longitude"]
    both = [frame[[f"{c}_{end}" for c in columns] + ["events"]].set_axis([*columns, "events"], axis=1) for end in ("a", "b")]
    total = pd.concat(both).groupby(columns).agg({"events": "sum"}).reset_index()
    return total.sort_values(["events", "short_name"], ascending=[False, True], ignore_index=True)

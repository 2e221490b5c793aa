"""What all maps share: the base map of the world or of one area, the legend, names beside points and notes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import SMALL, Look, base_figure, hoverable, write_note
from dashboard.words import _, mark

# Of a page column some 880 pixels wide the map takes 370, the legend the rest.
HEIGHT = 420
# Pixels around a dot that still mean it; Plotly's 20 would give a fifth of Germany to Luxembourg.
REACH = 9


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the world by its edges in degrees; ``west`` to ``east`` may run beyond 180.

    Where it is of ``islands``, its countries are named on the map: their outlines tell nobody which they are. ``anchors`` are
    points (latitude, longitude) of countries that are seen in part, and whose own point is not.
    """

    name: str
    west: float
    east: float
    south: float
    north: float
    islands: bool = False
    anchors: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude half-way between the edges."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    @property
    def whole(self) -> bool:
        """Whether it goes all around."""
        return self.east - self.west >= 360

    def holds(self, latitudes: Iterable[float], longitudes: Iterable[float]) -> npt.NDArray[np.bool_]:
        """Which points lie within the edges."""
        latitude, longitude = np.asarray(latitudes, dtype=float), np.asarray(longitudes, dtype=float)
        east = (longitude - self.west) % 360 <= self.east - self.west
        return np.asarray((east | self.whole) & (latitude >= self.south) & (latitude <= self.north))


# The world is cut in the Bering Strait (169° W), where no land is parted; areas are as wide as the page is to their height.
AREAS: Mapping[str, Area] = {
    "world": Area(mark("World"), -169, 191, -56, 84),
    "pacific-world": Area(mark("World, the Pacific in the middle"), -30, 330, -56, 84),
    "africa": Area(mark("Africa"), -27, 61, -37, 38),
    "americas": Area(mark("Americas"), -164, -34, -56, 72),
    "asia": Area(mark("Asia"), 22, 152, -12, 56, anchors={"RUS": (54.0, 97.0)}),
    "europe": Area(mark("Europe"), -27, 52, 34, 71, anchors={"RUS": (57.0, 43.0)}),
    "oceania": Area(mark("Oceania"), 108, 240, -50, 24),
    "caribbean": Area(mark("Caribbean"), -91, -55, 7, 28, islands=True),
    "pacific": Area(mark("Pacific Islands"), 128, 232, -28, 23, islands=True),
}
WORLD = AREAS["world"]


def area_of(code: str) -> Area:
    """An area by its code, the world where there is none."""
    return AREAS.get(code, WORLD)


def _halve(area: Area) -> float:
    """The latitude half-way between the edges on paper, where latitudes draw together towards the poles.

    Equal Earth as by Šavrič, Patterson and Jenny (2018), https://doi.org/10.1080/13658816.2018.1504949.
    """
    latitudes = np.arange(-90.0, 91.0)
    turned = np.arcsin(math.sqrt(3) / 2 * np.sin(np.radians(latitudes)))
    heights = turned * (1.340264 - 0.081106 * turned**2 + turned**6 * (0.000893 + 0.003796 * turned**2))
    edges = np.interp([area.south, area.north], latitudes, heights)
    return round(float(np.interp(edges.mean(), heights, latitudes)), 1)


def draw_globe(look: Look, traces: Sequence[Any], area: Area, legend: str, **geo: object) -> go.Figure:
    """The base map of an area with these traces, and a legend that begins with the word ``legend``.

    World and continents are drawn in equal-area projections; land that no row stands for is "not applicable".
    """
    longitude, latitude = area.middle
    projection = {"type": "equal earth"} if area.whole else {"type": "azimuthal equal area"}
    base = {
        "fitbounds": False,
        "projection": projection | {"rotation": {"lon": longitude, "lat": 0 if area.whole else latitude}},
        "center": {"lon": longitude, "lat": _halve(area) if area.whole else latitude},
        "lonaxis": {"range": [area.west, area.east]},
        "lataxis": {"range": [area.south, area.north]},
        "resolution": 110,
        "showland": True,
        "landcolor": look.land_outside,
        "showcoastlines": False,
        "showframe": False,
        "showcountries": False,
        "countrycolor": look.border,
        "countrywidth": 0.5,
        "bgcolor": "rgba(0,0,0,0)",
        "showlakes": False,
    }
    return base_figure(
        look,
        traces,
        height=HEIGHT,
        geo=base | geo,
        margin={"l": 0, "r": 0, "t": 4, "b": 4},
        hoverdistance=REACH,
        legend={
            "y": 0,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "itemsizing": "trace",
            "title": {"text": legend, "side": "top", "font": {"color": look.quiet, "size": SMALL}},
        },
    )


def legend_entry(words: str, **style: object) -> go.Scattergeo:
    """An entry of the legend that stands for no point."""
    return go.Scattergeo(
        lat=[None],
        lon=[None],
        mode="markers",
        name=words,
        hoverinfo="skip",
        marker={"symbol": "square", "size": 11, "opacity": 1, **style},
    )


def anchored(frame: pd.DataFrame, area: Area) -> pd.DataFrame:
    """The rows with the points at which an area shows their countries."""
    if not area.anchors:
        return frame
    latitude, longitude = (
        frame["country"].map({code: point[place] for code, point in area.anchors.items()}) for place in (0, 1)
    )
    return frame.assign(
        latitude=latitude.fillna(frame["latitude"]).astype(float), longitude=longitude.fillna(frame["longitude"]).astype(float)
    )


def headed(look: Look, names: Iterable[str]) -> dict[str, object]:
    """What marks share (``theme.hoverable``), with the name of each (already inert) above the text of its hover box.

    A sign of markup takes six bytes on its way to the browser: hundreds of marks share what they have in common.
    """
    template = "<b>%{hovertext}</b><br>%{customdata[1]}<extra></extra>"
    return hoverable(look) | {"hovertext": list(names), "hovertemplate": template}


def places_of(frame: pd.DataFrame, end: str = "") -> dict[str, npt.NDArray[np.float32]]:
    """Where the rows lie, as precise as a page can show."""
    return {
        name: frame[f"{column}{end}"].to_numpy(dtype=np.float32) for name, column in (("lat", "latitude"), ("lon", "longitude"))
    }


def write_missing(figure: go.Figure, look: Look, words: str, count: int) -> go.Figure:
    """The figure with a line on what the map cannot show, where there is anything."""
    if count:
        write_note(figure, look, words)
    return figure


def nothing_words() -> str:
    """What a map without any mark says."""
    return _("Nothing to show under these filters.")

"""The land in classes, with signs where there is no value, small states as dots, and the legend of what is in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.maps.globe import Area, anchored, draw_globe, headed, legend_entry, places_of
from dashboard.charts.maps.names import name_style, place_names
from dashboard.charts.theme import Look, marks, shades, wrap
from dashboard.words import _

# What has no value: an article's silence, nothing found, too few to compare. Values follow from the third on.
UNREAD, NONE, FEW = 0, 1, 2
# The sign of each on its country, where there is one, and beside its words in the legend.
_SIGNS = {UNREAD: "x-thin", FEW: "circle-open"}
_KEYS = {UNREAD: "square-x", NONE: "square", FEW: "circle-open"}
_MOST_NAMES = 16


@dataclass(frozen=True, slots=True)
class Classes:
    """The class of each row, what the legend calls those with values, what they measure, and what "too few" means."""

    numbers: npt.NDArray[np.int64]
    names: Sequence[str]
    unit: str
    few: str = ""

    def colours(self, look: Look) -> list[str]:
        """Of all classes, in order."""
        return [look.land_empty, look.land, look.land_empty, *shades(look, len(self.names))]

    def words(self) -> list[str]:
        """What the legend calls all classes, in order."""
        return [_("no article"), _("none found"), self.few, *self.names]


@lru_cache(maxsize=2000)
def _headline(name: str) -> str:
    """A country's name as the first line of its hover box; few names, asked for again and again."""
    return wrap(name)


def draw_classes(frame: pd.DataFrame, look: Look, area: Area, found: Classes, hovers: list[str]) -> go.Figure:
    """The map: land in its class, signs on what has no value, small states as dots, the legend of what is in use."""
    frame, colours = anchored(frame, area), found.colours(look)
    visible = area.holds(frame["latitude"], frame["longitude"])
    dots = frame["small"].to_numpy() & visible & frame["latitude"].notna().to_numpy()
    signed = visible & ~dots & np.isin(found.numbers, list(_SIGNS))
    # small states are left out of the land of the whole world: nobody sees them there, and every hover text counts
    drawn = np.flatnonzero(~dots) if area.whole else np.arange(len(frame))
    traces = [
        _draw_land(frame, look, found, drawn, hovers),
        _draw_signs(frame[signed], look, found.numbers[signed]),
        _draw_dots(frame[dots], look, found.numbers[dots], colours, [hovers[row] for row in np.flatnonzero(dots)]),
        *([_draw_names(frame, look, area)] if area.islands else []),
        *_draw_legend(look, found, colours, set(found.numbers[visible])),
    ]
    return draw_globe(look, traces, area, found.unit)


def _draw_land(
    frame: pd.DataFrame, look: Look, found: Classes, drawn: npt.NDArray[np.int64], hovers: list[str]
) -> go.Choropleth:
    """The rows ``drawn``, those that are selected last, so that no neighbour covers their outline."""
    order = drawn[np.argsort(frame["selected"].to_numpy()[drawn], kind="stable")]
    colours = found.colours(look)
    steps = len(colours)
    outline = {"color": look.border, "width": 0.5}
    selected = frame["selected"].to_numpy()[order]
    if selected.any():
        outline = {"color": np.where(selected, look.accent, look.border), "width": np.where(selected, 1.3, 0.5)}
    names = [_headline(name) for name in frame["short_name"].take(order)]
    shared = headed(look, names) | {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 0.55}}}
    return go.Choropleth(
        locations=frame["country"].take(order),
        z=found.numbers[order].astype(np.int8),
        zmin=-0.5,
        zmax=steps - 0.5,
        colorscale=[(edge / steps, colour) for each, colour in enumerate(colours) for edge in (each, each + 1)],
        showscale=False,
        marker={"line": outline},
        customdata=marks(frame["country"].take(order), [hovers[row] for row in order]),
        **shared,
    )


def _draw_signs(rows: pd.DataFrame, look: Look, numbers: npt.NDArray[np.int64]) -> go.Scattergeo:
    """What has no value is told apart by more than its colour."""
    return go.Scattergeo(
        **places_of(rows),
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker={
            "symbol": [_SIGNS[number] for number in numbers],
            "size": np.where(numbers == FEW, 5, 4),
            "color": look.quiet,
            "opacity": 0.8,
            "line": {"color": look.quiet, "width": 1},
        },
        unselected={"marker": {"opacity": 0.8}},
    )


def _draw_dots(
    rows: pd.DataFrame, look: Look, numbers: npt.NDArray[np.int64], colours: list[str], hovers: list[str]
) -> go.Scattergeo:
    """States too small to see; a pointer within ``globe.REACH`` pixels of one means it, the nearest of several.

    Where it is on several, the last drawn is meant: that with most events, the first of the rows.
    """
    rows, numbers, hovers = rows[::-1], numbers[::-1], hovers[::-1]
    signs = _SIGNS | {NONE: "circle"}
    return go.Scattergeo(
        **places_of(rows),
        mode="markers",
        marker={
            "symbol": [signs.get(number, "circle") for number in numbers],
            "size": np.where(numbers > FEW, 6, np.where(numbers == FEW, 5, 4)),
            "color": [look.quiet if number in _SIGNS else colours[number] for number in numbers],
            "opacity": 1,
            "line": {"color": look.quiet, "width": np.where(numbers > FEW, 0.8, 1)},
        },
        customdata=marks(rows["country"], hovers),
        **headed(look, [_headline(name) for name in rows["short_name"]]),
    )


def _draw_names(frame: pd.DataFrame, look: Look, area: Area) -> go.Scattergeo:
    """The names of countries below their points, where there is room."""
    rows = frame[area.holds(frame["latitude"], frame["longitude"])]
    return go.Scattergeo(
        **places_of(rows),
        **place_names(rows, rows["short_name"], area, _MOST_NAMES, below=True),
        mode="text",
        textfont=name_style(look),
        hoverinfo="skip",
        showlegend=False,
    )


def _draw_legend(look: Look, found: Classes, colours: list[str], used: set[int]) -> list[go.Scattergeo]:
    """Entries for the classes in use, values before absences, and for land that no row stands for."""
    words = found.words()
    outline = {"color": look.quiet, "width": 0.5}
    entries = [
        legend_entry(
            words[each],
            symbol=_KEYS.get(each, "square"),
            color=look.quiet if each == FEW else colours[each],
            line=outline if each != FEW else {"color": look.quiet, "width": 1},
            size=8 if each == FEW else 11,
        )
        for each in [*range(FEW + 1, len(words)), FEW, NONE, UNREAD]
        if each in used
    ]
    return [*entries, legend_entry(_("not applicable"), color=look.land_outside, line=outline)]

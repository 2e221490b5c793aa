"""Countries in classes of what is counted there, with those that have nothing to show told apart by colour and by sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.maps.globe import (
    Area,
    anchored,
    area_of,
    draw_globe,
    headed,
    legend_entry,
    name_style,
    place_names,
    places_of,
)
from dashboard.charts.theme import (
    Look,
    articles_text,
    class_names,
    classes,
    counted_word,
    events_text,
    marks,
    plain,
    shades,
    wrap,
)
from dashboard.words import _, ngettext, write_number, write_percent

# What has no value: an article's silence, nothing found, too few to compare. Values follow from the third on.
_UNREAD, _NONE, _FEW = 0, 1, 2
# The sign of each on its country, where there is one, and beside its words in the legend.
_SIGNS = {_UNREAD: "x-thin", _FEW: "circle-open"}
_KEYS = {_UNREAD: "square-x", _NONE: "square", _FEW: "circle-open"}
_MOST_CLASSES = 6
_MOST_NAMES = 16


@dataclass(frozen=True, slots=True)
class _Classes:
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


def _number_counts(frame: pd.DataFrame, unit: str) -> _Classes:
    bounds = classes(frame["count"].to_list(), _MOST_CLASSES)
    numbers = np.searchsorted(bounds, frame["count"], side="right") + _FEW
    return _Classes(_with_absence(frame, numbers), class_names(bounds, int(frame["count"].max())), unit)


def _number_rates(frame: pd.DataFrame, step: float, unit: str, few: str) -> _Classes:
    """Classes of equal width, the first from 0 on, the last with what is its upper bound."""
    rate = frame["rate"].fillna(0).to_numpy()
    steps = max(1, int(np.ceil(round(float(rate.max()) / step, 6))))
    numbers = np.minimum(rate // step, steps - 1).astype(np.int64) + _FEW + 1
    few_rows = np.where(frame["few"], _FEW, numbers)
    bounds = [write_number(round(each * step, 6)) for each in range(steps + 1)]
    names = [f"{low}–{high}" for low, high in pairwise(bounds)]
    return _Classes(_with_absence(frame, few_rows), names, unit, few)


def _with_absence(frame: pd.DataFrame, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    silent = np.where(frame["articles"] > 0, _NONE, _UNREAD)
    return np.where(frame["count"] > 0, numbers, silent)


@lru_cache(maxsize=2000)
def _headline(name: str) -> str:
    """A country's name as the first line of its hover box; few names, asked for again and again."""
    return wrap(name)


def _draw(frame: pd.DataFrame, look: Look, area: Area, found: _Classes, hovers: list[str]) -> go.Figure:
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
    frame: pd.DataFrame, look: Look, found: _Classes, drawn: npt.NDArray[np.int64], hovers: list[str]
) -> go.Choropleth:
    """The rows ``drawn``, those that are selected last, so that no neighbour covers their outline."""
    order = drawn[np.argsort(frame["selected"].to_numpy()[drawn], kind="stable")]
    colours = found.colours(look)
    steps = len(colours)
    outline = {"color": look.border, "width": 0.5}
    selected = frame["selected"].to_numpy()[order]
    if selected.any():
        outline = {"color": np.where(selected, look.accent, look.border), "width": np.where(selected, 1.3, 0.5)}
    names = [_headline(name) for name in frame["name"].take(order)]
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
            "size": np.where(numbers == _FEW, 5, 4),
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
    signs = _SIGNS | {_NONE: "circle"}
    return go.Scattergeo(
        **places_of(rows),
        mode="markers",
        marker={
            "symbol": [signs.get(number, "circle") for number in numbers],
            "size": np.where(numbers > _FEW, 6, np.where(numbers == _FEW, 5, 4)),
            "color": [look.quiet if number in _SIGNS else colours[number] for number in numbers],
            "opacity": 1,
            "line": {"color": look.quiet, "width": np.where(numbers > _FEW, 0.8, 1)},
        },
        customdata=marks(rows["country"], hovers),
        **headed(look, [_headline(name) for name in rows["name"]]),
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


def _draw_legend(look: Look, found: _Classes, colours: list[str], used: set[int]) -> list[go.Scattergeo]:
    """Entries for the classes in use, values before absences, and for land that no row stands for."""
    words = found.words()
    outline = {"color": look.quiet, "width": 0.5}
    entries = [
        legend_entry(
            words[each],
            symbol=_KEYS.get(each, "square"),
            color=look.quiet if each == _FEW else colours[each],
            line=outline if each != _FEW else {"color": look.quiet, "width": 1},
            size=8 if each == _FEW else 11,
        )
        for each in [*range(_FEW + 1, len(words)), _FEW, _NONE, _UNREAD]
        if each in used
    ]
    return [*entries, legend_entry(_("not applicable"), color=look.land_outside, line=outline)]


def _describe(frame: pd.DataFrame, words: list[str]) -> list[str]:
    """The hover box of each country: what was found and how much was read, or why there is nothing."""
    return [
        f"{found}<br>{articles_text(read)}" if found else plain(absence)
        for found, read, absence in zip(words, frame["articles"], frame["absence"], strict=True)
    ]


def _draw_counts(frame: pd.DataFrame, look: Look, area: str, unit: str, words: Callable[[int], str]) -> go.Figure:
    hovers = _describe(frame, [words(count) if count else "" for count in frame["count"]])
    return _draw(frame, look, area_of(area), _number_counts(frame, unit), hovers)


def draw_map(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by number of events."""
    return _draw_counts(frame, look, area, counted_word(), events_text)


def draw_map_institutions(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by number of institutions that take part."""
    return _draw_counts(frame, look, area, _("Institutions"), _institutions)


def _institutions(count: int) -> str:
    return ngettext("{n} institution", "{n} institutions", count).format(n=write_number(count))


def draw_map_partnerships(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by number of events with a partner country."""
    return _draw_counts(frame, look, area, counted_word(), _with_partners)


def _with_partners(count: int) -> str:
    words = ngettext("{n} event with partners abroad", "{n} events with partners abroad", count)
    return words.format(n=write_number(count))


def draw_share_abroad(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by the share of their institutions' events that have partners abroad, from 0 to 100 %."""
    numbers = _number_rates(frame, 20, _("% with partners abroad"), _("too few events"))
    rows = zip(frame["rate"], frame["abroad"], frame["count"], strict=True)
    hovers = _describe(frame, [_share(*row) for row in rows])
    return _draw(frame, look, area_of(area), numbers, hovers)


def _share(rate: float, abroad: int, events: int) -> str:
    if not events:
        return ""
    words = _("{abroad} of {events} with partners abroad").format(abroad=write_number(abroad), events=events_text(events))
    return words if np.isnan(rate) else f"{write_percent(rate / 100)}<br>{words}"


def draw_per_institution(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by events for each institution that the tables list there."""
    top = float(frame["rate"].max()) if frame["rate"].notna().any() else 0.0
    numbers = _number_rates(frame, _step(top), _("Events per institution"), _("too few listed"))
    rows = zip(frame["rate"], frame["count"], frame["institutions"], strict=True)
    hovers = _describe(frame, [_per_institution(*row) for row in rows])
    return _draw(frame, look, area_of(area), numbers, hovers)


def _per_institution(rate: float, events: int, institutions: int) -> str:
    if not events:
        return ""
    counts = _("{events}, {institutions} listed").format(events=events_text(events), institutions=_institutions(institutions))
    if np.isnan(rate):
        return counts
    return _("{rate} events per institution").format(rate=write_number(rate)) + f"<br>{counts}"


def _step(top: float) -> float:
    """The width of a class that reads easily and makes at most six of them."""
    if top <= 0:
        return 1.0
    size = 10.0 ** np.floor(np.log10(top / _MOST_CLASSES))
    return float(next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor * _MOST_CLASSES >= top))

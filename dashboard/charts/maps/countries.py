"""Countries by what is counted there: numbers, shares and rates, each in classes of its own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.maps.globe import area_of
from dashboard.charts.maps.land import FEW, NONE, UNREAD, Classes, draw_classes
from dashboard.charts.theme import Look, articles_text, class_names, classes, counted_word, events_text, plain
from dashboard.words import _, ngettext, write_number, write_percent

_MOST_CLASSES = 6


def _number_counts(frame: pd.DataFrame, unit: str) -> Classes:
    bounds = classes(frame["count"].to_list(), _MOST_CLASSES)
    numbers = np.searchsorted(bounds, frame["count"], side="right") + FEW
    return Classes(_with_absence(frame, numbers), class_names(bounds, int(frame["count"].max())), unit)


def _number_rates(frame: pd.DataFrame, step: float, unit: str, few: str) -> Classes:
    """Classes of equal width, the first from 0 on, the last with what is its upper bound."""
    rate = frame["rate"].fillna(0).to_numpy()
    steps = max(1, int(np.ceil(round(float(rate.max()) / step, 6))))
    numbers = np.minimum(rate // step, steps - 1).astype(np.int64) + FEW + 1
    few_rows = np.where(frame["few"], FEW, numbers)
    bounds = [write_number(round(each * step, 6)) for each in range(steps + 1)]
    names = [f"{low}–{high}" for low, high in pairwise(bounds)]
    return Classes(_with_absence(frame, few_rows), names, unit, few)


def _with_absence(frame: pd.DataFrame, numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    silent = np.where(frame["articles"] > 0, NONE, UNREAD)
    return np.where(frame["count"] > 0, numbers, silent)


def _describe(frame: pd.DataFrame, words: list[str]) -> list[str]:
    """The hover box of each country: what was found and how much was read, or why there is nothing."""
    return [
        f"{found}<br>{articles_text(read)}" if found else plain(absence)
        for found, read, absence in zip(words, frame["articles"], frame["absence"], strict=True)
    ]


def _draw_counts(frame: pd.DataFrame, look: Look, area: str, unit: str, words: Callable[[int], str]) -> go.Figure:
    hovers = _describe(frame, [words(count) if count else "" for count in frame["count"]])
    return draw_classes(frame, look, area_of(area), _number_counts(frame, unit), hovers)


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
    return _("{events} with partners abroad").format(events=events_text(count))


def draw_share_abroad(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by the share of their institutions' events that have partners abroad, from 0 to 100 %."""
    numbers = _number_rates(frame, 20, _("% with partners abroad"), _("too few events"))
    rows = zip(frame["rate"], frame["abroad"], frame["count"], strict=True)
    hovers = _describe(frame, [_share(*row) for row in rows])
    return draw_classes(frame, look, area_of(area), numbers, hovers)


def _share(rate: float, abroad: int, events: int) -> str:
    if not events:
        return ""
    words = _("{abroad} of {events} with partners abroad").format(abroad=write_number(abroad), events=events_text(events))
    return words if np.isnan(rate) else f"{write_percent(rate / 100)}<br>{words}"


def draw_per_institution(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Countries by events for each institution that the tables list there."""
    top = float(frame["rate"].max()) if frame["rate"].notna().any() else 0.0
    numbers = _number_rates(frame, _step(top), _("Per institution listed"), _("too few listed"))
    rows = zip(frame["rate"], frame["count"], frame["institutions"], strict=True)
    hovers = _describe(frame, [_per_institution(*row) for row in rows])
    return draw_classes(frame, look, area_of(area), numbers, hovers)


def _per_institution(rate: float, events: int, institutions: int) -> str:
    if not events:
        return ""
    counts = _("{events}, {institutions} listed").format(events=events_text(events), institutions=_institutions(institutions))
    if np.isnan(rate):
        return counts
    return _("{rate} per institution").format(rate=write_number(rate)) + f"<br>{counts}"


def _step(top: float) -> float:
    """The width of a class that reads easily and makes at most six of them."""
    if top <= 0:
        return 1.0
    size = 10.0 ** np.floor(np.log10(top / _MOST_CLASSES))
    return float(next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor * _MOST_CLASSES >= top))

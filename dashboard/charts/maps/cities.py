"""Cities as circles."""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.maps.globe import area_of, draw_globe, headed, places_of, write_missing
from dashboard.charts.maps.names import name_style, place_names
from dashboard.charts.theme import Look, articles_text, events_text, faded, marks, wrap, write_note
from dashboard.words import _, ngettext, write_number

_MOST_NAMES = 8


def draw_cities(frame: pd.DataFrame, look: Look, area: str = "world") -> go.Figure:
    """Cities as circles whose area is the number of events held there; the leading ones are named where there is room."""
    seen, found = area_of(area), frame[frame["latitude"].notna()]
    top = max([1, *found["events"]])
    circles = go.Scattergeo(
        **places_of(found),
        mode="markers+text",
        customdata=marks(found["key"], _describe(found)),
        marker=_circle(look, found["events"], top),
        **place_names(found, found["city"], seen, _MOST_NAMES),
        textfont=name_style(look),
        **headed(look, _names(found)),
    )
    figure = draw_globe(look, [circles], seen, "", landcolor=look.land_empty, showcountries=True)
    if len(found):
        write_note(
            figure,
            look,
            _("Area in proportion; the largest circle stands for {events}").format(events=events_text(top)),
            below=True,
        )
    missing = int(frame.attrs.get("unplaced", 0)) + int(frame.attrs.get("unmapped", 0))
    words = ngettext("{n} event without a known city is not shown", "{n} events without a known city are not shown", missing)
    return write_missing(figure, look, words.format(n=write_number(missing)), missing)


def _names(found: pd.DataFrame) -> list[str]:
    rows = zip(found["city"], found["short_name"], strict=True)
    return [wrap(f"{city}, {country}" if country else city) for city, country in rows]


def _describe(found: pd.DataFrame) -> list[str]:
    words = _("{articles} in the country")
    return [
        f"{events_text(count)}<br>{words.format(articles=articles_text(read))}"
        for count, read in zip(found["events"], found["articles"], strict=True)
    ]


def _circle(look: Look, counts: Iterable[int], top: int) -> dict[str, object]:
    """Markers whose area is in proportion to the count, the largest 22 pixels across."""
    return {
        "size": [round(max(4.0, 22 * math.sqrt(count / top)), 1) for count in counts],
        "opacity": 1,
        "color": faded(look.sequential[4], 0.7),
        "line": {"color": look.sequential[5], "width": 0.7},
    }

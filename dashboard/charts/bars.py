"""Bars: ranked counts with direct labels and a zero baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SIZE,
    SMALL,
    Look,
    articles_text,
    base_figure,
    empty_figure,
    events_text,
    hoverable,
    label,
    marks,
    plain,
    wrap,
    write_note,
)
from dashboard.words import _, keep_direction, ngettext, write_number

# Pixels a row takes: with its label beside the bar, and above it; of a line more of the label; letters of a line, and lines.
BESIDE, ABOVE, LINE = 24, 40, 17
_LETTERS, _LINES = 50, 2


@dataclass(frozen=True)
class Rows:
    """What a bar chart draws, one entry a bar from top to bottom; labels and hovers are inert text."""

    keys: Iterable[object]
    labels: Sequence[str]
    values: Sequence[int]
    texts: Sequence[str]
    hovers: Sequence[str]
    colours: str | Sequence[str]


def _bars(rows: Rows, look: Look, above: bool = False) -> go.Figure:
    """Horizontal bars; long labels stand ``above`` theirs, so that they are whole on a narrow screen too."""
    if not len(rows.values):
        return empty_figure(look)
    places, end = _place(rows.labels)
    room = ABOVE if above else BESIDE
    thick = 11 / room if above else 0.66
    bars = go.Bar(
        x=list(rows.values),
        y=places,
        orientation="h",
        width=thick,
        offset=0.5 - thick - 5 / room if above else None,
        marker_color=rows.colours,
        text=list(rows.texts),
        textposition="outside",
        cliponaxis=False,
        constraintext="none",
        textfont={"color": look.ink, "size": SMALL},
        customdata=marks(rows.keys, rows.hovers),
        **hoverable(look),
    )
    labels = [
        label(text, look, x=0, y=place + 0.5 - thick - 5 / room, yshift=2)
        for place, text in zip(places, rows.labels, strict=True)
    ]
    figure = base_figure(
        look,
        [bars],
        annotations=labels if above else [],
        height=16 + round(end * room),
        margin={"t": 8, "b": 8, "l": 8, "r": 12},
    )
    longest = max(len(text) for text in rows.texts)
    figure.update_xaxes(visible=False, range=[0, (max(rows.values) or 1) * (1.06 + 0.024 * longest)])
    figure.update_yaxes(
        range=[end - 0.5, -0.5],
        tickvals=places,
        ticktext=list(rows.labels),
        showgrid=False,
        visible=not above,
        tickfont={"color": look.ink, "size": SIZE},
        ticklabelstandoff=4,
    )
    return figure


def _place(labels: Sequence[str]) -> tuple[list[float], float]:
    """Where each row stands, a row of one line being 1 high, and where the last one ends."""
    places, end = [], 0.0
    for text in labels:
        end += text.count("<br>") * LINE / ABOVE
        places.append(round(end, 3))
        end += 1
    return places, end


def _others(figure: go.Figure, look: Look, words: str, frame: pd.DataFrame) -> go.Figure:
    """The figure with a last line that says how many rows it leaves out, where it does."""
    others = int(frame.attrs.get("others", 0))
    if others:
        write_note(figure, look, words % write_number(others), below=True)
    return figure


def _left_out(frame: pd.DataFrame) -> int:
    return int(frame.attrs.get("others", 0))


def draw_kinds(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events of each kind, in the hue of its family."""
    found = frame[frame["events"] > 0]
    names = [plain(name) for name in found["kind_name"]]
    hovers = [f"<b>{name}</b><br>{events_text(count)}" for name, count in zip(names, found["events"], strict=True)]
    colours = [look.kind_colours.get(kind, look.neutral) for kind in found["kind"]]
    values = found["events"].to_list()
    return _bars(Rows(found["kind"].to_list(), names, values, [write_number(count) for count in values], hovers, colours), look)


def _country_hovers(frame: pd.DataFrame, counts: Iterable[int]) -> list[str]:
    """Name in full, events, and the articles read that cover the country."""
    return [
        f"<b>{wrap(name)}</b><br>{events_text(count)}<br>{articles_text(read)}"
        for name, count, read in zip(frame["name"], counts, frame["articles"], strict=True)
    ]


def _accented(frame: pd.DataFrame, look: Look) -> list[str]:
    """The accent for rows that the reader selected, the colour of counts for the rest."""
    return [look.accent if selected else look.sequential[4] for selected in frame["selected"]]


def draw_countries(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events that countries take part in, each with the number of articles that cover it."""
    counts = frame["count"].to_list()
    labels = [plain(name, 26) for name in frame["short_name"]]
    rows = Rows(
        frame["country"],
        labels,
        counts,
        [write_number(n) for n in counts],
        _country_hovers(frame, counts),
        _accented(frame, look),
    )
    return _others(_bars(rows, look), look, ngettext("and %s more country", "and %s more countries", _left_out(frame)), frame)


def draw_partner_countries(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries that partner with one country, which the first line names."""
    counts = frame["events"].to_list()
    labels = [plain(name, 26) for name in frame["short_name"]]
    rows = Rows(
        frame["key"], labels, counts, [write_number(n) for n in counts], _country_hovers(frame, counts), look.sequential[4]
    )
    figure = _bars(rows, look)
    if len(frame):
        write_note(figure, look, _("%s: partner countries") % frame["of_name"].iloc[0])
    return _others(figure, look, ngettext("and %s more country", "and %s more countries", _left_out(frame)), frame)


def _who(name: str, country: str) -> str:
    """An institution with its country for a hover box."""
    return f"<b>{wrap(name)}</b>" + (f"<br>{plain(country)}" if country else "")


def draw_institutions(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Institutions that take part in most events."""
    hovers = [
        f"{_who(name, country)}<br>{events_text(count)}<br>" + ngettext("%d partner", "%d partners", partners) % partners
        for name, country, count, partners in zip(
            frame["name"], frame["country_name"], frame["events"], frame["partners"], strict=True
        )
    ]
    counts = frame["events"].to_list()
    labels = [wrap(name, _LETTERS, _LINES) for name in frame["name"]]
    rows = Rows(frame["institution_id"], labels, counts, [write_number(n) for n in counts], hovers, _accented(frame, look))
    words = ngettext("and %s more institution", "and %s more institutions", _left_out(frame))
    return _others(_bars(rows, look, above=True), look, words, frame)


def _distance_text(kilometres: float) -> str:
    """A distance in words; empty where it is not known."""
    if pd.isna(kilometres):
        return ""
    return _("%s km") % write_number(round(kilometres)) if kilometres else _("same city")


def _with_distance(count: int, kilometres: float) -> str:
    """Events and distance beside a bar."""
    return keep_direction(" · ".join(part for part in (events_text(count), _distance_text(kilometres)) if part))


def draw_partners(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Partners of one institution, which the first line names, and how far away they are."""
    hovers = [
        f"{_who(name, country)}<br>{events_text(count)}<br>{_distance_text(kilometres)}"
        for name, country, count, kilometres in zip(
            frame["name"], frame["country_name"], frame["events"], frame["distance_km"], strict=True
        )
    ]
    texts = [_with_distance(count, km) for count, km in zip(frame["events"], frame["distance_km"], strict=True)]
    labels = [wrap(name, _LETTERS, _LINES) for name in frame["name"]]
    rows = Rows(frame["key"], labels, frame["events"].to_list(), texts, hovers, look.sequential[4])
    figure = _bars(rows, look, above=True)
    if len(frame):
        write_note(figure, look, _("%s: partners") % str(frame["of_name"].iloc[0]))
    return _others(figure, look, ngettext("and %s more partner", "and %s more partners", _left_out(frame)), frame)


def draw_languages(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Articles by the language of their source."""
    return _articles(frame, frame["language"], look)


def draw_sources(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Articles by whose site they stand on."""
    return _articles(frame, frame["key"], look, above=True)


def draw_publishers(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Articles by publisher."""
    figure = _articles(frame, frame["publisher_key"], look, above=True)
    return _others(figure, look, ngettext("and %s more publisher", "and %s more publishers", _left_out(frame)), frame)


def _articles(frame: pd.DataFrame, keys: pd.Series, look: Look, above: bool = False) -> go.Figure:
    """Grey bars: articles read are what counts rest on, not counts of events."""
    counts = frame["articles"].to_list()
    hovers = [f"<b>{wrap(name)}</b><br>{articles_text(n)}" for name, n in zip(frame["name"], counts, strict=True)]
    labels = [wrap(name, _LETTERS, _LINES) if above else plain(name, 26) for name in frame["name"]]
    return _bars(Rows(keys, labels, counts, [write_number(n) for n in counts], hovers, look.neutral), look, above)


def draw_coverage(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Articles read that cover each country (open circle) beside the events found there (full circle), joined by a line."""
    if frame.empty:
        return empty_figure(look)
    places = list(range(len(frame)))
    hovers = _country_hovers(frame, frame["events"])
    lines = go.Scatter(
        x=[x for pair in zip(frame["articles"], frame["events"], strict=True) for x in (*pair, None)],
        y=[y for place in places for y in (place, place, None)],
        mode="lines",
        line={"color": look.grid, "width": 3},
        hoverinfo="skip",
        showlegend=False,
    )
    shared = hoverable(look) | {
        "showlegend": True,
        "mode": "markers",
        "y": places,
        "customdata": marks(frame["country"], hovers),
    }
    read = go.Scatter(
        x=frame["articles"],
        name=_("articles read"),
        marker={"size": 13, "color": look.paper, "line": {"color": look.quiet, "width": 1.5}},
        **shared,
    )
    events = go.Scatter(x=frame["events"], name=_("events found"), marker={"size": 8, "color": look.sequential[4]}, **shared)
    figure = base_figure(look, [lines, read, events], height=70 + 22 * len(places), margin={"t": 34, "b": 8})
    top = max(frame["articles"].max(), frame["events"].max())
    figure.update_xaxes(
        range=[-0.02 * top, top * 1.05], side="top", rangemode="tozero", nticks=min(6, int(top) + 1), tickformat=",d"
    )
    figure.update_yaxes(
        range=[len(places) - 0.4, -0.6],
        tickvals=places,
        ticktext=[plain(name, 26) for name in frame["short_name"]],
        showgrid=False,
        tickfont={"color": look.ink, "size": SIZE},
        ticklabelstandoff=8,
    )
    figure.update_layout(legend={"y": 0, "yref": "paper", "yanchor": "top"})
    return figure

"""Pairs of institutions in a row each: bars of events or kilometres, or the time from first to last seen."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
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
from dashboard.words import _, keep_direction, ngettext, write_date, write_number

# Pixels of a row: two lines of names above what is drawn.
_ROW, _BAR = 64, 11
# Where in its row what is drawn lies, and how far above it the names end, as shares of the row.
_LOW, _NAMES = 0.3, 0.15


def draw_pairs(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Pairs by the order of the frame: bars where events or distances rank them, spans of time where dates do."""
    if frame.empty:
        return empty_figure(look)
    order = frame.attrs.get("order", "strongest")
    places = [place + _LOW for place in range(len(frame))]
    traces = _spans(frame, look, places) if order in {"newest", "silent"} else [_bars(frame, look, places)]
    names = [
        label(f"{plain(a, 50)}<br>{plain(b, 50)}", look, x=0, xref="paper", y=place - _NAMES, yshift=1)
        for a, b, place in zip(frame["name_a"], frame["name_b"], places, strict=True)
    ]
    figure = base_figure(
        look, traces, annotations=names, height=24 + _ROW * len(frame), margin={"t": 8, "b": 8, "l": 8, "r": 12}
    )
    figure.update_yaxes(visible=False, range=[len(frame) - 0.4, -0.62])
    if order in {"newest", "silent"}:
        figure.update_layout(margin_t=28, height=figure.read_layout("height") + 20)
        figure.update_xaxes(side="top", range=_limits(frame), nticks=7, tickformat="d", layer="below traces")
    else:
        figure.update_xaxes(visible=False, range=[0, _values(frame).max() * 2.2])
    others = int(frame.attrs.get("others", 0))
    if others:
        write_note(figure, look, ngettext("and %s more pair", "and %s more pairs", others) % write_number(others), below=True)
    return figure


def _values(frame: pd.DataFrame) -> pd.Series:
    """What the length of a bar says."""
    return frame["distance_km"] if frame.attrs.get("order") == "farthest" else frame["events"]


def _bars(frame: pd.DataFrame, look: Look, places: Sequence[float]) -> go.Bar:
    rows = zip(frame["events"], frame["distance_km"], frame["last_seen"], strict=True)
    texts = [_beside(row, frame.attrs.get("order", "strongest")) for row in rows]
    return go.Bar(
        x=_values(frame).to_list(), y=places, orientation="h", width=_BAR / _ROW, marker_color=look.sequential[4],
        text=texts, textposition="outside", cliponaxis=False, constraintext="none",
        textfont={"color": look.ink, "size": SMALL}, customdata=marks(frame["key"], _hovers(frame)), **hoverable(look),
    )  # fmt: skip


def _spans(frame: pd.DataFrame, look: Look, places: Sequence[float]) -> list[go.Scatter]:
    """From first to last seen as a line, what came after as a dotted one, and full marks on the last."""
    first, last = ([_year(date) for date in frame[column]] for column in ("first_seen", "last_seen"))
    newest = _year(frame.attrs["newest"])
    rows = [y for place in places for y in (place, place, None)]
    lines = [
        go.Scatter(
            x=[x for pair in zip(begins, ends, strict=True) for x in (*pair, None)], y=rows, mode="lines",
            hoverinfo="skip", showlegend=False, line=style,
        )
        for begins, ends, style in (
            (last, [newest] * len(last), {"color": look.quiet, "width": 1, "dash": "dot"}),
            (first, last, {"color": look.sequential[4], "width": 3}),
        )
    ]  # fmt: skip
    begun = go.Scatter(
        x=first, y=list(places), mode="markers", hoverinfo="skip", showlegend=False,
        marker={"size": 8, "color": look.paper, "line": {"color": look.sequential[4], "width": 2}},
    )  # fmt: skip
    seen = go.Scatter(
        x=last, y=list(places), mode="markers", marker={"size": 11, "color": look.sequential[4]},
        customdata=marks(frame["key"], _hovers(frame)), **hoverable(look),
    )  # fmt: skip
    return [*lines, begun, seen]


def _limits(frame: pd.DataFrame) -> list[float]:
    """The years of the axis, with room for the marks at both ends."""
    first = min(_year(date) for date in frame["first_seen"])
    last = _year(frame.attrs["newest"])
    room = 0.03 * max(last - first, 1.0)
    return [first - room, last + room]


def _year(date: str) -> float:
    """An ISO prefix as a year with a fraction."""
    year, month, day = (int(part) for part in (date + "-01-01")[:10].split("-"))
    return year + (month - 1) / 12 + (day - 1) / 372


def _beside(row: tuple[int, float, object], order: str) -> str:
    """What stands beside a bar: events, and when the pair was last seen; or the distance, and events."""
    count, kilometres, last = row
    if order == "farthest":
        return keep_direction(f"{_distance_text(kilometres)} · {events_text(count)}")
    seen = _("last {date}").format(date=write_date(last)) if isinstance(last, str) else ""
    return keep_direction(" · ".join(part for part in (events_text(count), seen) if part))


def _distance_text(kilometres: float) -> str:
    """A distance in words; empty where it is not known."""
    if pd.isna(kilometres):
        return ""
    return _("%s km") % write_number(kilometres) if kilometres else _("same city")


def _hovers(frame: pd.DataFrame) -> list[str]:
    columns = ("name_a", "country_a", "name_b", "country_b", "events", "distance_km", "first_seen", "last_seen")
    return [_hover(dict(zip(columns, row, strict=True))) for row in zip(*(frame[name] for name in columns), strict=True)]


def _hover(row: dict[str, object]) -> str:
    """Both names with their countries, events, dates and distance, a line each."""
    lines = [events_text(int(str(row["events"]))), _distance_text(float(str(row["distance_km"])))]
    if isinstance(row["first_seen"], str):
        first, last = (write_date(str(row[name])) for name in ("first_seen", "last_seen"))
        lines.insert(1, _("First seen {first}, last seen {last}").format(first=first, last=last))
    who = [f"<b>{wrap(row[f'name_{end}'])}</b>" for end in "ab"]
    where = [plain(row[f"country_{end}"]) for end in "ab"]
    return "<br>".join(part for part in (who[0], where[0], who[1], where[1], *lines) if part)

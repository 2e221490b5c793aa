"""Single events in lanes of their kinds: a dot for a day, a bar as long as the month, year or term that is known otherwise."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    empty_figure,
    faded,
    hoverable,
    label,
    marks,
    plain,
    wrap,
    write_note,
)
from dashboard.charts.time.scale import BRUSHED, DAY, FOOTED, date_text, milliseconds, reading_line, stack_rows
from dashboard.words import _, ngettext, write_number

# As many events have room for their titles, each in a row of its own.
NAMED = 24
# How much of its colour a bar keeps of an event that was only announced.
_HOLLOW = 0.12
# Titles in hover boxes are set in lines of so many characters.
_LINE = 46


def draw_event_lanes(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Single events by kind, those that were only announced hollow; a line where reading ends."""
    if frame.empty:
        return empty_figure(look)
    placed, ticks = _place_events(frame, look)
    first, last = placed["begin"].min(), placed["until"].max()
    wide = placed["until"] - placed["begin"] > max((last - first) / 150, 2 * DAY)
    named = len(placed) <= NAMED
    room = 30 if named else 9
    depth, edge = placed["row"].max() + 2, max((last - first) * 0.02 + DAY, (90 * DAY - (last - first)) / 2)
    traces = [_event_bars(placed[wide], look, 5 / room), _event_dots(placed[~wide], look)]
    reading = reading_line(frame.attrs.get("newest"), last + edge, look)
    notes = [*(_titles(placed, look) if named else []), *reading["annotations"]]
    above, older = 22 * bool(reading["annotations"]), int(frame.attrs.get("older", 0))
    figure = base_figure(
        look, traces + _legend(placed, look), height=int(depth * room) + 76 + above, margin={"t": 8 + above, "b": 56},
        barmode="overlay", annotations=notes, shapes=reading["shapes"], legend=FOOTED,
        xaxis={"type": "date", "range": [first - edge, last + edge], "nticks": 6},
        yaxis={
            "range": [depth - 0.5, -1], "tickvals": [top for top, _name in ticks], "ticktext": [name for _top, name in ticks],
            "tickfont": {"color": look.ink, "size": SMALL}, "ticklabelstandoff": 4, "ticklabelshift": -8,
            "gridcolor": look.grid,
        },
        **BRUSHED,
    )  # fmt: skip
    if older:
        words = ngettext("%s earlier event is left out", "%s earlier events are left out", older)
        write_note(figure, look, words % write_number(older))
    return figure


def _place_events(frame: pd.DataFrame, look: Look) -> tuple[pd.DataFrame, list[tuple[int, str]]]:
    """The events with ``begin`` and ``until`` in milliseconds, ``row``, colours and ``hover``; and where kinds begin."""
    begins, ends = milliseconds(frame["first_day"]), [end + DAY for end in milliseconds(frame["last_day"])]
    reach = max(ends) - min(begins)
    rows, ticks = _stacked_rows(frame, begins, ends, 2 * reach if len(frame) <= NAMED else max(reach / 75, DAY))
    announced = (frame["status"] == "announced").to_numpy()
    dates = map(date_text, frame["start"].tolist(), frame["end"].tolist())
    columns = (frame[column].tolist() for column in ("title", "kind_name", "place"))
    hovers = [_hover(*row) for row in zip(*columns, dates, announced.tolist(), strict=True)]
    hues = look.kind_colours
    colours = [hues.get(kind, look.neutral) for kind in frame["kind"].tolist()]
    return frame.assign(begin=begins, until=ends, row=rows, colour=colours, hover=hovers, announced=announced), ticks


def _hover(title: str, kind: str, place: str, when: str, announced: bool) -> str:
    """Title, kind, date and place of an event, and whether it was only announced."""
    head = plain(title) if len(title) <= _LINE else wrap(title, _LINE)
    kind = _("{kind}, announced").format(kind=plain(kind)) if announced else plain(kind)
    return f"<b>{head}</b><br>{kind} · {when}" + (f"<br>{plain(place)}" if place else "")


def _titles(placed: pd.DataFrame, look: Look) -> list[dict[str, object]]:
    """Titles beside their marks, on the side where there is more room; above a bar that leaves none."""
    first, last = placed["begin"].min(), placed["until"].max()
    labels = []
    for title, begin, until, row in zip(*(placed[c] for c in ("title", "begin", "until", "row")), strict=True):
        long, late = until - begin > max(last - first, 90 * DAY) / 2, begin + until > first + last
        side = "right" if late and not long else "left"
        place = {"xanchor": side, "align": side, "xshift": -7 if side == "right" else 7, "yanchor": "middle"}
        above = {"xanchor": "left", "align": "left", "yshift": 2, "yanchor": "bottom"}
        words = plain(title, 46) if long else wrap(title, 26, 2)
        font = {"color": look.quiet, "size": 11}
        labels.append(label(words, look, x=begin if late or long else until, y=row, font=font, **(above if long else place)))
    return labels


def _event_bars(placed: pd.DataFrame, look: Look, width: float) -> dict[str, Any]:
    """Events known to a month, a year or a term."""
    filled = [faded(colour, _HOLLOW if said else 1) for colour, said in _told(placed)]
    return {
        "type": "bar",
        "base": placed["begin"].tolist(),
        "x": (placed["until"] - placed["begin"]).tolist(),
        "y": placed["row"].tolist(),
        "width": width,
        "orientation": "h",
        "customdata": marks(placed["event_id"], placed["hover"]),
        "marker": {
            "color": filled,
            "line": {"color": placed["colour"].tolist(), "width": placed["announced"].astype(int).tolist()},
        },
        **hoverable(look),
    }


def _event_dots(placed: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Events of a day or a few."""
    return {
        "type": "scatter",
        "x": ((placed["begin"] + placed["until"]) / 2).tolist(),
        "y": placed["row"].tolist(),
        "mode": "markers",
        "marker": {
            "size": 7,
            "color": [look.paper if said else colour for colour, said in _told(placed)],
            "line": {"width": 1.5, "color": placed["colour"].tolist()},
        },
        "customdata": marks(placed["event_id"], placed["hover"]),
        **hoverable(look),
    }


def _told(placed: pd.DataFrame) -> list[tuple[str, bool]]:
    return list(zip(placed["colour"], placed["announced"].tolist(), strict=True))


def _legend(placed: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    """What a filled and a hollow mark mean, where there are both or only hollow ones."""
    if not placed["announced"].any():
        return []
    shown = {"type": "scatter", "x": [None], "y": [None], "mode": "markers", "hoverinfo": "skip", "showlegend": True}
    fills = ((_("took place"), look.quiet), (_("announced, not known to have taken place"), look.paper))
    return [
        shown | {"name": name, "marker": {"size": 8, "color": fill, "line": {"width": 1.5, "color": look.quiet}}}
        for name, fill in fills
    ]


def _stacked_rows(
    frame: pd.DataFrame, begins: list[float], ends: list[float], room: float
) -> tuple[list[int], list[tuple[int, str]]]:
    """A row for each event so that none covers another of its kind (each takes ``room`` at least), and where kinds begin."""
    rows, ticks, floor = [0] * len(frame), [], 0
    numbers: dict[str, list[int]] = {}
    for number, kind in enumerate(frame["kind"].tolist()):
        numbers.setdefault(kind, []).append(number)
    names = dict(zip(frame["kind"], frame["kind_name"], strict=True))
    for kind, own in sorted(numbers.items(), key=lambda item: -len(item[1])):
        stacked = stack_rows([begins[number] for number in own], [ends[number] for number in own], room)
        for number, row in zip(own, stacked, strict=True):
            rows[number] = floor + row
        ticks.append((floor - 1, plain(names[kind])))
        floor += max(max(stacked) + 1, 1 if len(frame) <= NAMED else 2) + 1
    return rows, ticks

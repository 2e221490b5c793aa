"""Life cycles of partnerships: a lane each, from what was announced to the newest article read."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import SMALL, Look, base_figure, empty_figure, faded, hoverable, label, marks, plain, wrap
from dashboard.charts.time.scale import BRUSHED, DAY, FOOTED, date_text, milliseconds, reading_line, stack_rows
from dashboard.measures.lifecycle import STAGES
from dashboard.words import _, ngettext, write_number

# Pixels: a line of words, a row of marks, the room between lanes and below all of them for the legend.
LINE, ROW, GAP, FOOT = 16, 12, 16, 84
# As many characters of the partners' names stand in a line on a telephone, in so many lines.
_WIDE, _LINES = 52, 2
_SYMBOLS = {"announced": "circle", "signed": "diamond", "renewed": "diamond-open-dot", "active": "circle"}
_SIZES = {"announced": 8, "signed": 11, "renewed": 11, "active": 8}


def draw_lives(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Events of each partnership as marks of what they are in its life; dotted from the last of them to the newest article."""
    if frame.empty:
        return empty_figure(look)
    placed, heads, depth = _place(frame, look)
    newest = frame.attrs.get("newest")
    first, last = placed["begin"].min(), placed["until"].max()
    read = milliseconds([newest])[0] if newest and len(newest) == 10 else last
    edge = max((max(last, read) - first) * 0.02, 30 * DAY)
    right = max(last, read) + edge
    wide = placed["until"] - placed["begin"] > max((right - first) / 150, 2 * DAY)
    traces = [*_lines(placed, read, look), _bars(placed[wide], look), _points(placed, look), *_legend(look)]
    reading = reading_line(newest, right, look)
    left = int(frame.attrs.get("others", 0))
    words = ngettext("%s further pair is left out", "%s further pairs are left out", left) % write_number(left)
    below = {"text": words if left else "", "font": {"color": look.quiet, "size": SMALL}, "standoff": 6}
    return base_figure(
        look, traces, height=depth + 34 + FOOT, margin={"t": 30, "b": FOOT, "l": 4}, barmode="overlay",
        shapes=reading["shapes"], annotations=[*heads, *reading["annotations"]], legend=FOOTED,
        xaxis={"type": "date", "range": [first - edge, right], "nticks": 6, "title": below},
        yaxis={"range": [-depth, 0], "visible": False}, **BRUSHED,
    )  # fmt: skip


def _place(frame: pd.DataFrame, look: Look) -> tuple[pd.DataFrame, list[dict[str, object]], int]:
    """The events with place, height and hover box; the words above each lane; and how deep all lanes are in pixels."""
    begins, ends = milliseconds(frame["first_day"]), [end + DAY for end in milliseconds(frame["last_day"])]
    heights, heads, depth = [0.0] * len(frame), [], 0
    room = max((max(ends) - min(begins)) / 45, DAY)
    for _life, own in frame.groupby("life", sort=True).indices.items():
        row = frame.iloc[own[0]]
        names = wrap(row["partners"], _WIDE, _LINES)
        said = plain(_("{now}; last confirmed: {confirmed}").format(now=row["now"], confirmed=row["confirmed"]))
        heads.append(_head(f"{names}<br><span style='color:{look.quiet}'>{said}</span>", -depth, look))
        base = depth + LINE * (names.count("<br>") + 2) + ROW
        rows = stack_rows([begins[each] for each in own], [ends[each] for each in own], room)
        for each, stacked in zip(own, rows, strict=True):
            heights[each] = -float(base + stacked * ROW)
        depth = base + max(rows) * ROW + GAP
    dates = map(date_text, frame["start"].tolist(), frame["end"].tolist())
    columns = (frame[column].tolist() for column in ("title", "stage_name", "sources"))
    hovers = [_hover(*row) for row in zip(*columns, dates, strict=True)]
    agreed = look.kind_colours["agreement"]
    colours = [agreed if stage in ("signed", "renewed") else look.sequential[4] for stage in frame["stage"].tolist()]
    return frame.assign(begin=begins, until=ends, y=heights, hover=hovers, colour=colours), heads, depth


def _head(words: str, top: int, look: Look) -> dict[str, object]:
    font = {"color": look.ink, "size": SMALL}
    return label(words, look, x=0, xref="paper", y=top, yanchor="top", font=font, bgcolor=look.paper)


def _hover(title: str, stage: str, sources: int, when: str) -> str:
    """Title, stage and date of an event, and how many sources tell of it."""
    told = ngettext("%s source", "%s sources", sources) % write_number(sources)
    return f"<b>{wrap(title)}</b><br>{plain(stage)} · {when} · {told}"


def _lines(placed: pd.DataFrame, read: float, look: Look) -> list[dict[str, Any]]:
    """From the first to the last event of each partnership a line, and from there to the end of reading a dotted one."""
    lanes = placed.groupby("life", sort=True).agg(begin=("begin", "min"), until=("until", "max"), y=("y", "max"))
    whole: list[list[float | None]] = [[], []]
    tail: list[list[float | None]] = [[], []]
    for begin, until, y in lanes.itertuples(index=False):
        for line, start, end in ((whole, begin, until), (tail, until, read)):
            if end > start:
                line[0] += [start, end, None]
                line[1] += [y, y, None]
    shared = {"type": "scatter", "mode": "lines", "hoverinfo": "skip"}
    return [
        shared | {"x": whole[0], "y": whole[1], "line": {"color": look.neutral, "width": 2}, "showlegend": False},
        shared | {
            "x": tail[0], "y": tail[1], "line": {"color": look.quiet, "width": 1.5, "dash": "dot"}, "showlegend": True,
            "name": _("nothing read since"), "legendrank": 2000,
        },
    ]  # fmt: skip


def _bars(placed: pd.DataFrame, look: Look) -> dict[str, Any]:
    """How long the month, year or term is that is known of an event."""
    return {
        "type": "bar", "orientation": "h", "base": placed["begin"].tolist(), "x": (placed["until"] - placed["begin"]).tolist(),
        "y": placed["y"].tolist(), "width": 4, "customdata": marks(placed["event_id"], placed["hover"]),
        "marker": {"color": [faded(colour, 0.45) for colour in placed["colour"]], "line": {"width": 0}}, **hoverable(look),
    }  # fmt: skip


def _points(placed: pd.DataFrame, look: Look) -> dict[str, Any]:
    """What each event is in the life of its partnership, in the middle of its time."""
    stages = placed["stage"].tolist()
    colours = placed["colour"].tolist()
    return {
        "type": "scatter", "mode": "markers", "x": ((placed["begin"] + placed["until"]) / 2).tolist(),
        "y": placed["y"].tolist(),
        "marker": {
            "symbol": [_SYMBOLS[stage] for stage in stages], "size": [_SIZES[stage] for stage in stages],
            "color": [look.paper if stage == "announced" else colour for stage, colour in zip(stages, colours, strict=True)],
            "opacity": 1, "line": {"width": 1.5, "color": colours},
        },
        "customdata": marks(placed["event_id"], placed["hover"]), **hoverable(look),
    }  # fmt: skip


def _legend(look: Look) -> list[dict[str, Any]]:
    """What the marks mean."""
    colours = {"signed": look.kind_colours["agreement"], "renewed": look.kind_colours["agreement"]}
    return [
        {
            "type": "scatter", "x": [None], "y": [None], "mode": "markers", "hoverinfo": "skip", "showlegend": True,
            "name": _(words),
            "marker": {
                "symbol": _SYMBOLS[stage], "size": _SIZES[stage],
                "color": look.paper if stage == "announced" else colours.get(stage, look.sequential[4]),
                "line": {"width": 1.5, "color": colours.get(stage, look.sequential[4])},
            },
        }
        for stage, words in STAGES.items()
    ]  # fmt: skip

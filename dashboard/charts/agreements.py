"""Agreements of several parties, a row each: its parties as beads on one string, or as dots in columns of countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    empty_figure,
    hoverable,
    label,
    marks,
    plain,
    wrap,
    write_note,
)
from dashboard.words import _, ngettext, write_date, write_number

# Pixels of a line of text, of the beads below the title with their codes, and of the space between rows; a line of a title
# holds so many letters, which a narrow screen has room for, and there are so many lines at most.
_LINE, _BEADS, _SPACE, _LETTERS, _LINES = 16, 32, 12, 50, 2
# As many beads stand on a string, over this share of the width; the goals stand to the right of them.
_MOST_BEADS, _WIDTH = 14, 0.78
# As many columns of countries, and goals of a row, can be read on a narrow screen.
_MOST_COUNTRIES, _MOST_GOALS = 22, 4
# A bead by its place across and down, the code of its country, the key of its agreement and its name.
_Bead = tuple[float, float, str, str, str]
_Stop = tuple[float | None, float | None]
# A dot by its column, its place down, how many parties it stands for, and the key of its agreement.
_Dot = tuple[int, float, int, str]


def draw_agreements(frame: pd.DataFrame, look: Look, form: str = "parties") -> go.Figure:
    """Agreements from top to bottom; what belongs to one is strung on one line, so that it stays one."""
    if frame.empty:
        return empty_figure(look)
    titles = [_title(start, title) for start, title in zip(frame["start"], frame["title"], strict=True)]
    tops, levels, depth = _stack(titles)
    draw = _draw_countries if form == "countries" else _draw_parties
    traces, layout = draw(frame, look, levels)
    named = [
        label(text, look, x=0, xref="paper", y=top, yanchor="top") | {"font": {"color": look.ink, "size": SMALL}}
        for text, top in zip(titles, tops, strict=True)
    ]
    figure = base_figure(
        look,
        traces,
        annotations=named,
        height=depth + 46,
        margin={"t": 38, "b": 8, "l": 8, "r": 8},
        yaxis={"visible": False, "range": [depth, 0]},
    )
    figure.update_layout(layout)
    others = int(frame.attrs.get("others", 0))
    if others:
        words = ngettext("and %s more agreement", "and %s more agreements", others) % write_number(others)
        write_note(figure, look, words, below=True)
    return figure


def _title(start: object, title: object) -> str:
    """Date and title in lines that a narrow screen holds."""
    date = write_date(start) if isinstance(start, str) else _("undated")
    lines = wrap(f"{date} {title}", _LETTERS, _LINES)
    return f"<b>{plain(date)}</b>{lines[len(plain(date)) :]}" if lines.startswith(plain(date)) else lines


def _stack(titles: Sequence[str]) -> tuple[list[int], list[float], int]:
    """From top to bottom in pixels: where each title begins, where its beads lie, and how deep all is."""
    tops, levels, y = list[int](), list[float](), 0
    for title in titles:
        tops.append(y)
        y += _LINE * (1 + title.count("<br>"))
        levels.append(y + 12)
        y += _BEADS + _SPACE
    return tops, levels, y


_Drawn = tuple[list[go.Scatter], dict[str, Any]]


def _draw_parties(frame: pd.DataFrame, look: Look, levels: Sequence[float]) -> _Drawn:
    slots = min(_MOST_BEADS, max(8, int(frame["parties"].max())))
    beads: dict[bool, list[_Bead]] = {True: [], False: []}
    strings: list[_Stop] = []
    words: list[tuple[float, float, str]] = []
    for y, key, members, named in zip(levels, frame["key"], frame["members"], frame["goals"], strict=True):
        shown = members[: slots if len(members) <= slots else slots - 1]
        for number, (name, code, signs) in enumerate(shown):
            beads[signs].append((_slot(number, slots), y, code, key, name))
        strings += [(_slot(0, slots), y), (_slot(len(shown) - 1, slots), y), (None, None)]
        if len(members) > len(shown):
            words.append((_slot(slots - 0.4, slots), y, f"+{len(members) - len(shown)}"))
        words.append((1.0, y, _goals(named)))
    legend = {
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "traceorder": "normal",
        "itemclick": False,
        "itemdoubleclick": False,
    }
    traces = [_strings(strings, look), *(_beads(found, look, signs) for signs, found in beads.items()), _words(words, look)]
    return traces, {"legend": legend, "xaxis": {"visible": False, "range": [-0.01, 1.01]}}


def _slot(number: float, slots: int) -> float:
    return round(0.03 + number * _WIDTH / slots, 4)


def _goals(named: str) -> str:
    """The goals of a row by number, as many as there is room for."""
    numbers = named.split(", ") if named else []
    more = "…" if len(numbers) > _MOST_GOALS else ""
    return _("SDG {goals}").format(goals=", ".join(numbers[:_MOST_GOALS]) + more) if numbers else ""


def _strings(points: Sequence[_Stop], look: Look) -> go.Scatter:
    return go.Scatter(
        x=[x for x, _y in points], y=[y for _x, y in points], mode="lines", line={"color": look.neutral, "width": 2},
        hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _beads(found: Sequence[_Bead], look: Look, signs: bool) -> go.Scatter:
    """Parties that sign as full beads, those that take part otherwise as rings, each with the code of its country below."""
    hue = look.sequential[4]
    words = _("signs") if signs else _("takes part otherwise")
    hovers = [
        f"<b>{wrap(name)}</b>" + (f" ({plain(code)})" if code else "") + f"<br>{words}" for _x, _y, code, _key, name in found
    ]
    fill = hue if signs else look.paper
    return go.Scatter(
        x=[x for x, *_rest in found], y=[y for _x, y, *_rest in found], name=words, mode="markers+text",
        marker={"size": 13, "color": fill, "line": {"color": hue, "width": 2}},
        text=[plain(code) for _x, _y, code, *_rest in found], textposition="bottom center",
        textfont={"color": look.quiet, "size": 10}, customdata=marks((key for *_rest, key, _name in found), hovers),
        **(hoverable(look) | {"showlegend": bool(found)}),
    )  # fmt: skip


def _words(points: Sequence[tuple[float, float, str]], look: Look) -> go.Scatter:
    """Quiet words of a row, ending where they stand."""
    return go.Scatter(
        x=[x for x, _y, _text in points], y=[y for _x, y, _text in points], text=[text for _x, _y, text in points], mode="text",
        textposition="middle left", textfont={"color": look.quiet, "size": SMALL}, hoverinfo="skip", showlegend=False,
        cliponaxis=False,
    )  # fmt: skip


def _draw_countries(frame: pd.DataFrame, look: Look, levels: Sequence[float]) -> _Drawn:
    """Dots in the columns of the countries in most agreements, with the number of parties where there are several.

    What an agreement has beyond these columns stands as ``+2`` at its end.
    """
    seats = [Counter(code for _name, code, _signs in members if len(code) == 3) for members in frame["members"]]
    columns = _rank_countries(seats)
    x = {code: number for number, code in enumerate(columns)}
    dots, strings, hovers = list[_Dot](), list[_Stop](), list[str]()
    rows = zip(levels, seats, frame["key"], map(_hover, frame["title"], frame["party_names"]), strict=True)
    for y, row, key, hover in rows:
        own = sorted((x[code], count) for code, count in row.items() if code in x)
        dots += [(column, y, count, key) for column, count in own]
        hovers += [hover] * len(own)
        strings += [(own[0][0], y), (own[-1][0], y), (None, None)] if own else []
    beyond = [len(row.keys() - x.keys()) for row in seats]
    words = [(len(columns) + 0.8, y, f"+{more}") for y, more in zip(levels, beyond, strict=True) if more]
    axis = {
        "side": "top", "tickvals": list(range(len(columns))), "ticktext": [plain(code) for code in columns], "tickangle": -90,
        "tickfont": {"size": 10, "color": look.ink}, "range": [-0.6, max(len(columns), 8) + (0.9 if words else -0.4)],
    }  # fmt: skip
    return [_strings(strings, look), _dots(dots, hovers, look), _words(words, look)], {"xaxis": axis}


def _dots(dots: Sequence[_Dot], hovers: Sequence[str], look: Look) -> go.Scatter:
    """A dot for each country of each agreement, with the number of its parties where they are several."""
    return go.Scatter(
        x=[dot[0] for dot in dots], y=[dot[1] for dot in dots], mode="markers+text",
        marker={"size": 15, "color": look.sequential[4]}, text=[f"{dot[2]}" if dot[2] > 1 else "" for dot in dots],
        textfont={"color": look.paper, "size": 10}, customdata=marks([dot[3] for dot in dots], hovers), **hoverable(look),
    )  # fmt: skip


def _rank_countries(seats: Sequence[Counter[str]]) -> list[str]:
    """The countries in most agreements, of equals those with more parties first."""
    often, parties = Counter(code for row in seats for code in row), sum(seats, Counter[str]())
    return sorted(often, key=lambda code: (-often[code], -parties[code], code))[:_MOST_COUNTRIES]


def _hover(title: object, names: str) -> str:
    return f"<b>{wrap(title)}</b><br>" + "<br>".join(plain(name, 60) for name in names.split("; ")[:12])

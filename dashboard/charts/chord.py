"""A circle of countries or regions, joined by ribbons as wide as the events they share."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    classes,
    empty_figure,
    events_text,
    faded,
    hoverable,
    marks,
    plain,
    shades,
    wrap,
    write_note,
)
from dashboard.words import _, ngettext, write_number, write_pair

# Of the circle, gaps take so much; the ring has this inner edge, labels stand on a circle of this radius.
_GAPS, _INNER, _LABELS = 0.12, 0.94, 1.1
# The height of a line of text in radii, on the narrowest screen, and what is shown of the plane around the circle.
_LINE, _WIDE, _HIGH = 0.175, 2.2, 1.34
_HEIGHT = 490
# Where on a ribbon its marks lie, from end to end; near the middle all ribbons meet. The widest have more.
_HANDLES, _FEW, _WIDEST = (0.07, 0.25, 0.75, 0.93), (0.12, 0.88), 12
_Point = tuple[float, float]
_Span = tuple[float, float]


def draw_chord(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Areas as arcs of a circle, those of one region side by side; a ribbon's ends are as wide as the events it joins."""
    if frame.empty:
        return empty_figure(look)
    arcs, ends = _part_circle(frame)
    names = dict(zip(frame["area_a"], frame["name_a"], strict=True)) | dict(zip(frame["area_b"], frame["name_b"], strict=True))
    bounds = classes(frame["events"].to_list(), 5)
    steps = [sum(count >= bound for bound in bounds) - 1 for count in frame["events"]]
    hues = shades(look, len(bounds))
    ribbons = [
        _path(_outline(*pair), faded(hues[step], 0.72), look)
        for pair, step in zip(reversed(ends), reversed(steps), strict=True)
    ]
    places = _places(arcs, names)
    ring = [_path(_ring(span), look.quiet, look) for span in arcs.values()]
    figure = base_figure(
        look,
        [*_labels(places, names, look), _handles(frame, ends, look), _arc_marks(frame, arcs, names, look)],
        shapes=[*ribbons, *ring, *_leaders(places, look)],
        height=_HEIGHT,
        margin={"t": 4, "b": 4, "l": 4, "r": 4},
    )
    figure.update_xaxes(visible=False, range=[-_WIDE, _WIDE])
    figure.update_yaxes(visible=False, range=[-_HIGH, _HIGH], scaleanchor="x")
    _note(figure, frame, look)
    return figure


def _part_circle(frame: pd.DataFrame) -> tuple[Mapping[str, _Span], list[tuple[_Span, _Span]]]:
    """The angles of each area's arc, clockwise from the top, and those of both ends of each ribbon."""
    ends = [frame[[f"area_{end}", f"place_{end}"]].set_axis(["area", "place"], axis=1) for end in "ab"]
    order = pd.concat(ends).drop_duplicates("area").sort_values("place")["area"].to_list()
    pairs = list(zip(frame["area_a"], frame["area_b"], strict=True))
    slots = _order_ends(pairs, order)
    counts = frame["events"].to_list()
    unit = 2 * math.pi * (1 - _GAPS) / sum(counts[row] for slot in slots.values() for _far, row, _end in slot)
    gap, angle = 2 * math.pi * _GAPS / len(order), 0.0
    arcs: dict[str, _Span] = {}
    found: dict[tuple[int, int], _Span] = {}
    for area in order:
        begin = angle
        for _far, row, end in sorted(slots[area]):
            found[row, end] = (angle, angle + counts[row] * unit)
            angle += counts[row] * unit
        arcs[area] = (begin, angle)
        angle += gap
    return arcs, [(found[row, 0], found.get((row, 1), found[row, 0])) for row in range(len(pairs))]


def _order_ends(pairs: Sequence[tuple[str, str]], order: Sequence[str]) -> dict[str, list[tuple[float, int, int]]]:
    """The ends of ribbons on each area: how far round the circle each leads, its row, and which end it is."""
    place = {area: number for number, area in enumerate(order)}
    slots: dict[str, list[tuple[float, int, int]]] = {area: [] for area in order}
    for row, pair in enumerate(pairs):
        for end, (own, other) in enumerate((pair, pair[::-1])):
            if end and own == other:
                continue
            # ends lie in the order of what they lead to, the farthest round the circle first, so that ribbons cross less
            slots[own].append((-((place[other] - place[own]) % len(order)), row, end))
    return slots


def _at(angle: float, radius: float) -> _Point:
    return radius * math.sin(angle), radius * math.cos(angle)


def _bow(begin: float, end: float, radius: float) -> str:
    """An arc of a circle as curves of the second order, each of a sixteenth at most."""
    steps = max(1, math.ceil(abs(end - begin) / (math.pi / 8)))
    step = (end - begin) / steps
    curves = []
    for number in range(steps):
        start = begin + number * step
        curves.append(f"Q{_write(_at(start + step / 2, radius / math.cos(step / 2)))} {_write(_at(start + step, radius))}")
    return "".join(curves)


def _write(point: _Point) -> str:
    return f"{point[0]:.3f},{point[1]:.3f}"


def _outline(one: _Span, other: _Span) -> str:
    """A ribbon: along one end, through the middle, along the other, and back."""
    begin = _write(_at(one[0], _INNER))
    if one == other:
        return f"M{begin}{_bow(*one, _INNER)}Q{_write(_at(sum(one) / 2, 0.55))} {begin}Z"
    return f"M{begin}{_bow(*one, _INNER)}Q0,0 {_write(_at(other[0], _INNER))}{_bow(*other, _INNER)}Q0,0 {begin}Z"


def _ring(span: _Span) -> str:
    inner, outer = _INNER + 0.015, 1.0
    return f"M{_write(_at(span[0], inner))}{_bow(*span, inner)}L{_write(_at(span[1], outer))}{_bow(span[1], span[0], outer)}Z"


def _path(path: str, colour: str, look: Look) -> dict[str, Any]:
    return {"type": "path", "path": path, "fillcolor": colour, "line": {"color": look.paper, "width": 0.5}, "layer": "below"}


def _handles(frame: pd.DataFrame, ends: Sequence[tuple[_Span, _Span]], look: Look) -> go.Scatter:
    """Transparent marks along each ribbon, to point at and click."""
    hovers = [
        f"<b>{plain(a)} – {plain(b)}</b><br>{events_text(count)}" if a != b else f"<b>{_within(a)}</b><br>{events_text(count)}"
        for a, b, count in zip(frame["name_a"], frame["name_b"], frame["events"], strict=True)
    ]
    rows = [(point, place) for place, pair in enumerate(ends) for point in _along(*pair, place < _WIDEST)]
    keys = frame["key"].to_list()
    return go.Scatter(
        x=[round(point[0], 3) for point, _place in rows], y=[round(point[1], 3) for point, _place in rows], mode="markers",
        marker={"size": 12, "color": "rgba(0,0,0,0)"},
        customdata=marks((keys[place] for _point, place in rows), (hovers[place] for _point, place in rows)),
        **hoverable(look),
    )  # fmt: skip


def _within(name: str) -> str:
    return _("Between countries of {region}").format(region=plain(name))


def _along(one: _Span, other: _Span, wide: bool) -> Iterable[_Point]:
    if one == other:
        return [_at(sum(one) / 2, radius) for radius in (0.78, 0.88)]
    begin, end = (_at(sum(span) / 2, _INNER) for span in (one, other))
    return [
        ((1 - t) ** 2 * begin[0] + t**2 * end[0], (1 - t) ** 2 * begin[1] + t**2 * end[1]) for t in (_HANDLES if wide else _FEW)
    ]  # the third point of the curve is the middle of the circle


def _arc_marks(frame: pd.DataFrame, arcs: Mapping[str, _Span], names: Mapping[str, str], look: Look) -> go.Scatter:
    """A transparent mark on each arc: all events of the area with institutions of another country."""
    totals = {area: total for end in "ab" for area, total in zip(frame[f"area_{end}"], frame[f"total_{end}"], strict=True)}
    points = [_at(sum(span) / 2, 0.98) for span in arcs.values()]
    label = _("With partners abroad")
    hovers = [f"<b>{plain(names[area])}</b><br>{write_pair(label, events_text(totals[area]))}" for area in arcs]
    return go.Scatter(
        x=[round(x, 3) for x, _y in points], y=[round(y, 3) for _x, y in points], mode="markers",
        marker={"size": 16, "color": "rgba(0,0,0,0)"}, customdata=marks(arcs, hovers), **hoverable(look),
    )  # fmt: skip


def _places(arcs: Mapping[str, _Span], names: Mapping[str, str]) -> dict[str, tuple[_Point, _Point]]:
    """Where each arc's label is tied to the circle, and where it stands: moved up or down until it covers no other."""
    found: dict[str, tuple[_Point, _Point]] = {}
    for right in (True, False):
        ties = {area: _at(sum(span) / 2, 1.01) for area, span in arcs.items() if (math.sin(sum(span) / 2) >= 0) == right}
        order = sorted(ties, key=lambda area: -ties[area][1])
        heights = [_LINE * (1 + _fold(names[area]).count("<br>")) for area in order]
        for area, y in zip(order, _drawn_apart([ties[area][1] * _LABELS for area in order], heights), strict=True):
            x = math.sqrt(max(0.0, _LABELS**2 - y**2)) + 0.05
            found[area] = ties[area], (x if right else -x, y)
    return found


def _fold(name: str) -> str:
    return wrap(name, 14, 2)


def _drawn_apart(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Places from top to bottom near the wanted ones, with room for each height, within what is shown."""
    if not wanted:
        return []
    places = list(wanted)
    for _round in range(60):
        for above in range(len(places) - 1):
            least = (heights[above] + heights[above + 1]) / 2
            push = (least - (places[above] - places[above + 1])) / 2
            if push > 0:
                places[above] += push
                places[above + 1] -= push
        top, low = _HIGH - heights[0] / 2, -_HIGH + heights[-1] / 2
        places[0], places[-1] = min(places[0], top), max(places[-1], low)
    return places


def _leaders(places: Mapping[str, tuple[_Point, _Point]], look: Look) -> list[dict[str, Any]]:
    line = {"color": look.neutral, "width": 0.8}
    return [
        {"type": "path", "path": f"M{_write(tie)}L{_write((x - math.copysign(0.03, x), y))}", "line": line, "layer": "below"}
        for tie, (x, y) in places.values()
    ]


def _labels(places: Mapping[str, tuple[_Point, _Point]], names: Mapping[str, str], look: Look) -> list[go.Scatter]:
    """The names, those on the right begin at their place and those on the left end there."""
    traces = []
    for side, position in ((1, "middle right"), (-1, "middle left")):
        own = {area: (round(x, 3), round(y, 3)) for area, (_tie, (x, y)) in places.items() if x * side > 0}
        traces.append(
            go.Scatter(
                x=[x for x, _y in own.values()], y=[y for _x, y in own.values()], text=[_fold(names[area]) for area in own],
                mode="text", textposition=position, textfont={"color": look.ink, "size": SMALL}, cliponaxis=False,
                hoverinfo="skip", showlegend=False,
            )
        )  # fmt: skip
    return traces


def _note(figure: go.Figure, frame: pd.DataFrame, look: Look) -> None:
    """What is left out, in words."""
    others, pairs = (int(frame.attrs.get(name, 0)) for name in ("others", "pairs"))
    words = []
    if others and frame.attrs.get("level") == "country":
        words.append(ngettext("and %s more country", "and %s more countries", others) % write_number(others))
    elif others:
        words.append(ngettext("and %s more region", "and %s more regions", others) % write_number(others))
    if pairs:
        words.append(
            ngettext("%s thinner ribbon is not drawn", "%s thinner ribbons are not drawn", pairs) % write_number(pairs)
        )
    if words:
        write_note(figure, look, " · ".join(words), below=True)

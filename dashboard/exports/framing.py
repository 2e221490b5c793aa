"""A figure set as a printed page: title and filters above, the chart, its sources and terms below; pure functions.

Plotly reserves room for a title and for a legend that are placed by the edge of the picture (``container``), in addition to
what axes, colour bars and other legends need. The head is such a title and the foot such a legend, so neither can overlap the
chart, whatever its labels, and both stay text in SVG and PDF.
"""

from __future__ import annotations

import html
import unicodedata
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.theme import Look
from dashboard.exports.caption import Caption
from dashboard.words import _

MARGIN = 40
# Lines stand on a grid of this many pixels: a title takes three rows of it, other lines two. Plotly sets lines 1.3 em apart.
ROW = 8.5
_BASE = ROW / 1.3
_TITLE, _TEXT, _SMALL = 22, 13, 11.5


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a picture: width and height of the chart in pixels, and how many dots make a pixel in PNG."""

    width: int = 960
    height: int = 480
    scale: float = 2.0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    colour: str
    rows: int = 2
    bold: bool = False

    def markup(self) -> str:
        """The line as Plotly reads it, its words escaped."""
        words = html.escape(self.text, quote=False)
        words = f"<b>{words}</b>" if self.bold else words
        return f'<span style="font-size:{self.size}px;color:{self.colour}">{words}</span>'


def frame_picture(figure: go.Figure, caption: Caption, size: Size, look: Look) -> go.Figure:
    """The figure as a page of ``size.width``, as high as chart, head and foot need; the given figure stays as it is."""
    room = size.width - 2 * MARGIN
    head, foot = _head(caption, room, look), _foot(caption, room, look)
    page = go.Figure(figure)
    chart = page.layout.height or size.height
    height = round(chart + _height(head) + _height(foot) + 2 * MARGIN)
    hide_lone_legend(page)
    page.update_layout(
        template=look.template, width=size.width, height=height, paper_bgcolor=look.paper, showlegend=True,
        title=_title(head, height), legend7=_side("left"), legend8=_side("right"), legend9=_legend(foot, size.width),
    )
    for carrier in ("legend7", "legend8", "legend9"):
        _carry(page, carrier)
    return page


def _carry(page: go.Figure, legend: str) -> None:
    """Give a legend the one entry without which it is not drawn: a shape without size, colour and name."""
    page.add_shape(
        type="line", x0=0, x1=0, y0=0, y1=0, xref="paper", yref="paper", line={"width": 0, "color": "rgba(0,0,0,0)"},
        showlegend=True, legend=legend, name=" ",
    )


def hide_lone_legend(figure: go.Figure) -> None:
    """Keep the chart's own legend as it was on the screen: Plotly shows none by default where there is one trace only."""
    asked = figure.layout.showlegend
    if asked is False or (asked is None and len(figure.data) < 2 and not any(trace.showlegend for trace in figure.data)):
        figure.layout.legend.visible = False


def _title(lines: list[_Line], height: int) -> dict[str, object]:
    """The head, set upwards from its last line: that is how Plotly places a title of several lines that reserves its room."""
    bottom = 1 - (MARGIN + _height(lines)) / height
    return {
        "text": _set(lines), "font": {"size": _BASE}, "automargin": True, "x": 0, "xref": "container", "xanchor": "left",
        "y": bottom, "yref": "container", "yanchor": "bottom", "pad": {"l": MARGIN, "b": 0},
    }


def _legend(lines: list[_Line], width: int) -> dict[str, object]:
    return {
        "title": {"text": "<br>" + _set(lines), "side": "top left", "font": {"size": _BASE}},
        "orientation": "h", "x": (MARGIN - 2) / width, "xref": "container", "xanchor": "left",
        "y": 0, "yref": "container", "yanchor": "bottom", "maxheight": 1, "bgcolor": "rgba(0,0,0,0)",
    }


def _side(side: str) -> dict[str, object]:
    """An empty legend that keeps the margin of the page free at one side."""
    return {
        "orientation": "v", "x": 0 if side == "left" else 1, "xref": "container", "xanchor": side, "y": 1, "yref": "paper",
        "itemwidth": 30, "bgcolor": "rgba(0,0,0,0)",
    }


def _set(lines: list[_Line]) -> str:
    return "<br>".join(line.markup() + "<br>" * (line.rows - 1) for line in lines)


def _height(lines: list[_Line]) -> float:
    return sum(line.rows for line in lines) * ROW


def _head(caption: Caption, room: int, look: Look) -> list[_Line]:
    lines = [_Line(text, _TITLE, look.ink, 3, bold=True) for text in wrap_words(caption.title, room, _TITLE * 1.06)]
    lines += [_Line(text, _TEXT, look.quiet) for text in wrap_words(caption.subtitle, room, _TEXT)]
    filters = f"{_('Filters')}: {caption.filters_text}   |   {_('Period')}: {caption.period}"
    return lines + [_Line(text, _TEXT, look.ink) for text in wrap_words(filters, room, _TEXT)]


def _foot(caption: Caption, room: int, look: Look) -> list[_Line]:
    sentences = (
        f"n = {caption.counts}. {_('Sources')}: {caption.sources}.",
        caption.disclaimer or "",
        f"{caption.licence} · {_('Data version')} {caption.version} · {caption.date}",
        caption.address,
    )
    strong, *others = ([(text, look) for text in wrap_words(sentence, room, _SMALL)] for sentence in sentences)
    lines = [_Line(text, _SMALL, look.ink) for text, _look in strong]
    return lines + [_Line(text, _SMALL, look.quiet) for part in others for text, _look in part]


def wrap_words(text: str, room: float, size: float) -> list[str]:
    """The text in lines of at most ``room`` pixels, its letters of ``size``; a word longer than a line is cut."""
    lines, line, width = [], "", 0.0
    for word in _cut_words(text, room, size):
        needed = measure_words(word, size)
        gap = measure_words(" ", size) if line else 0.0
        if line and width + gap + needed > room:
            lines.append(line)
            line, width, gap = "", 0.0, 0.0
        line, width = f"{line} {word}" if line else word, width + gap + needed
    return [*lines, line] if line else lines


def _cut_words(text: str, room: float, size: float) -> list[str]:
    words: list[str] = []
    for word in text.split():
        while measure_words(word, size) > room:
            fits = next(n for n in range(len(word), 0, -1) if measure_words(word[:n], size) <= room or n == 1)
            words.append(word[:fits])
            word = word[fits:]
        words.append(word)
    return words


def measure_words(text: str, size: float) -> float:
    """About how many pixels wide a text is: fonts differ from machine to machine, so this errs on the wide side."""
    return sum(_width(sign) for sign in text) * size


def _width(sign: str) -> float:
    """The width of a sign in em, after the wide DejaVu Sans."""
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    return 0.7 if sign.isupper() else 0.34 if sign in " .,:;|il'!()[]·" else 0.59

"""A figure set as a printed page: title and filters above, the chart, its sources and terms below; pure functions.

Plotly reserves room for a legend that is placed by the edge of the picture (``container``), in addition to what axes,
colour bars and other legends need. Head and foot are titles of such legends, so neither can overlap the chart, whatever its
labels, and both stay text in SVG and PDF.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from dashboard.charts.theme import Look
from dashboard.exports.caption import Caption
from dashboard.exports.wrapping import wrap_words
from dashboard.words import _, write_pair

MARGIN = 40
# Lines stand on a grid of this many pixels: a title takes three rows of it, other lines two. Plotly sets lines 1.3 em apart.
ROW = 8.5
_BASE = ROW / 1.3
_TITLE, _TEXT, _SMALL = 22, 13, 11.5
# Rows that stay free before the first line at the top and at the bottom; what the entry of a legend takes below its title, and
# what an empty legend takes at a side, in pixels.
_BEFORE = {"top": 5, "bottom": 1}
_ENTRY, _SIDE = 31, 49
# Where the template has a legend, and what keeps it from names on the axis when it comes closer.
_BELOW, _BLANK, _TICKS = -0.12, "&nbsp;<br>", 15
_HEXADECIMAL = re.compile("#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of a picture: width and height of the chart in pixels, and how many dots make a pixel in PNG.

    Set 16 cm wide into a report, the caption is 6.5 points high and a PNG has 300 dots to the inch.
    """

    width: int = 800
    height: int = 480
    scale: float = 2.4


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
    above, below = _height(head, "top"), _height(foot, "bottom")
    page = go.Figure(figure).update_layout(template=look.template, width=size.width, paper_bgcolor=look.paper)
    height = round((page.layout.height or size.height) + above + below)
    hide_lone_legend(page)
    lift_legend(page)
    page.update_layout(
        height=height, margin=_margins(page, above, below), showlegend=True,
        legend6=_legend(head, "top", size.width), legend9=_legend(foot, "bottom", size.width),
        legend7=_side("left"), legend8=_side("right"),
    )
    for carrier in ("legend6", "legend7", "legend8", "legend9"):
        _carry(page, carrier)
    return page


def _margins(page: go.Figure, above: float, below: float) -> dict[str, float]:
    """The chart's own margins beyond what head, foot and sides reserve: there it may have set words by hand.

    Plotly then gives each edge what is reserved and the greater of this margin and of what axes and legends push.
    """
    reserved = {"t": above, "b": below, "l": _SIDE, "r": _SIDE}
    template = page.layout.template.layout.margin
    return {edge: room + _first(page.layout.margin[edge], template[edge]) for edge, room in reserved.items()}


def _first(*values: float | None) -> float:
    return next((value for value in values if value is not None), 0.0)


def _carry(page: go.Figure, legend: str) -> None:
    """Give a legend the one entry without which it is not drawn: a shape without size, colour and name."""
    page.add_shape(
        type="line", x0=0, x1=0, y0=0, y1=0, xref="paper", yref="paper", line={"width": 0, "color": "rgba(0,0,0,0)"},
        showlegend=True, legend=legend, name=" ",
    )


def soften_hatching(page: go.Figure) -> None:
    """Give hatched marks a light tint instead: Chromium takes 10 s and 10 MB to print 17 hatched bars, and 0.3 s without.

    The tint is of the lines where these have a colour of their own: white marks hatched in grey stay apart from white ones.
    """
    for trace in page.data:
        marker = getattr(trace, "marker", None)
        if marker is not None and "pattern" in marker and marker.pattern.shape:
            lines = marker.pattern.fgcolor if marker.pattern.fillmode == "replace" else None
            marker.update(pattern=None, color=_tints(lines or marker.color, page.layout.paper_bgcolor))


def _tints(colours: str | Sequence[str], paper: str) -> str | list[str]:
    return mix(colours, paper) if isinstance(colours, str) else [mix(colour, paper) for colour in colours]


def mix(colour: str, paper: str, share: float = 0.3) -> str:
    """A hexadecimal colour as it looks where it covers its ``share`` of the paper; a colour of another form stays as it is."""
    if not (_HEXADECIMAL.fullmatch(colour) and _HEXADECIMAL.fullmatch(paper)):
        return colour
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(paper[1:]), strict=True)
    return "#" + bytes(round(share * ink + (1 - share) * ground) for ink, ground in pairs).hex()


def hide_lone_legend(figure: go.Figure) -> None:
    """Keep the chart's own legend as it was on the screen: Plotly shows none by default where there is one trace only."""
    asked = figure.layout.showlegend
    if asked is False or (asked is None and len(figure.data) < 2 and not any(trace.showlegend for trace in figure.data)):
        figure.layout.legend.visible = False


def lift_legend(figure: go.Figure) -> None:
    """Set the chart's own legend from below the axis, or the edge of the screen, right below the marks.

    Plotly reserves room for how high such a legend is and not for how far below: an empty line of its title keeps it from the
    names of the axis.
    """
    legend = figure.layout.legend
    y = _first(legend.y, _BELOW)
    if y < 0 or (legend.yref == "container" and y < 0.5):
        words = {"text": _BLANK + (legend.title.text or ""), "side": "top left", "font": {"size": _TICKS}}
        legend.update(y=0, yref="paper", yanchor="top", title=words)


def _legend(lines: list[_Line], edge: str, width: int) -> dict[str, object]:
    """A legend at an edge of the page, whose title is the lines."""
    words = "<br>" * _BEFORE[edge] + "<br>".join(line.markup() + "<br>" * (line.rows - 1) for line in lines)
    return {
        "title": {"text": words, "side": "top left", "font": {"size": _BASE}}, "orientation": "h", "maxheight": 1,
        "x": (MARGIN - 2) / width, "xref": "container", "xanchor": "left",
        "y": 1 if edge == "top" else 0, "yref": "container", "yanchor": edge, "bgcolor": "rgba(0,0,0,0)",
    }  # fmt: skip


def _side(side: str) -> dict[str, object]:
    """An empty legend that keeps the margin of the page free at one side."""
    return {
        "orientation": "v", "x": 0 if side == "left" else 1, "xref": "container", "xanchor": side, "y": 1, "yref": "paper",
        "itemwidth": 30, "bgcolor": "rgba(0,0,0,0)",
    }


def _height(lines: list[_Line], edge: str) -> float:
    return (_BEFORE[edge] + sum(line.rows for line in lines)) * ROW + _ENTRY


def _head(caption: Caption, room: int, look: Look) -> list[_Line]:
    lines = [_Line(text, _TITLE, look.ink, 3, bold=True) for text in wrap_words(caption.title, room, _TITLE * 1.06)]
    lines += [_Line(text, _TEXT, look.quiet) for text in wrap_words(caption.subtitle, room, _TEXT)]
    asked = f"{write_pair(_('Period'), caption.period)} · {write_pair(_('Filters'), caption.filters_text)}"
    return lines + [_Line(text, _TEXT, look.ink) for text in wrap_words(asked, room, _TEXT)]


def _foot(caption: Caption, room: int, look: Look) -> list[_Line]:
    others = (caption.disclaimer or "", caption.terms, caption.address)
    lines = [_Line(text, _SMALL, look.ink) for text in wrap_words(caption.basis, room, _SMALL)]
    return lines + [_Line(text, _SMALL, look.quiet) for sentence in others for text in wrap_words(sentence, room, _SMALL)]

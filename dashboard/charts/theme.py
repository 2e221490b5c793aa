"""What all figures share: the Looks, and the one place where words of the data become text of a figure."""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from dashboard.charts import drawing as go
from dashboard.charts.looks import DARK, FAMILIES, FONT, LIGHT, LOOKS, SIZE, SMALL, Look, contrast, ink_on
from dashboard.words import _, keep_direction, ngettext, number_signs, write_line, write_number, write_percent

# Charts import the looks from here, beside what goes with them.
__all__ = ["DARK", "FAMILIES", "FONT", "LIGHT", "LOOKS", "SIZE", "SMALL", "Look", "contrast", "ink_on"]

# Whether what is drawn counts events or the reports that tell of them; a figure is drawn in one thread.
_COUNTING: ContextVar[str] = ContextVar("counting", default="events")
# Names that are kept as they were set: those of countries, goals and leading institutions stand in every chart.
_KEPT = 5000


@lru_cache(maxsize=_KEPT, typed=True)
def plain(text: object, limit: int = 0) -> str:
    """Words of the data as inert text of a figure: cut to ``limit`` characters with an ellipsis (0: whole), markup escaped.

    Plotly reads a little HTML in labels and hover texts, and names and titles come from articles: nothing reaches a figure but
    through here or ``wrap``.
    """
    words = " ".join(str(text).split())
    if limit and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return keep_direction(html.escape(words, quote=False))


@lru_cache(maxsize=_KEPT, typed=True)
def wrap(text: object, width: int = 46, lines: int = 5) -> str:
    """Words of the data as inert text in lines of ``width`` characters for a hover box."""
    folded = textwrap.wrap(write_line(text), width=width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "<br>".join(keep_direction(html.escape(line, quote=False)) for line in folded)


@contextmanager
def counting(what: str) -> Iterator[None]:
    """Say ``events`` or ``reports`` in whatever is drawn meanwhile."""
    token = _COUNTING.set(what)
    try:
        yield
    finally:
        _COUNTING.reset(token)


def counted_word() -> str:
    """What the numbers of the chart count: a word for axes and legends."""
    return _("Reports") if _COUNTING.get() == "reports" else _("Events")


def events_text(count: int) -> str:
    """A number of events in words, or of reports where those are counted."""
    if _COUNTING.get() == "reports":
        return ngettext("%s report", "%s reports", count) % write_number(count)
    return ngettext("%s event", "%s events", count) % write_number(count)


def articles_text(count: int) -> str:
    """A number of articles read in words."""
    return ngettext("%s article read", "%s articles read", count) % write_number(count)


def classes(counts: Sequence[int], most: int, least: int = 1) -> list[int]:
    """The lower bounds of at most ``most`` classes of counts, the first from ``least`` on, each wider than the last."""
    top = max([least, *counts])
    if top < least + most:
        return list(range(least, top + 1))
    growth = (top / least) ** (1 / most)
    bounds = [least]
    while len(bounds) < most:
        bounds.append(max(bounds[-1] + 1, _round(least * growth ** len(bounds))))
    return [bound for bound in bounds if bound <= top]


def _round(value: float) -> int:
    """A number that reads easily: two digits, the second 0 or 5 from 20 on."""
    size: int = 10 ** max(0, math.floor(math.log10(value)) - 1)
    step = 5 * size if value >= 20 else size
    return max(1, round(value / step) * step)


def class_names(bounds: Sequence[int], top: int) -> list[str]:
    """What a legend calls the classes: one number, or the first and the last."""
    ends = [*(bound - 1 for bound in bounds[1:]), top]
    return [
        write_number(low) if low >= high else f"{write_number(low)}–{write_number(high)}"
        for low, high in zip(bounds, ends, strict=True)
    ]


def shades(look: Look, number: int, first: int = 0) -> list[str]:
    """``number`` steps spread over the sequential scale from its step ``first`` on."""
    scale = look.sequential[first:]
    last = len(scale) - 1
    return [scale[round(step * last / (number - 1)) if number > 1 else last // 2] for step in range(number)]


def share_ticks(top: float) -> dict[str, object]:
    """The steps of an axis of shares in per cent up to ``top``: so few that they stand level on a narrow screen."""
    step = next((step for step, most in ((5, 15), (10, 30), (20, 60)) if top <= most), 25)
    return {"ticksuffix": write_percent(0).lstrip("0"), "dtick": step}


def faded(colour: str, opacity: float) -> str:
    """A hexadecimal colour as the text of a translucent one."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def marks(keys: Iterable[object], hovers: Iterable[str]) -> list[list[str]]:
    """``customdata`` of a trace: each mark's key first, then the text of its hover box (already inert)."""
    return [[str(key), hover] for key, hover in zip(keys, hovers, strict=True)]


def hoverable(look: Look) -> dict[str, object]:
    """What every trace of marks shares: its hover text, and the accent when it is selected, with nothing else dimmed."""
    return {
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "selected": {"marker": {"color": look.accent}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
    }


def base_figure(look: Look, traces: Sequence[Any] = (), **layout: object) -> go.Figure:
    """A figure in our template, with these traces and this layout."""
    return go.Figure(list(traces), layout={"template": _plain_template(look), "separators": number_signs(), **layout})


@lru_cache(maxsize=4)
def _plain_template(look: Look) -> dict[str, Any]:
    """The template as it is sent, made once: every figure carries it."""
    properties: dict[str, Any] = look.template.to_plotly_json()
    return properties


def empty_figure(look: Look) -> go.Figure:
    """What stands in for a chart without rows: one quiet sentence on paper."""
    figure = base_figure(look, height=120, xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(
        text=plain(_("Nothing to show under these filters.")),
        x=0,
        y=0.5,
        xref="paper",
        yref="paper",
        xanchor="left",
        showarrow=False,
        align="left",
        font={"color": look.quiet, "size": SIZE},
    )
    return figure


def label(text: str, look: Look, **place: object) -> dict[str, object]:
    """A direct label (its text already inert) for ``annotations``; all given at once: one by one takes far longer."""
    fixed = {"xanchor": "left", "yanchor": "bottom", "align": "left", "showarrow": False, "borderpad": 0}
    return fixed | {"text": text, "font": {"color": look.ink, "size": SIZE}} | place


def write_note(figure: go.Figure, look: Look, words: str, below: bool = False) -> None:
    """One quiet line at the left above the marks, or below them: whom the chart is about, or what it leaves out."""
    figure.add_annotation(
        text=plain(words),
        x=0,
        y=0 if below else 1,
        xref="paper",
        yref="paper",
        xanchor="left",
        showarrow=False,
        align="left",
        yanchor="top" if below else "bottom",
        yshift=-6 if below else 8,
        borderpad=0,
        font={"color": look.quiet, "size": SMALL},
    )
    side = "b" if below else "t"
    room = (figure.read_layout(f"margin_{side}") or 12) + 24
    figure.update_layout(margin={side: room}, height=(figure.read_layout("height") or 450) + 24)


def goal_label(goal: object, title: object, colour: object, width: int = 26) -> str:
    """A goal on an axis: number and name in at most two lines, then its colour as a square."""
    return f'{wrap(f"{goal} {title}", width, 2)} <span style="color:{plain(colour)}">■</span>'

"""The look of every figure: two Looks, light and dark, and the one place where words of the data become text of a figure."""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

from dashboard.words import _, ngettext

# Streamlit ships Source Sans; on paper and in exports the first sans serif of the machine that covers most scripts.
FONT = "Source Sans, 'Source Sans 3', Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif"
SIZE = 13
SMALL = 12

# Twelve kinds share eight hues: kinds of one family look alike and are told apart by their labels, never by colour alone.
FAMILIES: Mapping[str, int] = {
    "agreement": 0,
    "meeting": 1,
    "conference": 1,
    "training": 2,
    "visit": 3,
    "exchange": 3,
    "project": 4,
    "programme": 4,
    "designation": 5,
    "award": 5,
    "campaign": 6,
    "publication": 7,
}


@dataclass(frozen=True)
class Look:
    """The colours of one theme.

    ``sequential`` runs from few to many; ``land`` means none found, ``land_empty`` no article covers it, ``land_outside`` not
    applicable; ``accent`` is for what is selected and nothing else.
    """

    name: str
    paper: str
    ink: str
    quiet: str
    grid: str
    neutral: str
    land: str
    land_empty: str
    land_outside: str
    border: str
    accent: str
    sequential: tuple[str, ...]
    categorical: tuple[str, ...]

    @property
    def kind_colours(self) -> Mapping[str, str]:
        """The hue of each kind of event, always assigned alike."""
        return {kind: self.categorical[family] for kind, family in FAMILIES.items()}

    @property
    def colorscale(self) -> list[tuple[float, str]]:
        """The sequential scale as Plotly wants it."""
        last = len(self.sequential) - 1
        return [(step / last, colour) for step, colour in enumerate(self.sequential)]

    @cached_property
    def template(self) -> go.layout.Template:
        """What every figure is drawn with; always passed explicitly, since Streamlit replaces Plotly's default."""
        small = {"color": self.quiet, "size": SMALL}
        axis = {
            "automargin": True,
            "gridcolor": self.grid,
            "linecolor": self.grid,
            "zeroline": False,
            "showline": False,
            "ticks": "",
            "tickfont": small,
            "title": {"font": small, "standoff": 8},
            "fixedrange": True,
        }
        bar = {"thickness": 10, "outlinewidth": 0, "ticks": "", "tickfont": small, "title": {"font": small}}
        return go.layout.Template(
            layout={
                "font": {"family": FONT, "size": SIZE, "color": self.ink},
                "paper_bgcolor": self.paper,
                "plot_bgcolor": self.paper,
                "colorway": list(self.categorical),
                "margin": {"l": 8, "r": 12, "t": 12, "b": 8},
                "xaxis": axis,
                "yaxis": axis,
                "coloraxis": {"colorscale": self.colorscale, "colorbar": bar},
                "colorscale": {"sequential": self.colorscale},
                "hoverlabel": {
                    "bgcolor": self.paper,
                    "bordercolor": self.quiet,
                    "align": "left",
                    "font": {"family": FONT, "size": SIZE, "color": self.ink},
                },
                "hovermode": "closest",
                "legend": {
                    "orientation": "h",
                    "x": 0,
                    "xanchor": "left",
                    "y": -0.12,
                    "yanchor": "top",
                    "font": small,
                    "bgcolor": "rgba(0,0,0,0)",
                },
                "bargap": 0.3,
                "barcornerradius": 0,
                "dragmode": False,
            }
        )


# Light: black on white paper for reports, warm greys, petrol blues for counts; categories are Paul Tol's "muted" without sand.
LIGHT = Look(
    name="light",
    paper="#ffffff",
    ink="#1d2329",
    quiet="#5a626a",
    grid="#e7e5e0",
    neutral="#a8a59e",
    land="#d9d6cf",
    land_empty="#eeece7",
    land_outside="#f8f7f4",
    border="#ffffff",
    accent="#c8460f",
    sequential=("#c3dfe6", "#98c6d3", "#6aaabd", "#428ca4", "#256e89", "#12526d", "#073a52"),
    categorical=("#332288", "#44aa99", "#999933", "#cc6677", "#117733", "#882255", "#aa4499", "#88ccee"),
)

# Dark: the same hues lifted until each stands out from the paper; few is dim, many is bright.
DARK = Look(
    name="dark",
    paper="#14181b",
    ink="#e8e6e1",
    quiet="#a9b0b6",
    grid="#2a3035",
    neutral="#6b7278",
    land="#3a4045",
    land_empty="#262b2f",
    land_outside="#1b2023",
    border="#14181b",
    accent="#ff8a4c",
    sequential=("#1f4a5a", "#286277", "#357d94", "#4d99af", "#71b5c8", "#9dd0de", "#d0ecf3"),
    categorical=("#9a90ea", "#44aa99", "#b5b553", "#e08a98", "#4fb06c", "#c95f93", "#c978bd", "#88ccee"),
)

LOOKS: Mapping[str, Look] = {"light": LIGHT, "dark": DARK}


def plain(text: object, limit: int = 0) -> str:
    """Words of the data as inert text of a figure: cut to ``limit`` characters with an ellipsis (0: whole), markup escaped.

    Plotly reads a little HTML in labels and hover texts, and names and titles come from articles: nothing reaches a figure but
    through here or ``wrap``.
    """
    words = " ".join(str(text).split())
    if limit and len(words) > limit:
        words = words[: limit - 1].rstrip() + "…"
    return html.escape(words, quote=False)


def wrap(text: object, width: int = 46, lines: int = 5) -> str:
    """Words of the data as inert text in lines of ``width`` characters for a hover box."""
    folded = textwrap.wrap(" ".join(str(text).split()), width=width, max_lines=lines, placeholder=" …", break_on_hyphens=False)
    return "<br>".join(html.escape(line, quote=False) for line in folded)


def events_text(count: int) -> str:
    """A number of events in words."""
    return ngettext("%s event", "%s events", count) % f"{count:,}"


def articles_text(count: int) -> str:
    """A number of articles read in words."""
    return ngettext("%s article read", "%s articles read", count) % f"{count:,}"


def classes(counts: Sequence[int], most: int) -> list[int]:
    """The lower bounds of at most ``most`` classes of counts, the first 1, each about twice as wide as the one before."""
    top = max([1, *counts])
    if top <= most:
        return list(range(1, top + 1))
    growth = top ** (1 / most)
    bounds = [1]
    while len(bounds) < most:
        bounds.append(max(bounds[-1] + 1, _round(growth ** len(bounds))))
    return [bound for bound in bounds if bound <= top]


def _round(value: float) -> int:
    """A number that reads easily: two digits, the second 0 or 5 from 20 on."""
    size: int = 10 ** max(0, math.floor(math.log10(value)) - 1)
    step = 5 * size if value >= 20 else size
    return max(1, round(value / step) * step)


def class_names(bounds: Sequence[int], top: int) -> list[str]:
    """What a legend calls the classes: one number, or the first and the last."""
    ends = [*(bound - 1 for bound in bounds[1:]), top]
    return [f"{low:,}" if low >= high else f"{low:,}–{high:,}" for low, high in zip(bounds, ends, strict=True)]


def shades(look: Look, number: int, first: int = 0) -> list[str]:
    """``number`` steps spread over the sequential scale from its step ``first`` on."""
    scale = look.sequential[first:]
    last = len(scale) - 1
    return [scale[round(step * last / (number - 1)) if number > 1 else last // 2] for step in range(number)]


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


def base_figure(look: Look, traces: Sequence[BaseTraceType] = (), **layout: object) -> go.Figure:
    """A figure in our template, with these traces and this layout."""
    return go.Figure(list(traces), layout={"template": look.template, **layout})


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
    room = (figure.layout.margin[side] or 12) + 24
    figure.update_layout(margin={side: room}, height=(figure.layout.height or 450) + 24)


def goal_label(goal: object, title: object, colour: object, width: int = 26) -> str:
    """A goal on an axis: number and name in at most two lines, then its colour as a square."""
    return f'{wrap(f"{goal} {title}", width, 2)} <span style="color:{plain(colour)}">■</span>'

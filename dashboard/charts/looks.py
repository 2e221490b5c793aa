"""The two Looks, light and dark, and how well one colour is told from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import plotly.graph_objects as go

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

    def edge(self, colour: str) -> str:
        """The line around a mark: its own colour where that stands out from the paper (3 to 1), otherwise the quiet ink."""
        return colour if contrast(colour, self.paper) >= 3 else self.quiet

    def shade(self, share: float) -> str:
        """The colour at a share of the sequential scale, 0 to 1, as Plotly blends it."""
        place = share * (len(self.sequential) - 1)
        low = min(int(place), len(self.sequential) - 2)
        ends = [[int(step[at : at + 2], 16) for at in (1, 3, 5)] for step in self.sequential[low : low + 2]]
        return "#" + "".join(f"{round(one + (other - one) * (place - low)):02x}" for one, other in zip(*ends, strict=True))

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


# Light: black on white paper for reports, warm greys, petrol blues for counts. Categories begin from Paul Tol's "muted" without
# sand; lightness was spread until each stands out from the paper (3 to 1) and from the others for every kind of colour vision.
LIGHT = Look(
    name="light",
    paper="#ffffff",
    ink="#1d2329",
    quiet="#5a626a",
    grid="#e7e5e0",
    neutral="#918e87",
    land="#d4d1c8",
    land_empty="#ece9e4",
    land_outside="#f7f6f3",
    border="#ffffff",
    accent="#c8460f",
    sequential=("#c3dfe6", "#98c6d3", "#6aaabd", "#428ca4", "#256e89", "#12526d", "#073a52"),
    categorical=("#312087", "#077c67", "#9d934c", "#a1393f", "#004a05", "#5e003a", "#994b99", "#7196b0"),
)

# Dark: the same hues under the same conditions; few is dim, many is bright.
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
    categorical=("#7777e3", "#4cb6a4", "#d2d58e", "#c17679", "#208a34", "#b24499", "#dc9ae8", "#beeffe"),
)

LOOKS: Mapping[str, Look] = {"light": LIGHT, "dark": DARK}


@lru_cache(maxsize=5000)
def contrast(one: str, other: str) -> float:
    """How far two hexadecimal colours stand apart in luminance, 1 to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    values = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ink_on(colour: str) -> str:
    """Black or white, whichever is read more easily on the colour: at least 4.5 to 1 on any."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, colour))

"""Who partners with whom, as a grid that can be read cell by cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dashboard.charts import drawing as go
from dashboard.charts.theme import (
    SMALL,
    Look,
    base_figure,
    empty_figure,
    events_text,
    hoverable,
    ink_on,
    marks,
    plain,
    write_note,
)
from dashboard.words import ngettext, write_number


def draw_country_matrix(frame: pd.DataFrame, look: Look) -> go.Figure:
    """Countries against countries, each cell shaded by and labelled with the events they share."""
    if frame.empty:
        return empty_figure(look)
    codes = list(dict.fromkeys(frame["country_a"]))
    names = dict(zip(frame["country_a"], frame["name_a"], strict=True))
    labels = [plain(names[code], 20) for code in codes]
    figure = base_figure(
        look, _cells(frame[frame["events"] > 0], codes, look), height=150 + 21 * len(codes), margin={"t": 8, "b": 8}
    )
    axis = {
        "tickvals": list(range(len(codes))),
        "ticktext": labels,
        "showgrid": False,
        "tickfont": {"color": look.ink, "size": SMALL},
    }
    figure.update_xaxes(side="top", autotickangles=[0, -90], range=[-0.5, len(codes) - 0.5], **axis)
    figure.update_xaxes(tickfont_size=10)
    figure.update_yaxes(range=[len(codes) - 0.5, -0.5], ticklabelstandoff=4, **axis)
    figure.update_layout(shapes=_parting(frame.attrs.get("groups", []), look))
    others = int(frame.attrs.get("others", 0))
    if others:
        write_note(
            figure, look, ngettext("and %s more country", "and %s more countries", others) % write_number(others), below=True
        )
    return figure


def _parting(groups: list[int], look: Look) -> list[dict[str, Any]]:
    """A thin line in both directions wherever a circle of countries ends."""
    ends = [sum(groups[: place + 1]) - 0.5 for place in range(len(groups) - 1)]
    last = sum(groups) - 0.5
    shared = {"type": "line", "line": {"color": look.quiet, "width": 0.8}}
    across = [{"x0": -0.5, "x1": last, "y0": end, "y1": end} | shared for end in ends]
    return [*across, *({"x0": end, "x1": end, "y0": -0.5, "y1": last} | shared for end in ends)]


def _cells(found: pd.DataFrame, codes: list[str], look: Look) -> list[go.Heatmap | go.Scatter]:
    """The empty grid, the shaded cells, and a transparent mark with the number on each."""
    place = {code: number for number, code in enumerate(codes)}
    rows, columns = ([place[code] for code in found[f"country_{end}"]] for end in ("a", "b"))
    shade = np.full((len(codes), len(codes)), np.nan)
    shade[rows, columns] = found["events"]
    ground = np.where(np.eye(len(codes), dtype=bool), np.nan, 0.0)
    shared = {"showscale": False, "hoverinfo": "skip", "xgap": 1, "ygap": 1}
    hovers = [
        f"<b>{plain(a)} – {plain(b)}</b><br>{events_text(count)}"
        for a, b, count in zip(found["name_a"], found["name_b"], found["events"], strict=True)
    ]
    top = found["events"].max()
    numbers = go.Scatter(
        x=columns,
        y=rows,
        mode="markers+text",
        text=[write_number(count) for count in found["events"]],
        textfont={"size": 10, "color": [ink_on(look.shade(count / top)) for count in found["events"]]},
        marker={"size": 16, "symbol": "square", "color": "rgba(0,0,0,0)"},
        customdata=marks(found["key"], hovers),
        **hoverable(look),
    )
    blank = go.Heatmap(z=ground, colorscale=[(0, look.land_outside), (1, look.land_outside)], **shared)
    return [blank, go.Heatmap(z=shade, colorscale=look.colorscale, zmin=0, **shared), numbers]

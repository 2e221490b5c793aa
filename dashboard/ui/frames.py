"""Measures and figures, made once for each data version, selection, language and look; never edit what these return."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.measures.events import count_totals
from dashboard.panels import Panel
from dashboard.selection import Slice
from dashboard.ui.kept import kept
from dashboard.ui.state import View, ViewKey

# A panel and the way it is seen.
PanelKey = tuple[str, tuple[tuple[str, str], ...]]


def measure_frame(panel: Panel, view: View) -> pd.DataFrame:
    """What the panel counts in the view."""
    return _measure(panel, (panel.key, panel.chosen), view.key, view.slice)


def draw_figure(panel: Panel, view: View) -> Any:
    """The panel's figure (Plotly's, which only charts and exports look into) in the reader's look."""
    return _draw(panel, (panel.key, panel.chosen), (view.key, view.look.name), view)


def count_figures(view: View) -> dict[str, int]:
    """The key figures of the view by name."""
    return _totals(view.key, view.slice)


@kept(200)
def _measure(_panel: Panel, key: PanelKey, view: ViewKey, _part: Slice) -> pd.DataFrame:
    return _panel.count(_part)


@kept(100)
def _draw(_panel: Panel, key: PanelKey, view: tuple[ViewKey, str], _view: View) -> Any:
    return _panel.show(measure_frame(_panel, _view), _view.look)


@kept(200)
def _totals(view: ViewKey, _part: Slice) -> dict[str, int]:
    counted = count_totals(_part)
    return dict(zip(counted["figure"], counted["count"].tolist(), strict=True))

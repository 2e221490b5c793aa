"""Measures and figures, made once for each data version, selection, language and look; never edit what these return."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.measures.events import count_totals
from dashboard.panels import Panel
from dashboard.selection import Slice
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


@st.cache_resource(max_entries=500, show_spinner=False)
def _measure(_panel: Panel, key: PanelKey, view: ViewKey, _part: Slice) -> pd.DataFrame:
    return _panel.count(_part)


@st.cache_resource(max_entries=300, show_spinner=False)
def _draw(_panel: Panel, key: PanelKey, view: tuple[ViewKey, str], _view: View) -> Any:
    return _panel.show(measure_frame(_panel, _view), _view.look)


@st.cache_resource(max_entries=200, show_spinner=False)
def _totals(view: ViewKey, _part: Slice) -> dict[str, int]:
    counted = count_totals(_part)
    return dict(zip(counted["figure"], counted["count"].tolist(), strict=True))

"""The table twin of a chart: the same rows as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.panels import Panel
from dashboard.ui.frames import measure_frame
from dashboard.ui.labels import plain
from dashboard.ui.prose import show_quiet
from dashboard.ui.state import View
from dashboard.words import _

# Rows of a table twin that are set on the page; the whole table is among the downloads.
MOST_ROWS = 50


def show_twin(panel: Panel, view: View) -> None:
    """The table of what the panel counts in the view."""
    frame = measure_frame(panel, view)
    shown = twin(frame, panel.name_columns(frame))
    st.table(shown.head(MOST_ROWS), border="horizontal", hide_index=True)
    if len(shown) > MOST_ROWS:
        show_quiet(_("The first {n} of {all} rows; the downloads hold all of them.").format(n=MOST_ROWS, all=len(shown)))


def twin(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """The frame as a reader sees it: named columns in order, words of the data as inert text, nothing for what is missing."""
    kept = frame[[name for name in columns if name in frame]]
    shown = kept.rename(columns={name: _(label) for name, label in columns.items()})
    return shown.astype("object").map(_say)


def _say(value: Any) -> object:
    if isinstance(value, str):
        return plain(value)
    return "" if pd.isna(value) else f"{value:,.0f}" if isinstance(value, float) and value.is_integer() else value

"""Every chart in one row: the question it answers, the measure that counts, the drawing, and what the count means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import Look
from dashboard.selection import Slice


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart. Texts are flagged with ``mark`` and translated where they are shown.

    ``measure`` turns a Slice into a small frame, ``draw`` that frame into a figure without title and caption (page and export add
    them); ``columns`` names, in order, the frame's columns that a reader sees, in the table twin and in exported rows; ``note`` says
    in one sentence what is counted and what is not; ``has_map`` adds the boundary disclaimer. ``marks`` says what the key is that
    every mark carries first in ``customdata``, one of ``measures.behind.MARKS``: ``behind(slice, panel.marks, key)`` gives the events.
    """

    key: str
    title: str
    question: str
    measure: Callable[[Slice], pd.DataFrame]
    draw: Callable[[pd.DataFrame, Look], go.Figure]
    columns: Mapping[str, str]
    note: str
    has_map: bool = False
    marks: str = ""

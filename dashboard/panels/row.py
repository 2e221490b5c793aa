"""What a panel is, and the columns that many panels share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import Look
from dashboard.measures.counted import list_counted
from dashboard.selection import Slice
from dashboard.words import mark


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart. Texts are flagged with ``mark`` and translated where they are shown.

    ``measure`` turns a Slice into a small frame, ``draw`` that frame into a figure without title and caption (page and export
    add them); ``columns`` names, in order, the frame's columns that a reader sees, in the table twin and in exported rows;
    ``note`` says in one sentence what is counted and what is not; ``has_map`` adds the boundary disclaimer. ``marks`` says what
    the key is that every mark carries first in ``customdata``: ``measures.behind.list_behind(slice, panel.marks, key)`` is the
    events behind it. ``counts`` says which events the panel counts (``measures.counted``) where its marks do not tell; ``unit``
    is another thing than events that its rows count.
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
    counts: str = ""
    unit: str = ""

    def list_counted(self, part: Slice) -> Slice:
        """The events of the Slice that stand in this panel: what its caption counts."""
        return list_counted(part, self.counts or self.marks)


COUNTRY = {"name": mark("Country or area"), "country": mark("Code")}
READ = {"articles": mark("Articles read")}
EVENTS = {"events": mark("Events")}
GOAL = {"goal": mark("Goal"), "title": mark("Name of the goal")}
KIND = {"kind_name": mark("Kind")}
YEAR = {"year_name": mark("Year")}
DISTANCE = {"distance_km": mark("Distance (km)")}
READ_BOTH = {"articles_a": mark("Articles read (first)"), "articles_b": mark("Articles read (second)")}
ABSENCE = {"absence": mark("If none")}

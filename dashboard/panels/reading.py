"""What a panel's frame says without its figure: its marks by name, and its finding in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from dashboard.panels.row import Panel
from dashboard.words import _, write_counted, write_number, write_series

# Where a frame has no column ``key``, the one that holds the keys of its marks.
_KEYS: Mapping[str, str] = {
    "country": "country", "venue": "country", "seat": "country", "partnering country": "country", "goal": "goal",
    "kind": "kind", "institution": "institution_id", "event": "event_id", "language": "language",
    "publisher": "publisher_key",
}  # fmt: skip
_COUNTS = ("events", "count", "articles")
# Columns that name nothing.
_SILENT = {"country", "absence", "language"}
# As many of the largest marks make a finding.
_NAMED = 3
# More marks than this make no list.
MOST_MARKS = 2000


def list_marks(panel: Panel, frame: pd.DataFrame) -> Mapping[str, str]:
    """The marks of a panel that have events behind them, by key, as a reader calls them, with their counts."""
    if panel.list_marks is not None:
        return panel.list_marks(frame)
    key = "key" if "key" in frame else _KEYS.get(panel.marks, "")
    if key not in frame:
        return {}
    keys, counts, columns = frame[key].tolist(), _count_rows(frame), _list_columns(panel, frame)
    found: dict[str, str] = {}
    # in lists: a row of pandas is a hundred times slower
    for place in range(len(frame)):
        code = str(keys[place])
        if code in found or (counts and not counts[place] > 0):
            continue
        name = _name_row(columns, place)
        found[code] = write_counted(name, write_number(counts[place])) if counts else name
        if len(found) == MOST_MARKS:
            break
    return found


def _count_rows(frame: pd.DataFrame) -> list[float]:
    """What each row counts; empty where rows count nothing."""
    return next((frame[name].tolist() for name in _COUNTS if name in frame), [])


def _list_columns(panel: Panel, frame: pd.DataFrame) -> list[list[Any]]:
    """The words of a frame in the order of the table twin, a goal's number among them, by column."""
    shown = [name for name in panel.columns if name in frame and name not in _SILENT]
    return [frame[name].tolist() for name in shown if name.startswith("goal") or not is_numeric_dtype(frame[name].dtype)]


def _name_row(columns: list[list[Any]], place: int) -> str:
    """What a row is called."""
    words = (column[place] for column in columns)
    return " · ".join(str(word) for word in words if word != "" and not pd.isna(word))


def state_finding(panel: Panel, frame: pd.DataFrame) -> str:
    """What the chart shows, in one sentence of plain text: its own, or the largest marks; empty where nothing is counted."""
    if panel.finding is not None:
        return panel.finding(frame)
    counts = _count_rows(frame)
    ranked = sorted((place for place, count in enumerate(counts) if count > 0), key=lambda place: -counts[place])
    if not ranked:
        return ""
    if "key" in frame:
        keys = frame["key"].tolist()
        first: dict[object, int] = {}
        for place in ranked:
            first.setdefault(keys[place], place)
        ranked = list(first.values())
    columns = _list_columns(panel, frame)
    named = write_series(write_counted(_name_row(columns, place), write_number(counts[place])) for place in ranked[:_NAMED])
    return _("Most: {marks}.").format(marks=named)

"""What a panel's frame says without its figure: its marks by name, and its finding in one sentence."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.panels.row import Panel
from dashboard.words import _, write_number, write_series

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
    count = next((name for name in _COUNTS if name in frame), "")
    found = (frame[frame[count] > 0] if count else frame).drop_duplicates(key).head(MOST_MARKS)
    names = _name_rows(panel, found)
    texts = [f"{name} ({write_number(number)})" for name, number in zip(names, found[count], strict=True)] if count else names
    return dict(zip(found[key].astype(str), texts, strict=True))


def _name_rows(panel: Panel, frame: pd.DataFrame) -> list[str]:
    """What each row is called: its words in the order of the table twin, a goal's number among them."""
    shown = [name for name in panel.columns if name in frame and name not in _SILENT]
    named = [name for name in shown if name.startswith("goal") or not pd.api.types.is_numeric_dtype(frame[name])]
    rows = zip(*(frame[name] for name in named), strict=True)
    return [" · ".join(str(value) for value in row if not pd.isna(value) and str(value)) for row in rows]


def state_finding(panel: Panel, frame: pd.DataFrame) -> str:
    """What the chart shows, in one sentence of plain text: its own, or the largest marks; empty where nothing is counted."""
    if panel.finding is not None:
        return panel.finding(frame)
    count = next((name for name in _COUNTS if name in frame), "")
    if not count or not len(frame) or not frame[count].max():
        return ""
    top = frame[frame[count] > 0].sort_values(count, ascending=False, kind="stable")
    top = top.drop_duplicates("key" if "key" in top else None).head(_NAMED)
    named = write_series(
        f"{name} ({write_number(number)})" for name, number in zip(_name_rows(panel, top), top[count], strict=True)
    )
    return _("Most: {marks}.").format(marks=named)

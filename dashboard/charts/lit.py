"""A figure with one of its marks lit as a click would light it, for readers who come with an address or choose by name."""

from __future__ import annotations

from typing import Any

from dashboard.charts import drawing as go


def draw_lit(figure: go.Figure, key: str) -> go.Figure:
    """The figure with the marks of that key selected; itself where it has none.

    Other traces are left as they are: nothing is dimmed that a reader did not choose against.
    """
    parts = figure.to_dict()
    places = [_find_places(trace, key) for trace in parts["data"]]
    if not any(places):
        return figure
    traces = [trace | {"selectedpoints": found} if found else trace for trace, found in zip(parts["data"], places, strict=True)]
    return go.Figure(traces, parts["layout"])


def _find_places(trace: dict[str, Any], key: str) -> list[int]:
    """Which points of a trace bear the key: first in their ``customdata``; parts of flows cannot be selected."""
    given = trace.get("customdata")
    rows = given if isinstance(given, list | tuple) else []
    return [place for place, row in enumerate(rows) if (row[0] if isinstance(row, list | tuple) and row else row) == key]

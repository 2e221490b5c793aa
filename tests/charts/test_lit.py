"""A mark that the address holds open is drawn as if it had been clicked."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as graph_objects
import pytest

from dashboard.charts import drawing as go
from dashboard.charts.lit import draw_lit


def bars(keys: list[Any]) -> dict[str, Any]:
    return {"type": "bar", "x": [1] * len(keys), "customdata": keys}


@pytest.mark.parametrize(
    ("customdata", "places"),
    [([["a", "hover"], ["b", "hover"]], (1,)), (["b", "a"], (0,)), ([["b", ""], ["c", ""], ["b", ""]], (0, 2))],
)
def test_points_that_bear_the_key_are_selected(customdata: list[Any], places: tuple[int, ...]) -> None:
    assert draw_lit(go.Figure([bars(customdata)]), "b").data[0].selectedpoints == places


def test_other_traces_are_left_as_they_are() -> None:
    lit = draw_lit(go.Figure([bars([["a", ""]]), bars([["b", ""]]), {"type": "scatter", "x": [1]}]), "b")
    assert [trace.selectedpoints for trace in lit.data] == [None, (0,), None]


def test_a_figure_without_the_mark_is_the_same() -> None:
    """To draw it anew would make the chart blink for nothing."""
    figure = go.Figure([bars([["a", ""]])])
    assert draw_lit(figure, "b") is figure


def test_flows_are_left_alone() -> None:
    flows = graph_objects.Figure(
        [{"type": "sankey", "link": {"source": [0], "target": [1], "value": [1], "customdata": ["b"]}}]
    )
    assert draw_lit(flows, "b") is flows


def test_the_figure_that_is_kept_for_others_is_not_changed() -> None:
    figure = go.Figure([bars([["a", ""]])])
    draw_lit(figure, "a")
    assert "selectedpoints" not in figure.to_dict()["data"][0]

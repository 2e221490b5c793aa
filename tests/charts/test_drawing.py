"""What is drawn from plain parts is what Plotly draws from its objects, and Plotly checks it when it is asked for them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as objects
import plotly.io
import pytest

from dashboard.charts import drawing

FRAME = pd.DataFrame({"name": ["a", "b"], "count": [3, 5], "share": [0.5, np.nan]})


def bars(go: Any) -> Any:
    bar = go.Bar(x=FRAME["count"], y=FRAME["name"], marker_color=["red", "blue"], marker={"line_width": 2}, textfont_size=9)
    return go.Figure([bar.update(width=0.5)], layout={"title_text": "T", "paper_bgcolor": "white", "legend": None})


def axes(go: Any) -> Any:
    figure = go.Figure(
        [go.Scatter(x=[1, 2], y=FRAME["share"], xaxis="x2")], layout={"xaxis2": {"side": "top"}, "yaxis_title_text": "y"}
    )
    figure.update_xaxes(showgrid=False, tickfont_size=11).update_xaxes({"tickfont": {"color": "red"}})
    return figure.update_yaxes(range=np.array([0, 1]))


def world(go: Any) -> Any:
    figure = go.Figure([go.Choropleth(locations=["CHN"], z=[1]), go.Scattergeo(lat=[1.5], lon=(2.5,))])
    return figure.update_geos(landcolor="red", projection_type="equal earth").update_layout(margin_t=4)


def additions(go: Any) -> Any:
    figure = go.Figure(layout={"annotations": [{"text": "one", "font_size": 3}]})
    figure.add_annotation(text="two", font_color="red").add_shape(type="line", line_width=1)
    return figure.add_trace(go.Heatmap(z=[[1, None]], colorscale=[(0, "red"), (1, "blue")])).add_traces([go.Bar(y=[1])])


def of_plotly(go: Any) -> Any:
    """With a trace that is not among the plain ones."""
    return go.Figure([go.Sankey(node={"label": ["a", "b"]}, link={"source": [0], "target": [1], "value": [2]})])


def through_objects(go: Any) -> Any:
    """Plotly's objects are asked for while the figure is being drawn."""
    figure = bars(go)
    figure.data[0].name = "named"
    return figure.update_layout(height=300).add_annotation(text="late").update_xaxes(visible=False)


DRAWINGS = [bars, axes, world, additions, of_plotly, through_objects]


def content(figure: Any) -> Any:
    return json.loads(plotly.io.to_json(objects.Figure(figure.to_dict(), skip_invalid=False), validate=False))


@pytest.mark.parametrize("draw", DRAWINGS)
def test_the_parts_are_those_of_plotly(draw: Callable[[Any], Any]) -> None:
    assert content(draw(drawing)) == content(draw(objects))


@pytest.mark.parametrize("draw", DRAWINGS)
def test_the_objects_are_those_of_plotly(draw: Callable[[Any], Any]) -> None:
    ours, theirs = draw(drawing), draw(objects)
    assert [type(trace) for trace in ours.data] == [type(trace) for trace in theirs.data]
    assert content(ours) == content(copy.deepcopy(ours)) == content(theirs)


@pytest.mark.parametrize(
    "figure",
    [
        drawing.Figure([drawing.Bar(colour="red")]),
        drawing.Figure([drawing.Bar(marker_color="no colour")]),
        drawing.Figure([], layout={"height": "tall"}),
    ],
)
def test_plotly_refuses_what_it_does_not_know(figure: drawing.Figure) -> None:
    with pytest.raises(ValueError, match="Invalid"):
        _ = figure.data


def test_the_layout_can_be_read_before_plotly_is_asked() -> None:
    figure = drawing.Figure([], layout={"margin": {"t": 4}, "height": 300})
    assert (figure.read_layout("margin_t"), figure.read_layout("height"), figure.read_layout("margin_b")) == (4, 300, None)
    assert figure.layout.height == 300
    assert (figure.read_layout("margin_t"), figure.read_layout("margin_b")) == (4, None)

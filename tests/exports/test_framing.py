"""The frame around a chart: the whole caption, wrapped, in room of its own."""

from __future__ import annotations

import json
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.charts.theme import DARK, LIGHT, base_figure
from dashboard.exports.caption import Caption
from dashboard.exports.framing import Size, frame_picture, soften_hatching
from dashboard.exports.wrapping import measure_words, wrap_words


@pytest.fixture
def figure() -> go.Figure:
    return base_figure(LIGHT, [go.Bar(x=[1, 2], y=["a", "b"], orientation="h")], height=300)


def words_of(figure: go.Figure) -> str:
    return figure.layout.legend6.title.text + figure.layout.legend9.title.text


def test_the_picture_carries_the_whole_caption(figure: go.Figure, caption: Caption) -> None:
    shown = words_of(frame_picture(figure, replace(caption, disclaimer="Borders imply nothing."), Size(2400), LIGHT))
    parts = (caption.title, caption.subtitle, caption.filters_text, caption.period, caption.counts, caption.sources)
    for words in (*parts, caption.licence, caption.date, caption.version, "Borders imply nothing."):
        assert words in shown
    assert caption.address.replace("&", "&amp;") in shown


def test_the_given_figure_stays_as_it_is(figure: go.Figure, caption: Caption) -> None:
    before = json.loads(figure.to_json())
    frame_picture(figure, caption, Size(), DARK)
    assert json.loads(figure.to_json()) == before


def test_the_page_grows_with_its_words_and_the_chart_keeps_its_height(figure: go.Figure, caption: Caption) -> None:
    short = frame_picture(figure, caption, Size(), LIGHT)
    long = frame_picture(figure, replace(caption, filters=(("Country", "China, " * 200),)), Size(), LIGHT)
    for page in (short, long):
        assert page.layout.height - page.layout.margin.t - page.layout.margin.b == pytest.approx(300 - 12 - 8, abs=1)
    assert long.layout.height > short.layout.height


def test_words_from_outside_are_escaped(figure: go.Figure, caption: Caption) -> None:
    shown = words_of(frame_picture(figure, replace(caption, filters=(("Text", "<b>&x"),)), Size(), LIGHT))
    assert "&lt;b&gt;&amp;x" in shown


def test_a_single_trace_shows_no_legend_for_the_sake_of_the_foot(figure: go.Figure, caption: Caption) -> None:
    assert frame_picture(figure, caption, Size(), LIGHT).layout.legend.visible is False


def test_two_traces_keep_their_legend(figure: go.Figure, caption: Caption) -> None:
    figure.add_bar(x=[3], y=["a"], name="second")
    assert frame_picture(figure, caption, Size(), LIGHT).layout.legend.visible is None


def test_hatching_becomes_a_tint_where_it_would_take_too_long(figure: go.Figure) -> None:
    figure.data[0].marker = {"color": ["#ff0000", "red"], "pattern": {"shape": "/"}}
    figure.layout.paper_bgcolor = "#ffffff"
    figure.add_scatter(x=[1], y=[1], marker={"color": "blue"})
    soften_hatching(figure)
    assert (figure.data[0].marker.pattern.shape, figure.data[0].marker.color) == (None, ("#ffb2b2", "red"))
    assert figure.data[1].marker.color == "blue"


def test_the_tint_is_of_the_lines_where_they_have_a_colour_of_their_own(figure: go.Figure) -> None:
    figure.data[0].marker = {"color": "#ffffff", "pattern": {"shape": "/", "fgcolor": "#000000", "fillmode": "replace"}}
    figure.layout.paper_bgcolor = "#ffffff"
    soften_hatching(figure)
    assert figure.data[0].marker.color == "#b2b2b2"


@pytest.mark.parametrize(
    "text", ["one two three four five six", "x" * 200, "https://atlas.example.org/?q=" + "a" * 90, "大学" * 60, "a " * 80]
)
def test_no_line_is_wider_than_its_room_and_no_sign_is_lost(text: str) -> None:
    lines = wrap_words(text, 200, 13)
    assert all(measure_words(line, 13) <= 200 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_nothing_gives_no_line() -> None:
    assert wrap_words("  ", 200, 13) == []


@pytest.mark.parametrize(
    ("legend", "lifted"),
    [
        ({}, True),  # where the template has it: below the names of the axis
        ({"y": -0.05, "yref": "paper", "yanchor": "top"}, True),
        ({"y": 0, "yref": "container", "yanchor": "bottom"}, True),
        ({"y": 0, "yref": "paper", "yanchor": "top"}, False),
        ({"y": 1, "yref": "paper", "yanchor": "bottom"}, False),
    ],
)
def test_a_legend_below_the_marks_stands_between_them_and_the_foot(
    figure: go.Figure, caption: Caption, legend: dict[str, object], lifted: bool
) -> None:
    figure.add_bar(x=[3], y=["a"], name="second").update_layout(legend=legend)
    page = frame_picture(figure, caption, Size(), LIGHT).layout.legend
    assert (page.yref, page.y >= 0, bool(page.title.text)) == ("paper", True, lifted)

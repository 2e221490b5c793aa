"""Maps: classes, arcs and names."""

from __future__ import annotations

import pytest

from dashboard.charts.maps import _midpoint, draw_arcs, draw_cities, draw_map
from dashboard.charts.theme import LIGHT
from dashboard.measures.partners import link_arcs
from dashboard.measures.places import count_cities, count_held
from dashboard.selection import Selection, select
from dashboard.tables import Tables


@pytest.mark.parametrize(
    ("here", "there", "middle"),
    [((0, 0), (0, 90), (0, 45)), ((0, 170), (0, -170), (0, 180)), ((45, 0), (-45, 0), (0, 0)), ((0, 10), (0, 10), (0, 10))],
)
def test_the_mark_of_an_arc_lies_half_way_on_the_great_circle(here, there, middle) -> None:
    assert _midpoint(here, there) == pytest.approx(middle, abs=1e-9)


def test_every_country_can_be_clicked(bundled: Tables) -> None:
    figure = draw_map(count_held(select(bundled, Selection())), LIGHT)
    assert len(figure.data[0].customdata) == len(bundled.countries)
    assert [mark[0] for mark in figure.data[0].customdata] == list(figure.data[0].locations)


def test_singapore_is_a_dot_that_says_how_much_was_read(bundled: Tables) -> None:
    figure = draw_map(count_held(select(bundled, Selection())), LIGHT)
    words = dict(figure.data[1].customdata)["SGP"]
    assert words.startswith("<b>Singapore</b>")
    assert "read" in words


def test_every_arc_has_one_mark(bundled: Tables) -> None:
    frame = link_arcs(select(bundled, Selection()))
    figure = draw_arcs(frame, LIGHT)
    assert [mark[0] for mark in figure.data[-1].customdata] == frame["key"].to_list()


def test_what_a_map_cannot_show_is_named(bundled: Tables) -> None:
    frame = count_cities(select(bundled, Selection()))
    notes = [note.text for note in draw_cities(frame, LIGHT).layout.annotations]
    missing = frame.attrs["unplaced"] + frame.attrs["unmapped"]
    assert f"{missing} events without a known city are not shown" in notes

"""Maps: classes, absences, areas, arcs and names."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.charts.maps import AREAS, draw_arcs, draw_cities, draw_map, draw_per_institution, draw_share_abroad
from dashboard.charts.maps.arcs import follow_great_circle
from dashboard.charts.maps.names import place_names
from dashboard.charts.theme import LIGHT
from dashboard.measures.partners import link_arcs
from dashboard.measures.places import count_cities, count_held, count_per_institution, count_share_abroad
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables


@pytest.fixture
def everything(bundled: Tables) -> Slice:
    return select(bundled, Selection())


@pytest.mark.parametrize(
    ("here", "there", "middle"),
    [((0, 0), (0, 90), (0, 45)), ((0, 170), (0, -170), (0, 180)), ((45, 0), (-45, 0), (0, 0)), ((0, 10), (0, 10), (0, 10))],
)
def test_the_mark_of_an_arc_lies_half_way_on_the_great_circle(here, there, middle) -> None:
    found = follow_great_circle(np.array([here], dtype=float), np.array([there], dtype=float), 0.5)
    assert found[0] == pytest.approx(middle, abs=1e-9)


def test_every_country_can_be_clicked(everything: Slice) -> None:
    land, _signs, dots, *_rest = draw_map(count_held(everything), LIGHT).data
    assert [mark[0] for mark in land.customdata] == list(land.locations)
    assert {mark[0] for mark in (*land.customdata, *dots.customdata)} == set(everything.tables.countries["country"])


def test_singapore_is_a_dot_that_says_how_much_was_read(everything: Slice) -> None:
    figure = draw_map(count_held(everything), LIGHT)
    dots = figure.data[2]
    words = dict(dots.customdata)["SGP"]
    assert dots.hovertext[[key for key, _words in dots.customdata].index("SGP")] == "Singapore"
    assert "read" in words


def test_the_legend_lists_the_classes_in_use_alone(everything: Slice) -> None:
    frame = count_share_abroad(everything)
    named = [trace.name for trace in draw_share_abroad(frame, LIGHT).data if trace.name]
    assert named[-4:] == ["too few events", "none found", "no article", "not applicable"]
    known = frame[frame["rate"].notna() & (frame["rate"] >= 80)]
    named = [trace.name for trace in draw_share_abroad(known, LIGHT).data if trace.name]
    assert named == ["80–100", "not applicable"]


def test_countries_without_a_value_carry_a_sign_and_not_colour_alone(everything: Slice) -> None:
    frame = count_held(everything).query("not small and latitude > -56")
    signs = draw_map(frame, LIGHT).data[1]
    assert list(signs.marker.symbol).count("x-thin") == int((frame["articles"] == 0).sum())


def test_a_map_of_shares_says_both_numbers(everything: Slice) -> None:
    words = dict(draw_share_abroad(count_share_abroad(everything), LIGHT).data[0].customdata)["JPN"]
    assert "with partners abroad" in words
    assert "%" in words


def test_a_map_of_rates_says_its_denominator(everything: Slice) -> None:
    words = dict(draw_per_institution(count_per_institution(everything), LIGHT).data[0].customdata)["JPN"]
    assert "institutions listed" in words


@pytest.mark.parametrize(
    ("area", "point", "inside"),
    [
        ("world", (0, -170), True),
        ("pacific", (-18, 178), True),
        ("pacific", (-14, -171), True),
        ("pacific", (48, 2), False),
        ("caribbean", (18, -76), True),
        ("africa", (1, 38), True),
        ("africa", (35, 139), False),
    ],
)
def test_an_area_holds_what_lies_in_it(area: str, point: tuple[float, float], inside: bool) -> None:
    assert AREAS[area].holds([point[0]], [point[1]])[0] == inside


@pytest.mark.parametrize("area", AREAS)
def test_every_area_is_drawn_in_an_equal_area_projection(everything: Slice, area: str) -> None:
    geo = draw_map(count_held(everything), LIGHT, area=area).layout.geo
    assert geo.projection.type in {"equal earth", "azimuthal equal area"}
    assert geo.fitbounds is False


def test_a_country_seen_in_part_has_its_sign_there(everything: Slice) -> None:
    frame = count_share_abroad(everything).assign(articles=0, count=0)
    signs = draw_share_abroad(frame, LIGHT, area="europe").data[1]
    assert (57, 43) in zip(signs.lat, signs.lon, strict=True)


def test_every_arc_has_one_mark_and_each_of_its_ends_another(everything: Slice) -> None:
    frame = link_arcs(everything)
    *_arcs, ends, middles = draw_arcs(frame, LIGHT).data
    assert [mark[0] for mark in middles.customdata] == frame["key"].to_list()
    assert {mark[0] for mark in ends.customdata} == {f"{code}|" for code in {*frame["country_a"], *frame["country_b"]}}


def test_the_world_reaches_as_far_as_its_arcs() -> None:
    ends = {"country_a": "BRA", "short_name_a": "Brazil", "latitude_a": -10.0, "longitude_a": -55.0}
    ends |= {"country_b": "AUS", "short_name_b": "Australia", "latitude_b": -25.0, "longitude_b": 134.0}
    frame = pd.DataFrame([{"key": "AUS|BRA", "events": 1, **ends}])
    south = draw_arcs(frame, LIGHT).layout.geo.lataxis.range[0]
    middle = follow_great_circle(np.array([[-10.0, -55.0]]), np.array([[-25.0, 134.0]]), 0.5)
    assert south < middle[0][0]


def test_names_on_a_map_keep_their_distance() -> None:
    places = pd.DataFrame({"latitude": [0.0, 1.0, 40.0], "longitude": [0.0, 5.0, 0.0]})
    found = place_names(places, ["One", "Two", "Three"], AREAS["world"], 8)
    assert found["text"] == ["One", "", "Three"]


def test_no_name_leaves_the_map() -> None:
    places = pd.DataFrame({"latitude": [0.0, 20.0], "longitude": [185.0, -168.0]})
    found = place_names(places, ["Far in the east", "West"], AREAS["world"], 8)
    assert found == {"text": ["Far in the east", "West"], "textposition": ["middle left", "middle right"]}
    found = place_names(places, ["Far in the east", "West"], AREAS["world"], 8, below=True)
    assert found["text"] == ["", ""]


def test_what_a_map_cannot_show_is_named(everything: Slice) -> None:
    frame = count_cities(everything)
    notes = [note.text for note in draw_cities(frame, LIGHT).layout.annotations]
    missing = frame.attrs["unplaced"] + frame.attrs["unmapped"]
    assert f"{missing} events without a known city are not shown" in notes

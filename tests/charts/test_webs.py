"""The drawing of the network: names that tell institutions apart and cover no other, communities told apart without colour."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.theme import LIGHT
from dashboard.charts.webs import _label, draw_network

WHOLE = ((-0.1, 1.1), (-0.1, 1.1))


def nodes(*rows: tuple[str, str | None, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["name", "acronym", "x", "y"])


def test_two_institutions_of_one_acronym_are_named_in_full() -> None:
    rows = nodes(("University of Sao Paulo", "USP", 0.5, 0), ("University of Pacific", "USP", 0.5, 1), ("Tec", "TEC", 0, 0.5))
    assert _label(rows, WHOLE)[0] == ["University of Sao Paulo", "University of Pacific", "TEC"]


def test_a_name_that_would_cover_another_stands_on_another_side_or_nowhere() -> None:
    crowd = [(f"University {number}", None, 0.5, 0.5) for number in range(6)]
    labels, sides = _label(nodes(*crowd), WHOLE)
    assert labels == ["University 0", "University 1", "University 2", "University 3", "", ""]
    assert sides[:4] == ["top center", "bottom center", "middle right", "middle left"]


def test_a_name_stays_on_the_chart() -> None:
    labels, sides = _label(nodes(("A University", None, 1.1, 0.5), ("Another one", None, -0.1, 0.5)), WHOLE)
    assert labels == ["A University", "Another one"]
    assert sides == ["middle left", "middle right"]


def test_a_single_place_and_long_names_are_drawn() -> None:
    labels, _sides = _label(nodes(("N" * 200, None, 0.5, 0.5)), WHOLE)
    assert len(labels[0]) < 40


def test_communities_differ_in_shape_as_well_as_in_colour() -> None:
    ends = {"events": [1, 1], "key": ["a|b", "c|d"]}
    for end, ids, community in (("a", ["a", "c"], [0, 1]), ("b", ["b", "d"], [0, 99])):
        ends |= {f"institution_{end}": ids, f"name_{end}": ids, f"acronym_{end}": ids, f"community_{end}": community}
        ends |= {f"x_{end}": [0, 1], f"y_{end}": [0, 1], f"events_{end}": [1, 1]}
    frame = pd.DataFrame(ends)
    frame.attrs = {"leaders": {0: "Alpha", 1: "Gamma"}, "centre": ""}
    traces = [trace for trace in draw_network(frame, LIGHT).data if trace.name]
    assert [trace.name for trace in traces] == ["around Alpha", "around Gamma", "smaller circles"]
    assert len({(trace.marker.symbol, trace.marker.color) for trace in traces}) == 3
    assert traces[0].marker.symbol != traces[1].marker.symbol

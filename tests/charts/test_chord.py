"""The circle of areas and the flows between countries: nothing covers anything, and every mark leads somewhere."""

from __future__ import annotations

import itertools
import math

import pandas as pd
import pytest

from dashboard.charts.chord import _drawn_apart, _part_circle, draw_chord
from dashboard.charts.flows import draw_flows
from dashboard.charts.looks import contrast
from dashboard.charts.theme import DARK, LIGHT, Look
from dashboard.measures.areas import link_areas
from dashboard.measures.flows import link_flows
from dashboard.selection import Selection, select
from dashboard.tables import Tables


@pytest.fixture
def areas(bundled: Tables) -> pd.DataFrame:
    return link_areas(select(bundled, Selection()), "subregion")


def test_arcs_are_as_long_as_the_events_of_their_ribbons(areas: pd.DataFrame) -> None:
    arcs, _ends = _part_circle(areas)
    events = dict.fromkeys(arcs, 0)
    for a, b, count in zip(areas["area_a"], areas["area_b"], areas["events"], strict=True):
        events[a] += count
        events[b] += count if a != b else 0
    lengths = {area: (end - begin) / events[area] for area, (begin, end) in arcs.items()}
    assert max(lengths.values()) == pytest.approx(min(lengths.values()))
    assert max(end for _begin, end in arcs.values()) < 2 * math.pi


def test_the_ends_of_ribbons_fill_their_arcs_without_covering_one_another(areas: pd.DataFrame) -> None:
    arcs, ends = _part_circle(areas)
    spans = sorted({span for pair in ends for span in pair})
    assert all(later[0] >= earlier[1] - 1e-9 for earlier, later in itertools.pairwise(spans))
    assert sum(end - begin for begin, end in spans) == pytest.approx(sum(end - begin for begin, end in arcs.values()))


@pytest.mark.parametrize("wanted", [[1.0, 0.99, 0.98, -1.0], [0.0] * 8, [1.3, -1.3]])
def test_labels_are_drawn_apart(wanted: list[float]) -> None:
    places = _drawn_apart(wanted, [0.17] * len(wanted))
    assert all(above - below > 0.16 for above, below in itertools.pairwise(places))


def test_every_ribbon_has_marks_that_can_be_clicked(areas: pd.DataFrame, bundled: Tables) -> None:
    for frame, figure in (
        (areas, draw_chord(areas, LIGHT)),
        (flows := link_flows(select(bundled, Selection())), draw_flows(flows, LIGHT)),
    ):
        keys = {mark[0] for trace in figure.data if trace.customdata is not None for mark in trace.customdata}
        assert set(frame["key"]) <= keys


def test_what_is_not_drawn_is_said(areas: pd.DataFrame) -> None:
    notes = [note.text for note in draw_chord(areas, LIGHT).layout.annotations]
    assert notes == [f"and {areas.attrs['others']} more regions · {areas.attrs['pairs']} thinner ribbons are not drawn"]


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_flow_has_an_edge_that_stands_out(bundled: Tables, look: Look) -> None:
    """At 3 to 1 from the paper, whatever the colour of its goal."""
    shapes = draw_flows(link_flows(select(bundled, Selection())), look).to_plotly_json()["layout"]["shapes"]
    assert min(contrast(shape["line"]["color"], look.paper) for shape in shapes) >= 3

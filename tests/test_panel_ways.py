"""Every panel in every way it can be seen, and its counts beside the events behind its marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.charts.theme import LIGHT
from dashboard.measures.behind import list_behind
from dashboard.panels import PANELS, list_marks, state_finding
from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.test_panels import KEYS, MARK_COLUMNS, SHAPES, shaped


def ways_of(key: str) -> list[dict[str, str]]:
    """A panel as it is first seen, then with each option of each of its choices."""
    return [{}, *({choice.name: code} for choice in PANELS[key].choices for code in list(choice.options)[1:])]


@pytest.mark.parametrize(
    ("shape", "counting"),
    [pytest.param(shape, "", marks=() if shape in ("one event", "long names") else pytest.mark.long) for shape in SHAPES]
    + [pytest.param("long names", "reports", marks=pytest.mark.long)],
)
@pytest.mark.parametrize("key", PANELS)
def test_a_panel_is_drawn_in_every_way_it_can_be_seen(key: str, shape: str, counting: str) -> None:
    """With every option of its choices, events or reports counted; and no markup of an article reaches a figure."""
    part = select(shaped(shape), Selection(counting=counting))
    for way in ways_of(key):
        panel = PANELS[key].choose(way)
        frame = panel.count(part)
        assert set(panel.columns) <= set(frame.columns), way
        content = panel.show(frame, LIGHT).to_plotly_json()
        for trace in content["data"]:
            trace["customdata"] = [words for _key, words in trace.get("customdata", ())]  # a key is compared, never shown
        assert "<script" not in str(content), way
        assert "<b>Nowhere" not in str(content), way
        assert isinstance(state_finding(panel, frame), str)
        assert all(isinstance(each, str) for item in list_marks(panel, frame).items() for each in item), way


# Their counts are of institutions, and of all events where the mark opens those with partners abroad.
COUNTING_OTHERWISE = {"map-institutions", "map-share-abroad"}


@pytest.mark.parametrize("counting", ["", pytest.param("reports", marks=pytest.mark.long)])
@pytest.mark.parametrize("key", [key for key in KEYS if PANELS[key].counts_events and key not in COUNTING_OTHERWISE])
def test_a_count_is_of_the_events_behind_the_mark(key: str, counting: str, bundled: Tables) -> None:
    """Distinct events, or the reports of the same events, however the panel is seen and whatever is selected."""
    reports = bundled.events["reports"].to_numpy()
    for selection in (Selection(), Selection(countries=("CHN", "JPN"), since="2019")):
        part = select(bundled, replace(selection, counting=counting))
        for way in ways_of(key):
            panel = PANELS[key].choose(way)
            frame = panel.count(part)
            column = next(name for name in MARK_COLUMNS if name in frame)
            counted = next((name for name in ("events", "count") if name in frame), None)
            if counted is None:
                return  # articles or countries
            for mark, count in frame[[column, counted]].drop_duplicates(column).head(4).itertuples(index=False):
                rows = list_behind(part, panel.marks, str(mark)).rows
                assert count == (reports[rows].sum() if counting else len(rows)), (way, selection, mark)

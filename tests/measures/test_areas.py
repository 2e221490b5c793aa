"""Pairs of countries and regions, and the flows between them, counted by hand."""

from __future__ import annotations

import pytest

from dashboard.measures.areas import link_areas
from dashboard.measures.behind import list_behind
from dashboard.measures.flows import link_flows
from dashboard.model import Institution
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, event, record, tables


@pytest.fixture(scope="session")
def asian() -> Slice:
    """Kazakhstan and China meet twice, Japan joins once; an American stands alone, and two Kazakhs meet among themselves."""
    other, far = (Institution(name, kind="university", country=code) for name, code in (("A Uni", "KAZ"), ("B Uni", "USA")))
    events = [
        event("visit", "2015", [NU, SUSTECH], sdgs_explicit=(4,)),
        event("meeting", "2016", [NU, SUSTECH, NUT], sdgs_explicit=(4, 9)),
        event("visit", "2017", [NU, other], sdgs_explicit=(4,)),
        event("visit", "2018", [far], sdgs_explicit=(4,)),
    ]
    return select(tables([record(str(number), [each]) for number, each in enumerate(events)]), Selection())


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("country", {"CHN|KAZ": 2, "JPN|KAZ": 1, "CHN|JPN": 1}),
        ("subregion", {"central-asia|eastern-asia": 2, "eastern-asia|eastern-asia|eastern-asia": 1}),
        ("region", {"asia|asia|asia": 2}),
    ],
)
def test_areas_are_joined_by_distinct_events(asian: Slice, level: str, expected: dict[str, int]) -> None:
    frame = link_areas(asian, level)
    found = {"|".join(sorted(key.split("|"))): count for key, count in zip(frame["key"], frame["events"], strict=True)}
    assert found == expected


@pytest.mark.parametrize("level", ["country", "subregion", "region"])
def test_a_ribbon_and_an_arc_open_as_many_events_as_they_say(bundled: Tables, level: str) -> None:
    part = select(bundled, Selection())
    frame = link_areas(part, level).head(12)
    for key, count, area, total in zip(*(frame[name] for name in ("key", "events", "area_a", "total_a")), strict=True):
        assert len(list_behind(part, "area pair", key).rows) == count
        assert len(list_behind(part, "area pair", area).rows) == total


def test_areas_and_ribbons_left_out_are_counted(bundled: Tables) -> None:
    frame = link_areas(select(bundled, Selection()))
    assert len({*frame["area_a"], *frame["area_b"]}) == 15
    assert frame.attrs["others"] > 0


def test_a_flow_counts_the_joint_events_on_a_goal(asian: Slice) -> None:
    frame = link_flows(asian)
    found = {
        (*sorted((a, b)), goal): count
        for a, b, goal, count in zip(frame["country_a"], frame["country_b"], frame["goal"], frame["events"], strict=True)
    }
    assert found == {
        ("CHN", "KAZ", 4): 2, ("CHN", "KAZ", 9): 1, ("JPN", "KAZ", 4): 1, ("JPN", "KAZ", 9): 1, ("CHN", "JPN", 4): 1,
        ("CHN", "JPN", 9): 1,
    }  # fmt: skip


def test_a_flow_opens_as_many_events_as_it_says(bundled: Tables) -> None:
    part = select(bundled, Selection())
    frame = link_flows(part)
    assert all(
        len(list_behind(part, "country goal country", key).rows) == count
        for key, count in zip(frame["key"].head(12), frame["events"], strict=False)
    )
    assert frame.attrs["others"] > 0


def test_nothing_in_common_makes_no_rows(none_of: Slice) -> None:
    assert link_areas(none_of).empty
    assert link_flows(none_of).empty

"""Goals counted by hand."""

from __future__ import annotations

from dashboard.measures.goals import count_goals, count_goals_by_region, link_goals
from dashboard.selection import Slice


def test_stated_and_inferred_goals_are_told_apart(all_of: Slice) -> None:
    frame = count_goals(all_of).set_index("goal")
    assert frame.loc[4, ["stated", "inferred", "events"]].to_list() == [1, 1, 2]
    assert frame.loc[17, ["stated", "inferred", "events"]].to_list() == [0, 1, 1]
    assert frame.index.to_list() == list(range(1, 18))


def test_an_event_counts_once_in_a_region(all_of: Slice) -> None:
    """Kazakhstan and China are both in Asia."""
    frame = count_goals_by_region(all_of).set_index("key")
    assert frame.loc["4|Asia", "events"] == 2
    assert frame.loc["4|Europe", "events"] == 0


def test_goals_of_one_event_are_paired(all_of: Slice) -> None:
    assert link_goals(all_of)[["key", "events"]].values.tolist() == [["4|17", 1]]

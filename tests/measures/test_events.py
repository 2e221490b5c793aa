"""Key figures, kinds and single events, counted by hand."""

from __future__ import annotations

import pytest

from dashboard.measures import events
from dashboard.measures.counted import list_counted
from dashboard.measures.events import (
    count_kinds,
    count_totals,
    list_designations,
    list_latest,
    rank_latest,
)
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables


def totals(part: Slice) -> dict[str, int]:
    return dict(count_totals(part).itertuples(index=False, name=None))


def test_key_figures_count_distinct_events_and_who_is_in_them(all_of: Slice) -> None:
    assert totals(all_of) == {
        "events": 4, "reports": 3, "institutions": 4, "countries": 3, "country_pairs": 1, "institution_pairs": 3, "goals": 3,
        "read": 3, "undated": 1, "unplaced": 1,
    }  # fmt: skip


def test_key_figures_of_nothing_are_0_but_for_the_articles_read(none_of: Slice) -> None:
    found = totals(none_of)
    assert found.pop("read") == 3
    assert set(found.values()) == {0}


def test_designations_make_no_partnership(small: Tables) -> None:
    part = select(small, Selection(kinds=("designation",)))
    assert totals(part)["institution_pairs"] == 0


def test_kinds_without_events_are_rows_of_0(all_of: Slice) -> None:
    frame = count_kinds(all_of)
    assert len(frame) == 12
    assert frame.iloc[0][["kind", "events"]].to_list() == ["agreement", 2]
    assert frame["events"].sum() == 4


def test_the_latest_come_first_and_the_undated_are_counted(all_of: Slice) -> None:
    frame = rank_latest(all_of, 2)
    assert frame["start"].to_list() == ["2024", "2023-05-29"]
    assert frame["place"].to_list() == ["Shenzhen, China", "Astana, Kazakhstan"]
    assert frame.attrs == {"undated": 1, "older": 1, "newest": "2024-06-01"}


def test_only_the_newest_of_the_dated_stand_one_by_one(all_of: Slice, none_of: Slice, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list_latest(all_of).tables.events["start"].iloc[list_latest(all_of).rows].notna().all()
    assert len(list_latest(all_of).rows) == 3
    assert list_counted(all_of, "event").rows.tolist() == list_latest(all_of).rows.tolist()
    assert not len(list_latest(none_of).rows)
    monkeypatch.setattr(events, "MOST_MARKS", 2)
    kept = list_latest(all_of)
    assert sorted(all_of.tables.events["start"].iloc[kept.rows]) == ["2023-05-29", "2024"]
    assert kept.rows.tolist() == sorted(kept.rows)


def test_designations_follow_country_goal_institution_and_period(bundled: Tables) -> None:
    for selection, column, value in [
        (Selection(countries=("JPN",)), "country", "JPN"),
        (Selection(goals=("9",)), "goal", 9),
        (Selection(institutions=("nagaoka-university-of-technology",)), "institution_id", "nagaoka-university-of-technology"),
    ]:
        assert set(list_designations(select(bundled, selection))[column]) == {value}
    ended = list_designations(select(bundled, Selection(until="2019")))
    assert ended["start"].max() < "2020"
    assert len(list_designations(select(bundled, Selection()))) == len(bundled.designations)
    assert list_designations(select(bundled, Selection(goals=("unknown",)))).empty

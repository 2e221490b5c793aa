"""Two sides counted by hand: Kazakhstan takes part in two events, China in two, both agreements together."""

from __future__ import annotations

import pytest

from dashboard.measures.behind import list_behind
from dashboard.measures.compare import (
    count_figures_of_two,
    count_goals_of_two,
    count_kinds_of_two,
    count_years_of_two,
    rank_partners_of_two,
)
from dashboard.selection import Selection, Slice, select
from dashboard.selection.sides import find_side, name_side, read_side
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables

SIDES = ("country:KAZ", "country:JPN")


def test_years_between_the_first_and_the_last_stand_for_both_sides(all_of: Slice) -> None:
    frame = count_years_of_two(all_of, SIDES)
    assert frame["year"].to_list() == [*range(2018, 2025)] * 2
    assert frame.set_index("key")["events"][lambda counts: counts > 0].to_dict() == {
        "country:KAZ|2023": 1, "country:KAZ|2024": 1, "country:JPN|2018": 1,
    }  # fmt: skip


def test_shares_of_goals_are_of_the_events_with_a_goal(all_of: Slice) -> None:
    frame = count_goals_of_two(all_of, SIDES).set_index("key")
    assert frame.loc["country:KAZ|4", ["events", "share"]].to_list() == [2, 100.0]
    assert frame.loc["country:KAZ|17", ["events", "share"]].to_list() == [1, 50.0]
    assert frame.loc["country:JPN|9", ["events", "share"]].to_list() == [1, 100.0]


def test_kinds_that_neither_has_are_left_out(all_of: Slice) -> None:
    frame = count_kinds_of_two(all_of, SIDES)
    assert dict(zip(frame["key"], frame["events"], strict=True)) == {
        "country:KAZ|agreement": 2, "country:KAZ|designation": 0, "country:JPN|agreement": 0, "country:JPN|designation": 1,
    }  # fmt: skip


def test_the_two_are_no_partners_of_themselves(all_of: Slice) -> None:
    frame = rank_partners_of_two(all_of, ("country:KAZ", "country:CHN"))
    assert frame.empty
    shared = rank_partners_of_two(all_of, SIDES)
    assert dict(zip(shared["key"], shared["group"], strict=True)) == {"country:KAZ|CHN": "one", "country:JPN|CHN": "one"}


def test_designations_make_no_partners(all_of: Slice) -> None:
    sides = (f"institution:{NUT.key}", f"institution:{UNAI.key}")
    frame = rank_partners_of_two(all_of, sides)
    assert frame.attrs["n_one"] == 0
    assert frame.attrs["n_other"] == 2


def test_a_country_that_hosts_without_a_seat_joins_nobody() -> None:
    hosted = tables([record("h", [event("agreement", "2024", [NU, SUSTECH], city="Tokyo", country="JPN")])], [article(id="h")])
    frame = rank_partners_of_two(select(hosted, Selection()), SIDES).set_index("key")["events"]
    assert frame.to_dict() == {"country:KAZ|CHN": 1, "country:JPN|CHN": 0}


def test_events_of_both_together_are_counted(all_of: Slice) -> None:
    frame = count_figures_of_two(all_of, ("country:KAZ", "country:CHN")).set_index("figure")
    assert frame.loc["together"].to_list() == [2, 2]
    assert frame.loc["events"].to_list() == [2, 2]


def test_without_sides_the_two_countries_in_most_events_are_compared(all_of: Slice, none_of: Slice) -> None:
    assert set(count_goals_of_two(all_of)["side"]) == {"country:CHN", "country:KAZ"}
    assert count_goals_of_two(none_of).empty


@pytest.mark.parametrize(
    ("side", "known", "name"),
    [
        ("country:KAZ", True, "Kazakhstan"),
        ("institution:unai", True, "United Nations Academic Impact"),
        ("period:2018-2023", True, "2018–2023"),
        ("period:2018-2018", True, "2018"),
        ("period:2023-2018", False, "2023–2018"),
        ("country:XYZ", False, "XYZ"),
        ("planet:KAZ", False, "KAZ"),
        ("", False, ""),
    ],
)
def test_sides_are_read_and_named(small: Tables, side: str, known: bool, name: str) -> None:
    assert (read_side(side, small) is not None) is known
    assert bool(find_side(small, side).any()) is known
    if known:
        assert name_side(side, small) == name


def test_the_events_behind_a_mark_are_as_many_as_it_counts(small: Tables) -> None:
    part = select(small, Selection())
    for marks, frame in (
        ("side year", count_years_of_two(part, SIDES)),
        ("side goal", count_goals_of_two(part, SIDES)),
        ("side kind", count_kinds_of_two(part, ("period:2018-2020", "period:2021-2024"))),
        ("side partner", rank_partners_of_two(part, SIDES)),
    ):
        behind = [len(list_behind(part, marks, key).rows) for key in frame["key"]]
        assert behind == frame["events"].to_list(), marks

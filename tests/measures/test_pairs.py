"""Pairs of institutions ranked in four ways, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.measures import pairs
from dashboard.measures.pairs import list_pair_rows, rank_pairs
from dashboard.model import Institution
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI, event, record, tables

STRONGEST = "|".join(sorted([NU.key, SUSTECH.key]))


@pytest.fixture(scope="session")
def dated() -> Tables:
    """NU and SUSTech meet in 2015 and 2016, NU and NUT in 2015 and 2024, a fourth joins twice in 2014; two know no date."""
    other = Institution("Another University", kind="university", country="KAZ")
    events = [
        event("visit", "2015-03", [NU, SUSTECH]),
        event("meeting", "2016", [NU, SUSTECH]),
        event("visit", "2015-01-02", [NU, NUT]),
        event("meeting", "2024-05", [NU, NUT]),
        event("training", "2014", [NU, other]),
        event("meeting", "2014", [NU, other]),
        event("training", None, [NUT, SUSTECH]),
    ]
    return tables([record(str(number), [each]) for number, each in enumerate(events)])


def keys(part: Slice, order: str) -> list[str]:
    return rank_pairs(part, order)["key"].to_list()


def pair(a: str, b: str) -> str:
    return "|".join(sorted([a, b]))


def test_pairs_come_with_the_great_circle_between_them(all_of: Slice) -> None:
    """A quarter of the equator of a sphere of 6,371.009 km radius."""
    frame = rank_pairs(all_of).set_index("key")
    assert frame.loc[STRONGEST, ["events", "distance_km"]].to_list() == [2, 10008]
    assert frame["events"].to_list() == [2, 1, 1]
    assert frame["distance_km"].isna().sum() == 2, "a body without a known seat has no distance"


def test_a_limit_says_how_many_pairs_it_leaves_out(all_of: Slice) -> None:
    frame = rank_pairs(all_of, limit=1)
    assert len(frame) == 1
    assert frame.attrs["others"] == 2


def test_a_pair_says_when_it_was_first_and_last_seen_as_precisely_as_known(all_of: Slice) -> None:
    frame = rank_pairs(all_of).set_index("key")
    assert frame.loc[STRONGEST, ["first_seen", "last_seen"]].to_list() == ["2023-05-29", "2024"]


def test_the_newest_pair_was_seen_last(dated: Tables) -> None:
    part = select(dated, Selection())
    assert keys(part, "newest")[:2] == [pair(NU.key, NUT.key), STRONGEST]
    assert pair(NUT.key, SUSTECH.key) not in keys(part, "newest"), "an undated event is neither new nor old"


def test_silent_are_pairs_seen_at_two_dates_the_longest_silent_first(dated: Tables) -> None:
    assert keys(select(dated, Selection()), "silent") == [STRONGEST, pair(NU.key, NUT.key)]


def test_the_farthest_pairs_need_a_known_place_of_both(all_of: Slice) -> None:
    assert keys(all_of, "farthest") == [STRONGEST]


def test_many_institutions_are_grouped_with_the_same_result(dated: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    part = select(dated, Selection())
    before = {order: keys(part, order) for order in ("newest", "silent")}
    monkeypatch.setattr(pairs, "_DENSE", 0)
    assert {order: keys(part, order) for order in ("newest", "silent")} == before


@pytest.mark.parametrize("order", ["strongest", "newest", "silent", "farthest"])
def test_no_pairs_make_no_rows(none_of: Slice, order: str) -> None:
    assert rank_pairs(none_of, order).empty


def test_events_of_a_pair_are_listed_by_begin(dated: Tables) -> None:
    part = select(dated, Selection())
    rows, none = list_pair_rows(part, [pair(NU.key, NUT.key), "nobody|nowhere"])
    assert dated.events["start"].iloc[rows].to_list() == ["2015-01-02", "2024-05"]
    assert not len(none)


def test_events_of_a_pair_of_countries_join_their_seats(all_of: Slice) -> None:
    (rows,) = list_pair_rows(all_of, ["CHN|KAZ"], of="country")
    assert all_of.tables.events["start"].iloc[rows].to_list() == ["2023-05-29", "2024"]


def test_a_designation_makes_no_pair(all_of: Slice) -> None:
    (rows,) = list_pair_rows(all_of, [pair(NUT.key, UNAI.key)])
    assert not len(rows)


def test_pairs_of_a_row_count_each_once(all_of: Slice) -> None:
    codes, values = pairs.list_every_pair(all_of.tables.institution_matrix, np.arange(4, dtype=np.int32))
    assert len(codes) == len(values) == 3 + 1 + 1

"""Countries in four ways and cities, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.measures.places import (
    count_cities,
    count_held,
    count_institutions,
    count_partnerships,
    count_taken_part,
    rank_countries,
)
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables


def found(frame: pd.DataFrame) -> dict[str, int]:
    return {country: count for country, count in zip(frame["country"], frame["count"], strict=True) if count}


@pytest.mark.parametrize(
    ("count", "expected", "unplaced"),
    [
        (count_held, {"KAZ": 1, "CHN": 1}, 2),
        (count_taken_part, {"KAZ": 2, "CHN": 2, "JPN": 1}, 1),
        (count_institutions, {"KAZ": 1, "CHN": 1, "JPN": 1}, 1),
    ],
)
def test_countries_are_counted_and_what_has_none_is_named(
    all_of: Slice, count, expected: dict[str, int], unplaced: int
) -> None:
    frame = count(all_of)
    assert found(frame) == expected
    assert frame.attrs == {"unplaced": unplaced}
    assert len(frame) == len(all_of.tables.countries), "every country has a row"


def test_a_partnership_joins_the_seats_of_institutions(all_of: Slice) -> None:
    frame = count_partnerships(all_of).set_index("country")
    assert frame.loc["KAZ", ["count", "partners"]].to_list() == [2, 1]
    assert frame.loc["JPN", ["count", "partners"]].to_list() == [0, 0]


def test_the_kinds_of_absence_are_told_apart(bundled: Tables) -> None:
    frame = count_held(select(bundled, Selection(goals=("14",)))).set_index("country")
    silent = frame[frame["articles"] == 0].iloc[0]
    assert silent["absence"] == "no article read covers it"
    searched = frame[(frame["articles"] > 1) & (frame["count"] == 0)].iloc[0]
    assert searched["absence"] == f"none found in {searched['articles']} articles read"
    assert set(frame.loc[frame["count"] > 0, "absence"]) == {""}


def test_small_states_are_marked(all_of: Slice) -> None:
    small = set(count_held(all_of).query("small")["country"])
    assert {"SGP", "MLT", "BHR", "SMR", "TUV"} <= small
    assert not {"CUB", "JPN", "PNG"} & small


def test_a_city_is_keyed_by_its_country(all_of: Slice) -> None:
    frame = count_cities(all_of)
    assert dict(zip(frame["key"], frame["events"], strict=True)) == {"CHN|Shenzhen": 1, "KAZ|Astana": 1}
    assert frame.attrs["unplaced"] == 2


def test_ranked_countries_say_how_many_are_left_out(all_of: Slice) -> None:
    frame = rank_countries(all_of, 2)
    assert sorted(frame["country"]) == ["CHN", "KAZ"]
    assert frame.attrs["others"] == 1

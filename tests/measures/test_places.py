"""Countries in six ways and cities, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.measures import places
from dashboard.measures.behind import list_behind
from dashboard.measures.places import (
    count_cities,
    count_held,
    count_institutions,
    count_partnerships,
    count_per_institution,
    count_share_abroad,
    count_taken_part,
    rank_countries,
)
from dashboard.selection import Selection, Slice, repeat_reports, select
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


def test_a_share_is_of_the_events_that_could_have_partners(all_of: Slice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "FEWEST_EVENTS", 1)
    frame = count_share_abroad(all_of).set_index("country")
    assert frame.loc["KAZ", ["abroad", "count", "rate"]].to_list() == [2, 2, 100]
    assert frame.loc["JPN", "count"] == 0, "a designation makes no partners"


def test_too_few_events_make_no_share(all_of: Slice) -> None:
    frame = count_share_abroad(all_of).set_index("country")
    assert pd.isna(frame.loc["KAZ", "rate"])
    assert frame.loc["KAZ", "few"]
    assert frame.loc["KAZ", "absence"] == "fewer than 5 events"


def test_a_rate_is_of_all_institutions_listed(all_of: Slice, monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_per_institution(all_of).set_index("country").loc["KAZ", "absence"] == "fewer than 3 institutions are listed"
    monkeypatch.setattr(places, "FEWEST_INSTITUTIONS", 1)
    frame = count_per_institution(all_of).set_index("country")
    assert frame.loc["KAZ", ["count", "institutions", "rate"]].to_list() == [2, 2, 1]


def test_no_filter_changes_how_many_institutions_are_listed(bundled: Tables) -> None:
    whole, part = (
        count_per_institution(select(bundled, asked)).set_index("country")["institutions"].sort_index()
        for asked in (Selection(), Selection(goals=("14",)))
    )
    pd.testing.assert_series_equal(whole, part)


def test_the_highest_rate_comes_first_and_none_last(bundled: Tables) -> None:
    rates = count_share_abroad(select(bundled, Selection()))["rate"]
    known = rates.dropna()
    assert known.is_monotonic_decreasing
    assert rates.iloc[len(known) :].isna().all()


def test_reports_are_shared_out_like_events(bundled: Tables) -> None:
    part = select(bundled, Selection())
    events, reports = count_share_abroad(part), count_share_abroad(repeat_reports(part))
    assert reports["count"].sum() > events["count"].sum()
    assert (reports["abroad"] <= reports["count"]).all()


@pytest.mark.parametrize(("key", "country"), [("KAZ|CHN", "CHN"), ("KAZ|", "KAZ")])
def test_behind_the_end_of_an_arc_are_all_partnerships_of_its_country(all_of: Slice, key: str, country: str) -> None:
    frame = count_partnerships(all_of).set_index("country")
    assert len(list_behind(all_of, "country or pair", key).rows) == frame.loc[country, "count"]


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

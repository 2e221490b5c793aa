"""What is missing, and one subject against what surrounds it, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.measures.against import count_goals_of_country, count_goals_of_institution
from dashboard.measures.gaps import ENOUGH_ARTICLES, count_goals_by_country
from dashboard.measures.goals import link_goals
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, SUSTECH, event, record, tables


def read_about(small: Tables, country: str, articles: int) -> Slice:
    countries = small.countries.copy()
    countries.loc[countries["country"] == country, "articles"] = articles
    return select(replace(small, countries=countries), Selection())


@pytest.mark.parametrize(
    ("articles", "key", "state"),
    [
        (ENOUGH_ARTICLES, "13|KAZ", "gap"),
        (ENOUGH_ARTICLES - 1, "13|KAZ", "few"),
        (0, "4|KAZ", "found"),
        (ENOUGH_ARTICLES, "4|KAZ", "found"),
    ],
)
def test_nothing_found_is_a_gap_only_where_enough_was_read(small: Tables, articles: int, key: str, state: str) -> None:
    assert count_goals_by_country(read_about(small, "KAZ", articles)).set_index("key").loc[key, "state"] == state


def test_every_country_found_has_a_cell_for_each_goal(all_of: Slice) -> None:
    frame = count_goals_by_country(all_of)
    assert frame.groupby("country").size().to_dict() == {"CHN": 17, "JPN": 17, "KAZ": 17}
    assert count_goals_by_country(all_of, 1).attrs == {"others": 2}


def many(country: str, seat: object, count: int, goal: int) -> list[object]:
    return [event("visit", "2023", [seat], country=country, sdgs_implied=(goal,)) for _ in range(count)]


@pytest.fixture(scope="module")
def peers() -> Tables:
    """Kazakhstan: 12 events on goal 4; China: 8 on goal 4 and 4 on goal 13; one event of both."""
    return tables(
        [
            record("a", many("KAZ", NU, 12, 4)),
            record("b", many("CHN", SUSTECH, 8, 4)),
            record("c", many("CHN", SUSTECH, 4, 13)),
            record("d", [event("meeting", "2024", [NU, SUSTECH], sdgs_implied=(17,))]),
        ]
    )


def test_a_country_stands_beside_events_of_its_region_without_it(peers: Tables) -> None:
    frame = count_goals_of_country(select(peers, Selection(countries=("KAZ",)))).set_index("key")
    assert frame.attrs["own_of"] == 13
    assert frame.attrs["near_of"] == 12
    assert frame.loc["4|KAZ", "near_share"] == pytest.approx(66.7)
    assert frame.loc["17|KAZ", ["own_events", "near_events"]].to_list() == [1, 0]
    assert frame.loc["4|KAZ", "low"] < frame.loc["4|KAZ", "own_share"] < frame.loc["4|KAZ", "high"]


def test_shares_of_few_events_are_not_drawn(peers: Tables) -> None:
    """Central Asia has nobody else."""
    frame = count_goals_of_country(select(peers, Selection(countries=("KAZ",))), beside="subregion")
    assert frame["near_share"].isna().all()
    assert frame["own_share"].notna().all()


def test_an_institution_stands_beside_its_country_and_region(peers: Tables) -> None:
    frame = count_goals_of_institution(select(peers, Selection(institutions=(NU.key,))))
    assert [frame.attrs[f"{prefix}_of"] for prefix in ("own", "near", "far")] == [13, 0, 12]


def test_shares_and_lift_of_goals_that_go_together(all_of: Slice) -> None:
    """Two events on goal 4, one of them on goal 17 too; three have a goal."""
    row = link_goals(all_of).iloc[0]
    assert row["lift"] == pytest.approx(1.5)
    assert row[["share_a", "share_b"]].isna().all()

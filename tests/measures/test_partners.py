"""Partnerships counted by hand."""

from __future__ import annotations

from dashboard.measures.partners import (
    count_matrix,
    link_arcs,
    link_countries,
    rank_institutions,
    rank_partner_countries,
    rank_partners,
)
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI


def test_a_pair_of_countries_counts_an_event_once(all_of: Slice) -> None:
    frame = link_countries(all_of)
    assert frame[["key", "events"]].values.tolist() == [["CHN|KAZ", 2]]


def test_arcs_are_the_strongest_pairs(all_of: Slice) -> None:
    assert link_arcs(all_of)["key"].to_list() == ["CHN|KAZ"]
    assert link_arcs(all_of).attrs == {"others": 0}


def test_the_matrix_has_each_pair_in_both_orders_under_one_key(all_of: Slice) -> None:
    frame = count_matrix(all_of)
    assert frame[["country_a", "country_b", "events", "key"]].values.tolist() == [
        ["CHN", "KAZ", 2, "CHN|KAZ"],
        ["KAZ", "CHN", 2, "CHN|KAZ"],
    ]


def test_partners_are_those_of_the_institution_selected(small: Tables) -> None:
    frame = rank_partners(select(small, Selection(institutions=(SUSTECH.key,))))
    assert set(frame["of"]) == {SUSTECH.key}
    assert frame[["institution_id", "events"]].values.tolist() == [[NU.key, 2], [UNAI.key, 1]]


def test_partners_are_of_the_first_that_is_known(small: Tables) -> None:
    """``unknown`` may be selected beside it, and stands for nobody who could have partners."""
    both = select(small, Selection(institutions=("unknown", SUSTECH.key)))
    assert set(rank_partners(both)["of"]) == {SUSTECH.key}
    assert set(rank_partner_countries(select(small, Selection(countries=("unknown", "KAZ"))))["of"]) == {"KAZ"}


def test_without_one_selected_partners_are_those_of_the_best_connected(all_of: Slice) -> None:
    """Three have two partners each: the first in the table is taken."""
    frame = rank_partners(all_of)
    assert len(frame) == 2
    assert frame["of"].nunique() == 1
    assert frame["of"].iloc[0] != NUT.key


def test_an_institution_without_partners_has_no_rows(small: Tables) -> None:
    assert rank_partners(select(small, Selection(institutions=(NUT.key,)))).empty


def test_partner_countries_are_those_of_the_country_selected(small: Tables) -> None:
    frame = rank_partner_countries(select(small, Selection(countries=("KAZ",))))
    assert frame[["of", "country", "events", "key"]].values.tolist() == [["KAZ", "CHN", 2, "KAZ|CHN"]]


def test_institutions_count_events_of_every_kind_but_partners_only_of_those_that_pair(all_of: Slice) -> None:
    frame = rank_institutions(all_of).set_index("institution_id")
    assert frame.loc[UNAI.key, ["events", "partners"]].to_list() == [2, 2]
    assert frame.loc[NUT.key, ["events", "partners"]].to_list() == [1, 0]

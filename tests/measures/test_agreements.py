"""Agreements of several parties, each one row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.measures.agreements import list_agreements
from dashboard.measures.behind import list_behind
from dashboard.selection import Selection, Slice, select
from tests.factory import NU, NUT, SUSTECH, UNAI, event, record, tables


@pytest.fixture(scope="session")
def signed() -> Slice:
    """One of three who sign and one who hosts, one of two who sign before a third, a meeting of three, an agreement of two."""
    roles = {name: replace(party, role="signatory") for name, party in (("NU", NU), ("SUSTech", SUSTECH), ("NUT", NUT))}
    host = replace(UNAI, role="host")
    three, two = list(roles.values()), [roles["NU"], roles["NUT"]]
    records = [
        record("a", [event("agreement", "2020-05", [*three, host], sdgs_explicit=(4, 17))], [*three, host]),
        record("b", [event("agreement", "2022", [*two, host])], [*two, host]),
        record("c", [event("meeting", "2023", three)], three),
        record("d", [event("agreement", "2024", two)], two),
    ]
    return select(tables(records), Selection())


def test_an_agreement_of_four_is_one_row_with_all_its_parties(signed: Slice) -> None:
    frame = list_agreements(signed, "largest")
    row = frame.iloc[0]
    assert row[["start", "parties", "goals"]].to_list() == ["2020-05", 4, "4, 17"]
    assert [(code, signs) for _name, code, signs in row["members"]] == [
        ("CHN", True), ("JPN", True), ("KAZ", True), ("UN", False),
    ]  # fmt: skip
    assert row["country_names"] == "China; Japan; Kazakhstan"


@pytest.mark.parametrize(
    ("order", "parties", "starts"),
    [("newest", "all", ["2022", "2020-05"]), ("largest", "all", ["2020-05", "2022"]), ("newest", "signed", ["2020-05"])],
)
def test_agreements_come_in_the_order_asked_for(signed: Slice, order: str, parties: str, starts: list[str]) -> None:
    assert list_agreements(signed, order, parties)["start"].to_list() == starts


def test_its_mark_opens_the_one_event(signed: Slice) -> None:
    for key in list_agreements(signed)["key"]:
        assert len(list_behind(signed, "event", key).rows) == 1


def test_two_parties_or_a_meeting_make_none(none_of: Slice, all_of: Slice) -> None:
    assert list_agreements(none_of).empty
    assert list_agreements(all_of)["start"].to_list() == ["2023-05-29"]

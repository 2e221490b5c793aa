"""The lives of partnerships, told by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.measures.lifecycle import MOST_LIVES, list_lives, list_living
from dashboard.model import Event, Institution
from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI, event, record, tables

PAIR = [NU, SUSTECH]


def told(events: list[Event], newest: str = "2024-06-01") -> Tables:
    """Tables of these events, each from an article of its own, read until ``newest``."""
    built = tables([record(f"r{number}", [each]) for number, each in enumerate(events)])
    return replace(built, about=replace(built.about, newest=newest))


def test_a_life_runs_from_announcement_over_agreement_and_activity_to_renewal() -> None:
    events = [
        event("agreement", "2019-03", PAIR, status="announced"),
        event("agreement", "2019-05-02", PAIR),
        event("visit", "2020-01-10", PAIR),
        event("agreement", "2024-02-01", PAIR),
    ]
    frame = list_lives(select(told(events), Selection()))
    assert frame["stage"].to_list() == ["announced", "signed", "active", "renewed"]
    assert set(frame["now"]) == {"agreed again"}
    assert set(frame["confirmed"]) == {"1 February 2024 (1 source)"}
    assert set(frame["partners"]) == {"Nazarbayev University and Southern University of Science and Technology"}


@pytest.mark.parametrize(
    ("last", "now"),
    [("2022-06-02", "active"), ("2022-06-01", "silent"), ("2022", "active"), ("2021", "silent")],
)
def test_a_partnership_is_silent_two_years_after_its_last_event_could_have_ended(last: str, now: str) -> None:
    frame = list_lives(select(told([event("visit", last, PAIR)]), Selection()))
    assert frame["now"].to_list() == [now]


def test_what_was_only_announced_is_not_confirmed() -> None:
    frame = list_lives(select(told([event("project", "2024-03", PAIR, status="announced")]), Selection()))
    assert frame[["now", "confirmed"]].iloc[0].to_list() == ["announced, not known to have begun", "not yet"]


def test_pairs_that_share_the_very_same_events_are_one_partnership() -> None:
    frame = list_lives(select(told([event("visit", "2024-01-02", [NU, SUSTECH, NUT])]), Selection()))
    assert frame["life"].to_list() == [0]
    assert frame["partners"].iloc[0].count(",") == 1


def test_designations_and_undated_events_are_no_part_of_a_life() -> None:
    assert list_lives(select(told([event("designation", "2024-01", PAIR), event("visit", None, PAIR)]), Selection())).empty


def test_selected_institutions_come_first_and_others_are_left_out() -> None:
    events = [event("visit", f"2024-01-0{day}", PAIR) for day in (1, 2, 3)] + [event("meeting", "2023-01", [NUT, UNAI])]
    every = told(events)
    assert list_lives(select(every, Selection()))["event_id"].nunique() == 4
    asked = select(every, Selection())
    chosen = replace(asked, selection=Selection(institutions=(NUT.key or "",)))
    assert list_lives(chosen)["partners"].nunique() == 1
    assert "Nagaoka" in list_lives(chosen)["partners"].iloc[0]


def test_countries_are_partners_too() -> None:
    frame = list_lives(select(told([event("visit", "2024-01-02", PAIR)]), Selection()), "country")
    assert frame["partners"].to_list() == ["China and Kazakhstan"]


def test_of_many_events_the_first_the_first_agreement_and_the_newest_are_kept() -> None:
    days = [f"20{year}-{month:02d}-01" for year in range(16, 24) for month in range(1, 13)]
    events = [event("agreement" if day == "2017-03-01" else "visit", day, PAIR, title=f"Visit {day}") for day in days]
    frame = list_lives(select(told(events), Selection()))
    assert len(frame) == 20
    assert frame["start"].to_list()[:2] == ["2016-01-01", "2017-03-01"]
    assert frame["start"].iloc[-1] == days[-1]


def test_lives_beyond_the_most_are_counted() -> None:
    parties = [Institution(f"University {letter}", kind="university", country="JPN") for letter in "ABCDEFGHIJKLMN"]
    built = tables(
        [record(f"r{n}", [event("visit", f"2024-01-{n + 1:02d}", [NU, other])], [NU, other]) for n, other in enumerate(parties)]
    )
    frame = list_lives(select(built, Selection()))
    assert frame["life"].nunique() == MOST_LIVES
    assert frame.attrs["others"] == len(parties) - MOST_LIVES


def test_nothing_has_no_lives(bundled: Tables) -> None:
    frame = list_lives(select(bundled, Selection(text="xyzzyx")))
    assert frame.empty
    assert "stage_name" in frame


def test_only_events_of_the_lives_shown_are_counted() -> None:
    """Each once, whatever the number of partnerships it stands in."""
    others = [Institution(f"University {number:02}", kind="university", country="GBR") for number in range(MOST_LIVES + 5)]
    part = select(told([event("visit", f"2020-01-{day + 1:02}", [NU, other]) for day, other in enumerate(others)]), Selection())
    living = list_living(part, "institution")
    shown = list_lives(part)
    assert len(living.rows) == MOST_LIVES
    assert set(part.tables.event_index[living.rows]) == set(shown["event_id"])

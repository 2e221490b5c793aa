"""Events by year, quarter and month, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dashboard.measures.behind import list_behind
from dashboard.measures.periods import count_periods_by_goal, count_periods_by_kind, list_period_names, list_within
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import event, record, tables


def counts(frame: object) -> dict[str, int]:
    return dict(zip(frame["key"], frame["events"], strict=True))  # type: ignore[index]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("year", {"agreement|2024": 1, "agreement|2023": 1, "designation|2018": 1, "meeting|0": 1}),
        ("quarter", {"agreement|2023-Q2": 1, "designation|2018-Q4": 1, "agreement|year": 1, "meeting|0": 1}),
        ("month", {"agreement|2023-05": 1, "designation|2018-10": 1, "agreement|year": 1, "meeting|0": 1}),
    ],
)
def test_an_event_counts_in_the_period_of_its_begin_as_exactly_as_it_is_known(
    all_of: Slice, period: str, expected: dict[str, int]
) -> None:
    assert counts(count_periods_by_kind(all_of, period)) == expected


def test_an_event_counts_in_each_of_its_goals(all_of: Slice) -> None:
    assert counts(count_periods_by_goal(all_of)) == {"4|2024": 1, "4|2023": 1, "17|2023": 1, "9|2018": 1}


def test_what_is_not_dated_or_not_so_exactly_has_words_and_no_place(all_of: Slice) -> None:
    frame = count_periods_by_kind(all_of, "month").set_index("key")
    assert frame.loc["meeting|0", ["period_name", "place"]].to_list() == ["No date", -1]
    assert frame.loc["agreement|year", ["period_name", "place"]].to_list() == ["Year only", -2]
    assert frame.loc["agreement|2023-05", "period_name"] == "May 2023"


@pytest.mark.parametrize("period", ["year", "quarter", "month"])
def test_behind_a_mark_are_as_many_events_as_it_counts(bundled: Tables, period: str) -> None:
    part = select(bundled, Selection())
    for key, number in counts(count_periods_by_kind(part, period)).items():
        assert len(list_behind(part, "kind year", key).rows) == number, key


@pytest.mark.parametrize("code", ["2019-Q5", "2019-13", "nonsense", "", "1066", "-"])
def test_within_no_period_lies_nothing(small: Tables, code: str) -> None:
    assert not list_within(small, code).any()


@pytest.mark.parametrize(
    ("newest", "period", "incomplete"),
    [
        ("2024-06-01", "year", "2024"),
        ("2024-12-31", "year", None),
        ("2024-06-30", "quarter", None),
        ("2024-05-31", "quarter", "2024-Q2"),
        ("2024-05-31", "month", None),
        ("2024-05-30", "month", "2024-05"),
        ("2024-05", "month", "2024-05"),
        (None, "year", None),
    ],
)
def test_the_period_of_the_newest_article_is_incomplete_until_its_last_day(
    newest: str | None, period: str, incomplete: str | None
) -> None:
    built = tables([record("a", [event("visit", "2024-05-03"), event("meeting", "2022-01-01")])])
    told = replace(built, about=replace(built.about, newest=newest))
    frame = count_periods_by_kind(select(told, Selection()), period)
    remarks = dict(zip(frame["period"], frame["remark"], strict=True))
    assert [code for code, remark in remarks.items() if remark] == ([incomplete] if incomplete else [])
    if incomplete:
        assert remarks[incomplete].startswith("incomplete: read until ")


def test_what_begins_after_the_newest_article_says_so() -> None:
    built = tables([record("a", [event("visit", "2025-05-03")])])
    told = replace(built, about=replace(built.about, newest="2024-06-01"))
    assert count_periods_by_kind(select(told, Selection()))["remark"].to_list() == ["after the newest article read"]


def test_reports_count_as_often_as_they_tell(small: Tables) -> None:
    """A row that stands twice in the Slice counts twice."""
    part = Slice(small, np.array([0, 0, 1]), Selection())
    assert count_periods_by_kind(part)["events"].sum() == 3


def test_the_newest_period_comes_first_and_in_it_the_most(bundled: Tables) -> None:
    frame = count_periods_by_kind(select(bundled, Selection()), "quarter")
    dated = frame[frame["place"] >= 0]
    assert dated["place"].is_monotonic_decreasing
    assert dated[dated["place"] == dated["place"].max()]["events"].is_monotonic_decreasing


def test_nothing_has_no_periods(none_of: Slice) -> None:
    assert count_periods_by_kind(none_of, "month").empty
    assert count_periods_by_goal(none_of).empty


def test_periods_have_names() -> None:
    assert list_period_names("quarter", [2019 * 4 + 1]) == ["Q2 2019"]
    assert list_period_names("month", [2019 * 12 + 4]) == ["May 2019"]
    assert list_period_names("year", [2019]) == ["2019"]


@pytest.mark.parametrize(
    ("since", "period", "told"),
    [
        ("2019", "year", "2019"),
        ("2019-07", "year", "2019-07"),
        ("2019", "month", "2019"),
        ("2018", "year", None),
        ("", "year", None),
    ],
)
def test_events_that_began_before_the_period_asked_for_are_told_of(since: str, period: str, told: str | None) -> None:
    """They stand where they began: only where one does."""
    long = replace(event("project", "2018-03"), end="2020")
    built = tables([record("a", [long]), record("b", [event("visit", "2019-08-02")])])
    frame = count_periods_by_kind(select(built, Selection(since=since)), period)
    assert frame.attrs.get("since") == told

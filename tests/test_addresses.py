"""Addresses are typed, cut and mangled by people and programmes: whatever they hold, nothing raises."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.measures.behind import MARKS, list_behind
from dashboard.selection import ADDRESS_NAMES, Selection, describe_filters, read_address, select, sort_codes, write_address
from dashboard.selection.sides import cut_side, find_side, read_side
from dashboard.tables import Tables
from dashboard.ui.behind import narrow
from dashboard.ui.marks import read_period, split_period
from dashboard.words import write_date

LONG = "9" * 5000
NONSENSE = (
    "", "|", "|||||", "-", "²", "²|²|²", "٣", "1|٣", LONG, f"KAZ|{LONG}", "04", "0|0", "KAZ|KAZ|KAZ|KAZ", "asia|europe",
    "2019-Q9", "4|2019-99", "x|year", "\x00", "%s{}", "period:٢٠١٩-٢٠٢٠|2019", "institution|", "<b>|<script>", "@2019..",
    "@2019-99..2019-00", "unknown|unknown",
)  # fmt: skip
CODES = st.one_of(st.sampled_from(NONSENSE), st.text(max_size=12), st.sampled_from(["KAZ", "4", "unknown", "2020", "asia"]))


@pytest.mark.parametrize("marks", MARKS)
def test_no_key_of_a_mark_raises(marks: str, bundled: Tables) -> None:
    """Events stand behind keys that mean something, and what narrows the page to them can be said in words."""
    part = select(bundled, Selection())
    for key in NONSENSE:
        narrowed = narrow(marks, key)
        if len(list_behind(part, marks, key).rows) and narrowed:
            assert describe_filters(bundled, Selection(**narrowed)), (marks, key)


@pytest.mark.parametrize("key", ["04", "²", "٤", LONG, "18", "0", "-4", "4.0"])
def test_a_goal_has_one_code(key: str, bundled: Tables) -> None:
    """What an address writes otherwise is no goal: kept as a filter it would not be known again."""
    assert not len(list_behind(select(bundled, Selection()), "goal", key).rows)


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        ("@2019..2021-05", ("2019", "2021-05")),
        ("@2020-02-29..2020-02-29", ("2020-02-29", "2020-02-29")),
        ("@2019-02-29..2020", None),
        ("@2019-99..2019-99", None),
        ("@2019-00..2019", None),
        ("@0000..2019", None),
        ("@٢٠١٩..٢٠٢٠", None),
        ("@2019", None),
        ("2019..2020", None),
    ],
)
def test_only_dates_of_the_calendar_make_a_period(opened: str, expected: tuple[str, str] | None) -> None:
    period = split_period(opened)
    assert period == expected
    assert all(map(write_date, period or ()))


@given(st.lists(CODES, max_size=6))
def test_any_codes_can_be_put_in_order(codes: list[str]) -> None:
    assert set(sort_codes(codes)) == set(codes)
    assert sort_codes(["10", "9", "b", "a"]) == ("9", "10", "a", "b")


@given(st.dictionaries(st.sampled_from(list(ADDRESS_NAMES.values())), CODES, max_size=4))
def test_any_filters_are_answered_or_named_as_unknown(bundled: Tables, asked: dict[str, str]) -> None:
    """And what was understood is written as an address that is understood alike."""
    query = write_address(Selection()) + "&".join(f"{name}={value}" for name, value in asked.items())
    selection, _unknown = read_address(query, bundled)
    assert len(select(bundled, selection).rows) <= len(bundled.events)
    describe_filters(bundled, selection)
    assert asdict(read_address(write_address(selection), bundled)[0]) == asdict(selection)


@given(st.one_of(CODES, st.builds("{}:{}".format, st.sampled_from(["country", "institution", "period"]), CODES)))
def test_any_side_is_known_or_none(bundled: Tables, text: str) -> None:
    known = read_side(text, bundled)
    assert known is not None or not find_side(bundled, text).any()
    assert len(cut_side(select(bundled, Selection()), text).rows) <= len(bundled.events)


@given(CODES)
def test_any_period_has_two_ends_or_none(code: str) -> None:
    assert [bool(end) for end in read_period(code)] in ([True, True], [False, False])

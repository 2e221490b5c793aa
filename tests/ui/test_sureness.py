"""What the foot of a chart says of accuracy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard import settings
from dashboard.selection import Selection, Slice, select
from dashboard.ui.sureness import describe_accuracy
from tests.factory import event, record, tables

SCORES = {"kind": {"precision": 0.774, "recall": 0.782, "n": 110}, "irrelevant": {"precision": 1.0, "recall": 1.0, "n": 2}}


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> Slice:
    """Two events that nobody read, with a measurement of two fields."""
    monkeypatch.setattr(settings, "read_quality", lambda: {"articles": 116, "fields": SCORES})
    built = tables([record("a", [event("visit", "2023"), event("meeting", "2024")])])
    return select(replace(built, events=built.events.assign(review="extracted")), Selection())


def reviewed(part: Slice, states: list[str]) -> Slice:
    events = part.tables.events.assign(review=states)
    return select(replace(part.tables, events=events), Selection())


def test_a_field_is_told_in_values_of_100(part: Slice) -> None:
    assert describe_accuracy(("kind",), part) == (
        "Measured on 116 articles of other publishers: kind of the event: of 100 values found 77 are right, "
        "of 100 that are there 78 are found."
    )


@pytest.mark.parametrize("fields", [(), ("irrelevant",), ("unheard of",)])
def test_nothing_is_said_of_what_was_not_measured_enough(part: Slice, fields: tuple[str, ...]) -> None:
    assert describe_accuracy(fields, part) == ""


def test_no_figure_stands_under_events_that_people_read(part: Slice) -> None:
    said = describe_accuracy(("kind",), reviewed(part, ["curated", "curated"]))
    assert said == "People read the reports of these 2 events and entered what they say."


def test_both_are_said_where_some_were_read(part: Slice) -> None:
    said = describe_accuracy(("kind",), reviewed(part, ["curated", "extracted"]))
    assert said.startswith("1 of 2 events was read by people. The others were found by rules. Measured on 116 articles")


def test_without_a_measurement_nothing_is_said(part: Slice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "read_quality", dict)
    assert describe_accuracy(("kind",), part) == ""

"""What the panels of partnerships state in words, on pairs that can be counted by hand."""

from __future__ import annotations

import pytest

from dashboard.panels import PANELS, list_marks, state_finding
from dashboard.selection import Selection, Slice, select
from tests.factory import NU, NUT, SUSTECH, event, record, tables


@pytest.fixture(scope="module")
def part() -> Slice:
    """An agreement of three, then two of them again."""
    events = [
        event("agreement", "2020-05-29", [NU, NUT, SUSTECH], sdgs_explicit=(4,)),
        event("visit", "2023", [NU, SUSTECH], sdgs_explicit=(4,)),
    ]
    return select(tables([record(str(number), [each]) for number, each in enumerate(events)]), Selection())


@pytest.mark.parametrize(
    ("key", "way", "words"),
    [
        ("country-matrix", {}, "Most events join Kazakhstan and China (2)"),
        ("partner-chord", {"level": "region"}, "Most events join countries of Asia among themselves (2)."),
        ("partner-flows", {}, "on SDG 4 (2)"),
        ("strongest-pairs", {}, "take part in most events together (2)."),
        ("strongest-pairs", {"order": "newest"}, "were seen together last, in 2023."),
        ("strongest-pairs", {"order": "silent"}, "together since 2023: longest"),
        ("partner-agreements", {}, "1 agreement of three parties or more"),
        ("institution-network", {}, "3 institutions and 3 links"),
        ("partner-countries", {}, "has 2 partners, most often"),
        ("partners-of-institution", {}, "has 2 partners, most often"),
    ],
)
def test_a_panel_states_its_finding(part: Slice, key: str, way: dict[str, str], words: str) -> None:
    panel = PANELS[key].choose(way)
    assert words in state_finding(panel, panel.measure(part))


def test_pairs_of_equal_number_are_not_passed_over(part: Slice) -> None:
    first = select(part.tables, Selection(until="2021"))
    panel = PANELS["strongest-pairs"].choose({})
    assert "and 2 more pairs take part in most events together (1 each)." in state_finding(panel, panel.measure(first))


def test_the_network_lists_institutions_and_links_by_name(part: Slice) -> None:
    panel = PANELS["institution-network"]
    names = list(list_marks(panel, panel.measure(part)).values())
    assert "Nagaoka University of Technology (1)" in names
    assert "Nazarbayev University · Southern University of Science and Technology (2)" in names


def test_the_circle_lists_areas_and_ribbons_by_name(part: Slice) -> None:
    panel = PANELS["partner-chord"].choose({})
    assert list_marks(panel, panel.measure(part))["JPN"] == "Japan (1)"


def test_an_agreement_is_listed_with_its_date_and_parties(part: Slice) -> None:
    panel = PANELS["partner-agreements"].choose({})
    assert list(list_marks(panel, panel.measure(part)).values()) == ["29 May 2020: A agreement (3 parties)"]


def test_one_event_is_counted_as_one() -> None:
    part = select(tables([record("0", [event("visit", "2023", [NU, NUT], sdgs_explicit=(4, 17))])]), Selection())
    panel = PANELS["goals-together"].choose({})
    assert state_finding(panel, panel.measure(part)).endswith("SDG 17 Partnerships for the goals (1 event).")

"""The page of partnerships: two parts, of which the address says which is shown, and marks that it holds open."""

from __future__ import annotations

import pytest

from dashboard.panels import PANELS
from dashboard.ui.behind import narrow
from tests.pages.conftest import Opener

INSTITUTIONS = ("institution-network", "strongest-pairs", "partner-agreements", "partners-of-institution", "top-institutions")


def test_the_address_opens_the_part_between_institutions(open_page: Opener) -> None:
    app = open_page("partnerships", show="partnerships:part:institutions")
    assert not app.exception
    shown = [head.value for head in app.header]
    assert [PANELS[key].title for key in INSTITUTIONS] == [title for title in shown if title in _titles()]
    assert app.segmented_control(key="way-partnerships-part").value == "institutions"


def test_an_unknown_part_is_the_first(open_page: Opener) -> None:
    app = open_page("partnerships", show="partnerships:part:nowhere")
    assert PANELS["country-matrix"].title in [head.value for head in app.header]


def _titles() -> set[str]:
    return {panel.title for panel in PANELS.values()}


@pytest.mark.parametrize(
    ("marks", "key", "filters"),
    [
        ("area pair", "JPN|KAZ", {"countries": ("JPN",), "partners": ("KAZ",)}),
        ("area pair", "JPN", {"countries": ("JPN",)}),
        ("area pair", "eastern-asia", {"regions": ("eastern-asia",)}),
        ("area pair", "eastern-asia|central-asia", {}),
        ("country goal country", "JPN|4|KAZ", {"countries": ("JPN",), "goals": ("4",), "partners": ("KAZ",)}),
    ],
)
def test_a_mark_keeps_only_its_own(marks: str, key: str, filters: dict[str, tuple[str, ...]]) -> None:
    assert narrow(marks, key) == filters

"""Which mark a chart is drawn with as selected, while readers click, choose by name, close and come with an address."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.panels import PANELS
from dashboard.ui import marks, state

PANEL, CHART = PANELS["top-countries"], "chart-top-countries"


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """A reader's session, with the open mark under ``open``."""
    kept: dict[str, Any] = {"open": ""}
    monkeypatch.setattr(state, "answer_of", kept.get)
    monkeypatch.setattr(state, "put", kept.__setitem__)
    monkeypatch.setattr(state, "read_mark", lambda _panel: kept["open"])
    return kept


def click(session: dict[str, Any], *keys: str) -> None:
    """Select marks in the chart, which opens the first."""
    session[CHART] = {"selection": {"points": [{"customdata": [key, ""]} for key in keys]}}
    session["open"] = next(iter(keys), "")


def test_a_mark_of_the_address_is_lit(session: dict[str, Any]) -> None:
    session["open"] = "KAZ"
    assert marks.find_lit(PANEL, CHART) == "KAZ"


def test_what_is_clicked_the_browser_lights(session: dict[str, Any]) -> None:
    click(session, "KAZ")
    assert marks.find_lit(PANEL, CHART) == ""


def test_a_click_after_a_mark_of_the_address_draws_nothing_anew(session: dict[str, Any]) -> None:
    session["open"] = "KAZ"
    before = marks.find_lit(PANEL, CHART)
    click(session, "CHN")
    assert marks.find_lit(PANEL, CHART) == before


def test_a_mark_chosen_by_name_after_a_click_is_lit(session: dict[str, Any]) -> None:
    click(session, "KAZ")
    session["open"] = "CHN"
    assert marks.find_lit(PANEL, CHART) == "CHN"


def test_nothing_is_lit_when_all_is_closed(session: dict[str, Any]) -> None:
    session["open"] = "KAZ"
    marks.find_lit(PANEL, CHART)
    click(session)
    assert marks.find_lit(PANEL, CHART) == ""


@pytest.mark.parametrize("name", ["Japan (2,064)", "日本（2,064）", "Japan"])
def test_a_mark_is_called_without_its_count(name: str) -> None:
    assert marks._COUNT.sub("", name) in ("Japan", "日本")

"""Every page in the light look: painted with no network, without a violation that axe can find, and whole on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.accessibility import find_violations
from tests.browser.conftest import PAGES, Visitor

pytestmark = pytest.mark.browser
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, window: Any, address: str) -> Iterator[Visitor]:
    """A reader who has opened a page, once for all that is asked of it."""
    page = window.new_page()
    visitor = Visitor(page, address)
    page.emulate_media(color_scheme="light")
    visitor.open(request.param)
    yield visitor
    page.close()


def test_page_paints_without_a_network(opened: Visitor) -> None:
    assert opened.page.locator('[data-testid="stException"]').count() == 0
    assert opened.outside == []


def test_page_has_no_violation_of_its_own(opened: Visitor) -> None:
    assert find_violations(axe, opened.page) == []


def test_every_chart_states_its_finding(opened: Visitor) -> None:
    """Its name says how much was found, not only what is drawn."""
    names = opened.page.get_by_role("figure").evaluate_all("charts => charts.map(chart => chart.ariaLabel)")
    assert len(names) == opened.page.locator(".stPlotlyChart").count()
    assert [name for name in names if not name or not re.search(r"\d", name)] == []


def test_telephone_shows_the_page_without_scrolling_sideways(opened: Visitor) -> None:
    opened.narrow(360)
    assert opened.overflow <= 0

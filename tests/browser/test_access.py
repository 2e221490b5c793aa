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


# Every page is painted and looked at by axe in the fast suite, with one load each. What else is asked is asked there of those
# that hold every sort of part (key figures, charts, maps, marks, lists, notes): the others are made of the same parts, and are
# left to the long tests, as are all pages in their other states.
AT_ONCE = ("", "map", "partnerships", "events", "method", "country?id=KAZ")
CASES = [pytest.param(path, marks=() if path in AT_ONCE else pytest.mark.long) for path in PAGES]
each_page = pytest.mark.parametrize("opened", PAGES, indirect=True)
each_sort = pytest.mark.parametrize("opened", CASES, indirect=True)


@pytest.fixture(scope="module")
def tab(window: Any) -> Iterator[Any]:
    """One tab for all pages: a new one would read the scripts of five megabytes anew."""
    page = window.new_page()
    page.emulate_media(color_scheme="light")
    yield page
    page.close()


@pytest.fixture(scope="module")
def opened(request: pytest.FixtureRequest, tab: Any, address: str) -> Iterator[Visitor]:
    """A reader who has opened a page, once for all that is asked of it."""
    tab.set_viewport_size({"width": 1280, "height": 900})
    visitor = Visitor(tab, address)
    visitor.open(request.param)
    yield visitor
    visitor.leave()


@each_page
def test_page_paints_without_a_network_and_without_a_violation_of_its_own(opened: Visitor) -> None:
    assert opened.page.locator('[data-testid="stException"]').count() == 0
    assert find_violations(axe, opened.page) == []
    assert opened.outside == []


@each_sort
def test_every_chart_states_its_finding(opened: Visitor) -> None:
    """Its name says how much was found, not only what is drawn."""
    names = opened.page.get_by_role("figure").evaluate_all("charts => charts.map(chart => chart.ariaLabel)")
    assert len(names) == opened.page.locator(".stPlotlyChart").count()
    assert [name for name in names if not name or not re.search(r"\d", name)] == []


@each_sort
def test_telephone_shows_the_page_without_scrolling_sideways(opened: Visitor) -> None:
    opened.narrow(360)
    assert opened.overflow <= 0

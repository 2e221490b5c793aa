"""The dashboard by keyboard alone, and on paper."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
MOST_STOPS = 80


def tab_to(visitor: Visitor, name: str) -> None:
    """Press the tabulator until something so named has the focus."""
    for _stop in range(MOST_STOPS):
        visitor.page.keyboard.press("Tab")
        if name in (visitor.page.evaluate("document.activeElement.ariaLabel || document.activeElement.innerText") or ""):
            return
    pytest.fail(f"{name} was not reached")


def test_first_stop_skips_to_the_content(visitor: Visitor) -> None:
    visitor.open("method")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_mark_is_opened_and_closed_by_keyboard(visitor: Visitor) -> None:
    visitor.open("?country=KAZ")
    visitor.page.locator("main").focus()
    tab_to(visitor, "Open the events behind a mark of “Countries that take part”")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.get_by_role("option").first.wait_for()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url(re.compile("mark=map-taken-part"))
    visitor.page.get_by_role("button", name="Close").wait_for()
    visitor.settle()
    tab_to(visitor, "Close")
    visitor.page.keyboard.press("Enter")
    visitor.page.get_by_role("button", name="Close").wait_for(state="detached")
    assert "mark=" not in visitor.query


@pytest.mark.long
def test_buttons_of_a_chart_show_themselves_to_a_keyboard(visitor: Visitor) -> None:
    visitor.open("?country=KAZ")
    bar = visitor.page.locator(".stPlotlyChart .modebar").first
    visitor.page.locator(".modebar-btn").first.focus()
    assert bar.evaluate("bar => getComputedStyle(bar).opacity") == "1"


@pytest.mark.long
@pytest.mark.parametrize("path", ["", "timeline", "partnerships", "country?id=KAZ"])
def test_sheet_of_paper_holds_whole_charts_and_no_controls(visitor: Visitor, path: str) -> None:
    """Charts as drawn for a wide window, which a printer does not draw anew, end within the sheet."""
    visitor.page.set_viewport_size({"width": 1600, "height": 900})
    visitor.open(path)
    sheet = "() => [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.scrollWidth <= chart.clientWidth + 1)"
    visitor.page.emulate_media(media="print")
    assert visitor.page.evaluate(sheet)
    shown = visitor.page.locator("header, .stSelectbox, .stButtonGroup, .stButton, [data-testid='stSidebar']")
    assert [each for each in shown.all() if each.is_visible()] == []

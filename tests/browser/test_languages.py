"""The document tells browsers and screen readers its language and direction."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
TOLD = "[document.documentElement.lang, document.documentElement.dir]"


def left_of(visitor: Visitor, part: str) -> float:
    box = visitor.page.locator(part).bounding_box()
    assert box is not None
    return box["x"]


def test_arabic_stands_from_right_to_left_and_goes_along(visitor: Visitor) -> None:
    """The sidebar stands at the right, charts keep their direction, and the language stays when the page is turned."""
    visitor.open("method?lang=ar")
    assert visitor.page.evaluate(TOLD) == ["ar", "rtl"]
    assert left_of(visitor, '[data-testid="stSidebar"]') > left_of(visitor, "h1")
    visitor.page.get_by_role("link", name="الأهداف", exact=True).click()
    visitor.page.wait_for_url("**/goals?**")
    visitor.settle()
    assert "lang=ar" in visitor.query
    assert visitor.page.evaluate("getComputedStyle(document.querySelector('.stPlotlyChart')).direction") == "ltr"


@pytest.mark.long
def test_the_language_can_be_chosen(visitor: Visitor) -> None:
    visitor.open("method")
    assert visitor.page.evaluate(TOLD) == ["en", "ltr"]
    visitor.choose(visitor.page.locator(".st-key-ask-language"), "Fran", "Français")
    visitor.page.wait_for_function("document.documentElement.lang === 'fr'")
    visitor.page.get_by_role("heading", name="Comment est-ce fait").wait_for()
    assert "lang=fr" in visitor.query

"""Every state of every page as axe sees it: faces of panels, open marks, filters, nothing found, dark, narrow, translated."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from dashboard.panels import PANELS, list_marks
from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.browser.accessibility import find_violations
from tests.browser.conftest import PAGES, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.long]
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
FACES = ("table", "events", "take")
FILTERS = "country=CHN,DEU&goal=4,13&from=2015&basis=stated"
NOTHING = "country=NRU&goal=2&kind=award"
# States that only one page has, or that several share.
ALONE = (
    "events?event=none-of-these", "institution?id=none-of-these", "country?id=XXX", "?country=XXX&goal=99&kind=none",
    "?from=2024&to=2020", "events?q=climate",
)  # fmt: skip


# The parts of pages that are not their first, and what two sides of each sort look like beside each other.
PARTS = (
    "goals?show=goals:part:places", "goals?show=goals:part:beside", "timeline?show=timeline:part:single",
    "timeline?show=timeline:part:lives", "partnerships?show=partnerships:part:institutions",
    "compare?a=institution:unai&b=institution:nagaoka-university-of-technology",
    "compare?a=period:2015-2018&b=period:2019-2024",
)  # fmt: skip


def add(path: str, query: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}{query}"


def list_panels(visitor: Visitor, path: str) -> list[str]:
    """The panels that stand on a page."""
    visitor.open(path)
    names = visitor.page.locator('[class*="st-key-ways-"]').evaluate_all(
        "ways => ways.flatMap(way => [...way.classList]).filter(name => name.startsWith('st-key-ways-'))"
    )
    return [name.removeprefix("st-key-ways-") for name in names]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("path", PAGES)
def test_faces_of_panels(visitor: Visitor, path: str, face: str) -> None:
    shown = [("show", f"{panel}:face:{face}") for panel in list_panels(visitor, path)]
    if not shown:
        pytest.skip("no panel stands on this page")
    visitor.open(add(path, urlencode(shown)))
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("path", PAGES)
def test_marks_that_are_open(visitor: Visitor, bundled: Tables, path: str) -> None:
    whole, opened = select(bundled, Selection()), []
    for key in list_panels(visitor, path):
        names = list_marks(PANELS[key], PANELS[key].measure(whole)) if key in PANELS and PANELS[key].marks else {}
        opened += [("mark", f"{key}:{mark}") for mark in list(names)[:1]]
    if not opened:
        pytest.skip("no panel of this page has marks")
    visitor.open(add(path, urlencode(opened)))
    visitor.page.get_by_role("button", name="Close").first.wait_for()
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("query", [FILTERS, NOTHING], ids=["filters", "nothing"])
@pytest.mark.parametrize("path", PAGES)
def test_what_is_asked_for(visitor: Visitor, path: str, query: str) -> None:
    visitor.open(add(path, query))
    assert find_violations(axe, visitor.page) == []
    visitor.narrow(360)
    assert visitor.overflow <= 0


@pytest.mark.parametrize("path", PAGES)
def test_dark_look_and_telephone(visitor: Visitor, path: str) -> None:
    visitor.page.emulate_media(color_scheme="dark")
    visitor.open(path)
    assert find_violations(axe, visitor.page) == []
    visitor.narrow(360)
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_at_four_times_its_size_needs_no_scrolling_sideways(visitor: Visitor, path: str) -> None:
    """What WCAG 2.2, 1.4.10 asks: 1,280 pixels at 400 % are 320; with the spacing of 1.4.12 besides."""
    visitor.open(path)
    visitor.narrow(320)
    visitor.page.add_style_tag(
        content="* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    )
    assert visitor.overflow <= 0


@pytest.mark.parametrize("path", PARTS)
def test_parts_of_pages(visitor: Visitor, path: str) -> None:
    """On a wide screen, and at 200 %, where 1,280 pixels are 640."""
    visitor.open(path)
    assert find_violations(axe, visitor.page) == []
    visitor.narrow(640)
    assert find_violations(axe, visitor.page) == []
    assert visitor.overflow <= 0


@pytest.mark.parametrize("path", ALONE)
def test_addresses_that_lead_astray(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    assert find_violations(axe, visitor.page) == []


def test_one_event(visitor: Visitor, bundled: Tables) -> None:
    visitor.open(f"events?event={bundled.events['event_id'].iloc[0]}")
    assert find_violations(axe, visitor.page) == []


def test_what_an_event_stands_on_opened(visitor: Visitor, bundled: Tables) -> None:
    """Every value with the words it came from, and what each source is counted as."""
    visitor.open(f"events?event={bundled.events['event_id'].iloc[0]}")
    visitor.page.locator('[data-testid="stMain"] summary').evaluate_all("all => all.forEach(each => each.click())")
    visitor.settle()
    assert visitor.page.locator('[data-testid="stMain"] details:not([open])').count() == 0
    assert find_violations(axe, visitor.page) == []


def test_page_that_there_is_not(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.address}/none-of-these")
    visitor.settle()
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("number", range(4))
def test_small_windows_of_the_foot(visitor: Visitor, number: int) -> None:
    visitor.open("method")
    visitor.page.locator('.st-key-footer [data-testid="stPopoverButton"]').nth(number).click()
    visitor.page.locator('[data-testid="stPopoverBody"]').wait_for()
    visitor.settle()
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_sidebar_with_all_it_holds(visitor: Visitor, width: int) -> None:
    visitor.narrow(width)
    visitor.open("method")
    if width < 1000:
        visitor.page.get_by_test_id("stExpandSidebarButton").click()
    visitor.page.get_by_role("combobox", name="Country", exact=True).press("ArrowDown")
    visitor.page.get_by_role("option").first.wait_for()
    assert find_violations(axe, visitor.page) == []
    visitor.page.keyboard.press("Escape")
    visitor.page.locator('[data-testid="stSidebar"] summary').first.click()
    visitor.settle()
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("path", ["", "goals", "partnerships"])
def test_forced_colours(visitor: Visitor, path: str) -> None:
    visitor.page.emulate_media(forced_colors="active")
    visitor.open(path)
    assert find_violations(axe, visitor.page) == []


@pytest.mark.parametrize("language", ["fr", "es", "ar", "zh", "ru"])
@pytest.mark.parametrize("path", ["", "partnerships", "events"])
def test_other_languages(visitor: Visitor, path: str, language: str) -> None:
    visitor.open(add(path, f"lang={language}"))
    assert find_violations(axe, visitor.page) == []
    visitor.narrow(360)
    assert visitor.overflow <= 0

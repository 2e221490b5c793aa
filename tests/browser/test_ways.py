"""The main ways through the dashboard in a real browser, with no network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser
COUNTRY = ".choroplethlayer path"


def test_map_is_not_blank(visitor: Visitor) -> None:
    visitor.open("map")
    visitor.page.wait_for_selector(COUNTRY, state="attached")
    assert visitor.page.locator(COUNTRY).count() > 150


def test_address_restores_a_view_and_every_way_keeps_it(visitor: Visitor, bundled: Tables) -> None:
    expected = len(select(bundled, Selection(countries=("CHN", "DEU"))).rows)
    visitor.open("?country=CHN,DEU")
    assert visitor.events == expected
    visitor.page.get_by_role("link", name="Map", exact=True).click()
    visitor.page.wait_for_url("**/map?**")
    visitor.page.get_by_role("button", name=re.compile("Country: China or Germany")).wait_for()
    assert visitor.query == "country=CHN,DEU"
    visitor.page.go_back()
    visitor.page.wait_for_selector('[data-testid="stMetricValue"]')
    visitor.settle()
    assert (visitor.query, visitor.events) == ("country=CHN,DEU", expected)
    visitor.page.reload()
    visitor.settle()
    assert (visitor.query, visitor.events) == ("country=CHN,DEU", expected)


def test_filter_changes_the_address_and_clearing_it_changes_it_back(visitor: Visitor, bundled: Tables) -> None:
    visitor.open()
    field = visitor.page.locator('[data-testid="stSidebar"] [data-testid="stMultiSelect"]').first
    visitor.choose(field, "Kazakh", "Kazakhstan")
    visitor.page.wait_for_url(re.compile("country=KAZ"))
    visitor.page.keyboard.press("Escape")
    visitor.page.get_by_role("button", name=re.compile("Country: Kazakhstan")).wait_for()
    visitor.settle()
    assert visitor.events == len(select(bundled, Selection(countries=("KAZ",))).rows)
    visitor.page.get_by_role("button", name=re.compile("Country: Kazakhstan")).click()
    visitor.page.wait_for_url(re.compile(r"/$"))


def test_click_on_the_map_opens_its_events_and_one_more_narrows_the_page(visitor: Visitor, bundled: Tables) -> None:
    visitor.open()
    visitor.page.wait_for_selector(COUNTRY, state="attached")
    visitor.page.locator(".stPlotlyChart").first.scroll_into_view_if_needed()
    x, y = visitor.page.evaluate(
        f"""() => {{
            const countries = [...document.querySelectorAll('{COUNTRY}')];
            const country = countries.find(path => path.__data__ && path.__data__.loc === 'BRA');
            const box = country.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }}"""
    )
    visitor.page.mouse.move(x, y)
    visitor.page.mouse.click(x, y)
    visitor.page.get_by_role("button", name=re.compile("Keep only these")).first.click()
    visitor.page.wait_for_url(re.compile("country=BRA"))
    visitor.page.get_by_role("button", name=re.compile("Country: Brazil")).wait_for()
    visitor.settle()
    assert visitor.events == len(select(bundled, Selection(countries=("BRA",))).rows)


def test_search_leads_to_a_profile_and_keeps_the_filters(visitor: Visitor) -> None:
    visitor.open("?goal=4")
    visitor.page.locator('[data-testid="stMain"] [data-testid="stSelectbox"] input').first.fill("Nagaoka University")
    visitor.page.get_by_role("option", name=re.compile("^Nagaoka University of Technology")).first.click()
    visitor.page.wait_for_url("**/institution?**")
    visitor.page.get_by_role("heading", name="Nagaoka University of Technology").wait_for()
    assert set(visitor.query.split("&")) == {"id=nagaoka-university-of-technology", "goal=4"}


@pytest.mark.long
def test_enter_leads_to_the_one_name_that_matches(visitor: Visitor) -> None:
    visitor.open()
    box = visitor.page.locator('[data-testid="stMain"] [data-testid="stSelectbox"] input').first
    box.press_sequentially("Nagaoka University of Tech")
    box.press("Enter")
    visitor.page.wait_for_url("**/institution?**")
    visitor.page.get_by_role("heading", name="Nagaoka University of Technology").wait_for()


@pytest.mark.long
def test_question_leads_to_the_view_that_answers_it(visitor: Visitor) -> None:
    visitor.open("?goal=4")
    visitor.page.get_by_role("link", name=re.compile("do together")).click()
    visitor.page.wait_for_url("**/partnerships?**")
    visitor.settle()
    assert re.fullmatch("country=[A-Z]{3}&partner=[A-Z]{3}", visitor.query)
    assert visitor.page.locator(".st-key-chip-partners").count() == 1


def test_event_in_a_list_is_a_link_to_the_whole_of_it(visitor: Visitor) -> None:
    visitor.open("events?country=KAZ")
    link = visitor.page.locator('[data-testid="stHtml"] li a').first
    name = link.inner_text()
    link.click()
    visitor.page.wait_for_url("**/events?**event=**")
    visitor.settle()
    assert visitor.page.locator("h1").inner_text() == name
    assert "country=KAZ" in visitor.query


def test_chart_is_taken_away_as_a_picture_and_as_rows(visitor: Visitor, tmp_path: Path) -> None:
    visitor.open("?country=KAZ")
    visitor.page.get_by_text("Download", exact=True).first.click()
    for kind, begin in (("PNG", b"\x89PNG"), ("CSV", b"")):
        with visitor.page.expect_download() as arriving:
            visitor.page.get_by_role("button", name=kind, exact=True).first.click()
        arriving.value.save_as(tmp_path / kind)
        taken = (tmp_path / kind).read_bytes()
        assert arriving.value.suggested_filename.startswith("sdg-atlas_map-taken-part_country-KAZ_")
        assert taken.startswith(begin)
        assert len(taken) > 200

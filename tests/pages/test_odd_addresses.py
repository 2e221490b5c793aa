"""Pages with addresses that were cut, mangled or typed at random: each is whole, and says what it does not know."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Opener, words_of

LONG = "9" * 5000
FILTERS = {
    "lang": "tlh", "sure": "²", "city": "KAZ|,,|", "goal": f"²,04,{LONG},unknown", "from": "2019-99", "to": "٢٠١٩",
    "count": "x", "all": "goal,²", "country": "\x00,unknown", "zzz": "<script>", "basis": "$x$", "region": "**bold**",
}  # fmt: skip
# For each page the panels whose ways and marks are asked for; the last stands on another page.
PANELS = {
    "timeline": ("events-over-time-by-goal", "event-lanes", "designations", "map-held"),
    "partnerships": ("country-matrix", "partner-chord", "partner-flows", "partnerships", "goals-bars"),
    "map": ("map-held", "map-arcs", "map-cities", "map", "coverage"),
    "compare": ("compare-years", "compare-years-period-0000-9999-period-2019-2019", "compare-partners", "sources"),
}
MARKS = ("²", "@2019-99..2019-98", f"{LONG}|{LONG}", "|", "2019-Q9|year")
WAYS = ("years:2999-1000", "period:²", f"area:{LONG}", "face:nowhere", "", ":::", "order")


def odd(page: str, number: int) -> dict[str, str | list[str]]:
    """The parameters of a page's own, each several times."""
    shown = [f"{panel}:{way}" for panel in PANELS[page] for way in WAYS]
    marked = [f"{panel}:{MARKS[(number + place) % len(MARKS)]}" for place, panel in enumerate(PANELS[page])]
    return {"show": [*shown, *shown], "mark": [*marked, *marked], "event": "²", "id": LONG}


@pytest.mark.parametrize("page", PANELS)
def test_an_odd_address_opens_a_whole_page(open_page: Opener, page: str) -> None:
    app = open_page(page, **odd(page, 0), **FILTERS, a="country:ATA", b="period:٢٠١٩-٢٠٢٠")
    assert not app.exception
    assert "tlh" in words_of(app)


@pytest.mark.parametrize("number", range(1, len(MARKS)))
def test_no_mark_of_an_address_breaks_a_page(open_page: Opener, number: int) -> None:
    page = list(PANELS)[number % len(PANELS)]
    app = open_page(page, **odd(page, number), a="period:0000-9999", b="period:2019-2019")
    assert not app.exception

"""The page Compare, run through AppTest."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Opener, words_of


@pytest.mark.parametrize(
    ("a", "b", "named"),
    [
        ("country:KAZ", "country:JPN", "Kazakhstan and Japan"),
        ("period:2015-2018", "period:2019-2024", "2015–2018 and 2019–2024"),
        ("institution:unai", "institution:nagaoka-university-of-technology", "United Nations Academic Impact and Nagaoka"),
    ],
)
def test_the_address_names_both_sides(open_page: Opener, a: str, b: str, named: str) -> None:
    app = open_page("compare", a=a, b=b)
    assert not app.exception
    assert len([head for head in app.header if named in head.value]) == 4


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"a": "country:XYZ"},
        {"a": "country:KAZ", "b": "period:2019-2020"},
        {"a": "period:2019-2020"},
        {"a": "country:KAZ", "b": "country:KAZ"},
    ],
)
def test_what_is_missing_or_does_not_match_is_filled_up(open_page: Opener, query: dict[str, str]) -> None:
    app = open_page("compare", **query)
    assert not app.exception
    assert len(app.header) >= 4
    assert ("Nothing here has the code" in words_of(app)) is ("XYZ" in str(query))


def test_nothing_found_for_either_leaves_the_page_whole(open_page: Opener) -> None:
    app = open_page("compare", a="country:KAZ", b="country:JPN", q="nosuchwordanywhere")
    assert not app.exception
    assert "No event answers these filters." in words_of(app)


def test_what_was_chosen_for_one_pair_holds_for_the_next(open_page: Opener) -> None:
    """The address carries it on under the names of the new pair, and no mark of the old one."""
    old = "compare-years-country-CHN-country-KAZ"
    app = open_page("compare", a="country:KAZ", b="country:JPN", show=f"{old}:seen:share", mark=f"{old}:country:CHN|2019")
    assert not app.exception
    assert app.query_params["show"] in ((now := "compare-years-country-KAZ-country-JPN:seen:share"), [now])
    assert "mark" not in app.query_params

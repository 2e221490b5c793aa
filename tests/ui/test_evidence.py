"""Our HTML: escaped whole, marked in the right places, linked only to the web."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.ui.evidence import (
    Line,
    Reason,
    Span,
    compose_goals,
    compose_list,
    compose_reasons,
    compose_source,
    compose_text,
    is_web_address,
)


def strip(html: str) -> str:
    """The words that a browser shows."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_evidence_is_marked() -> None:
    html = compose_text("In 2024 they met.", [Span(3, 7, "start: 2024")])
    assert re.search(r'<mark [^>]*title="start: 2024">2024</mark>', html)


def test_overlapping_evidence_names_all_it_stands_for() -> None:
    html = compose_text("Kyoto University", [Span(0, 16, "institution"), Span(0, 5, "city")])
    assert re.findall(r'title="([^"]*)">([^<]*)<', html) == [("city; institution", "Kyoto"), ("institution", " University")]


def test_evidence_beyond_the_text_is_left_out() -> None:
    assert "<mark" not in compose_text("short", [Span(3, 99, "x"), Span(-1, 2, "y"), Span(2, 2, "z")])


@given(
    st.text(alphabet="ab<>&\"' é\u0645", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6),
)
def test_marking_never_changes_the_words(text: str, places: list[tuple[int, int]]) -> None:
    html = compose_text(text, [Span(start, end, "<x>") for start, end in places])
    assert strip(html) == (text if text.strip() else "")


def test_reasons_escape_every_cell() -> None:
    html = compose_reasons([Reason("<b>", "<i>", "<u>", "digest", "<s>")])
    assert not re.search(r"<(b|i|u|s)>", html)
    assert "words of our summary" in html


def test_list_escapes_names_remarks_and_addresses() -> None:
    html = compose_list([Line("<b>", 'x"onclick="y', "<i>")])
    assert "<b>" not in html
    assert "<i>" not in html
    assert 'onclick="' not in html


def test_goal_has_number_and_name_beside_its_colour() -> None:
    html = compose_goals([(4, "Quality education", "#C5192D", "stated")])
    assert strip(html) == "4 Quality education stated"
    assert "background:#C5192D" in html


def test_colour_that_is_none_is_not_written() -> None:
    assert "url(" not in compose_goals([(4, "x", "url(evil)", "")])


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_pages_of_the_web_are_linked(url: str, answer: bool) -> None:
    assert is_web_address(url) is answer
    assert ("<a " in compose_source(url, "Read")) is answer


def test_quoted_words_are_found_in_the_source_page() -> None:
    assert 'href="https://example.org/a#:~:text=met%20in%20Kyoto%2DCity"' in compose_source(
        "https://example.org/a", "Read", "met in Kyoto-City"
    )


def test_a_page_with_a_fragment_of_its_own_keeps_it() -> None:
    assert 'href="https://example.org/a#b"' in compose_source("https://example.org/a#b", "Read", "words")

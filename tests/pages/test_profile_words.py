"""What a profile says in words: names, never codes."""

from __future__ import annotations

from tests.pages.conftest import Opener, words_of


def test_an_institution_is_part_of_a_body_by_its_name(open_page: Opener) -> None:
    words = words_of(open_page("institution", id="undp"))
    assert "United Nations" in words
    assert "united-nations" not in words.replace("\\", "")

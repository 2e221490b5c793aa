"""What a profile says in words: names, never codes."""

from __future__ import annotations

from tests.pages.conftest import Opener, words_of


def test_an_institution_is_part_of_a_body_by_its_name(open_page: Opener) -> None:
    words = words_of(open_page("institution", id="undp"))
    assert "United Nations" in words
    assert "united-nations" not in words.replace("\\", "")


def test_of_few_events_goals_stand_in_numbers(open_page: Opener) -> None:
    """Shares of fewer than ten would say little; the goals that were found stand on the sheet, and nowhere twice."""
    heads = [head.value for head in open_page("institution", id="tsinghua-university").header]
    assert heads.count("Events for each goal") == 1
    assert "Goals of one institution, beside those around it" not in heads

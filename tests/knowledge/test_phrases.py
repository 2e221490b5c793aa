"""Phrases and names are found word by word, with offsets of the text itself."""

import pytest

from dashboard.knowledge.phrases import NameBook, PhraseBook, list_words


def found(phrase: str, text: str) -> list[str]:
    """The stretches of text that a phrase matches."""
    return [text[start:end] for (start, end), _ in PhraseBook([(phrase, 1)]).find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("workshop", "Two workshops and a WORKSHOP", ["WORKSHOP"]),
        ("workshop*", "Two workshops and a WORKSHOP", ["workshops", "WORKSHOP"]),
        ("ký kết", "Lễ KÝ KẾT hôm nay", ["KÝ KẾT"]),
        ("sign* .. memorandum", "They signed a new joint memorandum.", ["signed a new joint memorandum"]),
        ("sign* .. memorandum", "They signed one, two, three, four, five memorandum", []),
        ("capacity building", "capacity-building", ["capacity-building"]),
    ],
)
def test_a_phrase_matches_stems_gaps_and_accents(phrase, text, expected):
    assert found(phrase, text) == expected


def test_a_stem_too_short_to_look_up_is_refused():
    with pytest.raises(ValueError, match="too short"):
        PhraseBook([("mo*", 1)])


def test_a_phrase_without_a_word_is_refused():
    with pytest.raises(ValueError, match="begins with no word"):
        PhraseBook([("—", 1)])


def test_the_longest_name_wins():
    text = "In New York City today"
    assert [text[a:b] for (a, b), _ in NameBook([("New York", 1), ("New York City", 2)]).find(text)] == ["New York City"]


def test_a_name_does_not_reach_across_a_comma():
    assert list(NameBook([("Suva Fiji", 1)]).find("Suva, Fiji")) == []


def test_a_flat_text_is_as_long_as_the_text():
    text = "Łódź, İstanbul, ﬁne ß Ǆ — ĳ"
    assert len(list_words(text).flat) == len(text)

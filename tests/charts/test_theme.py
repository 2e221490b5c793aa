"""Text of the data made inert, classes of counts, and what all figures share."""

from __future__ import annotations

import pytest

from dashboard.charts.theme import DARK, LIGHT, class_names, classes, empty_figure, faded, plain, shades, wrap


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("a & b", 0, "a &amp; b"),
        ("<b>x</b>", 0, "&lt;b&gt;x&lt;/b&gt;"),
        ("two\nlines\t here", 0, "two lines here"),
        ("abcdef", 4, "abc…"),
        ("abc def", 5, "abc…"),
        ("<<<<<<", 3, "&lt;&lt;…"),
        ("جامعة", 0, "\u2068جامعة\u2069"),
    ],
)
def test_words_of_the_data_are_inert(text: str, limit: int, expected: str) -> None:
    assert plain(text, limit) == expected


def test_long_words_are_wrapped_and_cut() -> None:
    assert wrap("one two three", 7) == "one two<br>three"
    assert wrap("word " * 100, 10, 2) == "word word<br>word …"
    assert wrap("<i>", 10) == "&lt;i&gt;"
    assert wrap("Good health and well-being", 20) == "Good health and<br>well-being"


@pytest.mark.parametrize(
    ("counts", "most", "bounds", "names"),
    [
        ([], 6, [1], ["1"]),
        ([0, 0], 6, [1], ["1"]),
        ([1, 2, 3], 6, [1, 2, 3], ["1", "2", "3"]),
        ([23], 6, [1, 2, 3, 5, 8, 14], ["1", "2", "3–4", "5–7", "8–13", "14–23"]),
        ([7], 6, [1, 2, 3, 4, 5, 6], ["1", "2", "3", "4", "5", "6–7"]),
    ],
)
def test_classes_of_counts(counts: list[int], most: int, bounds: list[int], names: list[str]) -> None:
    assert classes(counts, most) == bounds
    assert class_names(bounds, max([1, *counts])) == names


def test_classes_of_the_strongest_begin_with_the_least_of_them() -> None:
    assert class_names(classes([75, 310], 4, least=75), 310) == ["75–99", "100–149", "150–199", "200–310"]


@pytest.mark.parametrize("top", [1, 2, 5, 9, 17, 60, 999, 12_345, 4_000_000])
def test_classes_cover_every_count_once(top: int) -> None:
    bounds = classes([top], 6)
    assert bounds[0] == 1
    assert bounds == sorted(set(bounds))
    assert len(bounds) <= 6
    assert bounds[-1] <= top


def test_shades_are_of_the_scale() -> None:
    assert shades(LIGHT, 7) == list(LIGHT.sequential)
    assert shades(LIGHT, 2) == [LIGHT.sequential[0], LIGHT.sequential[-1]]
    assert len(shades(LIGHT, 1)) == 1


def test_a_faded_colour_keeps_its_hue() -> None:
    assert faded("#102030", 0.5) == "rgba(16,32,48,0.5)"


def test_an_empty_figure_is_one_sentence() -> None:
    assert [note.text for note in empty_figure(DARK).layout.annotations] == ["Nothing to show under these filters."]

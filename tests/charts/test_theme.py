"""The looks, and text of the data made inert."""

from __future__ import annotations

import pytest

from dashboard.charts.theme import DARK, LIGHT, Look, class_names, classes, empty_figure, faded, plain, shades, wrap
from dashboard.model import EventKind


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    values = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_words_are_legible_on_paper(look: Look) -> None:
    assert contrast(look.ink, look.paper) >= 7
    assert contrast(look.quiet, look.paper) >= 4.5
    assert contrast(look.accent, look.paper) >= 3


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_the_scale_runs_from_near_paper_to_far_from_it(look: Look) -> None:
    steps = [contrast(colour, look.paper) for colour in look.sequential]
    assert steps == sorted(steps)


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_every_kind_has_one_of_at_most_eight_hues(look: Look) -> None:
    assert set(look.kind_colours) == set(EventKind)
    assert len(look.categorical) == 8
    assert set(look.kind_colours.values()) == set(look.categorical)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("a & b", 0, "a &amp; b"),
        ("<b>x</b>", 0, "&lt;b&gt;x&lt;/b&gt;"),
        ("two\nlines\t here", 0, "two lines here"),
        ("abcdef", 4, "abc…"),
        ("abc def", 5, "abc…"),
        ("<<<<<<", 3, "&lt;&lt;…"),
        ("جامعة", 0, "جامعة"),
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

"""The colours of looks, goals and page: contrast as WCAG 2.2 asks, and apart for every kind of colour vision."""

from __future__ import annotations

import csv
import tomllib
from itertools import combinations, pairwise, product
from typing import Any

import pytest

from dashboard import settings
from dashboard.charts.theme import DARK, LIGHT, Look, contrast, ink_on
from dashboard.model import EventKind

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
# Text, large text and marks; text for the strictest level.
TEXT, MARK, STRICT = 4.5, 3.0, 7.0
# Kinds of colour vision and the least distance (CIEDE2000) that hues keep in it: one from another, and from the accent.
VISIONS = {"": (18.0, 17.0), "protan": (12.5, 9.0), "deutan": (12.5, 9.0), "tritan": (11.0, 9.0)}


def goal_colours() -> list[str]:
    with (settings.ROOT / "data" / "reference" / "goals.csv").open(encoding="utf-8") as lines:
        return [row["colour"].lower() for row in csv.DictReader(lines)]


def page_colours(look: str) -> tuple[dict[str, Any], list[str]]:
    """The colours of the page and every ground that text stands on."""
    with (settings.ROOT / ".streamlit" / "config.toml").open("rb") as lines:
        theme = tomllib.load(lines)["theme"][look]
    grounds = [part[name] for part in (theme, theme["sidebar"]) for name in ("backgroundColor", "secondaryBackgroundColor")]
    return theme, grounds


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#767676", "#ffffff", 4.54), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


@LOOKS
def test_words_are_legible_on_paper_and_land(look: Look) -> None:
    assert contrast(look.ink, look.paper) >= STRICT
    for ground in (look.paper, look.land_outside, look.land_empty):
        assert contrast(look.quiet, ground) >= TEXT


@LOOKS
def test_marks_stand_out_from_paper(look: Look) -> None:
    assert {hue: contrast(hue, look.paper) for hue in look.categorical if contrast(hue, look.paper) < MARK} == {}
    assert contrast(look.neutral, look.paper) >= MARK
    assert contrast(look.accent, look.paper) >= MARK
    for step in look.sequential[3:]:
        assert contrast(step, look.paper) >= MARK


@LOOKS
def test_what_is_pale_by_nature_has_an_edge_that_stands_out(look: Look) -> None:
    for colour in (*goal_colours(), *look.sequential, *look.categorical):
        assert contrast(look.edge(colour), look.paper) >= MARK


@LOOKS
def test_the_scale_runs_evenly_from_near_paper_to_far_from_it(look: Look) -> None:
    steps = [contrast(colour, look.paper) for colour in look.sequential]
    assert all(1.25 <= far / near <= 1.6 for near, far in pairwise(steps))


@LOOKS
def test_numbers_are_legible_on_every_shade(look: Look) -> None:
    shades = [look.shade(share / 100) for share in range(101)]
    assert (shades[0], shades[50], shades[-1]) == (look.sequential[0], look.sequential[3], look.sequential[-1])
    assert [shade for shade in shades if contrast(ink_on(shade), shade) < TEXT] == []


@LOOKS
def test_every_kind_has_one_of_at_most_eight_hues(look: Look) -> None:
    assert set(look.kind_colours) == set(EventKind)
    assert len(look.categorical) == 8
    assert set(look.kind_colours.values()) == set(look.categorical)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize(("name", "least"), [("textColor", STRICT), ("grayTextColor", TEXT), ("linkColor", TEXT)])
def test_text_of_the_page_is_legible_on_every_ground(look: str, name: str, least: float) -> None:
    theme, grounds = page_colours(look)
    assert {ground: contrast(theme[name], ground) for ground in grounds if contrast(theme[name], ground) < least} == {}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", ["primaryColor", "borderColor"])
def test_controls_are_seen_on_every_ground(look: str, name: str) -> None:
    theme, grounds = page_colours(look)
    assert {ground: contrast(theme[name], ground) for ground in grounds if contrast(theme[name], ground) < MARK} == {}


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_page_and_charts_share_paper_and_inks(look: Look) -> None:
    theme, _grounds = page_colours(look.name)
    assert (theme["backgroundColor"], theme["textColor"], theme["grayTextColor"]) == (look.paper, look.ink, look.quiet)


@LOOKS
@pytest.mark.parametrize("vision", list(VISIONS))
def test_hues_stay_apart_for_every_kind_of_colour_vision(look: Look, vision: str) -> None:
    """Colours as Machado, Oliveira and Fernandes (2009) simulate that a whole class of cones is missing."""
    coloraide = pytest.importorskip("coloraide.everything", reason="coloraide is not installed: pip install '.[test]'")

    def seen(colour: str) -> Any:
        given = coloraide.ColorAll(colour)
        return given.filter(vision, 1, method="machado") if vision else given

    least, from_accent = VISIONS[vision]
    pairs = [(pair, least) for pair in combinations(look.categorical, 2)]
    pairs += [(pair, from_accent) for pair in product(look.categorical, [look.accent])]
    found = {pair: (round(seen(pair[0]).delta_e(seen(pair[1]), method="2000"), 1), bar) for pair, bar in pairs}
    assert {pair: distance for pair, (distance, bar) in found.items() if distance < bar} == {}


@LOOKS
@pytest.mark.parametrize("vision", list(VISIONS))
def test_counts_stay_apart_for_every_kind_of_colour_vision(look: Look, vision: str) -> None:
    """Neighbouring steps of the scale, and the three kinds of land beside the lowest of them."""
    coloraide = pytest.importorskip("coloraide.everything", reason="coloraide is not installed: pip install '.[test]'")
    shades = [coloraide.ColorAll(shade) for shade in (look.land_empty, look.land, *look.sequential)]
    seen = [shade.filter(vision, 1, method="machado") if vision else shade for shade in shades]
    assert min(one.delta_e(other, method="2000") for one, other in pairwise(seen)) >= 5

"""The drawing of the network: names that tell institutions apart and cover no other."""

from __future__ import annotations

import pandas as pd

from dashboard.charts.webs import _label


def nodes(*rows: tuple[str, str | None, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["name", "acronym", "x", "y"])


def test_two_institutions_of_one_acronym_are_named_in_full() -> None:
    rows = nodes(("University of Sao Paulo", "USP", 0, 0), ("University of Pacific", "USP", 1, 1), ("Tec", "TEC", 0, 1))
    assert _label(rows) == ["University of Sao Paulo", "University of Pacific", "TEC"]


def test_a_name_that_would_cover_another_is_left_out() -> None:
    rows = nodes(
        ("One University", None, 0.5, 0.5), ("Two University", None, 0.51, 0.5), ("Far", None, 0, 0), ("Top", None, 1, 1)
    )
    assert _label(rows) == ["One University", "", "Far", "Top"]


def test_a_single_place_and_long_names_are_drawn() -> None:
    labels = _label(nodes(("N" * 200, None, 1.0, 1.0)))
    assert len(labels) == 1
    assert len(labels[0]) < 40

"""Rows of a matrix in an order that sets circles side by side."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.measures.circles import list_in_circles
from dashboard.measures.partners import count_matrix
from dashboard.selection import Selection, select
from dashboard.tables import Tables

# Two circles of three, mixed up, with one weak link between them.
MIXED = np.array([
    [0, 0, 5, 0, 5, 0],
    [0, 0, 0, 5, 0, 5],
    [5, 0, 0, 0, 5, 1],
    [0, 5, 0, 0, 0, 5],
    [5, 0, 5, 0, 0, 0],
    [0, 5, 1, 5, 0, 0],
])  # fmt: skip


def test_circles_stand_side_by_side() -> None:
    order, sizes = list_in_circles(MIXED)
    assert sizes == [3, 3]
    assert {frozenset(order[:3].tolist()), frozenset(order[3:].tolist())} == {frozenset({0, 2, 4}), frozenset({1, 3, 5})}


def test_what_links_two_circles_stands_where_they_meet() -> None:
    order, _sizes = list_in_circles(MIXED)
    assert set(order[2:4].tolist()) == {2, 5}


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_rows_stay_as_they_are(size: int) -> None:
    order, sizes = list_in_circles(np.zeros((size, size), dtype=np.int64))
    assert order.tolist() == list(range(size))
    assert sum(sizes) == size


def test_the_matrix_orders_the_same_countries_in_three_ways(bundled: Tables) -> None:
    part = select(bundled, Selection())
    frames = {order: count_matrix(part, order) for order in ("structure", "number", "name")}
    assert len({frozenset(frame["country_a"]) for frame in frames.values()}) == 1
    names = list(dict.fromkeys(frames["name"]["name_a"]))
    assert names == sorted(names, key=str.casefold)
    assert sum(frames["structure"].attrs["groups"]) == frames["structure"]["country_a"].nunique()
    assert frames["name"].attrs["groups"] == []

"""Counts beside options: for every region, what the filter itself would leave."""

from __future__ import annotations

from dashboard.measures.options import count_values
from dashboard.selection import Selection, list_regions, select
from dashboard.tables import Tables


def test_a_region_counts_what_its_filter_leaves(bundled: Tables) -> None:
    for selection in (Selection(), Selection(goals=("4",)), Selection(countries=("KAZ",))):
        counts = count_values(select(bundled, selection), "regions")
        rows = set(select(bundled, selection).rows.tolist())
        for code in list_regions(bundled):
            left = rows & set(select(bundled, Selection(regions=(code,))).rows.tolist())
            assert counts.get(code, 0) == len(left)


def test_the_same_words_are_looked_for_once(bundled: Tables) -> None:
    one, other = (select(bundled, Selection(text="climate", goals=goals)) for goals in ((), ("13",)))
    assert set(other.rows.tolist()) < set(one.rows.tolist())

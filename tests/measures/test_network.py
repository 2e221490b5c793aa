"""The network of institutions: the same places whatever is selected, and a stated cut."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures import network
from dashboard.measures.network import link_network
from dashboard.model import Institution
from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, event, record, tables


def places(frame: pd.DataFrame) -> dict[str, tuple[float, float]]:
    ends = [frame[[f"institution_{end}", f"x_{end}", f"y_{end}"]].to_numpy() for end in ("a", "b")]
    return {row[0]: (row[1], row[2]) for rows in ends for row in rows}


def test_a_filter_moves_nobody(bundled: Tables) -> None:
    whole = places(link_network(select(bundled, Selection())))
    part = places(link_network(select(bundled, Selection(countries=("JPN",)))))
    shared = whole.keys() & part.keys()
    assert shared
    assert all(whole[each] == part[each] for each in shared)


def test_one_institution_stands_among_its_partners() -> None:
    other = Institution("Another University", kind="university", country="KAZ")
    small = tables(
        [record("a", [event("visit", "2023", [NU, NUT, SUSTECH])]), record("b", [event("visit", "2024", [SUSTECH, other])])]
    )
    frame = link_network(select(small, Selection(institutions=("nazarbayev-university",))))
    ends = {*frame["institution_a"], *frame["institution_b"]}
    assert len(ends) == 3
    assert "nazarbayev-university" in ends
    assert not any("another" in each for each in ends)


def test_one_institution_stands_in_the_middle_of_its_partners(bundled: Tables) -> None:
    frame = link_network(select(bundled, Selection(institutions=("nagaoka-university-of-technology",))))
    where = places(frame)
    assert frame.attrs["centre"] == "nagaoka-university-of-technology"
    assert where.pop("nagaoka-university-of-technology") == (0, 0)
    assert len({(round(x, 6), round(y, 6)) for x, y in where.values()}) == len(where), "no two share a place"
    assert all(abs(np.hypot(x, y) - 1) < 1e-9 or abs(np.hypot(x, y) - 0.72) < 1e-9 for x, y in where.values())


def test_a_community_is_named_after_its_busiest_institution(bundled: Tables) -> None:
    frame = link_network(select(bundled, Selection()))
    assert set(frame.attrs["leaders"]) == {*frame["community_a"], *frame["community_b"]}
    part = link_network(select(bundled, Selection(countries=("JPN",))))
    shared = frame.attrs["leaders"].keys() & part.attrs["leaders"].keys()
    assert shared
    assert all(frame.attrs["leaders"][each] == part.attrs["leaders"][each] for each in shared)


def test_links_left_out_are_counted(bundled: Tables) -> None:
    frame = link_network(select(bundled, Selection()))
    assert len(frame) <= network.MOST_LINKS
    assert len({*frame["institution_a"], *frame["institution_b"]}) <= network.MOST_NODES
    assert frame.attrs["links"] > 0


def test_places_keep_their_order_and_busy_ones_have_more_room() -> None:
    places, strength = np.array([0.0, 1.0, 2.0, 3.0]), np.array([1.0, 9.0, 9.0, 1.0])
    spread = network._give_room(places, strength)
    assert (np.diff(spread) > 0).all()
    assert spread[2] - spread[1] > spread[1] - spread[0]
    assert spread.min() >= 0
    assert spread.max() <= 1

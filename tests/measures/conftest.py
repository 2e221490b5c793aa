"""Four events that can be counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables


@pytest.fixture(scope="session")
def small() -> Tables:
    """An agreement of three bodies in Astana, one of two in Shenzhen, a designation of 2018, an undated meeting of nobody."""
    records = [
        record(
            "a",
            [
                event(
                    "agreement",
                    "2023-05-29",
                    [NU, SUSTECH, UNAI],
                    city="Astana",
                    country="KAZ",
                    sdgs_explicit=(4,),
                    sdgs_implied=(17,),
                ),
                event("designation", "2018-10", [NUT, UNAI], sdgs_explicit=(9,)),
            ],
        ),
        record("b", [event("agreement", "2024", [NU, SUSTECH], city="Shenzhen", country="CHN", sdgs_implied=(4,))]),
        record("c", [event("meeting")]),
    ]
    languages = {"a": "en", "b": "zh", "c": None}
    articles = [article(id=id, publisher=f"Publisher {id}", source_language=code) for id, code in languages.items()]
    built = tables(records, articles)
    # On the equator a quarter of the earth apart, so that the distance is known without a computer.
    places = {NU.key: (0.0, 0.0), SUSTECH.key: (0.0, 90.0)}
    institutions = built.institutions.copy()
    for key, (latitude, longitude) in places.items():
        institutions.loc[institutions["institution_id"] == key, ["latitude", "longitude"]] = latitude, longitude
    institutions.loc[institutions["institution_id"] == UNAI.key, ["latitude", "longitude"]] = float("nan")
    return replace(built, institutions=institutions)


@pytest.fixture(scope="session")
def all_of(small: Tables) -> Slice:
    """All four events."""
    return select(small, Selection())


@pytest.fixture(scope="session")
def none_of(small: Tables) -> Slice:
    """No event."""
    return select(small, Selection(text="xyzzyx"))

"""Frames that do not depend on what was read: countries, goals, designations; and the list of institutions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import pandas as pd

from dashboard import settings
from dashboard.knowledge.countries import read_countries
from dashboard.knowledge.files import read_rows
from dashboard.knowledge.goals import read_goals
from dashboard.tables import frame_of

INSTITUTION_COLUMNS = (
    "key", "name", "aliases", "acronym", "kind", "country", "city", "latitude", "longitude", "ror", "homepage", "parent",
)  # fmt: skip
_DESIGNATION_COLUMNS = ("programme", "position", "sdg", "institution_key", "start", "end", "source_url")


@cache
def read_listed() -> Mapping[str, Mapping[str, str]]:
    """The rows of the institutions list by key; cells are texts, empty where nothing is known."""
    rows = read_rows(settings.DATA / "institutions.csv", INSTITUTION_COLUMNS)
    return MappingProxyType({row["key"]: row for row in rows})


def read_seats() -> Mapping[tuple[str, str | None], tuple[float, float]]:
    """Latitude and longitude of the cities in which listed institutions have their seat, by city and country."""
    rows = (row for row in read_listed().values() if row["latitude"] and row["longitude"])
    return {(row["city"], row["country"] or None): (float(row["latitude"]), float(row["longitude"])) for row in rows}


def build_countries(articles: Mapping[str, int]) -> pd.DataFrame:
    """Every country and area, with the number of articles that cover it."""
    return frame_of(
        "countries",
        [
            (
                c.code, c.name, c.short_name, " | ".join(c.aliases) or None, c.region, c.subregion, c.ldc, c.lldc, c.sids,
                c.un_member, c.latitude, c.longitude, articles.get(c.code, 0),
            )
            for c in read_countries().values()
        ],
    )  # fmt: skip


def build_goals() -> pd.DataFrame:
    """The 17 goals."""
    return frame_of("goals", [(goal.number, goal.title, goal.colour, goal.uri) for goal in read_goals().values()])


def build_designations() -> pd.DataFrame:
    """Who holds which position for which goal, from when to when."""
    rows = read_rows(settings.DESIGNATIONS, _DESIGNATION_COLUMNS)
    return frame_of(
        "designations",
        [
            (
                row["programme"], row["position"], int(row["sdg"]) if row["sdg"] else None, row["institution_key"],
                row["start"] or None, row["end"] or None, row["source_url"] or None,
            )
            for row in sorted(rows, key=lambda row: [row[column] for column in _DESIGNATION_COLUMNS])
        ],
    )  # fmt: skip

"""Regions of the world (M49) and groups of countries, as codes that a filter can take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dashboard.tables import Tables
from dashboard.words import mark

# Groups that the United Nations lists by need, not by place; the columns of the countries table.
GROUPS: Mapping[str, str] = {
    "ldc": mark("Least developed countries"),
    "lldc": mark("Landlocked developing countries"),
    "sids": mark("Small island developing States"),
}


@lru_cache(maxsize=2)
def list_regions(tables: Tables) -> Mapping[str, tuple[str, frozenset[str]]]:
    """By code: the English name of each region, subregion and group, and the countries that belong to it."""
    countries = tables.countries
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for column in ("region", "subregion"):
        for name, codes in countries.groupby(column)["country"]:
            found.setdefault(region_code(str(name)), (str(name), frozenset(codes)))
    for group, name in GROUPS.items():
        found[group] = name, frozenset(countries.loc[countries[group], "country"])
    return found


def region_code(name: str) -> str:
    """The code that a filter takes for a region by its English name: ``eastern-asia``."""
    return name.lower().replace(" ", "-")

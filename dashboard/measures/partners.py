"""Partnerships counted: pairs of institutions, and of the countries of their seats, in events of kinds that make partners."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from geopy.distance import great_circle

from dashboard.measures.circles import list_in_circles
from dashboard.selection import Slice
from dashboard.selection.matrices import (
    count_columns,
    pairing_part,
    pairs,
    partner_countries,
    partner_institutions,
    seated,
    sums,
)
from dashboard.selection.naming import country_names, list_countries
from dashboard.selection.subject import find_joined_country, find_joined_institution
from dashboard.tables import Tables
from dashboard.tables.incidence import Incidence

# As many rows and columns as a page takes with legible names.
MATRIX_SIZE = 20
# More arcs than this hide one another.
MOST_ARCS = 80


def link_countries(part: Slice, limit: int | None = None) -> pd.DataFrame:
    """Pairs of countries whose institutions partner, with both names and positions; most events first, key ``AAA|BBB``.

    ``attrs["others"]`` counts pairs beyond the ``limit``.
    """
    tables = part.tables
    found = pairs(partner_countries(part))
    first, second, weight = (column[:limit] for column in found)
    known = list_countries(tables)
    frame = pd.DataFrame({"events": weight})
    for end, numbers in (("a", first), ("b", second)):
        for column in ("country", "short_name", "region", "latitude", "longitude", "articles"):
            frame[f"{column}_{end}"] = known[column].to_numpy()[numbers]
    frame.insert(0, "key", frame["country_a"].astype(str) + "|" + frame["country_b"].astype(str))
    frame.attrs = {"others": len(found[0]) - len(frame)}
    return frame


def link_arcs(part: Slice) -> pd.DataFrame:
    """The strongest pairs of countries that can be drawn as arcs; ``attrs["others"]`` counts pairs left out."""
    return link_countries(part, MOST_ARCS)


def count_matrix(part: Slice, order: str = "structure") -> pd.DataFrame:
    """Pairs among the countries with most partnerships, in both orders and with 0 for none, so that each has a whole row.

    Countries come by ``structure`` (those that partner with the same ones side by side), by ``number`` of their partnerships
    or by ``name``. ``attrs["others"]`` counts countries left out, ``attrs["groups"]`` the countries of each circle in order.
    """
    half = partner_countries(part).toarray().astype(np.int64)
    shared = half + half.T
    strength = shared.sum(axis=0)
    top = np.argsort(-strength, kind="stable")[:MATRIX_SIZE]
    top = top[strength[top] > 0]
    known = list_countries(part.tables)
    names, codes = known["short_name"].to_numpy(dtype=object), known["country"].to_numpy(dtype=object)
    groups: list[int] = []
    if order == "name":
        top = top[np.argsort([str(names[each]).casefold() for each in top], kind="stable")]
    elif order == "structure":
        places, groups = list_in_circles(shared[np.ix_(top, top)])
        top = top[places]
    rows, columns = np.nonzero(~np.eye(len(top), dtype=bool))
    ends = {"a": top[rows], "b": top[columns]}
    pairs_of = zip(codes[ends["a"]], codes[ends["b"]], strict=True)
    cells: dict[str, object] = {"key": ["|".join(sorted(pair)) for pair in pairs_of]}
    cells["events"] = shared[ends["a"], ends["b"]]
    for end, numbers in ends.items():
        cells |= {f"country_{end}": codes[numbers], f"name_{end}": names[numbers]}
        cells[f"articles_{end}"] = known["articles"].to_numpy()[numbers]
    frame = pd.DataFrame(cells)
    frame.attrs = {"others": int((strength > 0).sum()) - len(top), "groups": groups}
    return frame


def _distance(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Great-circle distance in km between two points (latitude, longitude) on a sphere; NaN where one is not known."""
    if any(math.isnan(value) for value in (*here, *there)):
        return math.nan
    return round(float(great_circle(here, there).km))


def _distances(part: Slice, centre: int, others: npt.NDArray[np.int64]) -> list[float]:
    north, east = (part.tables.institutions[name].to_numpy(dtype=float) for name in ("latitude", "longitude"))
    return [_distance((north[centre], east[centre]), (north[other], east[other])) for other in others]


def _together(part: Slice, incidence: Incidence, column: int) -> npt.NDArray[np.int64]:
    """In how many events of kinds that make partners each column stands with ``column``, itself left out."""
    if column < 0:
        return np.zeros(incidence.matrix.shape[1], dtype=np.int64)
    rows = pairing_part(part).rows
    counts = sums(incidence.matrix[rows[incidence.mask_of(np.array([column]))[rows]]]).astype(np.int64)
    counts[column] = 0
    return counts


@lru_cache(maxsize=2)
def _by_name(tables: Tables) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The place of each institution and of each country in the order of names; equal names have one place."""
    names = (tables.institutions["name"], tables.countries["short_name"])
    institutions, countries = (np.unique(each.to_numpy(dtype=str), return_inverse=True)[1] for each in names)
    return institutions, countries


def _ranked(counts: npt.NDArray[np.int64], by_name: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The places of counts above 0, most first, equals by name."""
    found = np.flatnonzero(counts)
    return found[np.lexsort((by_name[found], -counts[found]))]


def _describe_institutions(tables: Tables, rows: npt.NDArray[np.int64]) -> dict[str, Any]:
    """The columns that tell of institutions."""
    columns = ("institution_id", "name", "acronym", "kind", "country")
    told: dict[str, Any] = {column: tables.institutions[column].array.take(rows) for column in columns}
    names = country_names(tables)
    return told | {"country_name": pd.array([names.get(code, "") for code in told["country"].tolist()], dtype="str")}


def rank_partners(part: Slice, limit: int = 25) -> pd.DataFrame:
    """The partners of one institution: the first that is selected, else the one with most partners.

    Columns ``of`` and ``of_name`` say which; ``distance_km`` is between their cities; ``attrs["others"]`` counts the rest.
    """
    tables, centre = part.tables, find_joined_institution(part)
    counts = _together(part, tables.incidence("institution"), centre)
    order = _ranked(counts, _by_name(tables)[0])
    kept = order[:limit]
    told = _describe_institutions(tables, kept)
    of, of_name = (tables.institutions[name].array.take(np.full(len(kept), centre)) for name in ("institution_id", "name"))
    keys = [f"{one}|{other}" for one, other in zip(of.tolist(), told["institution_id"].tolist(), strict=True)]
    distances = np.array(_distances(part, centre, kept), dtype=float)
    columns = {"key": pd.array(keys, dtype="str"), **told, "events": counts[kept], "distance_km": distances}
    frame = pd.DataFrame(columns | {"of": of, "of_name": of_name})
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame


def rank_partner_countries(part: Slice, limit: int = 25) -> pd.DataFrame:
    """Countries whose institutions partner with those of one: the first that is selected, else the one with most partners.

    Columns ``of`` and ``of_name`` say which; ``articles`` counts the articles read that cover the partner.
    """
    tables, centre = part.tables, find_joined_country(part)
    counts = _together(part, seated(tables), centre)
    order = _ranked(counts, _by_name(tables)[1])
    kept, known = order[:limit], list_countries(tables)
    columns = ("country", "name", "short_name", "region", "articles")
    told: dict[str, Any] = {column: known[column].array.take(kept) for column in columns}
    of, of_name = (known[name].array.take(np.full(len(kept), centre)) for name in ("country", "short_name"))
    keys = [f"{one}|{other}" for one, other in zip(of.tolist(), told["country"].tolist(), strict=True)]
    frame = pd.DataFrame({"key": pd.array(keys, dtype="str"), **told, "events": counts[kept], "of": of, "of_name": of_name})
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame


def rank_institutions(part: Slice, limit: int = 20) -> pd.DataFrame:
    """The institutions that take part in most events of any kind; ``partners`` counts the institutions they partner with."""
    tables = part.tables
    counts = count_columns(tables.institution_matrix, part)
    order = _ranked(counts, _by_name(tables)[0])
    kept = order[:limit]
    partners = np.bincount(np.concatenate(partner_institutions(part).coords), minlength=len(counts))[kept]
    columns = _describe_institutions(tables, kept) | {"events": counts[kept], "partners": partners}
    selected = [code in part.selection.institutions for code in columns["institution_id"].tolist()]
    frame = pd.DataFrame(columns | {"selected": np.array(selected, dtype=bool)})
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame

"""Partnerships counted: pairs of institutions, and of the countries of their seats, in events of kinds that make partners."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from geopy.distance import great_circle
from scipy import sparse

from dashboard.measures.circles import list_in_circles
from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing_part, pairs, partner_countries, partner_institutions, seats
from dashboard.selection.naming import country_names, list_countries, list_country_names

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


def _distances(part: Slice, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> list[float]:
    points = part.tables.institutions[["latitude", "longitude"]].to_numpy(dtype=float)
    return [_distance((points[a, 0], points[a, 1]), (points[b, 0], points[b, 1])) for a, b in zip(first, second, strict=True)]


def _together(matrix: sparse.csr_array, column: int) -> npt.NDArray[np.int64]:
    """In how many events each column stands with ``column``, itself left out."""
    own = matrix[matrix[:, [column]].tocoo().coords[0]]
    counts = np.bincount(own.indices, minlength=own.shape[1]).astype(np.int64)
    counts[column] = 0
    return counts


def _best_connected(shared: sparse.coo_array) -> int | None:
    """The column that stands with most other columns; the first of equals, none where nothing is shared."""
    counts = np.bincount(np.concatenate(shared.coords), minlength=shared.shape[1])
    return int(counts.argmax()) if shared.nnz else None


def _first_known(codes: Sequence[str], index: pd.Index) -> int | None:
    """The place of the first of these codes that stands for one of the index (``unknown`` does not), none where none does."""
    places = index.get_indexer(pd.Index(codes, dtype=object))
    return next((int(place) for place in places if place >= 0), None)


def _ranked(counts: npt.NDArray[np.int64], names: pd.Series) -> npt.NDArray[np.int64]:
    """The places of counts above 0, most first, equals by name."""
    found = np.flatnonzero(counts)
    return found[np.lexsort((names.to_numpy(dtype=str)[found], -counts[found]))]


def rank_partners(part: Slice, limit: int = 25) -> pd.DataFrame:
    """The partners of one institution: the first that is selected, else the one with most partners.

    Columns ``of`` and ``of_name`` say which; ``distance_km`` is between their cities; ``attrs["others"]`` counts the rest.
    """
    tables, joint = part.tables, pairing_part(part)
    links = chosen(tables.institution_matrix, joint)
    asked = _first_known(part.selection.institutions, tables.institution_index)
    centre = asked if asked is not None else _best_connected(partner_institutions(part))
    counts = _together(links, centre) if centre is not None else np.zeros(0, dtype=np.int64)
    order = _ranked(counts, tables.institutions["name"])
    rows = tables.institutions.iloc[order[:limit]]
    frame = rows[["institution_id", "name", "acronym", "kind", "country"]].reset_index(drop=True)
    frame["country_name"] = frame["country"].map(country_names(tables)).fillna("")
    frame["events"] = counts[order[:limit]]
    centres = np.full(len(frame), centre if centre is not None else 0)
    frame["distance_km"] = _distances(part, centres, order[:limit])
    frame["of"] = tables.institutions["institution_id"].to_numpy()[centres]
    frame["of_name"] = tables.institutions["name"].to_numpy()[centres]
    frame.insert(0, "key", frame["of"].astype(str) + "|" + frame["institution_id"].astype(str))
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame


def rank_partner_countries(part: Slice, limit: int = 25) -> pd.DataFrame:
    """Countries whose institutions partner with those of one: the first that is selected, else the one with most partners.

    Columns ``of`` and ``of_name`` say which; ``articles`` counts the articles read that cover the partner.
    """
    tables, joint = part.tables, pairing_part(part)
    links = chosen(seats(tables), joint)
    asked = _first_known(part.selection.countries, tables.country_index)
    centre = asked if asked is not None else _best_connected(partner_countries(part))
    counts = _together(links, centre) if centre is not None else np.zeros(0, dtype=np.int64)
    order = _ranked(counts, tables.countries["short_name"])
    frame = (
        list_countries(tables)
        .iloc[order[:limit]][["country", "name", "short_name", "region", "articles"]]
        .reset_index(drop=True)
    )
    frame["events"] = counts[order[:limit]]
    centres = np.full(len(frame), centre if centre is not None else 0)
    frame["of"] = tables.countries["country"].to_numpy()[centres]
    frame["of_name"] = list_country_names(tables).to_numpy()[centres]
    frame.insert(0, "key", frame["of"].astype(str) + "|" + frame["country"].astype(str))
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame


def rank_institutions(part: Slice, limit: int = 20) -> pd.DataFrame:
    """The institutions that take part in most events of any kind; ``partners`` counts the institutions they partner with."""
    tables = part.tables
    links = chosen(tables.institution_matrix, part)
    counts = np.bincount(links.indices, minlength=links.shape[1]).astype(np.int64)
    order = _ranked(counts, tables.institutions["name"])
    partners = np.bincount(np.concatenate(partner_institutions(part).coords), minlength=links.shape[1])[order[:limit]]
    frame = tables.institutions.iloc[order[:limit]][["institution_id", "name", "acronym", "kind", "country"]].reset_index(
        drop=True
    )
    frame["country_name"] = frame["country"].map(country_names(tables)).fillna("")
    frame["events"] = counts[order[:limit]]
    frame["partners"] = partners
    frame["selected"] = frame["institution_id"].isin(part.selection.institutions)
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame

"""Partnerships counted: pairs of institutions, and of the countries of their seats, in events of kinds that make partners."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
from geopy.distance import great_circle
from scipy import sparse

from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing_part, pairs, partner_countries, partner_institutions, seats
from dashboard.selection.naming import country_names, list_countries, list_country_names

# As many rows and columns as a page takes with legible names.
MATRIX_SIZE = 25
# More arcs than this hide one another.
MOST_ARCS = 80


def link_countries(part: Slice) -> pd.DataFrame:
    """Pairs of countries whose institutions partner, with both names and positions; most events first, key ``AAA|BBB``."""
    tables = part.tables
    first, second, weight = pairs(partner_countries(part))
    known = list_countries(tables)
    frame = pd.DataFrame({"events": weight})
    for end, numbers in (("a", first), ("b", second)):
        for column in ("country", "short_name", "region", "latitude", "longitude", "articles"):
            frame[f"{column}_{end}"] = known[column].to_numpy()[numbers]
    frame.insert(0, "key", frame["country_a"].astype(str) + "|" + frame["country_b"].astype(str))
    return frame


def link_arcs(part: Slice) -> pd.DataFrame:
    """The strongest pairs of countries that can be drawn as arcs; ``attrs["others"]`` counts pairs left out."""
    frame = link_countries(part)
    kept = frame.head(MOST_ARCS)
    kept.attrs = {"others": len(frame) - len(kept)}
    return kept


def count_matrix(part: Slice) -> pd.DataFrame:
    """Pairs among the countries with most partnerships, in both orders and with 0 for none, so that each has a whole row.

    Countries come in order of their partnerships; ``attrs["others"]`` counts countries left out.
    """
    links = link_countries(part)
    both = pd.concat(
        [
            links[["country_a", "country_b", "events"]],
            links.rename(columns={"country_a": "country_b", "country_b": "country_a"})[["country_a", "country_b", "events"]],
        ]
    )
    strength = both.groupby("country_a")["events"].sum().rename("total").reset_index()
    strength = strength.sort_values(["total", "country_a"], ascending=[False, True])
    top = strength["country_a"].head(MATRIX_SIZE).to_list()
    cells = pd.DataFrame([(a, b) for a in top for b in top if a != b], columns=["country_a", "country_b"])
    frame = cells.merge(both, on=["country_a", "country_b"], how="left")
    frame["events"] = frame["events"].fillna(0).astype("int64")
    known = list_countries(part.tables).set_index("country")
    for end in ("a", "b"):
        frame[f"name_{end}"] = frame[f"country_{end}"].map(known["short_name"])
        frame[f"articles_{end}"] = frame[f"country_{end}"].map(known["articles"])
    ordered = np.sort(frame[["country_a", "country_b"]].astype(str).to_numpy(), axis=1)
    frame["key"] = [f"{a}|{b}" for a, b in ordered]
    frame.attrs = {"others": len(strength) - len(top)}
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
    asked = part.selection.institutions
    index = tables.institution_index
    centre = index.get_indexer(pd.Index(asked[:1]))[0] if asked else _best_connected(partner_institutions(part))
    counts = _together(links, centre) if centre is not None and centre >= 0 else np.zeros(0, dtype=np.int64)
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
    asked = part.selection.countries
    index = tables.country_index
    centre = index.get_indexer(pd.Index(asked[:1]))[0] if asked else _best_connected(partner_countries(part))
    counts = _together(links, centre) if centre is not None and centre >= 0 else np.zeros(0, dtype=np.int64)
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
    joint = chosen(tables.institution_matrix, pairing_part(part))
    top = order[:limit]
    company = np.diff(sparse.csr_array(joint[:, top].T @ joint).indptr)
    partners = np.maximum(company - 1, 0)  # each also stands with itself
    frame = tables.institutions.iloc[order[:limit]][["institution_id", "name", "acronym", "kind", "country"]].reset_index(
        drop=True
    )
    frame["country_name"] = frame["country"].map(country_names(tables)).fillna("")
    frame["events"] = counts[order[:limit]]
    frame["partners"] = partners
    frame["selected"] = frame["institution_id"].isin(part.selection.institutions)
    frame.attrs = {"others": max(0, len(order) - limit)}
    return frame

"""Pairs of countries, subregions or regions whose institutions partner: what a chord diagram joins."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.selection import Slice, region_code
from dashboard.selection.matrices import chosen, once, pairing_part, partner_countries, seats, sums, together
from dashboard.selection.naming import list_country_names, region_name
from dashboard.tables import Tables

# As many can be told apart around a circle, and as many ribbons between them.
MOST_AREAS, MOST_RIBBONS = 15, 50
_Counts = npt.NDArray[np.int64]


def link_areas(part: Slice, level: str = "country") -> pd.DataFrame:
    """Pairs of the countries (or by ``level`` subregions or regions) with most partnerships, most events first.

    Key ``JPN|KAZ`` or ``eastern-asia|central-asia``; a region partners with itself (``asia|asia|asia``) where an event joins
    two of its countries. ``total_a`` and ``total_b`` count the events of each with institutions of another country.
    ``attrs`` counts the areas (``others``) and the pairs between those shown (``pairs``) that are left out.
    """
    shared, alone, totals = _share(part, level)
    strength = shared.sum(axis=0) + alone
    top = np.argsort(-strength, kind="stable")[:MOST_AREAS]
    top = top[strength[top] > 0]
    within = np.triu(shared[np.ix_(top, top)], k=1) + np.diag(alone[top])
    rows, columns = np.nonzero(within)
    order = np.argsort(-within[rows, columns], kind="stable")
    kept = order[:MOST_RIBBONS]
    frame = _describe(part.tables, level, top[rows[kept]], top[columns[kept]])
    frame["events"] = within[rows[kept], columns[kept]].astype(np.int64)
    frame["total_a"], frame["total_b"] = totals[top[rows[kept]]], totals[top[columns[kept]]]
    frame.attrs = {"others": int((strength > 0).sum()) - len(top), "pairs": len(order) - len(kept), "level": level}
    return frame


def list_area_rows(tables: Tables, code: str) -> npt.NDArray[np.bool_]:
    """Which events institutions seated in a country, subregion or region take part in."""
    return _seated(tables, code) > 0


def list_joined_rows(tables: Tables, code: str) -> npt.NDArray[np.bool_]:
    """Which events join institutions seated in two countries of a region, or any two countries where there is no code."""
    counts = _seated(tables, code) if code else np.diff(seats(tables).indptr)
    return np.asarray(counts > 1)


def _seated(tables: Tables, code: str) -> _Counts:
    """How many countries of an area institutions of each event are seated in."""
    number = tables.country_index.get_indexer(pd.Index([code]))[0]
    for level in ("region", "subregion"):
        codes = [region_code(name) for name in list_areas(tables, level)]
        if code in codes:
            return np.asarray(_belonging(tables, level)[:, [codes.index(code)]].toarray()).ravel()
    counts = np.zeros(len(tables.events), dtype=np.int64)
    if number >= 0:
        counts[seats(tables)[:, [number]].tocoo().coords[0]] = 1
    return counts


def list_areas(tables: Tables, level: str) -> tuple[str, ...]:
    """The English names of the regions or subregions, those of one region side by side."""
    rows = tables.countries[["region", "subregion"]].dropna().drop_duplicates().sort_values(["region", "subregion"])
    return tuple(dict.fromkeys(rows[level]))


@lru_cache(maxsize=4)
def _belonging(tables: Tables, level: str) -> sparse.csr_array:
    """Events × regions or subregions: how many of its countries institutions of the event are seated in."""
    names = list_areas(tables, level)
    columns = pd.Index(names).get_indexer(pd.Index(tables.countries[level]))
    known = np.flatnonzero(columns >= 0)
    entries = (np.ones(len(known), dtype=np.int32), (known, columns[known]))
    belongs = sparse.csr_array(entries, shape=(len(columns), len(names)))
    return sparse.csr_array(seats(tables) @ belongs)


def _share(part: Slice, level: str) -> tuple[_Counts, _Counts, _Counts]:
    """Events that each two areas share (both ways), that each shares with itself, and of each with another country."""
    joint = pairing_part(part)
    cross = chosen(seats(part.tables), joint)
    abroad = np.diff(cross.indptr) > 1
    if level == "country":
        shared = partner_countries(part).toarray().astype(np.int64)
        return shared + shared.T, np.zeros(len(shared), dtype=np.int64), sums(cross[abroad])
    counted = chosen(_belonging(part.tables, level), joint)[abroad]
    shared = together(once(counted)).toarray().astype(np.int64)
    twice = np.bincount(counted.indices[counted.data > 1], minlength=counted.shape[1])
    return shared + shared.T, twice, sums(once(counted))


def _describe(tables: Tables, level: str, first: _Counts, second: _Counts) -> pd.DataFrame:
    """Keys, codes and names of pairs of areas given by number, and the place of each area in the order of regions."""
    codes, places = _ordered(tables, level)
    named = list_country_names(tables) if level == "country" else [region_name(name) for name in list_areas(tables, level)]
    names = np.array(named, dtype=object)
    columns: dict[str, object] = {"key": [_key(codes[a], codes[b]) for a, b in zip(first, second, strict=True)]}
    for end, numbers in (("a", first), ("b", second)):
        columns |= {f"area_{end}": codes[numbers], f"name_{end}": names[numbers], f"place_{end}": places[numbers]}
    return pd.DataFrame(columns)


@lru_cache(maxsize=6)
def _ordered(tables: Tables, level: str) -> tuple[npt.NDArray[np.object_], _Counts]:
    """The codes of all areas, and the place of each in an order that keeps those of one region side by side."""
    if level != "country":
        areas = list_areas(tables, level)
        return np.array([region_code(name) for name in areas], dtype=object), np.arange(len(areas))
    order = tables.countries.reset_index(drop=True).sort_values(["region", "subregion", "country"]).index.to_numpy()
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return tables.country_index.to_numpy(dtype=object), places


def _key(first: str, second: str) -> str:
    return "|".join((first, second, second) if first == second else (first, second))

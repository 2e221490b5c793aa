"""Pairs that partner, institutions or countries: with how many events, first and last seen when, and how far apart."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from geopy.distance import great_circle
from scipy import sparse

from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing_part, partner_institutions, seated
from dashboard.selection.naming import country_names
from dashboard.tables import Tables

_Numbers = npt.NDArray[np.int64]
# Pairs of up to so many institutions are looked up in one array (128 MB at most); more are grouped.
_DENSE = 5_600
# Days later than any (no month has a day 99), of events without a date.
_UNDATED = 99_000_000


def rank_pairs(part: Slice, order: str = "strongest", limit: int = 15) -> pd.DataFrame:
    """Pairs of institutions by number of events (``strongest``), by their newest event (``newest``), by how long ago that is
    among pairs seen at two dates or more (``silent``), or by the distance in km between their cities (``farthest``).

    ``first_seen`` and ``last_seen`` are the begins of their first and last dated event, as precise as they are known.
    ``attrs["others"]`` counts pairs left out, ``attrs["newest"]`` is the day on which the newest event of all began.
    """
    tables = part.tables
    shared = partner_institutions(part)
    places = _ORDERS[order](part, shared, limit)
    first, second = (shared.coords[end][places].astype(np.int64) for end in (0, 1))
    ids = tables.institution_index.to_numpy()
    keys = [f"{a}|{b}" for a, b in zip(ids[first], ids[second], strict=True)]
    columns: dict[str, object] = {
        "key": keys,
        "events": shared.data[places].astype(np.int64),
    }
    names = country_names(tables)
    for end, numbers in (("a", first), ("b", second)):
        rows = tables.institutions.iloc[numbers]
        columns[f"institution_{end}"], columns[f"name_{end}"] = ids[numbers], rows["name"].to_numpy()
        columns[f"country_{end}"] = [names.get(code, "") for code in rows["country"]]
    seen = [rows[tables.days[rows, 1] > 0] for rows in list_pair_rows(part, keys)]
    for column, place in (("first_seen", 0), ("last_seen", -1)):
        columns[column] = _starts(tables, [int(rows[place]) if len(rows) else -1 for rows in seen])
    points = tables.institutions[["latitude", "longitude"]].to_numpy(dtype=float)
    columns["distance_km"] = [_distance(points[a], points[b]) for a, b in zip(first, second, strict=True)]
    frame = pd.DataFrame(columns)
    frame.attrs = {"others": shared.nnz - len(frame), "newest": _newest(tables), "order": order}
    return frame


def list_pair_rows(part: Slice, keys: Sequence[str], of: str = "institution") -> list[_Numbers]:
    """The row numbers of the events that join each pair, by begin, undated ones last."""
    tables = part.tables
    incidence = seated(tables) if of == "country" else tables.incidence("institution")
    ends = [key.split("|") for key in keys]
    member, there = (np.zeros(len(tables.events), dtype=bool) for _which in range(2))
    member[pairing_part(part).rows] = True
    rows = {code: incidence.rows_of(incidence.column_of(code)).astype(np.int64) for pair in ends for code in pair}
    found = {code: each[member[each]] for code, each in rows.items()}
    both = []
    for one, other in ends:  # marking is ten times faster than sorting, as set operations do
        first, second = found[one], found[other]
        there[first] = True
        both.append(second[there[second]])
        there[first] = False
    return [each[np.argsort(tables.days[each, 0], kind="stable")] for each in both]


def _starts(tables: Tables, rows: Sequence[int]) -> pd.Series:
    """The begins of events as they are known; nothing for row -1."""
    known = tables.events["start"].iloc[[row for row in rows if row >= 0]].to_list()
    return pd.Series([known.pop(0) if row >= 0 else None for row in rows], dtype="str")


@lru_cache(maxsize=2)
def _newest(tables: Tables) -> str:
    days = tables.events["first_day"].dropna()
    return str(days.max()) if len(days) else ""


def _distance(here: npt.NDArray[np.float64], there: npt.NDArray[np.float64]) -> float:
    """Great-circle distance in km between two points (latitude, longitude) on a sphere; NaN where one is not known."""
    if np.isnan(here).any() or np.isnan(there).any():
        return math.nan
    return round(float(great_circle(tuple(here), tuple(there)).km))


def _strongest(_part: Slice, shared: sparse.coo_array, limit: int) -> _Numbers:
    return _first(-shared.data.astype(np.int64), shared, limit)


def _newest_first(part: Slice, shared: sparse.coo_array, limit: int) -> _Numbers:
    _begins, days = _first_and_last_days(part, shared)
    dated = np.flatnonzero(days)
    return dated[_first(-days[dated], shared, limit, dated)]


def _silent(part: Slice, shared: sparse.coo_array, limit: int) -> _Numbers:
    begins, days = _first_and_last_days(part, shared)
    often = np.flatnonzero(days > begins)
    return often[_first(days[often], shared, limit, often)]


def _farthest(part: Slice, shared: sparse.coo_array, limit: int) -> _Numbers:
    """By the angle between both cities, whose cosine is the product of their unit vectors; the same city is no distance."""
    angles = np.radians(part.tables.institutions[["latitude", "longitude"]].to_numpy(dtype=float))
    north, east = angles[:, 0], angles[:, 1]
    points = np.column_stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])
    first, second = shared.coords
    cosines = np.einsum("ij,ij->i", points[first], points[second])
    known = np.flatnonzero(cosines < 1 - 1e-12)  # not so where one is unknown
    return known[_first(cosines[known], shared, limit, known)]


_ORDERS = {"strongest": _strongest, "newest": _newest_first, "silent": _silent, "farthest": _farthest}


def _first(values: npt.NDArray[np.generic], shared: sparse.coo_array, limit: int, among: _Numbers | None = None) -> _Numbers:
    """The places of the ``limit`` smallest values in order; of equals the pair with more events comes first."""
    among = np.arange(shared.nnz) if among is None else among
    near = np.arange(len(values))
    if len(values) > limit:
        near = np.flatnonzero(values <= np.partition(values, limit - 1)[limit - 1])
    rows = among[near]
    order = np.lexsort((shared.coords[1][rows], shared.coords[0][rows], -shared.data[rows], values[near]))
    return near[order][:limit].astype(np.int64)


def _first_and_last_days(part: Slice, shared: sparse.coo_array) -> tuple[_Numbers, _Numbers]:
    """The days (such as 20230529) on which the first and the last dated event of each pair began, 0 where none is dated."""
    joint = pairing_part(part)
    matrix = chosen(part.tables.institution_matrix, joint)
    size = matrix.shape[1]
    codes, days = list_every_pair(matrix, joint.tables.days[joint.rows, 0])
    codes, days = codes[days < _UNDATED], days[days < _UNDATED]
    wanted = shared.coords[0].astype(np.int64) * size + shared.coords[1]
    if size > _DENSE:
        grouped = pd.Series(days).groupby(codes)
        first, last = (np.asarray(each.reindex(wanted, fill_value=0)) for each in (grouped.min(), grouped.max()))
        return first.astype(np.int64), last.astype(np.int64)
    held = np.zeros(size * size, dtype=np.int32)
    np.maximum.at(held, codes, days)
    last = held[wanted].astype(np.int64)
    held.fill(_UNDATED)
    np.minimum.at(held, codes, days)
    return np.where(last > 0, held[wanted], 0).astype(np.int64), last


def list_every_pair(matrix: sparse.csr_array, values: npt.NDArray[np.int32]) -> tuple[_Numbers, npt.NDArray[np.int32]]:
    """Each pair of columns of each row as one number (the first times the number of columns, and the second), beside the row's
    value; rows with equally many entries at one go.
    """
    counts, size = np.diff(matrix.indptr), matrix.shape[1]
    codes, each = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int32)]
    for count in np.unique(counts[counts > 1]):
        rows = np.flatnonzero(counts == count)
        members = matrix.indices[matrix.indptr[rows][:, None] + np.arange(count)].astype(np.int64)
        left, right = np.triu_indices(count, 1)
        one, other = members[:, left], members[:, right]
        codes.append((np.minimum(one, other) * size + np.maximum(one, other)).ravel())
        each.append(np.repeat(values[rows], len(left)))
    return np.concatenate(codes), np.concatenate(each)

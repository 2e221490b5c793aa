"""What measures count with: arrays and sparse matrices of all events, made once per Tables and cut to the rows of a Slice."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.model import KINDS_WITHOUT_PARTNERSHIP, EventKind
from dashboard.selection.answer import Slice
from dashboard.tables import Tables
from dashboard.tables.incidence import Incidence, is_presence, presence

KINDS = tuple(str(kind) for kind in EventKind)
GOALS = tuple(range(1, 18))

# The tables in use and those about to replace them: older ones must not be kept in memory.
_KEPT = 2
# The last cuts, by the matrix and the Slice that they are of: the charts of a page ask for the same.
_CUTS: OrderedDict[tuple[int, int], tuple[sparse.csr_array, Slice, sparse.csr_array]] = OrderedDict()
_MOST_CUTS = 6
# Codes up to this are numbered by a table of all of them, which takes 5 bytes each.
_DENSE = 32_000_000
# Up to this share of the events it is faster to cut rows out than to weigh all of them.
_FEW = 0.15


def chosen(matrix: sparse.csr_array, part: Slice) -> sparse.csr_array:
    """The rows of an event matrix that belong to the Slice; the matrix itself where that is all of them."""
    if part.whole:
        return matrix
    key = id(matrix), id(part)  # both are held beside the cut, so that their numbers stay theirs
    found = _CUTS.get(key)
    if found is None:
        cut = matrix[part.rows]
        found = _CUTS[key] = matrix, part, presence(cut) if is_presence(matrix) else cut
        while len(_CUTS) > _MOST_CUTS:
            with suppress(KeyError):  # another visitor may have taken the last
                _CUTS.popitem(last=False)
    return found[2]


def count_columns(matrix: sparse.csr_array, part: Slice) -> npt.NDArray[np.int64]:
    """In how many events of the Slice each column of an event matrix takes part."""
    if part.whole:
        return sums(matrix)
    if len(part.rows) < _FEW * matrix.shape[0]:
        return sums(chosen(matrix, part))
    return np.asarray(matrix.T @ _weights(part), dtype=np.int64)


@lru_cache(maxsize=4)
def _weights(part: Slice) -> npt.NDArray[np.int32]:
    """How often each event of the tables stands in the Slice."""
    return np.bincount(part.rows, minlength=len(part.tables.events)).astype(np.int32)


def picked(values: npt.NDArray[np.generic], part: Slice) -> npt.NDArray[np.generic]:
    """The values of an event array that belong to the Slice."""
    return values if part.whole else values[part.rows]


def sums(matrix: sparse.csr_array) -> npt.NDArray[np.int64]:
    """Column sums as a flat array: in how many of its events each column takes part."""
    if is_presence(matrix):
        return np.bincount(matrix.indices, minlength=matrix.shape[1])
    return np.bincount(matrix.indices, weights=matrix.data, minlength=matrix.shape[1]).astype(np.int64)


def once(matrix: sparse.csr_array) -> sparse.csr_array:
    """The matrix with every entry 1: an event counts once, however many ways lead to it."""
    product = sparse.csr_array(matrix)
    if not product.has_canonical_format:
        product.sum_duplicates()
    return presence(product)


@lru_cache(maxsize=_KEPT)
def years(tables: Tables) -> npt.NDArray[np.int32]:
    """The year each event began, 0 where it is not known."""
    starts = pd.to_numeric(tables.events["first_day"].str[:4], errors="coerce")
    return starts.fillna(0).to_numpy(dtype=np.int32)


@lru_cache(maxsize=_KEPT)
def kinds(tables: Tables) -> npt.NDArray[np.int32]:
    """The kind of each event as its number in ``KINDS``, -1 for another."""
    return pd.Index(KINDS).get_indexer(pd.Index(tables.events["kind"])).astype(np.int32)


@lru_cache(maxsize=_KEPT)
def pairing(tables: Tables) -> npt.NDArray[np.bool_]:
    """Whether each event is of a kind that makes partnerships: not a designation, an award or a publication."""
    return ~tables.events["kind"].isin([str(kind) for kind in KINDS_WITHOUT_PARTNERSHIP]).to_numpy(dtype=bool)


@lru_cache(maxsize=_KEPT)
def newest_order(tables: Tables) -> npt.NDArray[np.int32]:
    """The row numbers of all events in the order of begin, newest first, then of id; undated ones come last."""
    ordered = tables.events[["first_day", "event_id"]].sort_values(
        ["first_day", "event_id"], ascending=[False, True], na_position="last"
    )
    return ordered.index.to_numpy(dtype=np.int32)


@lru_cache(maxsize=_KEPT)
def newest_first(tables: Tables) -> npt.NDArray[np.int32]:
    """The place of each event in the order of begin, newest first, then of id; undated ones come last."""
    order = newest_order(tables)
    places = np.empty(len(order), dtype=np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


def list_newest(part: Slice) -> npt.NDArray[np.int64]:
    """The row numbers of the Slice, newest event first, undated ones last."""
    order = newest_order(part.tables)
    return order.astype(np.int64) if part.whole else order[_weights(part)[order] > 0].astype(np.int64)


def told(tables: Tables) -> sparse.csr_array:
    """Events × articles, 1 where the article tells of the event."""
    return tables.incidence("article").matrix


@lru_cache(maxsize=_KEPT)
def seats(tables: Tables) -> sparse.csr_array:
    """Events × countries, 1 where an institution seated in the country takes part."""
    columns = tables.country_index.get_indexer(pd.Index(tables.institutions["country"]))
    known = np.flatnonzero(columns >= 0)
    shape = (len(tables.institutions), len(tables.country_index))
    seat = sparse.csr_array((np.ones(len(known), dtype=np.int32), (known, columns[known])), shape=shape)
    return once(tables.institution_matrix @ seat)


@lru_cache(maxsize=_KEPT)
def seated(tables: Tables) -> Incidence:
    """The seats of the institutions of each event, by code of the country and by column."""
    return Incidence(tables.country_index, seats(tables))


@lru_cache(maxsize=_KEPT)
def stated(tables: Tables) -> sparse.csr_array:
    """Events × 17 goals, 1 where the text names the goal itself."""
    links = tables.event_goals[tables.event_goals["basis"] == "stated"]
    rows = tables.event_index.get_indexer(pd.Index(links["event_id"]))
    entries = (np.ones(len(links), dtype=np.int32), (rows, links["goal"].to_numpy() - 1))
    return once(sparse.csr_array(entries, shape=(len(tables.events), len(GOALS))))


def region_names(tables: Tables) -> tuple[str, ...]:
    """The regions that countries of the tables belong to, by letter."""
    return tuple(sorted(tables.countries["region"].dropna().unique()))


@lru_cache(maxsize=_KEPT)
def regions(tables: Tables) -> sparse.csr_array:
    """Events × regions (as ``region_names``), 1 where a country of the region takes part; the last column: no known country."""
    columns = pd.Index(region_names(tables)).get_indexer(pd.Index(tables.countries["region"]))
    known = np.flatnonzero(columns >= 0)
    shape = (len(tables.country_index), len(region_names(tables)))
    belongs = sparse.csr_array((np.ones(len(known), dtype=np.int32), (known, columns[known])), shape=shape)
    places = once(tables.country_matrix @ belongs)
    nowhere = (np.diff(places.indptr) == 0).astype(np.int32)[:, None]
    return sparse.csr_array(sparse.hstack([places, sparse.csr_array(nowhere)], format="csr"))


@lru_cache(maxsize=4)
def pairing_part(part: Slice) -> Slice:
    """The events of the Slice that can make partnerships."""
    rows = part.rows[pairing(part.tables)[part.rows]]
    return Slice(part.tables, rows, part.selection, part.repeated)


def together(matrix: sparse.csr_array) -> sparse.coo_array:
    """How many events each unordered pair of columns shares, pairs that share none left out."""
    return sparse.coo_array(sparse.triu(sparse.csr_array(matrix.T @ matrix), k=1, format="coo"))


@dataclass(frozen=True, eq=False)
class Pairings:
    """Which event joins which pair of columns: ``matrix`` is events × pairs, the n-th of columns ``first[n]``, ``second[n]``.

    Pairs come in order of their columns. A count of shared events is then a sum of columns, which takes a tenth of the time of
    the product of a matrix with itself.
    """

    first: npt.NDArray[np.int32]
    second: npt.NDArray[np.int32]
    size: int
    matrix: sparse.csr_array

    def count_shared(self, part: Slice) -> sparse.coo_array:
        """How many events of the Slice each pair shares, pairs that share none left out."""
        counts = count_columns(self.matrix, part)
        found = np.flatnonzero(counts)
        places = self.first[found], self.second[found]
        return sparse.coo_array((counts[found].astype(np.int32), places), shape=(self.size, self.size))


def pairings_of(matrix: sparse.csr_array, counted: npt.NDArray[np.bool_]) -> Pairings:
    """The pairs of columns in each row that is counted; columns of a row are in order."""
    counts, size = np.where(counted, np.diff(matrix.indptr), 0).astype(np.int64), matrix.shape[1]
    starts = np.concatenate([[0], np.cumsum(counts * (counts - 1) // 2)])
    codes = np.empty(starts[-1], dtype=np.int64)
    for count in np.unique(counts[counts > 1]):  # rows with equally many columns at one go
        rows = np.flatnonzero(counts == count)
        members = matrix.indices[matrix.indptr[rows][:, None] + np.arange(count)].astype(np.int64)
        left, right = np.triu_indices(count, 1)
        codes[starts[rows][:, None] + np.arange(len(left))] = members[:, left] * size + members[:, right]
    known, numbers = _number(codes, size * size)
    shape = (matrix.shape[0], len(known))
    pairs = presence(sparse.csr_array((numbers, numbers, starts.astype(np.int32)), shape=shape))
    return Pairings((known // size).astype(np.int32), (known % size).astype(np.int32), size, pairs)


def _number(codes: npt.NDArray[np.int64], limit: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
    """The different codes in order, and which of them each is."""
    if limit > _DENSE:
        known, numbers = np.unique(codes, return_inverse=True)
        return known, numbers.astype(np.int32)
    there = np.zeros(limit, dtype=bool)
    there[codes] = True
    return np.flatnonzero(there), (np.cumsum(there, dtype=np.int32) - 1)[codes]


@lru_cache(maxsize=_KEPT)
def _institutions_joined(tables: Tables) -> Pairings:
    return pairings_of(tables.institution_matrix, pairing(tables))


@lru_cache(maxsize=_KEPT)
def _countries_joined(tables: Tables) -> Pairings:
    return pairings_of(seats(tables), pairing(tables))


@lru_cache(maxsize=4)
def partner_institutions(part: Slice) -> sparse.coo_array:
    """How many events of a kind that makes partners each pair of institutions shares."""
    return _institutions_joined(part.tables).count_shared(part)


@lru_cache(maxsize=4)
def partner_countries(part: Slice) -> sparse.coo_array:
    """How many events of a kind that makes partners each pair of seats of institutions shares."""
    return _countries_joined(part.tables).count_shared(part)


def pairs(shared: sparse.coo_array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pairs of columns in order: first column, second column, number of events, most first."""
    order = np.lexsort((shared.coords[1], shared.coords[0], -shared.data))
    first, second, weight = (values[order].astype(np.int64) for values in (*shared.coords, shared.data))
    return first, second, weight

"""What measures count with: arrays and sparse matrices of all events, made once per Tables and cut to the rows of a Slice."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.model import KINDS_WITHOUT_PARTNERSHIP, EventKind
from dashboard.selection.answer import Slice
from dashboard.tables import Tables

KINDS = tuple(str(kind) for kind in EventKind)
GOALS = tuple(range(1, 18))

# The tables in use and those about to replace them: older ones must not be kept in memory.
_KEPT = 2


def chosen(matrix: sparse.csr_array, part: Slice) -> sparse.csr_array:
    """The rows of an event matrix that belong to the Slice; the matrix itself where that is all of them."""
    return matrix if part.whole else matrix[part.rows]


def picked(values: npt.NDArray[np.generic], part: Slice) -> npt.NDArray[np.generic]:
    """The values of an event array that belong to the Slice."""
    return values if part.whole else values[part.rows]


def sums(matrix: sparse.csr_array) -> npt.NDArray[np.int64]:
    """Column sums as a flat array: in how many of its events each column takes part."""
    return np.bincount(matrix.indices, weights=matrix.data, minlength=matrix.shape[1]).astype(np.int64)


def once(matrix: sparse.csr_array) -> sparse.csr_array:
    """The matrix with every entry 1: an event counts once, however many ways lead to it."""
    product = sparse.csr_array(matrix)
    product.sum_duplicates()
    product.data = np.ones(len(product.data), dtype=np.int32)
    return product


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
def newest_first(tables: Tables) -> npt.NDArray[np.int64]:
    """The place of each event in the order of begin, newest first, then of id; undated ones come last."""
    order = tables.events.sort_values(["first_day", "event_id"], ascending=[False, True], na_position="last").index.to_numpy()
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places


@lru_cache(maxsize=_KEPT)
def told(tables: Tables) -> sparse.csr_array:
    """Events × articles, 1 where the article tells of the event."""
    links = tables.event_articles
    rows = tables.event_index.get_indexer(pd.Index(links["event_id"]))
    columns = pd.Index(tables.articles["article_id"]).get_indexer(pd.Index(links["article_id"]))
    shape = (len(tables.events), len(tables.articles))
    return once(sparse.csr_array((np.ones(len(links), dtype=np.int32), (rows, columns)), shape=shape))


@lru_cache(maxsize=_KEPT)
def seats(tables: Tables) -> sparse.csr_array:
    """Events × countries, 1 where an institution seated in the country takes part."""
    columns = tables.country_index.get_indexer(pd.Index(tables.institutions["country"]))
    known = np.flatnonzero(columns >= 0)
    shape = (len(tables.institutions), len(tables.country_index))
    seat = sparse.csr_array((np.ones(len(known), dtype=np.int32), (known, columns[known])), shape=shape)
    return once(tables.institution_matrix @ seat)


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


def pairing_part(part: Slice) -> Slice:
    """The events of the Slice that can make partnerships."""
    rows = part.rows[pairing(part.tables)[part.rows]]
    return Slice(part.tables, rows, part.selection)


def together(matrix: sparse.csr_array) -> sparse.coo_array:
    """How many events each unordered pair of columns shares, pairs that share none left out."""
    return sparse.coo_array(sparse.triu(sparse.csr_array(matrix.T @ matrix), k=1, format="coo"))


def _partner_institutions(tables: Tables, rows: npt.NDArray[np.int64]) -> sparse.coo_array:
    return together(tables.institution_matrix[rows])


def _partner_countries(tables: Tables, rows: npt.NDArray[np.int64]) -> sparse.coo_array:
    return together(seats(tables)[rows])


@lru_cache(maxsize=2 * _KEPT)
def _of_all(tables: Tables, count: Callable[..., sparse.coo_array]) -> sparse.coo_array:
    """What all events share: half a second at a million of them, and several charts ask for it."""
    return count(tables, np.flatnonzero(pairing(tables)))


def partner_institutions(part: Slice) -> sparse.coo_array:
    """How many events of a kind that makes partners each pair of institutions shares."""
    count = _partner_institutions
    return _of_all(part.tables, count) if part.whole else count(part.tables, pairing_part(part).rows)


def partner_countries(part: Slice) -> sparse.coo_array:
    """How many events of a kind that makes partners each pair of seats of institutions shares."""
    count = _partner_countries
    return _of_all(part.tables, count) if part.whole else count(part.tables, pairing_part(part).rows)


def pairs(shared: sparse.coo_array) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pairs of columns in order: first column, second column, number of events, most first."""
    order = np.lexsort((shared.coords[1], shared.coords[0], -shared.data))
    first, second, weight = (values[order].astype(np.int64) for values in (*shared.coords, shared.data))
    return first, second, weight

"""Which event has which code, as a sparse matrix that can be read by row and by column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

Mask = npt.NDArray[np.bool_]
# Of more columns than this all rows are read at one go.
_MANY = 40


@dataclass(frozen=True, eq=False)
class Incidence:
    """Events × codes: ``matrix`` holds 1 where the event has the code; ``index`` names the codes by column."""

    index: pd.Index
    matrix: sparse.csr_array

    @cached_property
    def _columns(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """Where the rows of each column start, and the rows themselves."""
        columns = self.matrix.tocsc()
        return columns.indptr.astype(np.int32), columns.indices.astype(np.int32)

    def rows_of(self, column: int) -> npt.NDArray[np.int32]:
        """The rows of the events that have the code in a column, ascending; none for column -1."""
        starts, rows = self._columns
        return rows[starts[column] : starts[column + 1]] if column >= 0 else rows[:0]

    def mask_of(self, columns: npt.NDArray[np.integer]) -> Mask:
        """Which events have any of the codes in these columns."""
        if len(columns) > _MANY:
            wanted = np.zeros(self.matrix.shape[1], dtype=np.int32)
            wanted[columns] = 1
            return np.asarray(self.matrix @ wanted > 0)
        mask = np.zeros(self.matrix.shape[0], dtype=bool)
        starts, rows = self._columns
        for column in columns:
            mask[rows[starts[column] : starts[column + 1]]] = True
        return mask

    def mask_with(self, codes: Iterable[object]) -> Mask:
        """Which events have any of these codes; codes that no column has are passed over."""
        columns = np.array([self.column_of(code) for code in codes], dtype=np.int64)
        return self.mask_of(columns[columns >= 0])

    def column_of(self, code: object) -> int:
        """The column of a code, -1 where there is none."""
        return find_place(self.index, code)


def find_place(index: pd.Index, code: object) -> int:
    """Where a code stands among different ones, -1 where it does not (asked one by one far faster than as an ``Index``)."""
    try:
        found = index.get_loc(code)
    except KeyError:
        return -1
    return int(found) if isinstance(found, int | np.integer) else -1


def find_positions(codes: pd.Series, full: pd.Series | pd.Index) -> npt.NDArray[np.int64]:
    """Where each code stands in the full list, -1 where it is missing or not there (Arrow is far faster than an ``Index``)."""
    if not len(full):
        return np.full(len(codes), -1, dtype=np.int64)  # Arrow gives an empty list no type to compare with
    found = pc.index_in(pa.array(codes, from_pandas=True), value_set=pa.array(full, from_pandas=True), skip_nulls=True)
    return np.asarray(pc.fill_null(found, -1).to_numpy(zero_copy_only=False), dtype=np.int64)


def incidence_of(rows: npt.NDArray[np.int64], codes: pd.Series, index: pd.Index, events: int) -> Incidence:
    """The incidence of links from event rows to codes; links to what is not there are left out, repeated ones count once."""
    columns = find_positions(codes, index)
    known = (rows >= 0) & (columns >= 0)
    places = rows[known].astype(np.int32), columns[known].astype(np.int32)
    matrix = sparse.csr_array((np.ones(len(places[0]), dtype=np.int32), places), shape=(events, len(index)))
    matrix.sum_duplicates()
    return Incidence(index, presence(matrix))


_ONES = [np.ones(1 << 16, dtype=np.int32)]


def presence(matrix: sparse.csr_array) -> sparse.csr_array:
    """The matrix with every entry 1, its places in small numbers; such entries share their memory and cannot be written."""
    size = len(matrix.indices)
    if len(_ONES[0]) < size:
        _ONES[0] = np.ones(size, dtype=np.int32)
    ones = _ONES[0][:size]
    ones.flags.writeable = False
    arrays = (ones, matrix.indices.astype(np.int32, copy=False), matrix.indptr.astype(np.int32, copy=False))
    return sparse.csr_array(arrays, shape=matrix.shape)


def is_presence(matrix: sparse.csr_array) -> bool:
    """Whether a matrix is known to have no entry but 1."""
    return not matrix.data.flags.writeable

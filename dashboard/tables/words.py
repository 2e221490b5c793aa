"""Which texts have which words: an index in which a word is found by its beginning, and which can be read from disk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

# Stands for letters beyond the plain ones, which part words; no word can be it.
BEYOND = "~"
_LETTERS = np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789_", dtype=np.uint8)
# Every byte of a text as itself where it is part of a word, otherwise as a blank.
_PARTED = np.full(256, ord(" "), dtype=np.uint8)
_PARTED[_LETTERS] = _LETTERS

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Words:
    """Words in order, and the numbers of the texts that have word n: ``texts[starts[n] : starts[n + 1]]``.

    A word is a run of plain letters, digits and underscores, which is what a pattern's word boundaries part.
    """

    words: pa.Array
    starts: npt.NDArray[np.int64]
    texts: Numbers

    def find(self, word: str, whole: bool) -> Numbers:
        """The texts that have the word, or (not ``whole``) one that begins so; then a text may stand several times."""
        first, last = self._place(word), self._place(word + ("\0" if whole else "\x7f"))
        return self.texts[self.starts[first] : self.starts[last]]

    def _place(self, word: str) -> int:
        return bisect_left(range(len(self.words)), word, key=lambda place: str(self.words[place].as_py()))

    def as_table(self) -> pa.Table:
        """The index as a table of words with lists of texts."""
        lists = pa.LargeListArray.from_arrays(pa.array(self.starts), pa.array(self.texts))
        return pa.table({"word": self.words, "texts": lists})


def words_of_table(table: pa.Table) -> Words:
    """The index that ``as_table`` wrote."""
    # one chunk is left where it lies: to combine would be to copy
    words, lists = (column.chunk(0) if column.num_chunks == 1 else column.combine_chunks() for column in table.columns)
    return Words(words, lists.offsets.to_numpy(), lists.values.to_numpy())


def index_words(folded: Iterable[pa.Array]) -> Words:
    """The index of folded texts, which come in chunks."""
    known = {BEYOND: 0}
    sizes, found = [np.zeros(1, dtype=np.int64)], [np.zeros(0, dtype=np.int32)]
    for texts in folded:
        matrix = _read_words(texts, known)
        sizes.append(np.diff(matrix.indptr))
        found.append(matrix.indices.astype(np.int32))
    names = pa.array(known, type=pa.large_string())
    order = pc.sort_indices(names).to_numpy()
    rank = np.empty(len(known), dtype=np.int32)
    rank[order] = np.arange(len(known), dtype=np.int32)
    places, starts = rank[np.concatenate(found)], np.cumsum(np.concatenate(sizes))
    shape = (len(starts) - 1, len(known))
    columns = sparse.csr_array((np.ones(len(places), dtype=np.int8), places, starts), shape=shape).tocsc()
    return Words(names.take(pa.array(order)), columns.indptr.astype(np.int64), columns.indices.astype(np.int32))


def _read_words(texts: pa.Array, known: dict[str, int]) -> sparse.csr_array:
    """Texts × words, each word of a text once; words that are not yet ``known`` become so."""
    plain = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)
    parted = pa.Array.from_buffers(
        texts.type, len(texts), [None, texts.buffers()[1], pa.py_buffer(_PARTED[plain])], offset=texts.offset
    )
    lists = pc.ascii_split_whitespace(parted)
    words, owners = pc.list_flatten(lists).dictionary_encode(), pc.list_parent_indices(lists).to_numpy()
    there = words.indices.to_numpy()
    names = words.dictionary.to_pylist()
    # a text that begins or ends with a blank has an empty word there
    numbers = np.array([known.setdefault(name, len(known)) if name else -1 for name in names], dtype=np.int64)[there]
    beyond = np.flatnonzero(pc.invert(pc.string_is_ascii(texts)).to_numpy(zero_copy_only=False))
    rows = np.concatenate([owners[numbers >= 0], beyond])
    columns = np.concatenate([numbers[numbers >= 0], np.zeros(len(beyond), dtype=np.int64)])
    matrix = sparse.csr_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(len(texts), len(known)))
    matrix.sum_duplicates()
    return matrix

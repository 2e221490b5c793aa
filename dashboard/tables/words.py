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

from dashboard.tables.folding import letters_of, texts_of

# Stands for letters beyond the plain ones, which part words; no word can be it.
BEYOND = "~"
_LETTERS = b"abcdefghijklmnopqrstuvwxyz0123456789_"
# Every byte of a text as itself where it is part of a word, otherwise as a blank.
_PARTED = bytes(byte if byte in _LETTERS else ord(" ") for byte in range(256))

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]
# Numbers of words, how many texts each has, and the numbers of these texts, one word after the other.
_Chunk = tuple[Places, Places, Numbers]


@dataclass(frozen=True, eq=False)
class Words:
    """Words in order, and the numbers of the texts that have word n: ``texts[starts[n] : starts[n + 1]]``.

    A word is a run of plain letters, digits and underscores, which is what a pattern's word boundaries part.
    """

    words: pa.Array
    starts: Places
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
    known, first, chunks = {BEYOND: 0}, 0, []
    for texts in folded:
        chunks.append(_read_words(texts, known, first))
        first += len(texts)
    names = pa.array(known, type=pa.large_string())
    order = pc.sort_indices(names).to_numpy()
    sizes = np.zeros(len(known), dtype=np.int64)
    for words, counts, _texts in chunks:
        sizes[words] += counts
    starts = np.concatenate([[0], np.cumsum(sizes[order])])
    return Words(names.take(pa.array(order)), starts, _gather(chunks, order, starts))


def _gather(chunks: list[_Chunk], order: Places, starts: Places) -> Numbers:
    """The texts of all chunks, laid where those of their word begin or go on."""
    gathered = np.empty(starts[-1], dtype=np.int32)
    free = np.empty(len(order), dtype=np.int64)
    free[order] = starts[:-1]
    for words, counts, texts in chunks:
        gathered[np.repeat(free[words] - np.cumsum(counts) + counts, counts) + np.arange(len(texts))] = texts
        free[words] += counts
    return gathered


def _read_words(texts: pa.Array, known: dict[str, int], first: int) -> _Chunk:
    """The words of texts that are numbered from ``first`` on; words that are not yet ``known`` become so."""
    cut, owners = _cut(texts)
    distinct = cut.dictionary_encode()
    names = pc.ascii_rtrim_whitespace(distinct.dictionary).to_pylist()
    beyond = np.flatnonzero(pc.invert(pc.string_is_ascii(texts)).to_numpy(zero_copy_only=False))
    # the last place stands for letters beyond the plain ones
    numbers = [*(known.setdefault(name, len(known)) for name in names), known[BEYOND]]
    words, places = np.unique(numbers, return_inverse=True)
    rows = np.concatenate(
        [places[:-1].astype(np.int32)[distinct.indices.to_numpy()], np.full(len(beyond), places[-1], np.int32)]
    )
    columns = np.concatenate([owners, beyond.astype(np.int32)])
    # the texts of each word come in order here, so that nothing needs to be sorted to have each once
    matrix = sparse.coo_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(len(words), len(texts))).tocsr()
    return words, np.diff(matrix.indptr).astype(np.int64), (matrix.indices + first).astype(np.int32)


def _cut(texts: pa.Array) -> tuple[pa.Array, Numbers]:
    """Every word, with the blanks that follow it, and the place of its text."""
    letters, ends = letters_of(texts)
    parted = letters.tobytes().translate(_PARTED)
    within = np.frombuffer(parted, dtype=np.uint8) != ord(" ")
    begins = within.copy()
    np.greater(within[1:], within[:-1], out=begins[1:])
    edges = ends[ends < len(within)]
    begins[edges] = within[edges]  # words of two texts that touch are two
    starts = np.flatnonzero(begins)
    owners = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(np.searchsorted(starts, ends)))
    return texts_of(parted, np.append(starts, len(parted))), owners

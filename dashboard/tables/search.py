"""Words looked for in everything that is said of an event, each text kept once however many events it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.tables.folding import fold, fold_texts
from dashboard.tables.incidence import Incidence, Mask
from dashboard.tables.words import BEYOND, Words, index_words

# Texts are folded so many at a time, so that the steps in between take little memory.
_CHUNK = 5000
_BETWEEN = pa.scalar(" | ", pa.large_string())
# A phrase in double quotes, or a word.
_ASKED = re.compile(r'"([^"]*[^"\s][^"]*)"|([^\s"]+)')
_RUN = re.compile("[a-z0-9_]+")


@dataclass(frozen=True, eq=False)
class Shelf:
    """Texts, and the events each belongs to: text n to those of column n of ``owners``, without owners to event n.

    Text n is made of the n-th cells of all ``columns``. ``stored`` is the index of its words where that was made before.
    """

    columns: tuple[pd.Series, ...]
    owners: Incidence | None
    stored: Words | None = None

    @cached_property
    def words(self) -> Words:
        """The index of the words of the folded texts."""
        return self.stored or index_words(self._folded(np.arange(len(self.columns[0]))))

    def mask_with(self, wanted: str) -> Mask:
        """Which events have the folded word or phrase at the beginning of a word in a text of this shelf."""
        found = self._find(wanted)
        if self.owners:
            return self.owners.mask_of(found)
        mask = np.zeros(len(self.columns[0]), dtype=bool)
        mask[found] = True
        return mask

    def _find(self, wanted: str) -> npt.NDArray[np.integer]:
        """The numbers of the texts; those that the index alone cannot tell are read."""
        if _begins_word(wanted) and _RUN.fullmatch(wanted):
            return self.words.find(wanted, whole=False)
        pattern, found = _pattern(wanted), [np.zeros(0, dtype=np.int64)]
        likely = self._likely(wanted)
        for start, texts in zip(range(0, len(likely), _CHUNK), self._folded(likely), strict=True):
            matched = pc.match_substring_regex(texts, pattern).to_numpy(zero_copy_only=False)
            found.append(likely[start : start + _CHUNK][matched])
        return np.concatenate(found)

    def _likely(self, wanted: str) -> npt.NDArray[np.integer]:
        """The texts that have all words of a phrase, and letters beyond the plain ones where it has such."""
        likely = np.ones(len(self.columns[0]), dtype=bool)
        kept = [self.words.find(word, whole) for word, whole in _parts(wanted)]
        for texts in kept if wanted.isascii() else [*kept, self.words.find(BEYOND, whole=True)]:
            mask = np.zeros(len(likely), dtype=bool)
            mask[texts] = True
            likely &= mask
        return np.flatnonzero(likely)

    def _folded(self, numbers: npt.NDArray[np.integer]) -> Iterator[pa.Array]:
        """These texts folded, in chunks."""
        whole = len(numbers) == len(self.columns[0])
        for start in range(0, len(numbers), _CHUNK):
            rows = slice(start, start + _CHUNK) if whole else numbers[start : start + _CHUNK]
            parts = [_texts_of(column.iloc[rows]) for column in self.columns]
            yield fold_texts(pc.binary_join_element_wise(*parts, _BETWEEN, null_handling="skip"))


def _texts_of(column: pd.Series) -> pa.Array:
    texts = pa.array(column, type=pa.large_string(), from_pandas=True)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


def _parts(wanted: str) -> Iterator[tuple[str, bool]]:
    """The words that a text with the phrase must have, and whether as a whole or as the beginning of a word."""
    for run in _RUN.finditer(wanted):
        if run.start() or _begins_word(wanted):
            yield run.group(), run.end() < len(wanted)


@dataclass(frozen=True, eq=False)
class Library:
    """Every text in which a reader's words are looked for."""

    shelves: Mapping[str, Shelf]
    events: int

    def mask_with(self, words: str) -> Mask:
        """Which events have every word, or phrase in double quotes, in their texts; case, accents and endings do not matter."""
        mask = np.ones(self.events, dtype=bool)
        for phrase, word in dict.fromkeys(_ASKED.findall(fold(words))):
            wanted = " ".join((phrase or word).split())
            mask &= np.logical_or.reduce([shelf.mask_with(wanted) for shelf in self.shelves.values()])
        return mask


def _begins_word(wanted: str) -> bool:
    """Whether what is wanted must stand at the beginning of a word; in scripts without gaps between words it need not."""
    return wanted[0].isascii() and wanted[0].isalnum()


def _pattern(wanted: str) -> str:
    """The pattern of a word from its beginning on; in scripts without gaps between words, anywhere."""
    exact = re.escape(wanted)
    return rf"\b{exact}" if _begins_word(wanted) else exact

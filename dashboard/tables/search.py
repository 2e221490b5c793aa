"""Words looked for in everything that is said of an event, each text kept once however many events it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.tables.folding import fold, fold_texts
from dashboard.tables.incidence import Incidence, Mask

# Texts are folded so many at a time, so that the steps in between take little memory.
_CHUNK = 5000
_BETWEEN = pa.scalar(" | ", pa.large_string())
# A phrase in double quotes, or a word.
_ASKED = re.compile(r'"([^"]*[^"\s][^"]*)"|([^\s"]+)')


@dataclass(frozen=True, eq=False)
class Shelf:
    """Folded texts, and the events each belongs to: text n to those of column n of ``owners``, without owners to event n."""

    texts: pa.ChunkedArray
    owners: Incidence | None

    def mask_with(self, word: str) -> Mask:
        """Which events have the folded word at the beginning of a word in a text of this shelf."""
        found = pc.match_substring_regex(self.texts, _pattern(word)).to_numpy().astype(bool)
        return self.owners.mask_of(np.flatnonzero(found)) if self.owners else found


def shelf_of(columns: Iterable[pd.Series], owners: Incidence | None) -> Shelf:
    """The shelf of the columns' texts, those of one row joined."""
    parts = [_texts_of(column) for column in columns]
    chunks = [
        fold_texts(
            pc.binary_join_element_wise(*(part[start : start + _CHUNK] for part in parts), _BETWEEN, null_handling="skip")
        )
        for start in range(0, len(parts[0]), _CHUNK)
    ]
    return Shelf(pa.chunked_array(chunks, type=pa.large_string()), owners)


def _texts_of(column: pd.Series) -> pa.Array:
    texts = pa.array(column, type=pa.large_string(), from_pandas=True)
    return texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts


@dataclass(frozen=True, eq=False)
class Library:
    """Every text in which a reader's words are looked for."""

    shelves: tuple[Shelf, ...]
    events: int

    def mask_with(self, words: str) -> Mask:
        """Which events have every word, or phrase in double quotes, in their texts; case, accents and endings do not matter."""
        mask = np.ones(self.events, dtype=bool)
        for phrase, word in dict.fromkeys(_ASKED.findall(fold(words))):
            wanted = " ".join((phrase or word).split())
            mask &= np.logical_or.reduce([shelf.mask_with(wanted) for shelf in self.shelves])
        return mask


def _pattern(wanted: str) -> str:
    """The pattern of a word from its beginning on; in scripts without gaps between words, anywhere."""
    exact = re.escape(wanted)
    return rf"\b{exact}" if wanted[0].isascii() and wanted[0].isalnum() else exact

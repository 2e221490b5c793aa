"""Words looked for in everything that is said of an event, each text kept once however many events it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from dashboard.tables.folding import fold, fold_all
from dashboard.tables.incidence import Incidence, Mask

# A phrase in double quotes, or a word.
_ASKED = re.compile(r'"([^"]*[^"\s][^"]*)"|([^\s"]+)')


@dataclass(frozen=True, eq=False)
class Shelf:
    """Folded texts, and the events each belongs to: text n to those of column n of ``owners``, without owners to event n."""

    texts: pa.Array
    owners: Incidence | None

    def mask_with(self, pattern: str) -> Mask:
        """Which events have a match in a text of this shelf."""
        found = pc.match_substring_regex(self.texts, pattern).to_numpy(zero_copy_only=False).astype(bool)
        return self.owners.mask_of(np.flatnonzero(found)) if self.owners else found


def shelf_of(columns: Iterable[pd.Series], owners: Incidence | None) -> Shelf:
    """The shelf of the columns' texts, those of one row joined."""
    rows = zip(*(column.fillna("").tolist() for column in columns), strict=True)
    return Shelf(pa.array(fold_all(" | ".join(parts) for parts in rows), type=pa.string()), owners)


@dataclass(frozen=True, eq=False)
class Library:
    """Every text in which a reader's words are looked for."""

    shelves: tuple[Shelf, ...]
    events: int

    def mask_with(self, words: str) -> Mask:
        """Which events have every word, or phrase in double quotes, in their texts; case, accents and endings do not matter."""
        mask = np.ones(self.events, dtype=bool)
        for phrase, word in dict.fromkeys(_ASKED.findall(fold(words))):
            pattern = _pattern(phrase or word)
            mask &= np.logical_or.reduce([shelf.mask_with(pattern) for shelf in self.shelves])
        return mask


def _pattern(wanted: str) -> str:
    """The pattern of a word from its beginning on; in scripts without gaps between words, anywhere."""
    exact = re.escape(" ".join(wanted.split()))
    return rf"\b{exact}" if wanted[0].isascii() and wanted[0].isalnum() else exact

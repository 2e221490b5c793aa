"""Copies of a text told from texts of its own: the share of runs of four words that two have in common.

Wire stories and press releases are printed with a new headline, a place in front or the end cut off; so what counts is how much
of the shorter text stands in the longer one (containment; A. Broder, "On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

from dashboard.knowledge.folding import fold
from dashboard.model import Article

# Runs of so many words; a copy shares this part of the shorter text's runs; texts with fewer runs are not compared.
_RUN, _PART, _FEWEST = 4, 0.6, 12
_LONGEST = 3000
_SKETCH, _BEGINNING = 3, 700
_WORD = re.compile(r"\w+")


def is_copy(one: Article, other: Article) -> bool:
    """Whether one text is taken from the other, or both from a third."""
    left, right = _runs(one.text), _runs(other.text)
    fewer = min(len(left), len(right))
    return fewer >= _FEWEST and len(left & right) >= _PART * fewer


@lru_cache(maxsize=4000)
def _runs(text: str) -> frozenset[int]:
    words = _WORD.findall(fold(text[:_LONGEST]))
    return frozenset(map(hash, zip(*(words[place:] for place in range(_RUN)), strict=False)))


def hash_runs(words: Sequence[str]) -> list[int]:
    """A number for each run of words, the same in every process."""
    return [zlib.crc32(" ".join(words[place : place + _RUN]).encode()) for place in range(len(words) - _RUN + 1)]


def sketch_of(text: str) -> tuple[int, ...]:
    """The smallest numbers of the runs with which a text begins: copies share one of them (bottom-k sketch)."""
    runs = sorted(set(hash_runs(_WORD.findall(fold(text[:_BEGINNING])))))
    return tuple(runs[:_SKETCH]) if len(runs) >= _FEWEST else ()

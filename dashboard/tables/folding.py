"""Texts made alike for search: case, accents and typographic signs folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Letters that decomposition leaves as they are, and signs that are written in several ways.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "’": "'", "‘": "'", "ʻ": "'", "–": "-", "‑": "-",
}  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f]+")
_BATCH, _BETWEEN = 500, "\n"


def fold(text: str) -> str:
    """The text without case and accents, with plain apostrophes and dashes; its length may change, its white space does not."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    for letter, plain in _LETTERS.items():
        folded = folded.replace(letter, plain)
    return folded


def fold_all(texts: Iterable[str]) -> Iterator[str]:
    """Each text folded, hundreds at a time: a call for each would take most of the time."""
    single = [text.replace(_BETWEEN, " ") for text in texts]
    for start in range(0, len(single), _BATCH):
        yield from fold(_BETWEEN.join(single[start : start + _BATCH])).split(_BETWEEN)

"""Texts made alike for search: case, accents and typographic signs folded."""

from __future__ import annotations

import re
import unicodedata

import pyarrow as pa
import pyarrow.compute as pc

# Letters that decomposition leaves as they are, and signs that are written in several ways.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "’": "'", "‘": "'", "ʻ": "'", "–": "-", "‑": "-",
}  # fmt: skip
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """The text without case and accents, with plain apostrophes and dashes; its length may change, its white space does not."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    for letter, plain in _LETTERS.items():
        folded = folded.replace(letter, plain)
    return folded


def fold_texts(texts: pa.Array) -> pa.Array:
    """Each text folded, line ends as blanks; those in plain letters, which are most, without leaving Arrow."""
    lowered = pc.ascii_lower(pc.replace_substring(texts, "\n", " "))
    special = pc.invert(pc.string_is_ascii(texts))
    folded = pa.array([fold(text.replace("\n", " ")) for text in texts.filter(special).to_pylist()], type=texts.type)
    return pc.replace_with_mask(lowered, special, folded)

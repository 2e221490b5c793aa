"""Texts made alike for search: case, accents and typographic signs folded."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

# Letters that decomposition leaves as they are, and signs that are written in several ways.
_LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "’": "'", "‘": "'", "ʻ": "'", "–": "-", "‑": "-",
}  # fmt: skip
_PLAIN = 127  # the last of the plain letters
_MARKS = re.compile("[\u0300-\u036f]+")

Letters = npt.NDArray[np.uint8]
Bounds = npt.NDArray[np.int64]


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
    """Each text folded, line ends as blanks; only runs of letters beyond the plain ones leave Arrow, each of them once."""
    lowered = pc.ascii_lower(pc.replace_substring(texts, "\n", " "))
    letters, ends = letters_of(lowered)
    beyond = letters > _PLAIN
    if not beyond.any():
        return lowered
    changes = np.zeros(len(beyond) + 1, dtype=bool)
    np.not_equal(beyond[1:], beyond[:-1], out=changes[1:-1])
    changes[ends] = True
    bounds = np.flatnonzero(changes)
    runs, special = texts_of(letters, bounds), pa.array(beyond[bounds[:-1]])
    distinct = runs.filter(special).dictionary_encode()
    folded = pa.array([fold(run) for run in distinct.dictionary.to_pylist()], type=runs.type)
    letters, moved = letters_of(pc.replace_with_mask(runs, special, folded.take(distinct.indices)))
    return texts_of(letters, moved[np.searchsorted(bounds, ends)])


def letters_of(texts: pa.Array) -> tuple[Letters, Bounds]:
    """The bytes of texts, one text after the other, and where each text begins, with the end of the last."""
    ends = np.frombuffer(texts.buffers()[1] or bytes(8), dtype=np.int64)[texts.offset :][: len(texts) + 1]
    letters = np.frombuffer(texts.buffers()[2] or b"", dtype=np.uint8)[ends[0] : ends[-1]]
    return letters, ends - ends[0]


def texts_of(letters: Letters | bytes, bounds: Bounds) -> pa.Array:
    """The texts that bytes are, parted at these bounds."""
    return pa.Array.from_buffers(pa.large_string(), len(bounds) - 1, [None, pa.py_buffer(bounds), pa.py_buffer(letters)])

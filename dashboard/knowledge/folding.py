"""Words made alike for comparison: case, accents, apostrophes and dashes folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that decomposition leaves as they are, and signs that are written in several ways.
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


@lru_cache(maxsize=8192)
def _fold_letter(letter: str) -> str:
    lowered = letter.casefold()
    if lowered in _LETTERS:
        return _LETTERS[lowered]
    if "가" <= lowered <= "힣":
        return lowered  # a Korean syllable is one letter here, as a Chinese sign is
    if lowered.isdecimal():
        return str(unicodedata.decimal(lowered))
    parts = unicodedata.normalize("NFKD", lowered)
    return "".join(_LETTERS.get(part, part) for part in parts if not unicodedata.combining(part))


def fold(text: str) -> str:
    """The text without case and accents, with plain apostrophes, dashes and single spaces; its length may change."""
    if text.isascii() and text.isalpha():
        return text.lower()
    folded = text.casefold() if text.isascii() else "".join(map(_fold_letter, text))
    return " ".join(folded.split())


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=8192)
def _fold_in_place(letter: str) -> str:
    folded = _fold_letter(letter)
    # a combining sign of its own, or a ligature: any one character keeps the offsets right
    return folded[0] if folded else "\u0301"


def fold_in_place(text: str) -> str:
    """The text folded letter by letter, exactly as long as before, so that offsets found in it hold in ``text``."""
    if text.isascii():
        return text.lower()
    # letter by letter only beyond ASCII: eight times as fast on English
    return _BEYOND_ASCII.sub(lambda match: _fold_in_place(match[0]), text).lower()

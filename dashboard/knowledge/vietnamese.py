"""Names of institutions in Vietnamese, whose words are written syllable by syllable, with a capital on the first of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dashboard.knowledge.files import read_rows

_CAPITAL = r"[A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ][\w-]*"
_TONES = re.compile(r"[ăđơưạ-ỹĂĐƠƯẠ-Ỹ]")


def find_vietnamese(text: str) -> Iterator[tuple[int, int]]:
    """Where Vietnamese names of institutions stand; nothing is looked for in a text without the letters of the language."""
    if _TONES.search(text):
        yield from (match.span() for match in _read_pattern().finditer(text))


@cache
def _read_pattern() -> re.Pattern[str]:
    """A head word, then words of one to three syllables; words that tell what the body does end the name."""
    rows = read_rows("vietnamese_words.csv", ("word", "use"))
    heads, ends = ("|".join(row["word"] for row in rows if row["use"] == use) for use in ("head", "end"))
    small = rf"(?!(?:{ends})\b)[^\W\d_A-Z]\w*"
    words = rf"(?: (?:và (?!(?:{heads})\b)|- )?{_CAPITAL}(?: {small}){{0,2}}){{1,9}}"
    listed = rf"(?:, {_CAPITAL}(?: {small})? và {_CAPITAL}(?: {small})?)?"
    return re.compile(rf"(?<!\w)(?:{heads})(?: {small}){{0,2}}{words}{listed}")

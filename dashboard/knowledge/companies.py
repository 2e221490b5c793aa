"""Companies, told by the legal form that ends their names ("Ltd", "GmbH", "Sdn Bhd")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dashboard.knowledge.files import read_words
from dashboard.knowledge.naming import read_stops

_WORDS_BEFORE = re.compile(
    r"(?:(?<=[^\w’'&-])|\A)(?:(?:[A-ZÀ-Þ0-9][\w.’'&-]*|&|and|of|de|do) ){0,5}(?:[A-ZÀ-Þ0-9][\w.’'&-]*)\Z"
)
_JOINT = ("and", "of", "de", "do", "&")
_WINDOW = 90


@cache
def _read_forms() -> re.Pattern[str]:
    forms = sorted(read_words("company_forms.txt"), key=len, reverse=True)
    return re.compile(rf",? (?:{'|'.join(map(re.escape, forms))})(?![\w’'-]| \w+ed (?:to|by)\b)")


def find_companies(text: str) -> Iterator[tuple[int, int]]:
    """Where names that end in a legal form stand, the form included."""
    for form in _read_forms().finditer(text):
        start = _find_start(text, form.start())
        if start is not None:
            yield start, form.end()


def _find_start(text: str, end: int) -> int | None:
    """Where the capitals begin that lead up to a legal form; words that begin a sentence or a joint are left out."""
    window = max(0, end - _WINDOW)
    before = _WORDS_BEFORE.search(text, window, end)
    if before is None:
        return None
    start = before.start()
    words = before[0].split(" ")
    while words and (words[0] in _JOINT or words[0].lower() in read_stops() or words[0].endswith(("-based", "-owned"))):
        start += len(words.pop(0)) + 1
    return start if words else None

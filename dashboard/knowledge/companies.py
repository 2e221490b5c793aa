"""Companies, told by the legal form that ends their names ("Ltd", "GmbH", "Sdn Bhd")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.knowledge.files import read_words
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import read_stops
from dashboard.knowledge.phrases import list_words

_WORDS_BEFORE = re.compile(
    r"(?:(?<=[^\w’'&-])|\A)(?:(?:[A-ZÀ-Þ0-9][\w.’'&-]*|&|and|of|de|do) ){0,5}(?:[A-ZÀ-Þ0-9][\w.’'&-]*)\Z"
)
_JOINT = ("and", "of", "de", "do", "&")
_WINDOW = 90
_FIRST = re.compile(r"\w+")
_SHORT = 2


@cache
def _read_forms() -> Mapping[str, re.Pattern[str]]:
    """Legal forms behind a space, by their first word, folded; a comma stands before long ones only ("Salem, SE")."""
    forms: dict[str, list[str]] = {}
    for form in sorted(read_words("company_forms.txt"), key=len, reverse=True):
        comma = ",? " if len(form) > _SHORT else " "
        forms.setdefault(_FIRST.findall(fold_in_place(form))[0], []).append(comma + re.escape(form))
    return {word: re.compile(rf"(?:{'|'.join(listed)})(?![\w’'-]| \w+ed (?:to|by)\b)") for word, listed in forms.items()}


def find_companies(text: str) -> Iterator[tuple[int, int]]:
    """Where names that end in a legal form stand, the form included."""
    words, past = list_words(text), 0
    firsts = [(number, first) for first in _read_forms().keys() & words.places.keys() for number in words.places[first]]
    for number, first in sorted(firsts):
        begin = words.spans[number][0] - 1
        begin -= begin > 0 and text[begin - 1] == ","
        form = _read_forms()[first].match(text, max(begin, 0)) if begin > past else None
        start = _find_start(text, form.start()) if form else None
        if form and start is not None and start >= past:
            past = form.end()
            yield start, past


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

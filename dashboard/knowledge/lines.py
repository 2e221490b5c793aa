"""A text as words, with what the search for names asks of each: its folded form, its capital, and what stands before it."""

from __future__ import annotations

import re

from dashboard.knowledge.naming import find_head, read_stops
from dashboard.knowledge.phrases import list_words

# a line of this many characters was broken for want of room, not to begin something else
_WRAPPED = 60
_JOINED = re.compile(r"[ \t]{1,2}|[ \t]?\n[ \t]?|[-‑]|[’'ʻ‘]|[ \t]?[&.][ \t]?")
# what a full stop shortens within a name: "St. Petersburg", "Mt. Sinai"
_ABBREVIATED = frozenset({"st", "ste", "mt", "ft"})
_ARTICLES = frozenset({"al", "ar", "ash", "az"})
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-z]{2})")


class Line:
    """The words of a text by number."""

    def __init__(self, text: str) -> None:
        words = list_words(text)
        self.text, self.spans = text, words.spans
        self.places = words.places
        self.low = words.low
        self.stops = read_stops()

    def word(self, i: int) -> str:
        """Word ``i``, folded; empty beyond the last."""
        return self.low[i] if i < len(self.low) else ""

    def capital(self, i: int) -> bool:
        """Whether word ``i`` exists and begins with a capital."""
        return i < len(self.low) and self.text[self.spans[i][0]].isupper()

    def proper(self, i: int) -> bool:
        """Whether word ``i`` can be part of a name by itself."""
        if not self.capital(i) or self._glued(i):
            return False
        return self.low[i] not in self.stops or self._is_arabic(i)

    def _is_arabic(self, i: int) -> bool:
        """Whether word ``i`` is the article that begins an Arabic name ("Al-Azhar")."""
        return self.low[i] in _ARTICLES and self.capital(i + 1) and self.gap(i + 1) in ("-", "‑", "'", "’", " ")

    def _glued(self, i: int) -> bool:
        """Whether words run together in word ``i`` where a page lost a space ("WellingtonWhen")."""
        parts = _HUMP.split(self.text[slice(*self.spans[i])])
        return len(parts) > 1 and any(part.lower() in self.stops or find_head(part.lower()) for part in parts)

    def gap(self, i: int) -> str:
        """What stands before word ``i``, the first excepted."""
        return self.text[self.spans[i - 1][1] : self.spans[i][0]]

    def joined(self, i: int) -> bool:
        """Whether nothing but a space, hyphen, apostrophe or "&" stands before word ``i``."""
        return i < len(self.low) and bool(_JOINED.fullmatch(self.text, self.spans[i - 1][1], self.spans[i][0]))

    def broken(self, i: int) -> bool:
        """Whether a sentence or a short line ends before word ``i``; long lines may be broken anywhere."""
        gap, (first, start) = self.gap(i), self.spans[i - 1]
        if "\n" in gap:
            return start - self.text.rfind("\n", 0, start) < _WRAPPED
        return "." in gap and not (start - first == 1 or self.low[i - 1] in _ABBREVIATED)

"""Phrases found in running text through their first letters, so that time grows with the text and not with the list."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from dashboard.knowledge.folding import fold_in_place

Value = TypeVar("Value")
_KEY = 4
_WORD = re.compile(r"\w+")
_NO_WORD = re.compile(r"(\W+)")
# the gap of a phrase ("sign* .. memorandum"): at most four words, never across the end of a sentence
_GAP = r"(?:[^\w.;!?\n]{1,3}\w+){0,4}?[^\w.;!?\n]{1,3}"
_BETWEEN = r"[\s\-']{1,3}"


@dataclass(frozen=True, slots=True)
class Words:
    """A text without case and accents, letter for letter, with its words: folded, spans, numbers by word and first letters."""

    flat: str
    low: list[str]
    spans: tuple[tuple[int, int], ...]
    places: dict[str, list[int]]
    stems: dict[str, list[int]]


def _split(flat: str) -> tuple[list[str], tuple[tuple[int, int], ...]]:
    """The words of a text and where they stand, told by the lengths of words and of what is between them."""
    parts = _NO_WORD.split(flat)
    ends = list(itertools.accumulate(map(len, parts)))
    low, spans = parts[::2], list(zip([0, *ends[1::2]], ends[::2], strict=True))
    # a text that begins or ends with a sign has an empty part there
    first, last = int(not low[0]), len(low) - int(len(low) > 1 and not low[-1])
    return low[first:last], tuple(spans[first:last])


@lru_cache(maxsize=4)
def list_words(text: str) -> Words:
    """The words of ``text``; every offset in ``flat`` is an offset in ``text``."""
    flat = fold_in_place(text)
    low, spans = _split(flat)
    places: dict[str, list[int]] = {}
    for number, word in enumerate(low):
        if word in places:
            places[word].append(number)
        else:
            places[word] = [number]
    stems: dict[str, list[int]] = defaultdict(list)
    for word, numbers in places.items():
        stems[word[:_KEY]] += numbers
    return Words(flat, low, spans, places, stems)


def _pattern(phrase: str) -> str:
    """A phrase as a pattern: ``*`` ends a stem, ``..`` is a gap of up to four words."""
    parts: list[str] = []
    for word in phrase.split():
        if word == "..":
            parts.append(_GAP)
            continue
        if parts and parts[-1] != _GAP:
            parts.append(_BETWEEN)
        stem = re.escape(word.rstrip("*"))
        parts.append(stem + (r"\w*" if word.endswith("*") else r"(?!\w)"))
    return "".join(parts)


class _Shelf(Generic[Value]):
    """The phrases that begin alike, as one pattern with a group for each, the longest first."""

    def __init__(self, phrases: dict[str, list[Value]]) -> None:
        self._ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        self._values = [phrases[phrase] for phrase in self._ordered]

    @cached_property
    def _together(self) -> re.Pattern[str]:
        # made when first needed: most shelves are never opened, and compiling all of them takes a second
        return re.compile("|".join(f"({_pattern(phrase)})" for phrase in self._ordered))

    @cached_property
    def _seconds(self) -> tuple[frozenset[str], tuple[str, ...]] | None:
        """The words and the stems of which one must follow; ``None`` where a phrase has one word alone, or a gap behind it."""
        words: set[str] = set()
        stems: set[str] = set()
        for phrase in self._ordered:
            runs = list(_WORD.finditer(phrase))
            if len(runs) == 1 or ".." in phrase[runs[0].end() : runs[1].start()]:
                return None
            (stems if phrase.startswith("*", runs[1].end()) else words).add(runs[1][0])
        return frozenset(words), tuple(stems)

    def at(self, words: Words, number: int) -> tuple[int, list[Value]] | None:
        """The end and the values of the longest phrase at a place."""
        seconds = self._seconds
        if seconds is not None:
            following = words.low[number + 1] if number + 1 < len(words.low) else ""
            if following not in seconds[0] and not following.startswith(seconds[1]):
                return None
        match = self._together.match(words.flat, words.spans[number][0])
        return (match.end(), self._values[(match.lastindex or 1) - 1]) if match else None


class PhraseBook(Generic[Value]):
    """Phrases with what each of them means; one that begins with a stem is looked up by its first letters."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        words: dict[str, dict[str, list[Value]]] = {}
        stems: dict[str, dict[str, list[Value]]] = {}
        for phrase, value in phrases:
            plain = fold_in_place(phrase)
            first = _WORD.match(plain)
            if first is None:
                raise ValueError(f"the phrase {phrase!r} begins with no word")
            is_stem = plain[first.end() : first.end() + 1] == "*"
            if is_stem and len(first.group()) < _KEY:
                raise ValueError(f"the stem of {phrase!r} is too short to be found; spell its words out")
            shelf = stems.setdefault(first.group()[:_KEY], {}) if is_stem else words.setdefault(first.group(), {})
            shelf.setdefault(plain, []).append(value)
        self._words = {word: _Shelf(shelf) for word, shelf in words.items()}
        self._stems = {stem: _Shelf(shelf) for stem, shelf in stems.items()}

    def find(self, text: str) -> Iterator[tuple[tuple[int, int], Value]]:
        """Where phrases stand in ``text``, in order; of those that begin at one word, the longest."""
        words = list_words(text)
        found: dict[int, tuple[int, list[Value]]] = {}
        for shelves, places in ((self._words, words.places), (self._stems, words.stems)):
            for key in shelves.keys() & places.keys():
                find = shelves[key].at
                for number in places[key]:
                    hit = find(words, number)
                    if hit and (number not in found or hit[0] > found[number][0]):
                        found[number] = hit
        return (((words.spans[number][0], found[number][0]), value) for number in sorted(found) for value in found[number][1])


def tokens_of(name: str) -> str:
    """The words of a name without case, accents and signs, single spaces between: what names are looked up by."""
    if name.isascii() and name.isalpha():  # most cities: no need to look for words in a word
        return name.lower()
    return " ".join(_WORD.findall(fold_in_place(name)))


class NameBook(Generic[Value]):
    """Proper names with what each of them means; a look-up by dictionary, made for tens of thousands of names."""

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        self._values: dict[str, list[Value]] = {}
        lengths: dict[str, set[int]] = {}
        for name, value in names:
            key = tokens_of(name)
            if key:
                self._values.setdefault(key, []).append(value)
                lengths.setdefault(key.partition(" ")[0], set()).add(key.count(" ") + 1)
        self._lengths = {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()}

    def find(self, text: str, capital: bool = True) -> Iterator[tuple[tuple[int, int], list[Value]]]:
        """Where names stand in ``text`` (with a capital first letter), the longest first; no two overlap."""
        words, covered = list_words(text), 0
        firsts = [(number, key) for key in self._lengths.keys() & words.places.keys() for number in words.places[key]]
        for number, key in sorted(firsts):
            start = words.spans[number][0]
            if start >= covered and (text[start].isupper() or not capital):
                found = self._longest(words, number, self._lengths[key])
                if found:
                    covered = found[0][1]
                    yield found

    def _longest(self, words: Words, number: int, lengths: tuple[int, ...]) -> tuple[tuple[int, int], list[Value]] | None:
        """The longest name that begins with word ``number``."""
        for length in lengths:
            written = words.low[number : number + length]
            values = self._values.get(" ".join(written)) if len(written) == length else None
            run = words.spans[number : number + length]
            if values and _is_one_name(words.flat, run):
                return (run[0][0], run[-1][1]), values
        return None


def _is_one_name(flat: str, run: tuple[tuple[int, int], ...]) -> bool:
    """Whether the words follow one another as in a name: by a space, hyphen, apostrophe or full stop, but no comma or line."""
    return all(flat[end:start].strip(" -'.") == "" and start - end <= 2 for (_, end), (start, _) in itertools.pairwise(run))

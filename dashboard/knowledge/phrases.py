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
_GAP_WORDS = 4
_GAP = rf"(?:[^\w.;!?\n]{{1,3}}\w+){{0,{_GAP_WORDS}}}?[^\w.;!?\n]{{1,3}}"
_BETWEEN = r"[\s\-']{1,3}"
_BETWEEN_WORDS = re.compile(_BETWEEN)
_PLAIN = re.compile(r"\w+\*?(?: \w+\*?)*")


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


class _Phrase(Generic[Value]):
    """One phrase: the words that it is made of, or a pattern where it is more than words with single spaces between."""

    def __init__(self, phrase: str, values: list[Value]) -> None:
        self.values = values
        runs = list(_WORD.finditer(phrase))
        self.words = tuple((run[0], phrase[run.end() : run.end() + 1] == "*") for run in runs)
        self.is_plain = _PLAIN.fullmatch(phrase) is not None
        self.has_gap = len(runs) > 1 and ".." in phrase[runs[0].end() : runs[1].start()].split()
        self._phrase = phrase

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # made when first needed: compiling all of them takes a second
        return re.compile(_pattern(self._phrase))

    def end_at(self, words: Words, number: int) -> int | None:
        """Where the phrase ends that begins with word ``number``; ``None`` where it does not stand there."""
        if not self.is_plain:
            match = self._pattern.match(words.flat, words.spans[number][0])
            return match.end() if match else None
        past, low = 0, words.low
        for place, (word, is_stem) in enumerate(self.words, number):
            if place >= len(low) or not (low[place].startswith(word) if is_stem else low[place] == word):
                return None
            start, end = words.spans[place]
            if past and words.flat[past:start] != " " and not _BETWEEN_WORDS.fullmatch(words.flat, past, start):
                return None
            past = end
        return past


class _Shelf(Generic[Value]):
    """The phrases that begin alike, by the word that follows or stands soon after, so that few need to be tried."""

    def __init__(self, phrases: dict[str, list[Value]]) -> None:
        self._phrases = phrases

    @cached_property
    def _ordered(self) -> list[_Phrase[Value]]:
        """The phrases, the longest first."""
        ordered = sorted(self._phrases, key=lambda phrase: (-len(phrase), phrase))
        return [_Phrase(phrase, self._phrases[phrase]) for phrase in ordered]

    @cached_property
    def _always(self) -> list[int]:
        return [place for place, phrase in enumerate(self._ordered) if len(phrase.words) == 1]

    @cached_property
    def _next(self) -> _Seconds:
        return _Seconds(
            (place, one.words[1]) for place, one in enumerate(self._ordered) if len(one.words) > 1 and not one.has_gap
        )

    @cached_property
    def _soon(self) -> _Seconds:
        return _Seconds((place, one.words[1]) for place, one in enumerate(self._ordered) if one.has_gap)

    def at(self, words: Words, number: int) -> tuple[int, list[Value]] | None:
        """The end and the values of the longest phrase at a place."""
        places = self._always
        if self._next:
            places = places + self._next.list_for(words.low[number + 1 : number + 2])
        if self._soon:
            places = places + self._soon.list_for(words.low[number + 1 : number + 2 + _GAP_WORDS])
        if len(places) > 1:
            places = sorted(places)
        for place in places:
            end = self._ordered[place].end_at(words, number)
            if end is not None:
                return end, self._ordered[place].values
        return None


class _Seconds:
    """The places of phrases on their shelf by a further word or stem of theirs."""

    def __init__(self, phrases: Iterable[tuple[int, tuple[str, bool]]]) -> None:
        self._words: dict[str, list[int]] = {}
        self._stems: dict[str, list[int]] = {}
        for place, (word, is_stem) in phrases:
            (self._stems if is_stem else self._words).setdefault(word, []).append(place)
        self._beginnings = tuple(self._stems)

    def __len__(self) -> int:
        return len(self._words) + len(self._stems)

    def list_for(self, written: list[str]) -> list[int]:
        """The places of those one of whose words is among those written; some more than once."""
        found: list[int] = []
        for word in written:
            found += self._words.get(word, ())
            if self._beginnings and word.startswith(self._beginnings):
                found += [place for stem, places in self._stems.items() if word.startswith(stem) for place in places]
        return found


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

"""What stands around the institutions of an article: cue words, headings, enumerations and people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.naming import read_uses
from dashboard.knowledge.phrases import PhraseBook
from dashboard.model import Article, Mention, MentionKind
from dashboard.resolve.nearby import Places

# a sentence ends at a full stop that is no abbreviation's, or with its line
_SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)|(?<=[.!?])(?<!\bProf\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\b[A-Z]\.)[\"”»’)]?\s)"
)
_BEFORE, _AFTER, _WIDE = 90, 70, 300
_GAP = 70
_JOINER = re.compile(r"[,;/&|•·\n(]|[-–] |(?<!\w)(?:and|und|y|e|et|dan|serta|sowie|with|as well as|or)(?!\w)")
_PLAIN = frozenset({"serta", "sowie", "with", "or", "as", "well", "its", "both", "also", "from", "at", "in", "for"})
# how far above a name its heading may stand, and how short headings are
_LINES, _SHORT, _FAR = 12, 45, 1500
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _cue_book() -> PhraseBook[str]:
    rows = read_rows("participation_cues.csv", ("cue", "sense"))
    return PhraseBook((row["cue"], row["sense"]) for row in rows)


@cache
def _read_joints() -> frozenset[str]:
    """The small words that stand between the names of an enumeration."""
    return _PLAIN.union(*(read_uses(use) for use in ("and", "article", "of")))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells something of the names near it: where it stands and its sense."""

    start: int
    end: int
    sense: str


@lru_cache(maxsize=4)
def _find_cues(text: str) -> tuple[Cue, ...]:
    """The cues of a text: institutions and people of one article are looked at in turn."""
    return tuple(Cue(start, end, sense) for (start, end), sense in _cue_book().find(text))


@lru_cache(maxsize=4)
def _find_ends(text: str) -> tuple[int, ...]:
    """Where sentences end."""
    return tuple(match.end() for match in _SENTENCE_END.finditer(text))


@dataclass(frozen=True, slots=True)
class Chain:
    """Names that stand in one enumeration: from its first character to its last, and how many there are."""

    start: int
    end: int
    size: int


@dataclass(frozen=True)
class Surroundings:
    """An article's text with its institutions' mentions (``bodies``), laid out for looking around them."""

    article: Article
    bodies: Places
    mentions: Sequence[Mention]

    @cached_property
    def _cues(self) -> tuple[list[int], list[Cue]]:
        """Cues outside of names, in order, and where they begin."""
        cues = []
        for cue in _find_cues(self.article.text):
            number = bisect_right(self.bodies.starts, cue.start) - 1
            if number < 0 or self.bodies.mentions[number].end <= cue.start:
                cues.append(cue)
        return [cue.start for cue in cues], cues

    @cached_property
    def chains(self) -> Mapping[int, Chain]:
        """The enumeration that a mention belongs to, by where the mention begins; lone names have one of their own."""
        chains: dict[int, Chain] = {}
        run: list[Mention] = []
        for mention in self.bodies.mentions:
            if run and not self._follows(run[-1], mention):
                self._close(run, chains)
                run = []
            run.append(mention)
        self._close(run, chains)
        return chains

    def _close(self, run: Sequence[Mention], chains: dict[int, Chain]) -> None:
        if run:
            size = len({mention.value for mention in run})
            chain = Chain(run[0].start, run[-1].end, size)
            chains.update((mention.start, chain) for mention in run)

    def _follows(self, one: Mention, other: Mention) -> bool:
        """Whether between two names there are only joints, brackets, titles and other names."""
        gap = self.article.text[one.end : other.start]
        if len(gap) > _GAP or gap.count("\n") > 2 or not _JOINER.search(gap):
            return False
        joints = _read_joints()
        return all(word[0].isupper() or word in joints for word in _WORD.findall(gap))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """From where to where the sentence runs that holds a stretch, not further than some hundred characters either side."""
        ends = _find_ends(self.article.text)
        number = bisect_right(ends, start)
        low = ends[number - 1] if number else 0
        number = bisect_left(ends, end)
        high = ends[number] if number < len(ends) else len(self.article.text)
        return max(low, start - _WIDE), min(high, end + _WIDE)

    def cues_between(self, low: int, high: int) -> list[Cue]:
        """The cues that stand wholly within a stretch."""
        starts, cues = self._cues
        return [cue for cue in cues[bisect_left(starts, low) : bisect_left(starts, high)] if cue.end <= high]

    def cues_above(self, place: int) -> Iterator[Cue]:
        """The cues of the heading that a list stands under: of the nearest short line above that has any."""
        text, far = self.article.text, max(0, place - _FAR)
        line_end = text.rfind("\n", far, place)
        for _ in range(_LINES):
            if line_end <= far:
                return
            line_start = text.rfind("\n", far, line_end) + 1
            if 0 < line_end - line_start < _SHORT and text[line_end - 1] != ".":
                found = self.cues_between(line_start, line_end)
                if found or text[line_end - 1] == ":":
                    yield from found
                    return
            line_end = line_start - 1

    @cached_property
    def _near(self) -> dict[tuple[int, int], list[tuple[Cue, str, int]]]:
        """The cues around the stretches asked for: names that stand alone, and their enumerations, are asked for again."""
        return {}

    def cues_around(self, start: int, end: int) -> Sequence[tuple[Cue, str, int]]:
        """The cues near a stretch in its sentence: each with its side (``before``, ``after``) and distance in characters."""
        near = self._near.get((start, end))
        if near is None:
            low, high = self.sentence(start, end)
            near = [(cue, "before", start - cue.end) for cue in self.cues_between(max(low, start - _BEFORE), start)]
            near += [(cue, "after", cue.start - end) for cue in self.cues_between(end, min(high, end + _AFTER))]
            self._near[start, end] = near
        return near

    @cached_property
    def people(self) -> Places:
        """Names of people."""
        return Places(mention for mention in self.mentions if mention.kind == MentionKind.PERSON)

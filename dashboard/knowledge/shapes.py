"""How names of institutions are built: head words of several languages, and the words that may stand before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.knowledge.files import read_rows, read_words
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.phrases import list_words

_LONGEST = 16
# a line of this many characters was broken for want of room, not to begin something else
_WRAPPED = 60
_OF = frozenset("of for de da do das dos del di d der fur des du pour para".split())
_ARTICLES = frozenset("the la las los el le les l il lo die das den dem o a os as".split())
_AND = frozenset("and y e und et dan & i".split())
# "University of Economics in Katowice", "Embassy of Norway in Ethiopia"
_AT = frozenset("at in to en em".split())
_GENERIC = frozenset(
    "national international regional central state public private new local federal main joint european nacional nasional own "
    "internacional internasional general special annual student first global world sdg sdgs hub hubs sustainable development goals".split()
)
_GERMAN_ADJECTIVES = frozenset(
    "technische technischen freie freien katholische katholischen padagogische padagogischen evangelische universitat".split()
)
_SUFFIXES = ("universitat", "hochschule", "ministerium", "universiteit", "stiftung", "zentrum")
_GOVERNMENT = frozenset(
    "conservation foreign trade labour labor justice defense defence interior state commerce homeland transport immigration "
    "internal affairs corrections".split()
)
_APOSTROPHES = ("'", "’", "ʻ", "‘")
_ON = frozenset("commission council committee institute centre center".split())
_EMBASSIES = frozenset("embassy consulate mission".split())
# words run together where a page lost a space ("WellingtonWhen")
_GLUED = re.compile(r"[a-zà-ÿ]{3}[A-Z][a-z]{2}")
_SPLIT = re.compile(r"\W+")
_JOINED = re.compile(r"[ \t]{1,2}|[ \t]?\n[ \t]?|[-‑]|[’']|[ \t]?[&.][ \t]?")


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word that names of institutions are built around, what kind of body it tells of, and where it stands in a name."""

    kind: str
    order: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that is built like the name of an institution; ``kind`` is ``part`` for a faculty or office."""

    start: int
    end: int
    kind: str


@cache
def read_head_words() -> Mapping[str, HeadWord]:
    """Head words, folded."""
    return {row["word"]: HeadWord(row["kind"], row["order"]) for row in read_rows("institution_words.csv", ("word", "kind", "order"))}


@cache
def read_stops() -> frozenset[str]:
    """Words that begin a sentence or a title and are no part of a name, folded."""
    return frozenset(read_words("name_stops.txt"))


@cache
def read_subjects() -> frozenset[str]:
    """Words for fields of study and of policy, folded; they may be joined by "and" within one name."""
    return frozenset(read_words("subject_words.txt"))


def find_head(word: str) -> HeadWord | None:
    """The head word that a folded word is, or ends in as German and Dutch compounds do."""
    head = read_head_words().get(word)
    if head is None and word.endswith(_SUFFIXES):
        suffix = next(ending for ending in _SUFFIXES if word.endswith(ending))
        return read_head_words()[suffix]
    return head


class Line:
    """The words of a text with what parsing asks of them: folded form, capital, and the gap before."""

    def __init__(self, text: str) -> None:
        words = list_words(text)
        self.text, self.spans = text, words.spans
        self.low = [words.flat[start:end] for start, end in words.spans]
        self.stops, self.subjects = read_stops(), read_subjects()

    def capital(self, i: int) -> bool:
        """Whether word ``i`` exists and begins with a capital."""
        return i < len(self.low) and self.text[self.spans[i][0]].isupper()

    def joined(self, i: int) -> bool:
        """Whether nothing but a space, hyphen, apostrophe or "&" stands before word ``i``."""
        return bool(_JOINED.fullmatch(self.text, self.spans[i - 1][1], self.spans[i][0]))

    def broken(self, i: int) -> bool:
        """Whether a sentence or a short line ends before word ``i``; long lines may be broken anywhere."""
        gap = self.gap(i)
        if "\n" in gap:
            start = self.spans[i - 1][1]
            return start - self.text.rfind("\n", 0, start) < _WRAPPED
        return "." in gap

    def gap(self, i: int) -> str:
        """What stands before word ``i``."""
        return self.text[self.spans[i - 1][1] : self.spans[i][0]]

    def proper(self, i: int) -> bool:
        """Whether word ``i`` can be part of a name by itself."""
        if not self.capital(i) or self.low[i] in self.stops:
            return False
        start, end = self.spans[i]
        return not _GLUED.search(self.text, start, end)


def find_shapes(text: str) -> Iterator[Shape]:
    """The stretches of ``text`` that are built like names of institutions, in order, without overlap."""
    line, past = Line(text), 0
    heads = read_head_words()
    for i, word in enumerate(line.low):
        if i < past or not (word in heads or word.endswith(_SUFFIXES)) or not line.capital(i):
            continue
        head = find_head(word)
        if head is None:
            continue
        first, last = _grow_left(line, i, head, past), _grow_right(line, i, head)
        if last - first < _LONGEST:
            kind = _kind(line, first, last, head, past)
            past = last + 1
            if kind:
                yield Shape(line.spans[first][0], line.spans[last][1], kind)


def _grow_left(line: Line, i: int, head: HeadWord, past: int) -> int:
    """The first word of a name whose head is word ``i``."""
    if head.order in ("first", "romance"):
        return i
    first = i
    while first > past and line.joined(first):
        before, gap = first - 1, line.gap(first)
        if head.order == "compound" and not (gap in "-‑" or line.low[before] in _GERMAN_ADJECTIVES):
            break
        if line.broken(first) or line.low[before] == "s":
            break
        if line.proper(before) or (gap == "-" and line.capital(before)):
            first = before
        elif _links_subjects(line, before, past):
            first = before - 1
        else:
            break
    return first


def _links_subjects(line: Line, i: int, past: int) -> bool:
    """Whether word ``i`` is an "and" between two fields, as in "Science and Technology Council"."""
    if line.low[i] not in _AND or i - 1 < past or not line.capital(i - 1) or not line.joined(i):
        return False
    return line.low[i - 1] in line.subjects and line.low[i + 1] in line.subjects


def _grow_right(line: Line, i: int, head: HeadWord) -> int:
    """The last word of a name whose head is word ``i``."""
    last, of = i, head.order in ("first", "romance", "compound")
    if head.order == "last":
        return last
    if not of and i + 1 < len(line.low) and line.low[i] in ("university", "hogeschool", "akademi") and not _left_named(line, i):
        of = line.proper(i + 1) and line.joined(i + 1) and find_head(line.low[i + 1]) is None or _is_college(line, i)
    while last + 1 < len(line.low) and last - i < _LONGEST:
        step = _step_right(line, last, of, head)
        if step == 0 or (head.order == "compound" and step == 1 and last > i and line.gap(last + 1) == " " and line.gap(last) == " "):
            break
        of, last = True, last + step
    return last


def _is_college(line: Line, i: int) -> bool:
    return line.low[i + 1] == "college" and line.joined(i + 1) and line.capital(i + 1)


def _left_named(line: Line, i: int) -> bool:
    return i > 0 and line.joined(i) and line.proper(i - 1)


def _step_right(line: Line, last: int, of: bool, head: HeadWord) -> int:
    """How many words further the name goes after word ``last``: none where it ends."""
    after = last + 1
    gap = line.gap(after)
    if gap == ", ":
        return _step_list(line, after, head)
    if not line.joined(after) or line.broken(after):
        return 0
    word = line.low[after]
    if gap in _APOSTROPHES and word in ("i", "ap"):
        return 1
    if word in _OF or word in _AT or (word == "on" and line.low[last] in _ON):
        return _step_of(line, after, word, head.kind == "government" and _EMBASSIES.isdisjoint(line.low[last - 3 : after]) is False)
    if "&" in gap or word in _AND:
        ahead = after if "&" in gap else after + 1
        fits = line.capital(ahead) and line.low[ahead] in line.subjects and line.low[last] in line.subjects
        return ahead - last if fits and line.joined(ahead) and not _has_head_soon(line, ahead) else 0
    if not of or not line.proper(after) or _starts_part(line, after):
        return 0
    return 1


def _step_of(line: Line, after: int, word: str, embassy: bool) -> int:
    """The words of "of the Arts" and the like; places after "in" only where a field stands before them."""
    ahead = after + 1
    while ahead < len(line.low) and line.low[ahead] in _ARTICLES and ahead - after < 3 and line.joined(ahead):
        ahead += 1
    if ahead >= len(line.low) or not line.proper(ahead) or not line.joined(ahead):
        return 0
    if word in _AT and (find_head(line.low[ahead]) or not (embassy or word != "to" and line.low[after - 1] in line.subjects)):
        return 0
    return ahead - after + 1


def _step_list(line: Line, after: int, head: HeadWord) -> int:
    """A further field of a ministry ("Education, Science and Research"), if the list goes on or ends with "and"."""
    if head.kind not in ("government", "research", "university", "network") or not line.capital(after):
        return 0
    if line.low[after] in _AND and after + 1 < len(line.low):
        return 2 if line.low[after + 1] in line.subjects and line.capital(after + 1) else 0
    if line.low[after] not in line.subjects or line.low[after - 1] not in line.subjects:
        return 0
    ahead = after + 1
    while ahead < len(line.low) and ahead - after < 5 and line.capital(ahead) and line.gap(ahead) in (" ", ", "):
        ahead += 1
    listed = ahead < len(line.low) and (line.low[ahead] in _AND or "&" in line.gap(ahead))
    return 1 if listed and find_head(line.low[after]) is None else 0


def _starts_part(line: Line, i: int) -> bool:
    """Whether another name begins at word ``i``, as in "University of Leeds School of Medicine"."""
    head = find_head(line.low[i])
    return head is not None and head.order != "compound" and line.low[i] not in line.subjects


def _has_head_soon(line: Line, i: int) -> bool:
    """Whether a second name follows an "and": "Nagoya University and Research Institute"."""
    for j in range(i, min(i + 3, len(line.low))):
        if not line.capital(j) or (j > i and not line.joined(j)):
            return False
        if find_head(line.low[j]) is not None and line.low[j] not in line.subjects:
            return True
    return False


def _kind(line: Line, first: int, last: int, head: HeadWord, past: int) -> str:
    """The kind of what stands from word ``first`` to ``last``; empty where it names nothing in particular."""
    words = line.low[first : last + 1]
    content = [w for w in words if find_head(w) is None and w not in _OF | _ARTICLES | _AND | _AT | _GENERIC]
    own = [w for w in content if w not in line.subjects]
    if not content or (not own and not any(w in _OF for w in words) and head.kind != "government"):
        return ""
    if {"un", "unesco"} & set(words[:2]) or words[:2] == ["united", "nations"]:
        return "un"
    if head.kind == "part" and words[0] == "department" and _GOVERNMENT & set(words):
        return "government"
    belongs = first > 0 and first == past and line.joined(first) or first > 1 and line.low[first - 1] == "s" and first - 2 < past
    if belongs and past and head.kind not in ("university", "government") and "\n" not in line.gap(first):
        return "part"
    return head.kind


@lru_cache(maxsize=1 << 16)
def tell_kind(name: str) -> str | None:
    """The kind of body that a name tells of: by the head word before "of", else by the last; ``None`` where it has none."""
    words = [word for word in _SPLIT.split(fold_in_place(name)) if word]
    if {"un", "unesco"} & set(words[:2]) or words[:2] == ["united", "nations"]:
        return "un"
    heads = [(i, head) for i, word in enumerate(words) if (head := find_head(word)) is not None]
    if not heads:
        return None
    leading = [head for i, head in heads if head.order != "any" or words[i + 1 : i + 2] and words[i + 1] in _OF]
    head = leading[0] if leading else heads[-1][1]
    return "government" if head.kind == "part" and words[0] == "department" and _GOVERNMENT & set(words) else head.kind

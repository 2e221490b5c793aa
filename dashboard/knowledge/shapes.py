"""Stretches of text built like names of institutions: a head word, and the words that may stand before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.knowledge.lines import Line
from dashboard.knowledge.naming import (
    HeadWord,
    ends_in_head,
    find_head,
    is_authority,
    is_united_nations,
    read_head_words,
    read_subjects,
    read_uses,
)

_LONGEST = 16
_APOSTROPHES = ("'", "’", "ʻ", "‘")
# "Hawai'i", "Jiao Tong's": what may follow an apostrophe within a name
_SHORT_ENDS = ("i", "ap")
_LISTING = ("government", "research", "university", "network")


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that is built like the name of an institution; ``kind`` is ``part`` for a faculty or office."""

    start: int
    end: int
    kind: str


def find_shapes(text: str) -> Iterator[Shape]:
    """The stretches of ``text`` that are built like names of institutions, in order, without overlap."""
    line, past, heads = Line(text), 0, read_head_words()
    for i, (start, _) in enumerate(line.spans):
        if text[start].islower() or i < past:
            continue
        word = line.low[i]
        if not (word in heads or ends_in_head(word)) or not line.capital(i):
            continue
        if (head := find_head(word)) is None or _leads_to_head(line, i, head):
            continue
        first, last = _grow_left(line, i, head, past), _grow_right(line, i, head)
        if last - first < _LONGEST:
            kind = _tell(line, (first, last), head, past)
            past = last + 1
            if kind:
                yield Shape(line.spans[first][0], line.spans[last][1], kind)


def _leads_to_head(line: Line, i: int, head: HeadWord) -> bool:
    """Whether the name is built around the next word: "Development Bank Institute", not "University Library"."""
    if head.order != "any" or head.kind in ("university", "part") or not line.joined(i + 1) or line.broken(i + 1):
        return False
    after = find_head(line.low[i + 1])
    if after is None or not line.capital(i + 1):
        return False
    return after.order in ("any", "last") and after.kind not in ("part", "programme")


def _grow_left(line: Line, i: int, head: HeadWord, past: int) -> int:
    """The first word of a name whose head is word ``i``."""
    first = i
    while head.order not in ("first", "romance") and first > past and line.joined(first):
        step = _step_left(line, first, head, past)
        if step == 0:
            break
        first -= step
    return first


def _step_left(line: Line, first: int, head: HeadWord, past: int) -> int:
    """How many words before word ``first`` belong to the name."""
    before, gap = first - 1, line.gap(first)
    hyphen = gap in ("-", "‑")
    if head.order == "compound" and not (hyphen or line.low[before] in read_uses("adjective")):
        return 0
    if line.broken(first) or line.low[before] == "s":
        return 0
    if line.proper(before) or (hyphen and line.capital(before)):
        return 1
    return 2 if before - 1 >= past and _joins_subjects(line, before) else 0


def _joins_subjects(line: Line, i: int) -> bool:
    """Whether word ``i`` is an "and" between two fields, as in "Science and Technology Council"."""
    fits = line.low[i] in read_uses("and") and line.capital(i - 1) and line.joined(i)
    return fits and line.low[i - 1] in read_subjects() and line.low[i + 1] in read_subjects()


def _grow_right(line: Line, i: int, head: HeadWord) -> int:
    """The last word of a name whose head is word ``i``."""
    last, direct = i, head.order in ("first", "compound") or _is_followed(line, i)
    while head.order != "last" and last + 1 < len(line.low) and last - i < _LONGEST:
        step = _step_right(line, last, direct, head)
        if step == 0 or (step == 1 and last > i and head.order == "compound" and line.gap(last + 1) == line.gap(last) == " "):
            break
        direct, last = True, last + step
    return last


def _is_followed(line: Line, i: int) -> bool:
    """Whether a name goes on right after an English head word that nothing stands before: "University College London"."""
    if line.low[i] not in ("university", "hogeschool", "akademi") or (i > 0 and line.joined(i) and line.proper(i - 1)):
        return False
    after = line.word(i + 1)
    return line.joined(i + 1) and line.proper(i + 1) and (after == "college" or find_head(after) is None)


def _step_right(line: Line, last: int, direct: bool, head: HeadWord) -> int:
    """How many words further the name goes after word ``last``: none where it ends."""
    after, gap, word = last + 1, line.gap(last + 1), line.low[last + 1]
    if gap == ", ":
        return _step_list(line, after, head)
    if not line.joined(after) or line.broken(after):
        return 0
    if gap in _APOSTROPHES and word in _SHORT_ENDS:
        return 1
    if word in read_uses("of") | read_uses("place") or (word == "on" and line.low[last] in read_uses("council")):
        return _step_of(line, after, head)
    if "&" in gap or word in read_uses("and"):
        return _step_and(line, last, after if "&" in gap else after + 1)
    college = word == "college" and line.low[last] == "university"
    return 1 if direct and line.proper(after) and (college or not _begins_part(line, after)) else 0


def _step_of(line: Line, after: int, head: HeadWord) -> int:
    """The words of "of the Arts" and the like; a place after "in" only after a field, or of an embassy."""
    ahead = after + 1
    while line.word(ahead) in read_uses("article") and ahead - after < 3 and line.joined(ahead):
        ahead += 1
    if not line.proper(ahead) or not line.joined(ahead):
        return 0
    if line.low[after] in read_uses("place") and not _is_placed(line, after, ahead, head):
        return 0
    return ahead - after + 1


def _is_placed(line: Line, after: int, ahead: int, head: HeadWord) -> bool:
    """Whether "in" or "at" goes on with the place of the same body: "University of Economics in Katowice"."""
    if find_head(line.low[ahead]) is not None:
        return False
    mission = head.kind == "government" and not read_uses("mission").isdisjoint(line.low[max(0, after - 4) : after])
    return mission or (head.kind == "university" and line.low[after] != "to" and line.low[after - 1] in read_subjects())


def _step_and(line: Line, last: int, ahead: int) -> int:
    """The words up to the field after an "and", where one stands before it too and no second name begins."""
    subjects = read_subjects()
    fits = line.capital(ahead) and line.joined(ahead) and line.low[last] in subjects and line.low[ahead] in subjects
    return ahead - last if fits and not _has_head_soon(line, ahead) else 0


def _step_list(line: Line, after: int, head: HeadWord) -> int:
    """A further field of a ministry ("Education, Science and Research"), if the list goes on or ends with "and"."""
    if head.kind not in _LISTING or line.low[after - 1] not in read_subjects():
        return 0
    if line.low[after] in read_uses("and"):
        return 2 if line.word(after + 1) in read_subjects() and line.capital(after + 1) else 0
    if not line.capital(after) or line.low[after] not in read_subjects() or find_head(line.low[after]) is not None:
        return 0
    ahead = after + 1
    while ahead - after < 5 and line.capital(ahead) and line.gap(ahead) in (" ", ", "):
        ahead += 1
    return 1 if line.word(ahead) in read_uses("and") or (ahead < len(line.low) and "&" in line.gap(ahead)) else 0


def _begins_part(line: Line, i: int) -> bool:
    """Whether another name begins at word ``i``, as in "University of Leeds School of Medicine"."""
    head = find_head(line.low[i])
    return head is not None and head.order != "compound" and line.low[i] not in read_subjects()


def _has_head_soon(line: Line, i: int) -> bool:
    """Whether a second name follows an "and": "Nagoya University and Research Institute"."""
    for j in range(i, min(i + 3, len(line.low))):
        if not line.capital(j) or (j > i and not line.joined(j)):
            return False
        if _begins_part(line, j):
            return True
    return False


def _tell(line: Line, words: tuple[int, int], head: HeadWord, past: int) -> str:
    """The kind of what stands between two words; empty where it names nothing in particular."""
    first, name = words[0], line.low[words[0] : words[1] + 1]
    if not _is_particular(name, head):
        return ""
    if is_united_nations(name):
        return "un"
    if is_authority(head, name):
        return "government"
    return "part" if head.kind not in ("university", "government") and _belongs(line, first, past) else head.kind


def _is_particular(name: list[str], head: HeadWord) -> bool:
    """Whether a name has words of its own, or at least a field after "of"; ministries need only a field."""
    empty = read_uses("of") | read_uses("article") | read_uses("and") | read_uses("place") | read_uses("generic")
    content = [word for word in name if find_head(word) is None and word not in empty]
    own = [word for word in content if word not in read_subjects()]
    return bool(content) and (bool(own) or head.kind == "government" or not read_uses("of").isdisjoint(name))


def _belongs(line: Line, first: int, past: int) -> bool:
    """Whether the name before word ``first`` owns what begins there: "Massey University's Institute of ..."."""
    if not past or "\n" in line.gap(first):
        return False
    return (first == past and line.joined(first)) or (line.low[first - 1] == "s" and first - 2 < past)

"""Stretches of text built like names of institutions: a head word, and the words that may stand before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from dashboard.knowledge.lines import Line
from dashboard.knowledge.naming import (
    HeadWord,
    find_head,
    is_authority,
    is_subject,
    is_united_nations,
    read_empty,
    read_ministers,
    read_uses,
)
from dashboard.knowledge.reach import LONGEST, grow_right

_HYPHENS = ("-", "‑", "–")
# heads of names in which the words before them are no part of the name
_LEADING = ("first", "romance", "minister")


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that is built like the name of an institution, and where its head word begins.

    ``kind`` is ``part`` for a faculty or office, ``minister`` for who leads a ministry.
    """

    start: int
    end: int
    kind: str
    head: int


def find_shapes(text: str) -> Iterator[Shape]:
    """The stretches of ``text`` that are built like names of institutions, in order, without overlap."""
    line, past = Line(text), 0
    for i, head in _find_heads(line):
        if i < past or _leads_to_head(line, i, head):
            continue
        first, last = _grow_left(line, i, head, past), grow_right(line, i, head)
        if last - first < LONGEST:
            kind = _tell(line, (first, last), head, past)
            # another name may begin within the words of an office: "Office of the Civil Service Commission"
            past = i + 1 if kind == "part" and line.low[i] == "office" else last + 1
            if kind:
                yield Shape(line.spans[first][0], line.spans[last][1], kind, line.spans[i][0])


def _find_heads(line: Line) -> Iterator[tuple[int, HeadWord]]:
    """The head words that are written as names are: with a capital, or, in the North, after one."""
    found = ((number, head) for word, numbers in line.places.items() if (head := _find_anchor(word)) for number in numbers)
    for i, head in sorted(found, key=itemgetter(0)):
        if line.capital(i) or (head.order == "low" and i > 0 and line.joined(i) and line.proper(i - 1)):
            yield i, head


@lru_cache(maxsize=1 << 16)
def _find_anchor(word: str) -> HeadWord | None:
    """What names are built around: a head word, or the title of a minister."""
    return find_head(word) or read_ministers().get(word)


def _leads_to_head(line: Line, i: int, head: HeadWord) -> bool:
    """Whether the name is built around the next word: "Development Bank Institute", not "University Library"."""
    if head.order != "any" or head.kind == "part" or not line.joined(i + 1) or line.broken(i + 1):
        return False
    if head.kind == "university":
        return line.low[i + 1] in read_uses("own body") and line.capital(i + 1)
    after = find_head(line.low[i + 1])
    if after is None or not line.capital(i + 1):
        return False
    return after.order in ("any", "last") and after.kind not in ("part", "programme")


def _grow_left(line: Line, i: int, head: HeadWord, past: int) -> int:
    """The first word of a name whose head is word ``i``."""
    first = i
    while first > past and line.joined(first):
        step = _step_left(line, first, head, past)
        if step == 0:
            break
        first -= step
    return first


def _step_left(line: Line, first: int, head: HeadWord, past: int) -> int:
    """How many words before word ``first`` belong to the name."""
    if line.broken(first):
        return 0
    if head.order in (*_LEADING, "compound"):
        return int(_is_attribute(line, first, head))
    before = first - 1
    if line.low[before] == "s":
        return 2 if before > past and line.capital(before - 1) and line.low[before - 1] in read_uses("possessive") else 0
    if line.proper(before) or (line.capital(before) and line.gap(first) in _HYPHENS):
        return 1
    return 2 * (before > past and _joins_subjects(line, before))


def _is_attribute(line: Line, first: int, head: HeadWord) -> bool:
    """Whether the word before a head that leads belongs to it: "Technische Universität", "Max-Planck-Institut"."""
    before = first - 1
    hyphen = line.gap(first) in _HYPHENS and head.order != "romance"
    return line.capital(before) and (hyphen or line.low[before] in read_uses("adjective"))


def _joins_subjects(line: Line, i: int) -> bool:
    """Whether word ``i`` is an "and" between two fields, as in "Science and Technology Council"."""
    fits = line.low[i] in read_uses("and") and line.capital(i - 1) and line.joined(i)
    return fits and is_subject(line.low[i - 1]) and is_subject(line.low[i + 1])


def _tell(line: Line, words: tuple[int, int], head: HeadWord, past: int) -> str:
    """The kind of what stands between two words; empty where it names nothing in particular."""
    first, name = words[0], line.low[words[0] : words[1] + 1]
    if not _is_particular(name, head):
        return ""
    if head.order == "minister":
        return "minister" if _leads_ministry(name) else ""
    if is_united_nations(name):
        return "un"
    if is_authority(head, name):
        return "government"
    return "part" if _is_part(line, first, name, head, past) else head.kind


def _leads_ministry(name: list[str]) -> bool:
    """Whether a minister's field is named: "Minister for Education", "Menteri Pendidikan", not "Minister Smith"."""
    return any(is_subject(word) for word in name[1:4]) and (name[1] in read_uses("of") or is_subject(name[1]))


def _is_part(line: Line, first: int, name: list[str], head: HeadWord, past: int) -> bool:
    """Whether a name is that of a part of some university: told by what stands before it, or by naming fields only."""
    if head.kind in ("university", "government") and name[0] != "college":
        return False
    if name[-1] in ("group", "groups"):
        return not read_uses("team").isdisjoint(name) or is_subject(name[-2])
    teaches = head.kind == "school" or name[0] == "college"
    return (teaches and _names_fields_only(name)) or _belongs(line, first, past)


def _names_fields_only(name: list[str]) -> bool:
    """Whether a school names only what it teaches: "School of Law" is part of some university."""
    return all(word in read_empty() or is_subject(word) or find_head(word) for word in name)


def _is_particular(name: list[str], head: HeadWord) -> bool:
    """Whether a name has words of its own, or at least a field after "of"; ministries need only a field."""
    content = [word for word in name if find_head(word) is None and (word not in read_empty() or word in read_uses("scope"))]
    if not content or head.kind == "government":
        return bool(content)
    if len(name) > 2 and name[0] in read_uses("scope"):
        return True  # "Global Development Network"
    return not read_uses("of").isdisjoint(name) or any(not is_subject(word) for word in content)


def _belongs(line: Line, first: int, past: int) -> bool:
    """Whether the name before word ``first`` owns what begins there: "Massey University's Institute of ..."."""
    if not past or "\n" in line.gap(first):
        return False
    return (first == past and line.joined(first)) or (line.low[first - 1] == "s" and first - 2 < past)

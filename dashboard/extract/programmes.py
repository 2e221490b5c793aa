"""Programmes, networks and initiatives: known ones by name, others by how their name is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.knowledge.programmes import read_programmes
from dashboard.model import Article, Mention, MentionKind, mention_at

_CAPITAL = r"[A-ZÀ-Þ][\w’'+-]{1,24}"
_HEADS = "Programme|Program|Initiative|Scholarship|Fellowship|Fellowships|Roadmap|Challenge|Scheme|Prize|Campaign|Decade|Agenda"
# "the Flower Doctoral Fellowship", "Waikato-VIED Scholarship": two words or more before the head, within one line
_BUILT = re.compile(rf"(?<![\w-])(?:{_CAPITAL} (?:(?:for|of|in|and|&) )?){{1,6}}(?:{_HEADS})(?![\w-])")
_OPENING = re.compile(r"(?:The|An?|Our|This|Its|Their|In|Under|Through|With|For|As|New|First|Join|Study|Master[’']s|Bachelor) ")
_ORDINARY = re.compile(
    r"(?:Study|Degree|Master|Bachelor’s|Master’s|Joint|National|International|Summer|Winter|Community|Service|Doctoral|PhD|Exchange|Training|Education|Research|Scholarship|Language|Undergraduate|Graduate|Bachelor)\b"
)


def find_programmes(article: Article) -> Iterator[Mention]:
    """Every mention of a programme; the value is its official name, or the name as written."""
    text = article.text
    taken: list[tuple[int, int]] = []
    known = sorted(read_programmes().find(text), key=lambda found: (found[0][0], -len(found[1][1])))
    for (start, end), (name, written) in known:
        end += text.startswith("+", end) and written.endswith("+")
        if (not taken or start >= taken[-1][1]) and _is_written(text[start:end], written):
            taken.append((start, end))
            yield mention_at(article, MentionKind.PROGRAMME, (start, end), name, "programme table")
    for match in _BUILT.finditer(text):
        start = match.start()
        while opening := _OPENING.match(text, start):
            start = opening.end()
        name = text[start : match.end()]
        if _is_particular(name.split()) and not _overlaps(start, match.end(), taken):
            yield mention_at(article, MentionKind.PROGRAMME, (start, match.end()), name, "name shape")


# bodies and departments that are called programmes
_BODY = re.compile(
    r"(?:Study|Education|Literature|Language|Environment|Development|Food|Volunteers|Settlements|Honou?rs|Degree|PhD) "
    r"Programm?e?s?\Z"
)
_SENTENCE = re.compile(
    r"\b(?:Between|Prepares?|Conducts?|Holds?|Launch(?:es)?|Rally|Behind|Students?|Ketua|Rangka|Collaboration|Welcomes?|Joins?|Wins?|Signs?)\b"
)


def _is_particular(words: list[str]) -> bool:
    """Whether a built name says more than "the language study programme"."""
    name = " ".join(words)
    if _BODY.search(name) or _SENTENCE.search(name):
        return False
    return len(words) > 2 and any(not _ORDINARY.match(word) for word in words[:-1])


def _is_written(found: str, written: str) -> bool:
    """Whether the capitals are those of the name: "erasmus" is no programme, and "Stars" is not STARS."""
    if written.isupper():
        return found.isupper()
    return found[0].isupper() == written[0].isupper() and (len(found) > 7 or found[:1] == written[:1])


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)

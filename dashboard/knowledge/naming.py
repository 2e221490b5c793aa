"""The words that names of institutions are made of: head words of several languages, joints, fields of study, openings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.knowledge.files import read_rows, read_words
from dashboard.knowledge.folding import fold_in_place

_SUFFIXES = (
    *("universitat", "hochschule", "ministerium", "universiteit", "stiftung", "zentrum", "institut", "gymnasium"),
    *("klinikum", "tehnikaulikool", "hogskola", "akademie", "verband", "museum"),
)
# endings of words for fields of study and of policy in English, the Romance languages and German
_FIELD_ENDINGS = (
    *("ology", "ologies", "nomics", "omics", "matics", "istics", "ation", "ations", "ition", "sion", "ement", "graphy"),
    *("cion", "ciones", "miento", "ologia", "grafia", "nomia", "mento", "zione", "zioni", "acao", "ologie", "graphie"),
    *("rschung", "ldung", "ltung", "icklung", "schaft", "schaften", "wesen", "technik", "keit"),
)
_SPLIT = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class HeadWord:
    """A word that names are built around, what kind of body it tells of, and where it stands.

    ``order``: ``any`` as in English, ``first`` as in Romance languages and Indonesian, ``last``, ``low`` (the same, in small
    letters) as in the North, or ``compound`` as in German.
    """

    kind: str
    order: str


@cache
def read_head_words() -> Mapping[str, HeadWord]:
    """Head words, folded."""
    rows = read_rows("institution_words.csv", ("word", "kind", "order"))
    return {row["word"]: HeadWord(row["kind"], row["order"]) for row in rows}


@cache
def read_ministries() -> Mapping[str, str]:
    """What the ministry is called whose head is called so, by folded title."""
    return {
        "minister": "Ministry",
        "ministro": "Ministerio",
        "ministra": "Ministerio",
        "ministre": "Ministère",
        "menteri": "Kementerian",
        "bundesminister": "Bundesministerium",
        "bundesministerin": "Bundesministerium",
    }


@cache
def read_ministers() -> Mapping[str, HeadWord]:
    """The titles of ministers as words that names of ministries are built around."""
    return {title: HeadWord("government", "minister") for title in read_ministries()}


@cache
def read_stops() -> frozenset[str]:
    """Words that begin a sentence or a title and are no part of a name, folded."""
    return frozenset(read_words("name_stops.txt"))


@cache
def read_subjects() -> frozenset[str]:
    """Words for fields of study and of policy, folded; they may be joined by "and" within one name."""
    return frozenset(read_words("subject_words.txt"))


@lru_cache(maxsize=1 << 14)
def is_subject(word: str) -> bool:
    """Whether a folded word is or looks like one for a field of study or of policy."""
    return word in read_subjects() or (word.endswith(_FIELD_ENDINGS) and find_head(word) is None)


@cache
def read_empty() -> frozenset[str]:
    """Folded words that say nothing of which body is meant: joints, articles, "national", "annual"."""
    return frozenset().union(*(read_uses(use) for use in ("of", "article", "and", "place", "generic")))


@cache
def read_uses(use: str) -> frozenset[str]:
    """Folded words of one use in names: ``of``, ``article``, ``and``, ``place``, ``generic`` and more (``name_words.csv``)."""
    return frozenset(row["word"] for row in read_rows("name_words.csv", ("word", "use")) if row["use"] == use)


def ends_in_head(word: str) -> bool:
    """Whether a folded word ends in a head word, as German and Dutch compounds do."""
    return word.endswith(_SUFFIXES)


def find_head(word: str) -> HeadWord | None:
    """The head word that a folded word is, or ends in."""
    head = read_head_words().get(word)
    if head is None and ends_in_head(word):
        return read_head_words()[next(suffix for suffix in _SUFFIXES if word.endswith(suffix))]
    return head


@lru_cache(maxsize=1 << 16)
def tell_kind(name: str) -> str | None:
    """The kind of body that a name tells of: by the head word before "of", else by the last; ``None`` where it has none."""
    words = [word for word in _SPLIT.split(fold_in_place(name)) if word]
    if is_united_nations(words):
        return "un"
    heads = [(i, head) for i, word in enumerate(words) if (head := find_head(word)) is not None]
    leading = [head for i, head in heads if head.order != "any" or read_uses("of") & set(words[i + 1 : i + 2])]
    found = leading[:1] or [head for _, head in heads[-1:]]
    return _kind_of(found[0], words) if found else None


def _kind_of(head: HeadWord, words: list[str]) -> str:
    return "government" if is_authority(head, words) else head.kind


def is_authority(head: HeadWord, words: list[str]) -> bool:
    """Whether a department is one of a government ("Department of Conservation"), not of a university."""
    if head.kind != "part" or "department" not in words[:2]:
        return False
    return words[:2] == ["department", "for"] or not read_uses("authority").isdisjoint(words)


def is_united_nations(words: list[str]) -> bool:
    """Whether the folded words of a name begin as those of a body of the United Nations do."""
    return not {"un", "unesco"}.isdisjoint(words[:2]) or words[:2] == ["united", "nations"]

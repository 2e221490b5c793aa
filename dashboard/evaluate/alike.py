"""When two names, people, events or pairs of two records are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dashboard.model import Event, Institution, Person

# Words that do not tell one name from another, and first words that languages share under different spellings.
_SMALL_WORDS = frozenset(re.findall(r"\w+", "the of and for in at on de la del da do des di du y e et und der die das dan a l"))
_HEADS = {
    "university": "universitas universidad universidade universite universita universitat universiti universiteit univerzita",
    "institute": "institut instituto istituto instituut",
    "faculty": "facultad faculdade faculte fakultas fakultat",
    "ministry": "ministerio ministere kementerian ministerium ministero",
    "college": "colegio",
    "centre": "center centro zentrum pusat",
    "national": "nacional nationale nazionale nasional",
    "international": "internacional internationale internasional",
}
_HEAD_OF = {word: head for head, words in _HEADS.items() for word in words.split()}
_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD") | str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe"})
_EMBASSY = re.compile(r"^((?:\w+ )?embassy of .*?) (?:in|to) .*$")
# The share of words of two names that must agree for them to be one body, and for one to be a variant of the other.
_ALIKE = 0.75
_NEAR = 0.34


@lru_cache(maxsize=65_536)
def list_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: without accents, case, punctuation and small words."""
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace(".", "")
    words = [_HEAD_OF.get(word, word) for word in re.findall(r"\w+", _EMBASSY.sub(r"\1", plain))]
    return frozenset(word for word in words if word not in _SMALL_WORDS) or frozenset(words)


def is_same_body(one: Institution, other: Institution) -> bool:
    """Whether two names are one body: their words agree by three quarters, or one is the other's acronym."""
    names, others = list_words(one.name), list_words(other.name)
    if not names or not others:
        return False
    if len(names & others) >= _ALIKE * len(names | others):
        return True
    return _same_acronym(one, other)


def _same_acronym(one: Institution, other: Institution) -> bool:
    """Whether two bodies share an acronym and a word, or one is called by the other's acronym."""
    names, others = list_words(one.name), list_words(other.name)
    acronym, other_acronym = list_words(one.acronym or ""), list_words(other.acronym or "")
    if acronym and acronym == other_acronym:
        return bool(names & others) or acronym in (names, others)
    return (bool(acronym) and acronym == others) or (bool(other_acronym) and other_acronym == names)


def is_near_name(one: str, other: str) -> bool:
    """Whether two names share a third of their words or more: one body or person, perhaps, written in two ways."""
    names, others = list_words(one), list_words(other)
    return len(names & others) >= _NEAR * max(1, len(names | others))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names have the same words."""
    return list_words(one) == list_words(other)


def is_same_person(one: Person, other: Person) -> bool:
    """Whether all words of the shorter name stand in the longer: two at least, unless both are one word."""
    shorter, longer = sorted((list_words(one.name), list_words(other.name)), key=len)
    return bool(shorter) and shorter <= longer and (len(shorter) > 1 or len(longer) == 1)


def is_same_event(one: Event, other: Event) -> bool:
    """Whether two events are of one kind and month."""
    return one.kind == other.kind and (one.start or "")[:7] == (other.start or "")[:7]


def is_same_pair(one: tuple[Institution, Institution], other: tuple[Institution, Institution]) -> bool:
    """Whether two pairs are the same two bodies, in either order."""
    straight = is_same_body(one[0], other[0]) and is_same_body(one[1], other[1])
    return straight or (is_same_body(one[0], other[1]) and is_same_body(one[1], other[0]))

"""Institutions whose names have the same words as a written one, in another order or language, or are spelt almost like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cache, lru_cache

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold
from dashboard.knowledge.gathering import read_shelves
from dashboard.knowledge.institutions import Known, list_name_words
from dashboard.knowledge.naming import find_head, read_uses
from dashboard.knowledge.places import match_city, read_regions

# two spellings of a word are this much alike, if they have as many letters
_ALIKE, _LETTERS = 0.8, 4
# of the rows that share telling words with a name, those that share most are compared
_COMPARED = 12
# a name of so few words may be another's, turned
_FEW = 2


@cache
def _read_translations() -> Mapping[str, str]:
    return {row["word"]: row["english"] for row in read_rows("name_translations.csv", ("word", "english"))}


@lru_cache(maxsize=1 << 14)
def _list_plain(name: str) -> tuple[str, ...]:
    """The words of a name in English as far as they are common ones, without small words."""
    translations, small = _read_translations(), read_uses("of") | read_uses("article") | read_uses("and") | read_uses("place")
    return tuple(translations.get(word, word) for word in list_name_words(name) if word not in small)


class Likeness(IntEnum):
    """How a name is like another."""

    SPELT = 1
    ORDER = 2
    WORDS = 3


def list_alike(name: str) -> list[tuple[Known, Likeness]]:
    """The institutions whose names are like ``name``; with each, how."""
    words = _list_plain(name)
    if len(words) < 2:
        return []
    return [(known, likeness) for known in _list_candidates(name) if (likeness := _compare_all(name, words, known)) is not None]


def _list_candidates(name: str) -> Iterator[Known]:
    """The rows that share most of the telling words of a name."""
    shelves, shared = read_shelves(), Counter[int]()
    for word in dict.fromkeys((*list_name_words(name), *_list_plain(name))):  # in one order: of equals the first are compared
        shared.update(shelves["words"].find(word))
    best = shared.most_common(_COMPARED)
    return (shelves.row(number) for number, count in best if count >= best[0][1] - 1)


def _compare_all(name: str, words: tuple[str, ...], known: Known) -> Likeness | None:
    compared = [(other, likeness) for other in known.names if (likeness := _compare(words, _list_plain(other), known))]
    best = max((likeness for _, likeness in compared), default=None)
    if best is Likeness.WORDS and len(words) == _FEW and not any(_is_built_alike(name, other) for other, _ in compared):
        return Likeness.ORDER if _may_be_turned(words, known) else None
    return best


def _is_built_alike(name: str, other: str) -> bool:
    """Whether both names or neither have an "of": "Université York" is not the University of York."""
    return read_uses("of").isdisjoint(list_name_words(name)) == read_uses("of").isdisjoint(list_name_words(other))


def _compare(words: tuple[str, ...], others: tuple[str, ...], known: Known) -> Likeness | None:
    """How two names, as words, are alike; ``None`` if they are not."""
    if words == others:
        return Likeness.WORDS
    if len(set(words).intersection(others)) < min(len(words), len(others)) - 1:
        return None
    mine, theirs = Counter(words), Counter(others)
    more, less = list((mine - theirs).elements()), list((theirs - mine).elements())
    # "the University of Vienna in Austria": what is more is where it stands
    if not more and not less:
        return Likeness.ORDER if _may_be_turned(words, known) else None
    if not less and len(mine) > len(more) + 1:
        return Likeness.WORDS if set(more) <= _list_seat(known) else None
    if len(more) == len(less) == 1 and len(words) > 1 and _is_misspelt(more[0], less[0]):
        return Likeness.SPELT
    return None


def _may_be_turned(words: tuple[str, ...], known: Known) -> bool:
    """Whether "Vienna University" may be the University of Vienna: called after its own city, or after no place at all."""
    place = " ".join(word for word in words if find_head(word) is None)
    if place in (fold(known.city or ""), " ".join(_list_plain(known.city or ""))):
        return True
    return match_city(place.title()) is None and place.title() not in read_regions() and match_country(place).key is None


def _list_seat(known: Known) -> set[str]:
    country = read_countries().get(known.country or "")
    names = [known.city or "", *(country.names if country else ())]
    return {word for name in names for word in list_name_words(name)}


def _is_misspelt(one: str, other: str) -> bool:
    """Whether a word may be the other with a slip: most letters alike, the first among them, and not two head words."""
    if min(len(one), len(other)) < _LETTERS or one[0] != other[0] or one.isdigit() or other.isdigit():
        return False
    if find_head(one) and find_head(other):
        return False
    if sorted(one) == sorted(other):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

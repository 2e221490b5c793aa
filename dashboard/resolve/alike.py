"""Institutions whose names have the same words as a written one, in another order or language, or are spelt almost like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache

from dashboard.knowledge.countries import read_countries
from dashboard.knowledge.files import read_rows
from dashboard.knowledge.gathering import read_shelves
from dashboard.knowledge.institutions import Known, list_name_words
from dashboard.knowledge.naming import find_head, read_uses

# two spellings of a word are this much alike, if they have as many letters
_ALIKE, _LETTERS = 0.8, 5
# of the rows that share telling words with a name, those that share most are compared
_COMPARED = 12


@cache
def _read_translations() -> Mapping[str, str]:
    return {row["word"]: row["english"] for row in read_rows("name_translations.csv", ("word", "english"))}


@lru_cache(maxsize=1 << 14)
def _list_plain(name: str) -> tuple[str, ...]:
    """The words of a name in English as far as they are common ones, without small words."""
    translations, small = _read_translations(), read_uses("of") | read_uses("article") | read_uses("and") | read_uses("place")
    return tuple(translations.get(word, word) for word in list_name_words(name) if word not in small)


def list_alike(name: str) -> list[tuple[Known, bool]]:
    """The institutions whose names are like ``name``; with each, whether it has the same words or is spelt differently."""
    words = _list_plain(name)
    if len(words) < 2:
        return []
    alike = [(known, same) for known in _list_candidates(name) if (same := _compare_all(words, known)) is not None]
    return [pair for pair in alike if pair[1]] or alike


def _list_candidates(name: str) -> Iterator[Known]:
    """The rows that share most of the telling words of a name."""
    shelves = read_shelves()
    shared = Counter(number for word in {*list_name_words(name), *_list_plain(name)} for number in shelves["words"].find(word))
    return (shelves.row(number) for number, _ in shared.most_common(_COMPARED))


def _compare_all(words: tuple[str, ...], known: Known) -> bool | None:
    compared = [_compare(words, _list_plain(name), known) for name in known.names]
    return True if True in compared else False if False in compared else None


def _compare(words: tuple[str, ...], others: tuple[str, ...], known: Known) -> bool | None:
    """Whether two names have the same words; ``False`` if one is spelt differently, ``None`` if they are not alike."""
    mine, theirs = Counter(words), Counter(others)
    more, less = list((mine - theirs).elements()), list((theirs - mine).elements())
    # "the University of Vienna in Austria": what is more is where it stands
    if not less and len(mine) > len(more) + 1:
        return True if set(more) <= _list_seat(known) else None
    if len(more) == len(less) == 1 and len(words) > 1 and _is_misspelt(more[0], less[0]):
        return False
    return None


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
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE

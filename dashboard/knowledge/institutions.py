"""The institutions we know by name: our own table, large international bodies, the universities of the world, the registry.

Our own rows (``data/institutions.csv``) have a key; rows of ``organisations.csv`` and ``universities.csv`` lend kind, seat and
official name to institutions that are not linked; those of the Research Organization Registry come in where it is installed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from dashboard.knowledge.gathering import read_shelves
from dashboard.knowledge.known import JOINTS, Known, list_initials, list_name_words
from dashboard.knowledge.telling import is_telling

__all__ = [
    "JOINTS", "Known", "Names", "Singles", "choose_known", "find_by_name", "find_named", "find_registered", "list_initials",
    "list_name_words", "read_acronyms", "read_stems", "read_towns", "read_values",
]  # fmt: skip


class Names:
    """A look-up from names, acronyms or keys to the institutions that stand under each."""

    def __init__(self, shelf: str) -> None:
        self._shelf = shelf

    def get(self, key: str, default: tuple[Known, ...] = ()) -> tuple[Known, ...]:
        """The institutions under ``key``."""
        return read_shelves().find(self._shelf, key) or default


class Singles:
    """A look-up from values or domains to the one institution that stands under each."""

    def __init__(self, shelf: str) -> None:
        self._shelf = shelf

    def get(self, key: str) -> Known | None:
        """The institution under ``key``; ``None`` where there is none, or where several share it."""
        found = read_shelves().find(self._shelf, key)
        return found[0] if len(found) == 1 else None


def read_values() -> Singles:
    """The known institutions by the value that a mention of them carries."""
    return _VALUES


def read_stems() -> Singles:
    """Universities and institutes by the first part of their domain (``uminho``)."""
    return _STEMS


def read_acronyms() -> Names:
    """The listed institutions by acronym, as written; a university's domain counts where it spells the initials of its name."""
    return _ACRONYMS


_VALUES, _STEMS, _ACRONYMS = Singles("values"), Singles("stems"), Names("acronyms")


def find_registered(acronym: str) -> tuple[Known, ...]:
    """The organisations of the registry alone that an acronym may mean: too many to tell without their country."""
    return read_shelves().find("registered", acronym)


@lru_cache(maxsize=1 << 14)
def find_named(name: str) -> tuple[Known, ...]:
    """The known institutions that are called exactly so, joints, case and accents aside."""
    return read_shelves().find("names", " ".join(list_name_words(name)))


@cache
def read_towns() -> tuple[Known, ...]:
    """The towns of our own table."""
    return tuple(known for known in read_shelves().list_rows() if known.key and known.is_place)


def choose_known(found: Iterable[Known], countries: Iterable[str] = ()) -> Known | None:
    """The one that is meant: of our own table, or of a country at hand, or the only one; ``None`` where that does not tell."""
    rows, at_hand = list(found), set(countries)
    near = [known for known in rows if known.country in at_hand]
    own = [known for known in rows if known.key]
    listed = [known for known in rows if known.listed]
    for choice in (near, own, listed, rows):
        if len(choice) == 1:
            return choice[0]
    return None


def find_by_name(name: str) -> tuple[Known, ...]:
    """The known institutions of that name; "Otago University" is also sought as "University of Otago", and so back."""
    found = find_named(name)
    words = list_name_words(name)
    if not found and 1 < len(words) < 4 and words[-1] == "university":
        found = find_named(f"university of {' '.join(words[:-1])}")
    elif not found and 2 < len(words) < 5 and words[:2] == ("university", "of"):
        found = find_named(f"{' '.join(words[2:])} university")
    return found if not found or is_telling(" ".join(words)) else tuple(known for known in found if known.listed)

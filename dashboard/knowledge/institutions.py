"""The institutions we know by name: our own table, large international bodies, and the universities of the world.

Our own rows (``data/institutions.csv``) have a key; rows of ``organisations.csv`` and ``universities.csv`` lend kind, seat and
official name to institutions that are not linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard import settings
from dashboard.knowledge.files import read_rows, split_list
from dashboard.knowledge.folding import fold, fold_in_place

_COLUMNS = ("name", "aliases", "acronym", "kind", "country", "city")
_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]")
# joints that are written or left out at will ("Science & Technology", "The University of ...")
JOINTS = frozenset({"and", "the", "y", "e", "et", "und", "dan"})


@dataclass(frozen=True, slots=True)
class Known:
    """An institution known by name; ``key`` is empty where it is not a row of our own table."""

    key: str
    name: str
    aliases: tuple[str, ...]
    acronym: str | None
    kind: str
    country: str | None
    city: str | None
    domains: tuple[str, ...] = ()
    parent: str = ""

    @property
    def value(self) -> str:
        """What a mention of it carries: its key, or its name marked as such."""
        return self.key or f"name:{self.name}"

    @property
    def names(self) -> tuple[str, ...]:
        """Its names, the official one first."""
        return (self.name, *self.aliases)

    @property
    def is_place(self) -> bool:
        """Whether its plain name is that of a town, which says nothing by itself."""
        return self.kind == "government" and self.city is not None and fold(self.name) == fold(self.city)


def list_name_words(name: str) -> tuple[str, ...]:
    """The words of a name that count when names are compared: folded, without joints."""
    return tuple(word for word in _WORD.findall(fold_in_place(name)) if word not in JOINTS)


def _own_rows() -> Iterator[Known]:
    for row in read_rows(settings.DATA / "institutions.csv", ("key", *_COLUMNS, "parent")):
        yield Known(
            row["key"],
            row["name"],
            split_list(row["aliases"]),
            row["acronym"] or None,
            row["kind"],
            row["country"] or None,
            row["city"] or None,
            parent=row["parent"],
        )


def _wider_rows() -> Iterator[Known]:
    for row in read_rows("organisations.csv", _COLUMNS):
        country, city = row["country"] or None, row["city"] or None
        yield Known("", row["name"], split_list(row["aliases"]), row["acronym"] or None, row["kind"], country, city)
    for row in read_rows("universities.csv", ("name", "aliases", "acronym", "country", "domains")):
        acronym, country, domains = row["acronym"] or None, row["country"] or None, tuple(row["domains"].split())
        yield Known("", row["name"], split_list(row["aliases"]), acronym, "university", country, None, domains)


@cache
def read_institutions() -> tuple[Known, ...]:
    """Every institution known by name, ours first; a wider row of a name that one in the same country has is left out."""
    rows: list[Known] = []
    taken: set[tuple[tuple[str, ...], str | None]] = set()
    for known in (*_own_rows(), *_wider_rows()):
        if not known.key and (list_name_words(known.name), known.country) in taken:
            continue
        taken.update((list_name_words(name), known.country) for name in known.names)
        rows.append(known)
    return tuple(rows)


@cache
def read_values() -> Mapping[str, Known]:
    """The known institutions by the value that a mention of them carries."""
    values: dict[str, Known] = {}
    for known in read_institutions():
        values.setdefault(known.value, known)
    return values


@cache
def read_names() -> Mapping[tuple[str, ...], tuple[Known, ...]]:
    """The known institutions by the words of each of their names; one name may belong to several."""
    names: dict[tuple[str, ...], tuple[Known, ...]] = {}
    for known in read_institutions():
        for words in {list_name_words(name) for name in known.names}:
            if words and known not in names.get(words, ()):
                names[words] = (*names.get(words, ()), known)
    for words, rows in names.items():
        # a wider row's alias does not compete with whoever is officially called so
        if official := tuple(known for known in rows if known.key or list_name_words(known.name) == words):
            names[words] = official
    return names


@cache
def read_acronyms() -> Mapping[str, tuple[Known, ...]]:
    """The known institutions by acronym, as written; a university's domain counts where it spells the initials of its name."""
    acronyms: dict[str, tuple[Known, ...]] = {}
    for known in read_institutions():
        for acronym in set(_acronyms(known)):
            acronyms[acronym] = (*acronyms.get(acronym, ()), known)
    return acronyms


def _acronyms(known: Known) -> Iterator[str]:
    if known.acronym:
        yield known.acronym
    yield from (alias for alias in known.aliases if alias.isupper() and " " not in alias)
    stems = {domain.split(".")[0] for domain in known.domains}
    for name in known.names:
        initials = list_initials(name)
        if initials.lower() in stems and len(initials) > 2:
            yield initials


def list_initials(name: str) -> str:
    """The capitals that begin the words of a name: "University of Malaya" gives ``UM``."""
    return "".join(_CAPITALS.findall(name))


def choose_known(found: Iterable[Known], countries: Iterable[str] = ()) -> Known | None:
    """The one that is meant: of our own table, or of a country at hand, or the only one; ``None`` where that does not tell."""
    rows = list(found)
    near = [known for known in rows if known.country in set(countries)]
    own = [known for known in rows if known.key]
    for choice in (near, own, rows):
        if len(choice) == 1:
            return choice[0]
    return None


def find_by_name(name: str) -> tuple[Known, ...]:
    """The known institutions of that name; "Otago University" is also sought as "University of Otago", and so back."""
    words = list_name_words(name)
    found = read_names().get(words, ())
    if not found and 1 < len(words) < 4 and words[-1] == "university":
        return read_names().get(("university", "of", *words[:-1]), ())
    if not found and 2 < len(words) < 5 and words[:2] == ("university", "of"):
        return read_names().get((*words[2:], "university"), ())
    return found


@cache
def read_stems() -> Mapping[str, Known | None]:
    """Universities by the first part of their domain (``uminho``); ``None`` where several share it."""
    stems: dict[str, Known | None] = {}
    for known in read_institutions():
        for stem in {domain.split(".")[0] for domain in known.domains}:
            stems[stem] = None if stem in stems else known
    return stems

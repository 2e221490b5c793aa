"""An institution known by name, as our lists and the Research Organization Registry give it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.knowledge.folding import fold, fold_in_place

_WORD = re.compile(r"\w+")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]")
# joints that are written or left out at will ("Science & Technology", "The University of ...")
JOINTS = frozenset({"and", "the", "y", "e", "et", "und", "dan"})


@dataclass(frozen=True, slots=True)
class Known:
    """An institution known by name; ``key`` is empty where it is not a row of our own table.

    ``ror`` is its nine characters in the registry (``05a28rw58``), ``parent`` the key or ``ror:`` id of what it is part of;
    ``listed`` is whether a list of ours names it, and not the registry alone.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    acronym: str | None
    kind: str
    country: str | None
    city: str | None
    domains: tuple[str, ...] = ()
    parent: str = ""
    ror: str = ""
    acronyms: tuple[str, ...] = ()
    listed: bool = True

    @classmethod
    def of(cls, cells: Iterable[Any]) -> Known:
        """The institution whose fields stand in a row of JSON, lists for tuples."""
        fields: list[Any] = [tuple(cell) if isinstance(cell, list) else cell for cell in cells]
        return cls(*fields)

    @property
    def link(self) -> str:
        """What a record links to: the key of our table, else the id in the registry, else nothing."""
        return self.key or (f"ror:{self.ror}" if self.ror else "")

    @property
    def value(self) -> str:
        """What a mention of it carries: what a record links to, or its name marked as such."""
        return self.link or f"name:{self.name}"

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


def list_initials(name: str) -> str:
    """The capitals that begin the words of a name: "University of Malaya" gives ``UM``."""
    return "".join(_CAPITALS.findall(name))

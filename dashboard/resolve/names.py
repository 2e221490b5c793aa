"""What a written name of an institution means: a row of the institutions table, or none, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dashboard.knowledge.institutions import (
    Known,
    choose_known,
    list_name_words,
    read_acronyms,
    read_institutions,
    read_names,
)
from dashboard.knowledge.naming import read_uses
from dashboard.model import Match

# the share of words that two names must have in common to mean the same body
_ALIKE = 0.75
_SURE, _OTHER_NAME, _ACRONYM = 1.0, 0.95, 0.8


def match_institution(name: str, hint_country: str | None = None) -> Match:
    """The row of the institutions table that ``name`` means; ``hint_country`` (alpha-3) chooses and rules out."""
    hints = [hint_country] if hint_country else []
    return _match_named(name, hints) or _match_acronym(name, hints) or _match_alike(name, hints)


def _match_named(name: str, hints: list[str]) -> Match | None:
    words = list_name_words(name)
    known = choose_known(_own(read_names().get(words, ())), hints)
    if known is None:
        return None
    if list_name_words(known.name) == words:
        return Match(known.key, _SURE, f"{name!r} is its name")
    return Match(known.key, _OTHER_NAME, f"{name!r} is another name of {known.name}")


def _match_acronym(name: str, hints: list[str]) -> Match | None:
    known = choose_known(_own(read_acronyms().get(name.strip(), ())), hints)
    if known is None or not _is_possible(known, hints):
        return None
    return Match(known.key, _ACRONYM, f"{name!r} is the acronym of {known.name}")


def _match_alike(name: str, hints: list[str]) -> Match:
    """The row whose words agree most with those of ``name``, if most do and one that is not common to all is shared."""
    words = frozenset(list_name_words(name))
    alike = [(len(words & other) / len(words | other), known) for known, other in _list_sharing(words)]
    share, known = max(((s, k) for s, k in alike if _is_possible(k, hints)), key=lambda pair: pair[0], default=(0.0, None))
    if known is None or share < _ALIKE:
        return Match(None, 0.0, f"no institution of the table is called {name!r}")
    return Match(known.key, round(0.9 * share, 2), f"{name!r} shares {share:.0%} of its words with {known.name}")


def _own(found: Iterable[Known]) -> list[Known]:
    return [known for known in found if known.key and not known.is_place]


def _is_possible(known: Known, hints: list[str]) -> bool:
    return not hints or known.country is None or known.country in hints


def _list_sharing(words: Iterable[str]) -> list[tuple[Known, frozenset[str]]]:
    """Names of our own table that share a rare word, each once."""
    found = {id(pair): pair for word in sorted(words) for pair in _read_rare_words().get(word, ())}
    return list(found.values())


@cache
def _read_rare_words() -> Mapping[str, list[tuple[Known, frozenset[str]]]]:
    """Names of our own table, as sets of words, by each word that is not common to most."""
    shelves: dict[str, list[tuple[Known, frozenset[str]]]] = {}
    for known in _own(read_institutions()):
        for name in known.names:
            pair = known, frozenset(list_name_words(name))
            for word in pair[1] - read_uses("common"):
                shelves.setdefault(word, []).append(pair)
    return shelves

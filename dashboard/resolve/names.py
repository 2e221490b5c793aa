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
from dashboard.model import Match

# words that nearly every name has tell nothing about which one is meant
_COMMON = frozenset(
    "university universidad universidade universite universitat universita universitas universiti institute institut instituto "
    "of for de da do del di la le los las in at ministry national international school college centre center department".split()
)
_ALIKE = 0.75


def match_institution(name: str, hint_country: str | None = None) -> Match:
    """The row of the institutions table that ``name`` means; ``hint_country`` (alpha-3) chooses among several and rules others out."""
    own = [known for known in read_names().get(list_name_words(name), ()) if known.key and not known.is_place]
    near = choose_known(own, [hint_country] if hint_country else ())
    if near:
        what = "its name" if list_name_words(near.name) == list_name_words(name) else "another name"
        return Match(near.key, 1.0 if what == "its name" else 0.95, f"{name!r} is {what} of {near.name}")
    acronym = choose_known([known for known in read_acronyms().get(name.strip(), ()) if known.key], [hint_country] if hint_country else ())
    if acronym and (hint_country is None or acronym.country in (None, hint_country)):
        return Match(acronym.key, 0.8, f"{name!r} is the acronym of {acronym.name}")
    return _match_alike(name, hint_country)


def _match_alike(name: str, hint_country: str | None) -> Match:
    """The row whose words agree most with those of ``name``, if they agree by three quarters and one rare word is shared."""
    words = frozenset(list_name_words(name))
    best: tuple[float, Known] | None = None
    for known, other in _list_sharing(words):
        alike = len(words & other) / len(words | other)
        if hint_country and known.country not in (None, hint_country):
            continue
        if alike >= _ALIKE and (best is None or alike > best[0]):
            best = alike, known
    if best is None:
        return Match(None, 0.0, f"no institution of the table is called {name!r}")
    return Match(best[1].key, round(0.9 * best[0], 2), f"{name!r} shares {best[0]:.0%} of its words with {best[1].name}")


def _list_sharing(words: Iterable[str]) -> list[tuple[Known, frozenset[str]]]:
    rare = [word for word in words if word not in _COMMON]
    return list({id(pair[1]): pair for word in rare for pair in _read_rare_words().get(word, ())}.values())


@cache
def _read_rare_words() -> Mapping[str, list[tuple[Known, frozenset[str]]]]:
    """Names of our own table, as sets of words, by each word that is not common to most."""
    shelves: dict[str, list[tuple[Known, frozenset[str]]]] = {}
    for known in read_institutions():
        if not known.key or known.is_place:
            continue
        for name in known.names:
            pair = known, frozenset(list_name_words(name))
            for word in pair[1] - _COMMON:
                shelves.setdefault(word, []).append(pair)
    return shelves

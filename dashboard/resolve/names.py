"""What a written name of an institution means: a row of our table or of the registry, or none, and why.

"No match" is an answer: a name that several bear, one that is known elsewhere only, and one that is merely like another stay
unlinked. A score is the share of links found in its way that are right, as measured on names collected by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.folding import fold
from dashboard.knowledge.institutions import Known, find_named, find_registered, list_name_words, read_acronyms
from dashboard.knowledge.naming import find_head, tell_kind
from dashboard.knowledge.telling import is_telling
from dashboard.model import Match
from dashboard.resolve.alike import Likeness, list_alike

_NAME, _OTHER, _ORDER, _WORDS, _SPELT, _ACRONYM = 0.99, 0.98, 0.91, 0.85, 0.88, 0.92
_ALIKE = {
    Likeness.WORDS: (_WORDS, "has the same words as"),
    Likeness.ORDER: (_ORDER, "has, in another order, the words of"),
    Likeness.SPELT: (_SPELT, "is spelt almost like"),
}
# a shorter acronym of the registry means too much, even in its country
_SHORTEST = 4
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)\s*\Z")
_COUNTRY_AFTER = re.compile(r"\s*(?:,|\()\s*([^,()]{3,40})\)?\s*\Z")
_SURE = 0.75


@dataclass(frozen=True, slots=True)
class _Way:
    """How a name leads to institutions: how sure it is, what it says in words, and the institutions."""

    score: float
    says: str
    rows: Sequence[Known]


def match_institution(name: str, hint_country: str | None = None, hint_city: str | None = None) -> Match:
    """The row that ``name`` means, by its key or ``ror:`` and its id; the hints (alpha-3, a city) choose and rule out."""
    return _match(" ".join(name.split()), hint_country, hint_city)


@lru_cache(maxsize=1 << 14)
def _match(name: str, country: str | None, city: str | None) -> Match:
    because = ""
    for way in _list_ways(name, country):
        rows = [known for known in way.rows if not known.is_place]
        possible = [known for known in rows if not country or known.country in (country, None)]
        known = _choose(possible, country, city) if possible else None
        if known and known.link and _is_telling(known, name, country, way):
            return Match(known.link, way.score, f"{name!r} {way.says} {_tell(known)}")
        because = because or _tell_why_not(name, rows, possible)
        if possible:
            break
    return Match(None, 0.0, because or f"no institution is known as {name!r}")


def _list_ways(name: str, country: str | None) -> Iterator[_Way]:
    """The ways from a name to institutions, the surest first."""
    stem = _take_stem(name)
    for written in dict.fromkeys((name, stem)):
        words, found = list_name_words(written), find_named(written)
        official = [known for known in found if list_name_words(known.name) == words]
        yield _Way(_NAME, "is the name of", official)
        yield _Way(_OTHER, "is another name of", found)
    if " " not in stem:
        rows = tuple(dict.fromkeys(read_acronyms().get(stem) + find_registered(stem)))
        # initials that a domain spells count only where nobody says to be called so
        stated = [known for known in rows if stem in (known.acronym, *known.acronyms, *known.aliases)]
        yield _Way(_ACRONYM, "is the acronym of", stated or rows)
        return
    yield _Way(_OTHER, "of that country is", _find_national(stem, country))
    alike = list_alike(stem)
    for likeness, (score, says) in _ALIKE.items():
        yield _Way(score, says, [known for known, how in alike if how is likeness])


def _find_national(name: str, country: str | None) -> list[Known]:
    """The body that a name without country means in one: "Ministry of Education" in Fiji."""
    names = read_countries()[country].names if country in read_countries() and country else ()
    return list({known.value: known for one in names for known in find_named(f"{name} of {one}")}.values())


def _take_stem(name: str) -> str:
    """A name without what is added to it: an acronym in brackets, the country after a comma, the faculty before one."""
    name = _BRACKET.sub("", name)
    after = _COUNTRY_AFTER.search(name)
    if after and match_country(after[1]).score >= _SURE:
        name = name[: after.start()]
    parts = name.split(", ")
    whole = [part for part in parts if tell_kind(part) in ("university", "research")]
    if len(parts) > 1 and tell_kind(parts[0]) in ("part", "school") and len(whole) == 1:
        return whole[0]
    return name


def _choose(possible: list[Known], country: str | None, city: str | None) -> Known | None:
    """The one that is meant, if it is the only one, the only one in its city, or in its country the only one of our table."""
    if len(possible) == 1:
        return possible[0]
    here = [known for known in possible if city and known.city and fold(known.city) == fold(city)]
    alone = country or len({(list_name_words(known.name), known.country) for known in possible}) == 1
    own = [known for known in possible if known.key and alone]
    return here[0] if len(here) == 1 else own[0] if len(own) == 1 else None


def _is_telling(known: Known, name: str, country: str | None, way: _Way) -> bool:
    """Whether a way leads to this institution without doubt: where much speaks for another, only if its country is the same."""
    if way.score == _ACRONYM and not known.listed and len(name) < _SHORTEST:
        return False
    if (country and known.country) or (known.country is None and known.listed):
        return True
    if way.score == _ACRONYM:
        return bool(known.key)
    return way.score not in (_ORDER, _SPELT) and (_is_proper(name, known) or is_telling(" ".join(list_name_words(name))))


def _is_proper(name: str, known: Known) -> bool:
    """Whether a name is a word, or for a row of our table words, that no body is called by: "Jisc", "LMU Munich"."""
    words = list_name_words(name)
    return len(words) == 1 or (bool(known.key) and all(find_head(word) is None for word in words))


def _tell(known: Known) -> str:
    country = read_countries().get(known.country or "")
    return f"{known.name} ({country.short_name})" if country else known.name


def _tell_why_not(name: str, rows: Sequence[Known], possible: Sequence[Known]) -> str:
    if len(possible) > 1:
        return f"{name!r} may be {' or '.join(sorted({_tell(known) for known in possible})[:3])}"
    if possible:
        known = possible[0]
        return f"{name!r} may be {_tell(known)}, {'but may be another' if known.link else 'which has no id'}"
    return f"{name!r} is known as {_tell(rows[0])} only" if rows else ""

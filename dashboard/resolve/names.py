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
from dashboard.knowledge.institutions import Known, find_by_name, find_named, find_registered, list_name_words, read_acronyms
from dashboard.knowledge.naming import find_head, read_uses, tell_kind
from dashboard.model import Match
from dashboard.resolve.alike import list_alike

_NAME, _OTHER, _ORDER, _WORDS, _SPELT, _ACRONYM = 0.99, 0.98, 0.95, 0.97, 0.96, 0.94
# ways that may lead to somebody else, unless the country is the same
_UNSURE = frozenset({_ORDER, _SPELT})
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)\s*\Z")
_COUNTRY_AFTER = re.compile(r"\s*(?:,|\()\s*([^,()]{3,40})\)?\s*\Z")
_SURE = 0.75
# bodies of these kinds are called alike in many places, the more so the fewer words they have
_LOCAL, _FEW = frozenset({"government", "school", "other", None}), 3


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
    for way in _list_ways(name):
        rows = [known for known in way.rows if not known.is_place]
        possible = [known for known in rows if not country or known.country in (country, None)]
        known = _choose(possible, country, city) if possible else None
        if known and known.link and _is_telling(known, name, country, way):
            return Match(known.link, way.score, f"{name!r} {way.says} {_tell(known)}")
        because = because or _tell_why_not(name, rows, possible)
        if possible:
            break
    return Match(None, 0.0, because or f"no institution is known as {name!r}")


def _list_ways(name: str) -> Iterator[_Way]:
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
    yield _Way(_ORDER, "has, in another order, the words of", find_by_name(stem))
    alike = list_alike(stem)
    yield _Way(_WORDS, "has the same words as", [known for known, same in alike if same])
    yield _Way(_SPELT, "is spelt almost like", [known for known, same in alike if not same])


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
    own = [known for known in possible if known.key and country]
    return here[0] if len(here) == 1 else own[0] if len(own) == 1 else None


def _is_telling(known: Known, name: str, country: str | None, way: _Way) -> bool:
    """Whether a way leads to this institution without doubt: where much speaks for another, only if its country is the same."""
    if country and known.country:
        return True
    if way.score == _ACRONYM:
        return known.listed and (bool(known.key) or known.country is None)
    return known.country is None or not (way.score in _UNSURE or _is_common(name))


def _is_common(name: str) -> bool:
    """Whether a name has only words that many have, such as "National University" or "Ministry of Education"."""
    words = list_name_words(name)
    telling = [word for word in words if find_head(word) is None and word not in read_uses("common") | read_uses("generic")]
    few = not telling if len(words) > _FEW else len(telling) < 2
    return not telling or (few and tell_kind(name) in _LOCAL)


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

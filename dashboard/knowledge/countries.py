"""Countries and areas: ISO 3166-1 codes, UN names, regions and groups, and what else they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.knowledge.files import read_rows, split_list
from dashboard.knowledge.folding import fold
from dashboard.model import Match

_COLUMNS = (
    "alpha3", "alpha2", "m49", "name", "short_name", "aliases", "demonyms", "ambiguous", "region", "subregion",
    "ldc", "lldc", "sids", "un_member", "capital", "latitude", "longitude",
)  # fmt: skip
# How sure a match is, by what was matched; a name that also means something else is half as sure.
_SCORES = {"a code": 1.0, "the name": 1.0, "another name": 0.95, "a demonym": 0.8, "a foreign name": 0.9}
_AMBIGUOUS = 0.5


@dataclass(frozen=True, slots=True)
class Country:
    """A country or area: ``code`` is alpha-3, ``name`` the UN short name, ``short_name`` for charts, its point in degrees.

    ``ambiguous`` lists the aliases and demonyms that need context ("Georgia", "American").
    """

    code: str
    alpha2: str
    m49: str | None
    name: str
    short_name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    ambiguous: tuple[str, ...]
    region: str | None
    subregion: str | None
    ldc: bool
    lldc: bool
    sids: bool
    un_member: bool
    capital: str | None
    latitude: float
    longitude: float

    @property
    def names(self) -> tuple[str, ...]:
        """Every English name, the UN short name first, each once."""
        return tuple(dict.fromkeys((self.name, self.short_name, *self.aliases)))


@cache
def read_countries() -> Mapping[str, Country]:
    """Every country and area by alpha-3 code: the 249 of ISO 3166-1 and ``XKX``, sorted by code."""
    rows = read_rows("countries.csv", _COLUMNS)
    return MappingProxyType({row["alpha3"]: _country(row) for row in sorted(rows, key=lambda row: row["alpha3"])})


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["alpha3"],
        alpha2=row["alpha2"],
        m49=row["m49"] or None,
        name=row["name"],
        short_name=row["short_name"],
        aliases=split_list(row["aliases"]),
        demonyms=split_list(row["demonyms"]),
        ambiguous=split_list(row["ambiguous"]),
        region=row["region"] or None,
        subregion=row["subregion"] or None,
        ldc=row["ldc"] == "1",
        lldc=row["lldc"] == "1",
        sids=row["sids"] == "1",
        un_member=row["un_member"] == "1",
        capital=row["capital"] or None,
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )


@cache
def read_country_names() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """What countries are called in other languages: language (ISO 639-1) → alpha-3 → names."""
    languages: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in read_rows("country_names.csv", ("language", "alpha3", "names")):
        languages.setdefault(row["language"], {})[row["alpha3"]] = split_list(row["names"])
    return MappingProxyType(languages)


def match_country(name: str) -> Match:
    """What a written name means: a code, a name in English or another language, or a demonym; accents and case do not matter.

    Short capitals ("US", "DRC") count only as they are written. The score is 0.5 where the word also means something else.
    """
    name = " ".join(name.split())
    found = _exact().get(name) or _folded().get(_without_article(fold(name)))
    return found or Match(None, 0.0, f"no country is called {name!r}")


@cache
def _exact() -> Mapping[str, Match]:
    matches: dict[str, Match] = {}
    for name, match in _list_names():
        matches.setdefault(name, match)
    return matches


@cache
def _folded() -> Mapping[str, Match]:
    matches: dict[str, Match] = {}
    for name, match in _list_names():
        if not _is_short_capitals(name):
            matches.setdefault(_without_article(fold(name)), match)
    return matches


def _list_names() -> Iterator[tuple[str, Match]]:
    """Names with what they mean, the surest first."""
    countries = read_countries().values()
    for what in ("a code", "the name", "another name", "a demonym"):
        for country in countries:
            yield from ((name, _match(country, name, what)) for name in _names_of(country, what))
    for by_country in read_country_names().values():
        for code, names_there in by_country.items():
            country = read_countries()[code]
            yield from ((name, _match(country, name, "a foreign name")) for name in names_there)


def _names_of(country: Country, what: str) -> tuple[str, ...]:
    return {
        "a code": (country.code, country.alpha2),
        "the name": (country.name, country.short_name),
        "another name": country.aliases,
        "a demonym": country.demonyms,
    }[what]


def _match(country: Country, name: str, what: str) -> Match:
    if name in country.ambiguous:
        return Match(country.code, _AMBIGUOUS, f"{name!r} is {what} of {country.short_name}, and means other things too")
    return Match(country.code, _SCORES[what], f"{name!r} is {what} of {country.short_name}")


def _is_short_capitals(name: str) -> bool:
    letters = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    return len(letters) <= 4 and letters.isascii() and letters.isupper()


def _without_article(folded: str) -> str:
    return folded.removeprefix("the ")

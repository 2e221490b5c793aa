"""Coordinates of cities and countries through geopy: offline over the gazetteer, or Nominatim where it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard import __version__, settings
from dashboard.errors import KnowledgeError
from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.places import match_city

GEOCODERS = ("offline", "nominatim")
_CACHE = "geocoding.jsonl"
# Nominatim's usage policy allows one request a second (https://operations.osmfoundation.org/policies/nominatim/).
_SECONDS_BETWEEN = 1.0
_TIMEOUT = 10.0
Warn = Callable[[str], None]


class OfflineGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geopy geocoder over the gazetteer: cities of 15,000 people or more, and the countries' own points."""

    def geocode(self, query: str | Mapping[str, str], *, exactly_one: bool = True, timeout: Any = None) -> Any:
        """The ``Location`` of "City, Country", "City" (the largest), "Country" or ``{"city": …, "country": …}``, if any."""
        city, country = _parts(query)
        location = _city_location(city, country) if city else _country_location(country)
        return location if exactly_one or location is None else [location]


def _parts(query: str | Mapping[str, str]) -> tuple[str | None, str | None]:
    """City and country, as written, that a query asks for; a name alone is a city, unless only a country is called so."""
    if not isinstance(query, str):
        return query.get("city") or None, query.get("country") or None
    first, comma, rest = (part.strip() for part in query.rpartition(","))
    if comma:
        return first, rest
    return (rest, None) if match_city(rest) or not match_country(rest).key else (None, rest)


def _city_location(name: str, country: str | None) -> Location | None:
    code = match_country(country).key if country else None
    city = match_city(name, code) if code or not country else None
    if city is None:
        return None
    address = f"{city.name}, {read_countries()[city.country].short_name}"
    return Location(address, (city.latitude, city.longitude, 0.0), {"country": city.country, "population": city.population})


def _country_location(name: str | None) -> Location | None:
    code = match_country(name).key if name else None
    if code is None:
        return None
    country = read_countries()[code]
    return Location(country.short_name, (country.latitude, country.longitude, 0.0), {"country": code})


class CachedGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geopy geocoder over the network: one request a second, answers kept on disk, the gazetteer where the network fails."""

    def __init__(self, online: Geocoder, cache: Path, warn: Warn) -> None:
        super().__init__(scheme="https", timeout=_TIMEOUT)
        self._ask = RateLimiter(online.geocode, min_delay_seconds=_SECONDS_BETWEEN, max_retries=0, swallow_exceptions=False)
        self._offline = OfflineGeocoder()
        self._cache, self._warn = cache, warn
        self._answers: dict[str, list[Any] | None] = _load_answers(cache)
        self._reachable = True

    def geocode(self, query: str | Mapping[str, str], *, exactly_one: bool = True, timeout: Any = None) -> Any:
        """The ``Location`` that the service gives for ``query``, or ``None``; once it fails, what the gazetteer gives."""
        key = query if isinstance(query, str) else json.dumps(dict(query), sort_keys=True, ensure_ascii=False)
        if key not in self._answers and self._reachable:
            self._ask_once(key, query)
        if key not in self._answers:
            return self._offline.geocode(query, exactly_one=exactly_one)
        answer = self._answers[key]
        location = Location(answer[0], (answer[1], answer[2], 0.0), {}) if answer else None
        return location if exactly_one or location is None else [location]

    def _ask_once(self, key: str, query: str | Mapping[str, str]) -> None:
        try:
            found = self._ask(query, exactly_one=True)
        except GeopyError as error:
            self._reachable = False
            reason = " ".join(str(error).split())[:120] or type(error).__name__
            self._warn(f"The geocoding service cannot be reached ({reason}); coordinates come from the offline gazetteer")
            return
        self._answers[key] = [found.address, found.latitude, found.longitude] if found else None
        self._cache.parent.mkdir(parents=True, exist_ok=True)
        with self._cache.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"query": key, "answer": self._answers[key]}, ensure_ascii=False) + "\n")


def _load_answers(cache: Path) -> dict[str, list[Any] | None]:
    """Answers kept from earlier; a line that was cut short when writing is passed over, and so asked again."""
    answers: dict[str, list[Any] | None] = {}
    if cache.is_file():
        for line in cache.read_text(encoding="utf-8", errors="replace").split("\n"):
            try:
                entry = json.loads(line)
                answers[str(entry["query"])] = entry["answer"]
            except (ValueError, TypeError, KeyError):
                continue
    return answers


def read_geocoder(name: str, warn: Warn) -> Geocoder:
    """The geocoder of that name (``offline`` or ``nominatim``); trouble with the network is told to ``warn``, once."""
    if name == "offline":
        return OfflineGeocoder()
    if name == "nominatim":
        service = Nominatim(user_agent=f"sdg-atlas/{__version__}", timeout=_TIMEOUT)
        return CachedGeocoder(service, settings.user_folder() / _CACHE, warn)
    raise KnowledgeError(f"No geocoder is called {name!r}; choose one of {', '.join(GEOCODERS)}")


def find_point(geocoder: Geocoder, city: str, country: str | None) -> tuple[float, float] | None:
    """Latitude and longitude in degrees of a city (``country`` is alpha-3), or ``None`` where the geocoder knows none."""
    known = read_countries().get(country) if country else None
    place = {"city": city, "country": known.short_name} if known else {"city": city}
    found = geocoder.geocode(place)
    return (found.latitude, found.longitude) if found else None

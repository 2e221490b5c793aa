"""Where an institution is seated: as is known, as its name says, as the words after it say, or where its article is at home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.knowledge.countries import match_country
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import find_by_name
from dashboard.knowledge.naming import find_head, read_stops, read_subjects
from dashboard.knowledge.places import match_city, read_regions
from dashboard.model import Article, Mention, MentionKind
from dashboard.resolve.nearby import Places
from dashboard.resolve.parties import Party

# bodies of many countries have no seat that counts
_NOWHERE = frozenset({"un", "intergovernmental"})
# kinds whose bodies may be of any country where nothing tells it
_ANYWHERE = frozenset({"network", "company"})
_SURE = 0.75
_NEAR = 4
_LARGE = 150_000


@dataclass(frozen=True, slots=True)
class Seat:
    """The country (alpha-3) and city of an institution, and the mention that tells of the country where one does."""

    country: str | None = None
    city: str | None = None
    mention: Mention | None = None


def find_home(parties: Sequence[Party]) -> str | None:
    """The country where an article is at home: its publisher's, else that of most institutions whose seat is known."""
    for party in parties:
        if party.publisher and party.known and party.known.country:
            return party.known.country
    known = Counter(party.known.country for party in parties if party.known and party.known.country for _ in party.mentions)
    return known.most_common(1)[0][0] if known else None


def find_seat(article: Article, party: Party, places: Places, home: str | None) -> Seat:
    """The seat of a party; ``home`` is the country to assume for authorities, schools and the like that give none."""
    known = party.known
    if known and (known.key or (known.country is None and party.kind in _NOWHERE)):
        return Seat(known.country, known.city)
    if party.kind in _NOWHERE or (known and party.kind == "network" and not _is_of_one_country(party.name)):
        return Seat()
    if known:
        return Seat(_choose(party, home), known.city or _city_in(party.name, known.country))
    return _tell_seat(article, party, places, home)


def _is_of_one_country(name: str) -> bool:
    """Whether the name of a network says that it is one country's: most of those that do not span several."""
    regions = read_regions()
    return _country_in(name) is not None or any(words in regions for words in _stretches(name.split()))


def _tell_seat(article: Article, party: Party, places: Places, home: str | None) -> Seat:
    """The seat of a party that no list knows: by its name, the words after it, or where the article is at home."""
    named = _country_in(party.name)
    if named:
        return Seat(named, _city_in(party.name, named))
    seat = _seat_after(article, party, places)
    if seat.country:
        return seat
    city = match_city_in(party.name, home)
    if city:
        return Seat(city[1], city[0])
    return Seat(home if party.kind not in _ANYWHERE or party.publisher else None)


def _choose(party: Party, home: str | None) -> str | None:
    """Among several of the same name the one at home; else the seat that they share."""
    countries = {known.country for known in find_by_name(party.name)} or {party.known.country if party.known else None}
    if home in countries:
        return home
    return next(iter(countries)) if len(countries) == 1 else None


def _country_in(name: str) -> str | None:
    """The country that a name holds: "Ministry of Education of Brazil", "French Embassy"; of several the first."""
    for words in _stretches(name.replace("’s", "").replace("'s", "").split()):
        match = match_country(words)
        if match.key and match.score >= _SURE:
            return match.key
    return None


def _stretches(words: Sequence[str]) -> Iterator[str]:
    for i, word in enumerate(words):
        if word[0].isupper():
            yield from (" ".join(words[i : i + n]).strip("(),.") for n in (3, 2, 1) if i + n <= len(words))


def _seat_after(article: Article, party: Party, places: Places) -> Seat:
    """What stands right after the name: ", Kenya", "(Japan)", "in Lisbon, Portugal"."""
    for mention in party.mentions:
        for place in places.between(mention.end + 1, mention.end + _NEAR + 2):
            if article.text[mention.end : place.start].strip(" (,") in ("", "in", "de", "-", "–", "of"):
                return _seat_of(article, place, places)
    return Seat()


def _seat_of(article: Article, place: Mention, places: Places) -> Seat:
    """The seat that a city or country tells of; a country right after a city tells which city of that name is meant."""
    if place.kind == MentionKind.COUNTRY:
        return Seat(place.value, None, place)
    city, _, country = place.value.partition("|")
    after = next((m for m in places.between(place.end + 1, place.end + _NEAR) if m.kind == MentionKind.COUNTRY), None)
    if after and article.text[place.end : after.start].strip() in (",", "("):
        city_there = match_city(city, after.value)
        return Seat(after.value, city_there.name if city_there else city, after)
    return Seat(country or None, city, place)


def _city_in(name: str, country: str | None) -> str | None:
    found = match_city_in(name, country) if country else None
    return found[0] if found else None


def match_city_in(name: str, home: str | None) -> tuple[str, str] | None:
    """The city that a name holds ("University of Nairobi") with its country: one at home before a large one elsewhere."""
    words = [word.strip("(),.") for word in name.split()]
    for words_of_city in _stretches(words):
        folded = fold_in_place(words_of_city)
        if folded in read_stops() or folded in read_subjects() or find_head(folded):
            continue
        city = match_city(words_of_city, home) if home else None
        if city is None and (there := match_city(words_of_city)) and there.population > _LARGE:
            city = there
        if city:
            return city.name, city.country
    return None

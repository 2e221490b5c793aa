"""Where an event took place: a place named with it, else the seat of who hosts it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.knowledge.folding import fold, fold_in_place
from dashboard.model import EventKind, Institution, Mention, MentionKind, Role
from dashboard.resolve.reading import Reading

_RULES = {"dateline": 2.0, "city, country": 2.0, "in": 2.0, "alone": 0.5, "within a name": -1.0, "name": 1.0, "region": 1.0}
_LEAST = 2.5
_HELD = re.compile(
    r"(?:held|takes? place|took place|hosted|venue|location|lugar|ort|tempat|celebr\w+|realiz\w+|statt|organi[sz]ed|convened|"
    r"gathered|visit\w*|travel\w*|met|diselenggarakan|berlangsung|digelar|diễn ra)\W+(?:\w+\W+){0,8}$",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"(?:from|based|born|native|dari|aus|originaire|procedentes?|oriund\w+)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:in|at|to|en|em|au|aux|à|im|nach|di|ke|tại|ở|visit(?:s|ed)?)\W+(?:the\W+|den\W+|die\W+)?$", re.IGNORECASE
)
# who comes to another: "a delegation from X", "visited by X", "welcomed X"
_GUEST = re.compile(
    r"(?:(?:delega\w+|representati?v\w+|representa\w+|visitors?|guests?|team|group|students?|participants?|speakers?|"
    r"professors?|colleagues|visit|members|officials|rombongan|mahasiswa|kunjungan) (?:\w+ ){0,3}?"
    r"(?:from|of|by|dari|de|del|der|da|do|von|aus)|visited by|welcom\w+|hosted|hosts|receive[ds]?|receiving|menerima|recib\w+|"
    r"accueil\w+|begrusst\w*|empfing) (?:\w+ ){0,3}?\Z"
)
# who receives others, by the words after its name: "X's president warmly welcomed", "a tour of the X campus"
_WELCOMES = re.compile(
    r"(?:['’]s)?,? (?:[\w.'’-]+,? ){0,6}?"
    r"(?:(?:welcomed|greeted) |received (?:an? |the )?(?:visit|delegation)|hosted (?!by)|campus\b)"
)
_HOSTS: Mapping[str, float] = {Role.HOST: 2.0, Role.ORGANISER: 1.0}
_AT_HOME = 1.5
_READ, _MOST = 6, 20
# kinds that happen somewhere: their place may be taken from their host, and a place named with them is probably theirs
_PLACED = frozenset(
    {
        EventKind.MEETING,
        EventKind.CONFERENCE,
        EventKind.TRAINING,
        EventKind.VISIT,
        EventKind.CAMPAIGN,
        EventKind.AWARD,
        EventKind.EXCHANGE,
    }
)
_CITIES_OF_HOSTS = _PLACED | {EventKind.AGREEMENT}


@dataclass(frozen=True, slots=True)
class Where:
    """City and country (alpha-3) of an event, with the mention that says so (``None``: the seat of its host)."""

    city: str | None
    country: str | None
    because: Mention | None


def choose_where(reading: Reading, kind: str, near: set[int], institutions: Sequence[Institution]) -> Where:
    """The place that belongs to the sentences ``near``; where none is named, the seat of the host."""
    seats = {f"{institution.city}|{institution.country}" for institution in institutions[:3]}
    found = _places(reading, MentionKind.CITY)
    cities = [(_score(reading, mention, near) + (mention.value in seats), mention) for mention in found]
    score, city = max(cities, default=(0.0, None), key=_rank)
    if city and score >= _LEAST:
        name, country = city.value.split("|")
        return Where(name, country, city)
    found = [mention for mention in _places(reading, MentionKind.COUNTRY) if _is_into(reading, mention)]
    countries = [(_score(reading, mention, near) + 1.0, mention) for mention in found]
    score, named = max(countries, default=(0.0, None), key=_rank)
    host = _host(reading, kind, institutions)
    if named and score >= _LEAST + 1 and (host is None or named.value != host.country):
        return Where(None, named.value, named)
    return _seat(kind, host)


def _seat(kind: str, host: Institution | None) -> Where:
    """The seat of the host, without its city where the kind of event does not take place anywhere."""
    if host is None:
        return Where(None, None, None)
    return Where(host.city if kind in _CITIES_OF_HOSTS else None, host.country, None)


def _rank(scored: tuple[float, Mention | None]) -> tuple[float, int]:
    """The best score first, of equals what stands earlier."""
    return scored[0], -scored[1].start if scored[1] else 0


def _is_into(reading: Reading, mention: Mention) -> bool:
    """Whether something happens in a country: "in Kenya", where "Tonga's minister" tells of a party."""
    if mention.rule not in {"name", "region"}:
        return False
    return _INTO.search(reading.article.text[max(0, mention.start - 20) : mention.start]) is not None


def _places(reading: Reading, kind: MentionKind) -> list[Mention]:
    found = reading.early(kind)
    if reading.headline == (0, 0):
        found = [*found, *(mention for mention in reading.title_mentions if mention.kind == kind)]
    return found


def _score(reading: Reading, mention: Mention, near: set[int]) -> float:
    score = _RULES.get(mention.rule, -1.0)
    before = reading.article.text[max(0, mention.start - 90) : mention.start]
    if _HELD.search(before):
        score += 1.0
    if _ORIGIN.search(before):
        score -= 2.0
    if mention in reading.title_mentions:
        score += 1.0
    if reading.sentence(mention.start) in near:
        score += 1.0
    depth = reading.depth(mention.start)
    return score + (1.0 if depth < 500 else 0.5 if depth < 1200 else -2.5 if depth > 3000 else -1.0 if depth > 1800 else 0.0)


def _host(reading: Reading, kind: str, institutions: Sequence[Institution]) -> Institution | None:
    """Who an event takes place at: a host, else the publisher or an organiser, else the first that has a seat.

    Agreements, projects and the like need not take place anywhere: parties from several countries make nothing likely.
    """
    seated = [institution for institution in institutions if institution.country]
    if kind not in _PLACED and len({institution.country for institution in seated}) > 1:
        host = next((institution for institution in seated if institution.role == Role.HOST), None)
        return host or next((institution for institution in seated[:_MOST] if _welcomes(reading, institution)), None)
    named = reading.early(MentionKind.INSTITUTION)
    return max(seated[:_MOST], key=lambda institution: _receives(reading, institution, named), default=None)


def _welcomes(reading: Reading, institution: Institution) -> bool:
    """Whether the text says that an institution receives others: it welcomes them, or they come to its campus."""
    names, text = {institution.name, institution.as_written, institution.acronym}, reading.article.text
    mentions = [mention for mention in reading.early(MentionKind.INSTITUTION) if mention.text in names]
    return any(_WELCOMES.match(text, mention.end, mention.end + 100) for mention in mentions[:_MOST])


def _receives(reading: Reading, institution: Institution, named: Sequence[Mention]) -> float:
    """How much an institution looks like the one that receives the others; who sends a delegation does not."""
    score = _HOSTS.get(institution.role or "", 0.0)
    publisher, name = fold(reading.article.publisher or "?"), fold(institution.name)
    if name in publisher or publisher in name:
        score += _AT_HOME
    names, text = {institution.name, institution.as_written, institution.acronym}, reading.article.text
    mentions = [mention for mention in named if mention.text in names][:_READ]
    guests = sum(
        _GUEST.search(fold_in_place(text[max(0, mention.start - 60) : mention.start])) is not None for mention in mentions
    )
    return score - min(guests, 2)

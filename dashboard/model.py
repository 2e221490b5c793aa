"""The nouns: Article, Mention, Evidence, Event, Institution, Person, Record, Match.

Dates are ISO prefixes (``2023``, ``2023-05``, ``2023-05-29``) whose length is their precision; countries are ISO 3166-1 alpha-3
(and ``XKX``); goals are 1 to 17. The fields follow the annotation guide: one type for gold, machine output and review.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class MentionKind(StrEnum):
    """What a mention is about."""

    DATE = "date"
    CITY = "city"
    COUNTRY = "country"
    INSTITUTION = "institution"
    GOAL = "goal"
    SUBJECT = "subject"
    KIND = "kind"
    STATUS = "status"
    MODE = "mode"
    PARTICIPANTS = "participants"
    PERSON = "person"
    PROGRAMME = "programme"


class EventKind(StrEnum):
    """What happened."""

    AGREEMENT = "agreement"
    MEETING = "meeting"
    CONFERENCE = "conference"
    TRAINING = "training"
    VISIT = "visit"
    PROJECT = "project"
    PROGRAMME = "programme"
    DESIGNATION = "designation"
    AWARD = "award"
    CAMPAIGN = "campaign"
    PUBLICATION = "publication"
    EXCHANGE = "exchange"


class Status(StrEnum):
    """Whether the event had taken place when the article told of it."""

    HELD = "held"
    ANNOUNCED = "announced"


class Mode(StrEnum):
    """How people took part."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class InstitutionKind(StrEnum):
    """What sort of body an institution is."""

    UNIVERSITY = "university"
    SCHOOL = "school"
    RESEARCH = "research"
    UN = "un"
    GOVERNMENT = "government"
    INTERGOVERNMENTAL = "intergovernmental"
    NETWORK = "network"
    NGO = "ngo"
    COMPANY = "company"
    OTHER = "other"


class Role(StrEnum):
    """The part an institution plays in what is reported."""

    SIGNATORY = "signatory"
    ORGANISER = "organiser"
    HOST = "host"
    PARTICIPANT = "participant"
    FUNDER = "funder"
    SUBJECT = "subject"


class Basis(StrEnum):
    """What stands behind a value: words of the source or of our summary, an entry by hand, or a rule that derived it."""

    QUOTED = "quoted"
    DIGEST = "digest"
    CURATED = "curated"
    INFERRED = "inferred"


# A partnership needs something done together: these kinds name or honour, or tell of, without pairing.
KINDS_WITHOUT_PARTNERSHIP = frozenset({EventKind.DESIGNATION, EventKind.AWARD, EventKind.PUBLICATION})


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read; ``text`` is final, offsets count its characters. ``language`` is that of ``text``.

    ``basis`` tells whether ``text`` holds the words of the source or our digest of it.
    """

    id: str
    url: str | None
    title: str
    publisher: str | None
    published: str | None
    language: str | None
    source_language: str | None
    text: str
    basis: Basis = Basis.QUOTED


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of an article's text that says something, with its value in a documented form and the rule that found it."""

    article: str
    kind: MentionKind
    start: int
    end: int
    text: str
    value: str
    rule: str


def mention_at(article: Article, kind: MentionKind, span: tuple[int, int], value: str, rule: str) -> Mention:
    """The mention at ``span`` (start inclusive, end exclusive); the only maker of mentions, so they always quote the text."""
    start, end = span
    if not 0 <= start < end <= len(article.text):
        raise ValueError(f"{article.id}: no words at {start}:{end} of {len(article.text)} characters")
    return Mention(article.id, kind, start, end, article.text[start:end], value, rule)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field of a record has its value.

    ``field`` is a path into the record, such as ``events/0/start``, ``institutions/2/name`` or ``sdgs_explicit/9``.
    A curated value without words, and an inferred one, has no start, end and text. ``confidence`` is the probability (0 to 1)
    that the value is right, where one was estimated.
    """

    field: str
    value: str
    basis: Basis
    start: int | None = None
    end: int | None = None
    text: str | None = None
    rule: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or will; ``institutions`` names those of the record that take part.

    ``sdgs_explicit``, ``sdgs_implied`` and ``countries`` are its own where it has any; otherwise it inherits its record's.
    """

    title: str
    kind: str
    start: str | None = None
    end: str | None = None
    status: str = Status.HELD
    mode: str | None = None
    city: str | None = None
    country: str | None = None
    participants: int | None = None
    institutions: tuple[str, ...] = ()
    sdgs_explicit: tuple[int, ...] = ()
    sdgs_implied: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Institution:
    """A body that takes part in what an article reports; ``key`` is its row in the institutions table where it is linked."""

    name: str
    acronym: str | None = None
    kind: str | None = None
    country: str | None = None
    city: str | None = None
    role: str | None = None
    key: str | None = None
    as_written: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts in what is reported."""

    name: str
    role: str | None = None
    institution: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The facts of one article, the main event first."""

    id: str
    url: str | None = None
    title: str = ""
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    relevant: bool = True
    digest: str | None = None
    events: tuple[Event, ...] = ()
    institutions: tuple[Institution, ...] = ()
    countries: tuple[str, ...] = ()
    sdgs_explicit: tuple[int, ...] = ()
    sdgs_implied: tuple[int, ...] = ()
    programmes: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was found to mean: a key of the institutions table or ``None``, how sure (0 to 1), and why in words."""

    key: str | None
    score: float
    because: str

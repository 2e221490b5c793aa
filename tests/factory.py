"""Builders of small nouns: an article, an event, a record that knows its institutions, tables of a few records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.build import build_tables
from dashboard.model import Article, Basis, Event, Institution, Record
from dashboard.tables import Tables

# Rows of the curated list that tests may name: key, name, country.
NUT = Institution("Nagaoka University of Technology", "NUT", "university", "JPN", key="nagaoka-university-of-technology")
UNAI = Institution("United Nations Academic Impact", "UNAI", "un", key="unai")
NU = Institution("Nazarbayev University", "NU", "university", "KAZ", key="nazarbayev-university")
SUSTECH = Institution(
    "Southern University of Science and Technology",
    "SUSTech",
    "university",
    "CHN",
    key="southern-university-of-science-and-technology",
)
LISTED = {institution.name: institution for institution in (NUT, UNAI, NU, SUSTECH)}


def article(text: str = "Nothing happened.", **fields: Any) -> Article:
    """An article with this text; its id is ``a`` and its basis the digest, unless told otherwise."""
    values: dict[str, Any] = {
        "id": "a",
        "url": "https://example.org/a",
        "title": "A title",
        "publisher": "A University",
        "published": "2024-06-01",
        "language": "en",
        "source_language": "en",
        "basis": Basis.DIGEST,
    }
    return Article(text=text, **(values | fields))


def event(kind: str = "meeting", start: str | None = None, parties: Iterable[Institution] = (), **fields: Any) -> Event:
    """An event of one day (unless it has an ``end``) in which these institutions take part."""
    values: dict[str, Any] = {"title": f"A {kind}", "end": start}
    return Event(kind=kind, start=start, institutions=tuple(party.name for party in parties), **(values | fields))


def record(id: str = "a", events: Sequence[Event] = (), institutions: Sequence[Institution] = (), **fields: Any) -> Record:
    """A record of these events; institutions that only events name are taken from ``LISTED``, or stand there by name alone."""
    named = {institution.name: institution for institution in institutions}
    for name in (name for event in events for name in event.institutions):
        named.setdefault(name, LISTED.get(name) or Institution(name))
    return Record(id=id, events=tuple(events), institutions=tuple(named.values()), **fields)


def tables(records: Iterable[Record], articles: Iterable[Article] = ()) -> Tables:
    """The tables of these records; articles that are not given are made up."""
    given = {each.id: each for each in articles}
    return build_tables([(given.get(each.id) or article(id=each.id, published=each.published), each) for each in records])

"""The form of the tables: names, columns, types and keys."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

FORMAT = 2

# Column names and types of every table, once. ``str``, ``Int64`` and ``float64`` may be missing, ``bool`` and ``int64`` not.
SCHEMA: dict[str, dict[str, str]] = {
    # one article read; ``text`` is our digest (basis "digest") or the words of the source ("quoted", never exported)
    "articles": {
        "article_id": "str", "title": "str", "url": "str", "publisher": "str", "publisher_key": "str",
        "published": "str", "language": "str", "source_language": "str", "relevant": "bool", "basis": "str", "text": "str",
        "sha256": "str",
    },
    # one event counted once; ``first_day`` and ``last_day`` widen ``start`` and ``end``; ``reports`` counts articles,
    # ``sources`` those that are no copy or repeat of another. ``known`` is some of "when | where | who | kind | goals",
    # ``differing`` where reports contradict each other ("participants: 40, 120"); ``health`` says all that in words
    "events": {
        "event_id": "str", "title": "str", "kind": "str", "start": "str", "end": "str", "first_day": "str",
        "last_day": "str", "status": "str", "mode": "str", "city": "str", "country": "str", "latitude": "float64",
        "longitude": "float64", "participants": "Int64", "reports": "int64", "sources": "int64",
        "confirmed": "bool", "known": "str", "differing": "str", "review": "str", "health": "str",
    },
    # which article tells of which event; ``position`` 0 is the article's main event. ``because`` and ``score``: why and how
    # surely it tells of the same as the first, where it is not the first; ``copy_of``: the article whose words it repeats
    "event_articles": {
        "event_id": "str", "article_id": "str", "position": "int64", "because": "str", "score": "float64",
        "source_kind": "str", "copy_of": "str",
    },
    "participations": {"event_id": "str", "institution_id": "str", "role": "str"},
    # the institutions that records name; ``listed`` tells rows of the curated list from names found in articles only
    "institutions": {
        "institution_id": "str", "name": "str", "aliases": "str", "acronym": "str", "kind": "str", "country": "str",
        "city": "str", "latitude": "float64", "longitude": "float64", "ror": "str", "homepage": "str", "parent": "str",
        "listed": "bool",
    },
    # every country or area; ``articles`` counts the articles read that cover it
    "countries": {
        "country": "str", "name": "str", "short_name": "str", "aliases": "str", "region": "str", "subregion": "str",
        "ldc": "bool", "lldc": "bool", "sids": "bool", "un_member": "bool", "latitude": "float64", "longitude": "float64",
        "articles": "int64",
    },
    "goals": {"goal": "int64", "title": "str", "colour": "str", "uri": "str"},
    # ``basis`` is "stated" or "inferred"; ``via`` is "event" or "article" (inherited from the article's record)
    "event_goals": {"event_id": "str", "goal": "int64", "basis": "str", "via": "str"},
    # ``because`` is "venue", "seat" (of an institution) or "article" (what remains of the record's countries)
    "event_countries": {"event_id": "str", "country": "str", "because": "str"},
    "programmes": {"event_id": "str", "programme_key": "str", "programme": "str"},
    "people": {"article_id": "str", "name": "str", "role": "str", "institution_id": "str"},
    "designations": {
        "programme": "str", "position": "str", "goal": "Int64", "institution_id": "str", "start": "str",
        "end": "str", "source_url": "str",
    },
    # why a value is what it is. ``subject`` is the id of an event, an institution or (for people) an article; ``field`` its
    # column, or "goal 4", "country KAZ", "institution unai", "programme erasmus-plus", "person Ann Lee". Without ``start`` the
    # ``text`` is of the headline; without it the value is an entry by hand ("curated") or follows from others by ``rule``;
    # ``confidence`` is the probability (0 to 1) that a value is right that was read and not entered by hand
    "evidence": {
        "subject": "str", "field": "str", "value": "str", "article_id": "str", "basis": "str",
        "start": "Int64", "end": "Int64", "text": "str", "rule": "str", "confidence": "float64",
    },
    # ids that an event had before it was merged lead on to it ("merged"); those of reports no longer read lead to none ("gone")
    "former_ids": {"former_id": "str", "event_id": "str", "because": "str"},
}  # fmt: skip

KEYS: dict[str, list[str]] = {
    "articles": ["article_id"], "events": ["event_id"], "event_articles": ["event_id", "article_id", "position"],
    "participations": ["event_id", "institution_id"], "institutions": ["institution_id"], "countries": ["country"],
    "goals": ["goal"], "event_goals": ["event_id", "goal"], "event_countries": ["event_id", "country"],
    "programmes": ["event_id", "programme_key"], "former_ids": ["former_id"],
}  # fmt: skip

FRAMES = tuple(SCHEMA)


def frame_of(name: str, rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    """The table ``name`` with these rows, columns and types as ``SCHEMA`` has them."""
    columns = SCHEMA[name]
    frame = pd.DataFrame(list(rows), columns=list(columns))
    return frame.astype(columns)

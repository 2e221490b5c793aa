"""The Tables: facts in normal form, where both halves of the Atlas meet; saved, loaded, checked, and turned into sparse matrices."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from dashboard.errors import TableError

FORMAT = 1

# Column names and types of every table, once. ``str`` may be missing; ``Int64`` and ``float64`` too; ``bool`` and ``int64`` may not.
SCHEMA: dict[str, dict[str, str]] = {
    # one article read; ``text`` is our digest (basis "digest") or the source's own words (basis "quoted", never exported)
    "articles": {
        "article_id": "str", "title": "str", "url": "str", "publisher": "str", "publisher_key": "str", "published": "str",
        "language": "str", "source_language": "str", "relevant": "bool", "basis": "str", "text": "str", "sha256": "str",
    },
    # one event counted once; ``first_day`` and ``last_day`` widen the ISO prefixes ``start`` and ``end``; ``reports`` counts articles
    "events": {
        "event_id": "str", "title": "str", "kind": "str", "start": "str", "end": "str", "first_day": "str", "last_day": "str",
        "status": "str", "mode": "str", "city": "str", "country": "str", "latitude": "float64", "longitude": "float64",
        "participants": "Int64", "reports": "int64",
    },
    # which article tells of which event; ``position`` 0 is the article's main event; ``because`` says why it was merged, if it was
    "event_articles": {"event_id": "str", "article_id": "str", "position": "int64", "because": "str"},
    "participations": {"event_id": "str", "institution_id": "str", "role": "str"},
    # the institutions that records name; ``listed`` tells rows of the curated list from names found in articles only
    "institutions": {
        "institution_id": "str", "name": "str", "aliases": "str", "acronym": "str", "kind": "str", "country": "str", "city": "str",
        "latitude": "float64", "longitude": "float64", "ror": "str", "homepage": "str", "parent": "str", "listed": "bool",
    },
    # every country or area; ``articles`` counts the articles read that cover it
    "countries": {
        "country": "str", "name": "str", "short_name": "str", "aliases": "str", "region": "str", "subregion": "str", "ldc": "bool",
        "lldc": "bool", "sids": "bool", "un_member": "bool", "latitude": "float64", "longitude": "float64", "articles": "int64",
    },
    "goals": {"goal": "int64", "title": "str", "colour": "str", "uri": "str"},
    # ``basis`` is "stated" or "inferred"; ``via`` is "event" or "article" (inherited from the article's record)
    "event_goals": {"event_id": "str", "goal": "int64", "basis": "str", "via": "str"},
    # ``because`` is "venue", "seat" (of an institution) or "article" (what remains of the record's countries)
    "event_countries": {"event_id": "str", "country": "str", "because": "str"},
    "programmes": {"event_id": "str", "programme_key": "str", "programme": "str"},
    "people": {"article_id": "str", "name": "str", "role": "str", "institution_id": "str"},
    "designations": {
        "programme": "str", "position": "str", "goal": "Int64", "institution_id": "str", "start": "str", "end": "str", "source_url": "str",
    },
    # why a value is what it is: ``subject`` is an event, institution or article id, ``field`` its column (or "goal 4", "country KAZ")
    "evidence": {
        "subject": "str", "field": "str", "value": "str", "article_id": "str", "basis": "str", "start": "Int64", "end": "Int64",
        "text": "str", "rule": "str",
    },
    # ids that an event had before it was merged lead on to it
    "former_ids": {"former_id": "str", "event_id": "str"},
}

KEYS: dict[str, list[str]] = {
    "articles": ["article_id"], "events": ["event_id"], "event_articles": ["event_id", "article_id", "position"],
    "participations": ["event_id", "institution_id"], "institutions": ["institution_id"], "countries": ["country"],
    "goals": ["goal"], "event_goals": ["event_id", "goal"], "event_countries": ["event_id", "country"],
    "programmes": ["event_id", "programme_key"], "former_ids": ["former_id"],
}


@dataclass(frozen=True)
class About:
    """Where tables come from: their data version, the fingerprint of what they were built from, and what was read."""

    version: str
    inputs: str
    articles: int
    newest: str | None


@dataclass(frozen=True, eq=False)
class Tables:
    """All facts as frames (columns in ``SCHEMA``), rows in a fixed order; ``events`` row numbers are what a Slice holds.

    Never edit a frame of it: it is shared by all visitors. ``digest`` names its content.
    """

    articles: pd.DataFrame
    events: pd.DataFrame
    event_articles: pd.DataFrame
    participations: pd.DataFrame
    institutions: pd.DataFrame
    countries: pd.DataFrame
    goals: pd.DataFrame
    event_goals: pd.DataFrame
    event_countries: pd.DataFrame
    programmes: pd.DataFrame
    people: pd.DataFrame
    designations: pd.DataFrame
    evidence: pd.DataFrame
    former_ids: pd.DataFrame
    about: About
    digest: str

    @cached_property
    def event_index(self) -> pd.Index:
        """Event ids by row number."""
        return pd.Index(self.events["event_id"])

    @cached_property
    def country_index(self) -> pd.Index:
        """Alpha-3 codes by column of ``country_matrix``."""
        return pd.Index(self.countries["country"])

    @cached_property
    def institution_index(self) -> pd.Index:
        """Institution ids by column of ``institution_matrix``."""
        return pd.Index(self.institutions["institution_id"])

    @cached_property
    def country_matrix(self) -> sparse.csr_array:
        """Events × countries, 1 where the country takes part."""
        return self._incidence(self.event_countries, "country", self.country_index)

    @cached_property
    def institution_matrix(self) -> sparse.csr_array:
        """Events × institutions, 1 where the institution takes part."""
        return self._incidence(self.participations, "institution_id", self.institution_index)

    @cached_property
    def goal_matrix(self) -> sparse.csr_array:
        """Events × 17 goals (column 0 is goal 1), 1 where the event bears on the goal, stated or inferred."""
        return self._incidence(self.event_goals, "goal", pd.Index(range(1, 18)))

    def _incidence(self, links: pd.DataFrame, column: str, index: pd.Index) -> sparse.csr_array:
        rows = self.event_index.get_indexer(links["event_id"])
        columns = index.get_indexer(links[column])
        shape = (len(self.events), len(index))
        return sparse.csr_array((np.ones(len(links), dtype=np.int32), (rows, columns)), shape=shape)


FRAMES = tuple(SCHEMA)


def frame_of(name: str, rows: list[tuple[object, ...]]) -> pd.DataFrame:
    """The table ``name`` with these rows, columns and types as ``SCHEMA`` has them."""
    columns = SCHEMA[name]
    frame = pd.DataFrame(rows, columns=list(columns))
    return frame.astype(columns)


def save_tables(tables: Tables, folder: Path) -> Path:
    """Write the tables whole into ``folder/<digest>/``, then point ``folder/current`` at them; returns that folder."""
    target, fresh = folder / tables.digest, folder / f".{tables.digest}.part"
    folder.mkdir(parents=True, exist_ok=True)
    if not target.is_dir():
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir()
        for name in FRAMES:
            getattr(tables, name).to_parquet(fresh / f"{name}.parquet", index=False)
        about = {field.name: getattr(tables.about, field.name) for field in fields(About)}
        (fresh / "about.json").write_text(json.dumps({"format": FORMAT, **about}, sort_keys=True), encoding="utf-8")
        fresh.rename(target)
    pointer = folder / ".current.part"
    pointer.write_text(tables.digest + "\n", encoding="utf-8")
    pointer.replace(folder / "current")
    return target


def load_tables(folder: Path) -> Tables:
    """The tables that ``folder/current`` points at; ``TableError`` where there are none or their format is another."""
    try:
        digest = (folder / "current").read_text(encoding="utf-8").strip()
        about = json.loads((folder / digest / "about.json").read_text(encoding="utf-8"))
        if about.pop("format") != FORMAT:
            raise TableError(f"{folder}: tables of another format; build them again with `sdg-atlas build`")
        frames = {name: pd.read_parquet(folder / digest / f"{name}.parquet") for name in FRAMES}
    except (OSError, ValueError, KeyError) as error:
        raise TableError(f"{folder}: no tables that can be read ({error}); build them with `sdg-atlas build`") from error
    return Tables(**frames, about=About(**about), digest=digest)


def digest_of(frames: dict[str, pd.DataFrame]) -> str:
    """Sixteen hex digits that name the content of the frames."""
    total = hashlib.sha256(str(FORMAT).encode())
    for name in FRAMES:
        total.update(frames[name].to_csv(index=False).encode())
    return total.hexdigest()[:16]


def fingerprint(paths: Iterable[Path], salt: str = "") -> str:
    """Sixteen hex digits that name the content of files, and of all files below folders."""
    total = hashlib.sha256(salt.encode())
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            total.update(f"{file.relative_to(path).as_posix()}\0".encode())
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:16]

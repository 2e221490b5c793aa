"""The Tables type: all facts as frames, and the indexes, matrices and names that the right half asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.tables.incidence import Incidence, find_positions, incidence_of
from dashboard.tables.search import Library, Shelf
from dashboard.tables.words import Words

# Where the codes of each incidence stand: the table that links events to them, and the column of the codes.
_LINKS = {
    "country": ("event_countries", "country"),
    "institution": ("participations", "institution_id"),
    "goal": ("event_goals", "goal"),
    "programme": ("programmes", "programme_key"),
    "article": ("event_articles", "article_id"),
    "kind": ("events", "kind"),
}
# Where the full list of codes stands; codes of others are those that occur, by letter.
_CODES = {"country": "countries", "institution": "institutions", "goal": "goals", "article": "articles"}
_OF_ARTICLES = {"publisher": "publisher_key", "language": "source_language"}


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

    Never edit a frame of it: it is shared by all visitors. ``digest`` names its content; ``words`` are indexes of its texts
    that were made before.
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
    words: Mapping[str, Words] = field(default_factory=dict, repr=False)

    @cached_property
    def event_index(self) -> pd.Index:
        """Event ids by row number."""
        return _index(self.events["event_id"])

    @cached_property
    def country_index(self) -> pd.Index:
        """Alpha-3 codes by column of ``country_matrix``."""
        return _index(self.countries["country"])

    @cached_property
    def institution_index(self) -> pd.Index:
        """Institution ids by column of ``institution_matrix``."""
        return _index(self.institutions["institution_id"])

    @property
    def country_matrix(self) -> sparse.csr_array:
        """Events × countries, 1 where the country takes part."""
        return self.incidence("country").matrix

    @property
    def institution_matrix(self) -> sparse.csr_array:
        """Events × institutions, 1 where the institution takes part."""
        return self.incidence("institution").matrix

    @property
    def goal_matrix(self) -> sparse.csr_array:
        """Events × 17 goals (column 0 is goal 1), 1 where the event bears on the goal, stated or inferred."""
        return self.incidence("goal").matrix

    @cached_property
    def _incidences(self) -> dict[str, Incidence]:
        return {}

    def incidence(self, name: str) -> Incidence:
        """Which event has which country, institution, goal, programme, article, kind, city, publisher or language."""
        if name not in self._incidences:
            articles, cities = name in _OF_ARTICLES, name == "city"
            self._incidences[name] = (
                self._of_articles(name) if articles else self._of_cities() if cities else self._linked(name)
            )
        return self._incidences[name]

    def _linked(self, name: str) -> Incidence:
        table, column = _LINKS[name]
        links: pd.DataFrame = getattr(self, table)
        full = getattr(self, _CODES[name])[column] if name in _CODES else sorted(links[column].dropna().unique())
        return incidence_of(self._rows_of(links["event_id"]), links[column], _index(full), len(self.events))

    def _of_cities(self) -> Incidence:
        """Cities of venues as ``KAZ|Almaty``, since many names are of several; a comma would part them in an address."""
        events = self.events
        codes = events["country"].fillna("") + "|" + events["city"].str.replace(",", ";")
        index = _index(sorted(codes.dropna().unique()))
        return incidence_of(np.arange(len(events)), codes, index, len(events))

    def _of_articles(self, name: str) -> Incidence:
        codes = self.articles[_OF_ARTICLES[name]]
        told = codes.iloc[find_positions(self.event_articles["article_id"], self.articles["article_id"])]
        index = _index(sorted(codes.dropna().unique()))
        return incidence_of(self._rows_of(self.event_articles["event_id"]), told, index, len(self.events))

    def _rows_of(self, event_ids: pd.Series) -> npt.NDArray[np.int64]:
        return find_positions(event_ids, self.events["event_id"])

    def event_rows(self, event_ids: Iterable[str]) -> npt.NDArray[np.int64]:
        """The row numbers of events, -1 where there is no such event."""
        return self._rows_of(pd.Series(list(event_ids), dtype="str"))

    @cached_property
    def _subjects(self) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]:
        """The subjects of the evidence as hashes in order, and the row of each: reading them all for one event takes long."""
        hashes = pd.util.hash_array(self.evidence["subject"].to_numpy(dtype=object), categorize=False)
        order = np.argsort(hashes, kind="stable").astype(np.int32)
        return hashes[order], order

    def evidence_about(self, subjects: Iterable[str]) -> pd.DataFrame:
        """The rows of evidence whose subject is one of these, in their order."""
        asked = list(subjects)
        hashes, order = self._subjects
        wanted = pd.util.hash_array(np.array(asked, dtype=object), categorize=False)
        first, last = (np.searchsorted(hashes, wanted, side) for side in ("left", "right"))
        rows = [order[start:end] for start, end in zip(first, last, strict=True)]
        found = self.evidence.iloc[np.sort(np.concatenate(rows))] if rows else self.evidence.iloc[:0]
        return found[found["subject"].isin(asked)]

    @cached_property
    def days(self) -> npt.NDArray[np.int32]:
        """First and last day of each event as numbers such as 20230529, two columns; undated ones lie in no period."""
        first = self.events["first_day"].str.replace("-", "").fillna("99999999")
        last = self.events["last_day"].str.replace("-", "").fillna("0")
        return np.column_stack([first.to_numpy(dtype="U8").astype(np.int32), last.to_numpy(dtype="U8").astype(np.int32)])

    @cached_property
    def texts(self) -> Library:
        """What free text is looked for in: titles, institutions with all their names, programmes, articles, people."""
        people = self.people.groupby("article_id")["name"].agg(" | ".join)
        people = people.reindex(self.articles["article_id"]).reset_index(drop=True)
        programme, names = self.incidence("programme"), ("name", "aliases", "acronym")
        named = pd.Series(programme.index.map(self.programme_names), dtype="str")
        told = (self.articles["title"], self.articles["text"], people)
        shelves = {
            "events": Shelf((self.events["title"],), None, self.words.get("events")),
            "institutions": Shelf(tuple(self.institutions[name] for name in names), self.incidence("institution")),
            "programmes": Shelf((named,), programme),
            "articles": Shelf(told, self.incidence("article"), self.words.get("articles")),
        }
        return Library(shelves, len(self.events))

    @cached_property
    def country_names(self) -> Mapping[str, str]:
        """The short English name of each country by its code."""
        return _names(self.countries, "country", "short_name")

    @cached_property
    def institution_names(self) -> Mapping[str, str]:
        """The name of each institution by its id."""
        return _names(self.institutions, "institution_id", "name")

    @cached_property
    def publisher_names(self) -> Mapping[str, str]:
        """The name of each publisher by its key."""
        return _names(self.articles, "publisher_key", "publisher")

    @cached_property
    def programme_names(self) -> Mapping[str, str]:
        """The name of each programme by its key."""
        return _names(self.programmes, "programme_key", "programme")

    @cached_property
    def goal_titles(self) -> Mapping[int, str]:
        """The short title of each goal by its number."""
        return _names(self.goals, "goal", "title")


def _index(codes: Iterable[Any]) -> pd.Index:
    index: pd.Index = pd.Index(codes)
    return index


def _names(frame: pd.DataFrame, code: str, name: str) -> Mapping[Any, str]:
    """Names by code, the first where several are written."""
    first = frame[[code, name]].dropna().drop_duplicates(code)
    return dict(zip(first[code].tolist(), first[name].tolist(), strict=True))

"""Tables checked: every fault as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd

from dashboard.errors import TableError
from dashboard.model import Basis, EventKind, InstitutionKind, Mode, Role, Status
from dashboard.tables.frames import Tables
from dashboard.tables.schema import KEYS, SCHEMA

# Which column must be found in which: the key column of another table.
REFERENCES = (
    ("event_articles", "event_id", "events"),
    ("event_articles", "article_id", "articles"),
    ("event_articles", "copy_of", "articles"),
    ("participations", "event_id", "events"),
    ("participations", "institution_id", "institutions"),
    ("institutions", "parent", "institutions"),
    ("institutions", "country", "countries"),
    ("events", "country", "countries"),
    ("event_goals", "event_id", "events"),
    ("event_goals", "goal", "goals"),
    ("event_countries", "event_id", "events"),
    ("event_countries", "country", "countries"),
    ("programmes", "event_id", "events"),
    ("people", "article_id", "articles"),
    ("people", "institution_id", "institutions"),
    ("designations", "institution_id", "institutions"),
    ("designations", "goal", "goals"),
    ("evidence", "article_id", "articles"),
    ("former_ids", "event_id", "events"),
)
# The words that a column may hold.
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("events", "kind"): tuple(EventKind),
    ("events", "status"): tuple(Status),
    ("events", "mode"): tuple(Mode),
    ("institutions", "kind"): tuple(InstitutionKind),
    ("participations", "role"): tuple(Role),
    ("event_goals", "basis"): ("stated", "inferred"),
    ("event_goals", "via"): ("event", "article"),
    ("events", "review"): ("curated", "extracted", "mixed"),
    ("event_articles", "source_kind"): ("own", "partner", "un", "press", "other"),
    ("former_ids", "because"): ("merged", "gone"),
    ("event_countries", "because"): ("venue", "seat", "article"),
    ("articles", "basis"): (Basis.QUOTED, Basis.DIGEST),
    ("evidence", "basis"): tuple(Basis),
}
# What may not be empty, beside the keys.
NEEDED = {
    "articles": ("title", "basis", "text", "sha256"),
    "events": ("title", "kind", "status", "known", "review", "health"),
    "event_articles": ("source_kind",),
    "institutions": ("name",),
    "countries": ("name", "short_name", "latitude", "longitude"),
    "goals": ("title", "colour"),
    "event_goals": ("basis", "via"),
    "event_countries": ("because",),
    "programmes": ("programme",),
    "people": ("article_id", "name"),
    "designations": ("programme", "position", "institution_id"),
    "evidence": ("subject", "field", "value", "article_id", "basis"),
    "former_ids": ("because",),
}
_PREFIX = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
DATES = (
    ("articles", "published", _PREFIX),
    ("events", "start", _PREFIX),
    ("events", "end", _PREFIX),
    ("events", "first_day", _DAY),
    ("events", "last_day", _DAY),
    ("designations", "start", _PREFIX),
    ("designations", "end", _PREFIX),
)


def check_tables(tables: Tables) -> None:
    """Nothing where the tables are sound; otherwise ``TableError`` with every fault."""
    faults = list_table_faults(tables)
    if faults:
        raise TableError(f"the tables have {len(faults)} faults; mend the records they come from: " + "; ".join(faults))


def list_table_faults(tables: Tables) -> list[str]:
    """Every fault of the tables as a sentence; those of form alone where columns are missing."""
    faults = list(_form(tables))
    return faults or [fault for find in _FINDERS for fault in find(tables)]


def _form(tables: Tables) -> Iterator[str]:
    for name, columns in SCHEMA.items():
        found = {column: str(kind) for column, kind in getattr(tables, name).dtypes.items()}
        if found != columns:
            yield f"{name}: has the columns {found}, not {columns}"


def _keys(tables: Tables) -> Iterator[str]:
    for name, key in KEYS.items():
        frame = getattr(tables, name)
        for row in frame.loc[frame.duplicated(key), key].itertuples(index=False):
            yield f"{name}: the key {' '.join(map(str, row))} stands twice"
        yield from (f"{name}: {column} is empty in {int(n)} rows" for column, n in frame[key].isna().sum().items() if n)


def _needed(tables: Tables) -> Iterator[str]:
    for name, columns in NEEDED.items():
        empty = getattr(tables, name)[list(columns)].isna().sum()
        yield from (f"{name}: {column} is empty in {int(count)} rows" for column, count in empty.items() if count)


def _references(tables: Tables) -> Iterator[str]:
    for name, column, target in REFERENCES:
        codes = getattr(tables, name)[column].dropna()
        known = getattr(tables, target)[KEYS[target][0]]
        yield from (f"{name}: {column} {code!r} is not in {target}" for code in codes[~codes.isin(known)].unique().tolist())
    subjects = pd.concat([tables.events["event_id"], tables.institutions["institution_id"], tables.articles["article_id"]])
    told = tables.evidence["subject"]
    yield from (f"evidence: nothing is called {subject!r}" for subject in told[~told.isin(subjects)].unique())
    events, former = tables.events["event_id"], tables.former_ids["former_id"]
    silent = events[~events.isin(tables.event_articles["event_id"])]
    yield from (f"events: no article tells of {event!r}" for event in silent)
    yield from (f"former_ids: {event!r} is an event still" for event in former[former.isin(events)])
    gone = tables.former_ids["because"].isin(["gone"])
    odd = former[gone.to_numpy() == tables.former_ids["event_id"].notna().to_numpy()]
    yield from (f"former_ids: {event!r} must either lead to an event or be gone" for event in odd)


def _words(tables: Tables) -> Iterator[str]:
    for (name, column), words in WORDS.items():
        found = getattr(tables, name)[column].dropna()
        strange = found[~found.isin([str(word) for word in words])].unique()
        yield from (f"{name}: {column} {word!r} is none of {', '.join(words)}" for word in strange)


def _dates(tables: Tables) -> Iterator[str]:
    for name, column, form in DATES:
        found = getattr(tables, name)[column].dropna()
        yield from (f"{name}: {column} {date!r} is no date" for date in found[~found.str.fullmatch(form)].unique())
    events = tables.events
    late = events[(events["first_day"] > events["last_day"]).fillna(False).astype(bool)]
    yield from (f"events: {event!r} ends before it begins" for event in late["event_id"])
    half = events[events["first_day"].isna() != events["last_day"].isna()]
    yield from (f"events: {event!r} has one of first and last day only" for event in half["event_id"])


def _numbers(tables: Tables) -> Iterator[str]:
    for name in ("events", "institutions", "countries"):
        frame = getattr(tables, name)
        for column, limit in (("latitude", 90), ("longitude", 180)):
            wrong = frame[frame[column].abs() > limit]
            yield from (f"{name}: {column} of {row[0]!r} is beyond {limit} degrees" for row in wrong.itertuples(index=False))
    few = tables.events[(tables.events["participants"] < 0).fillna(False).astype(bool)]
    yield from (f"events: {event!r} has fewer than no participants" for event in few["event_id"])
    reports = tables.event_articles.groupby("event_id")["article_id"].nunique()
    told = tables.events["event_id"].map(reports).fillna(0).astype("int64")
    wrong = tables.events[told != tables.events["reports"]]
    yield from (f"events: {event!r} counts other reports than it has articles" for event in wrong["event_id"])


def _sources(tables: Tables) -> Iterator[str]:
    """Sources are some of the reports, what is confirmed has two parties for sources, and a copy has its original beside it."""
    events, told = tables.events, tables.event_articles
    wrong = events[(events["sources"] < 1) | (events["sources"] > events["reports"])]
    yield from (f"events: {event!r} has fewer sources than one or more than reports" for event in wrong["event_id"])
    own, partner = (told.loc[told["source_kind"].isin([kind]), "event_id"] for kind in ("own", "partner"))
    both = events["event_id"].isin(own) & events["event_id"].isin(partner)
    odd = events[both.to_numpy() != events["confirmed"].to_numpy()]
    yield from (
        f"events: {event!r} is confirmed without reports of both sides, or not in spite of them" for event in odd["event_id"]
    )
    beside = set(zip(told["event_id"], told["article_id"], strict=True))
    copies = told.dropna(subset="copy_of")
    for event, article, original in zip(
        *(copies[name].tolist() for name in ("event_id", "article_id", "copy_of")), strict=True
    ):
        if original == article or (event, original) not in beside:
            yield f"event_articles: {article!r} copies {original!r}, which does not tell of {event!r}"


def _quotations(tables: Tables) -> Iterator[str]:
    """Evidence with a place quotes its article there; without one it may quote the headline, or stand on an entry or a rule."""
    names = ("article_id", "title", "text", "basis")
    articles = {row[0]: row[1:] for row in zip(*(tables.articles[name].tolist() for name in names), strict=True)}
    columns = ("subject", "field", "article_id", "basis", "start", "end", "text", "rule")
    for row in zip(*(tables.evidence[column].tolist() for column in columns), strict=True):
        fault = _fault(*(None if pd.isna(cell) else cell for cell in row[3:]), *articles.get(row[2], ("", "", "")))
        if fault:
            yield f"evidence: {row[1]} of {row[0]!r} {fault} ({row[2]!r})"


def _fault(*cells: Any) -> str:
    """What is wrong with one piece of evidence, empty where nothing is."""
    basis, start, end, text, rule, title, whole, own_basis = cells
    if basis == Basis.INFERRED:
        return _fault_of_inferred((start, end, text), rule)
    if basis not in (own_basis, Basis.CURATED):
        return f"has the basis {basis}, its article {own_basis}"
    if (start is None) != (end is None):
        return "has only part of a quotation"
    if start is not None:
        return "" if whole[start:end] == text else f"does not quote its article at {start}:{end}"
    if text is not None:
        return "" if text in title else "does not quote the headline"
    return "" if rule or basis == Basis.CURATED else "stands on nothing"


def _fault_of_inferred(words: tuple[Any, ...], rule: str | None) -> str:
    """What is wrong with the evidence of an inferred value, which has a rule and no words."""
    if words != (None, None, None):
        return "is inferred and has words"
    return "" if rule else "stands on nothing"


_FINDERS: tuple[Callable[[Tables], Iterator[str]], ...] = (
    _keys,
    _needed,
    _references,
    _words,
    _dates,
    _numbers,
    _sources,
    _quotations,
)

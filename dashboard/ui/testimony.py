"""Why each value of an event is what it is: fields and values as a reader names them, words in context, rule and sureness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard.selection import KIND_NAMES, goal_name, kind_name
from dashboard.tables import Tables
from dashboard.ui.evidence import Account, Reason
from dashboard.ui.labels import list_names, list_rows, name_date
from dashboard.ui.rules import name_rule
from dashboard.words import _, mark, write_series

ROLES = {
    "signatory": mark("signatory"), "organiser": mark("organiser"), "host": mark("host"), "participant": mark("participant"),
    "funder": mark("funder"), "subject": mark("subject"),
}  # fmt: skip
SOURCES = {
    "own": mark("own site"), "partner": mark("partner's site"), "un": mark("United Nations"), "press": mark("press"),
    "other": mark("another site"),
}  # fmt: skip
MODES = {"in_person": mark("in person"), "online": mark("online"), "hybrid": mark("in person and online")}
STATUSES = {"held": mark("held"), "announced": mark("announced")}
REVIEWS = {
    "curated": mark("Read and entered by a person."), "extracted": mark("Read by machine; nobody has reviewed it."),
    "reviewed": mark("Read by machine and reviewed by a person."),
}  # fmt: skip
# The fields of an event in the order in which they are read; those with a code of their own come after them.
_PLAIN = {
    "kind": mark("Kind of event"), "start": mark("Begin"), "end": mark("End"), "status": mark("Held or announced"),
    "city": mark("City"), "country": mark("Country of the venue"), "mode": mark("Mode"),
    "participants": mark("Participants"),
}  # fmt: skip
_CODED = {
    "institution": mark("Institution"), "goal": mark("Goal"), "country": mark("Country taking part"),
    "programme": mark("Programme"), "person": mark("Person"),
}  # fmt: skip
# Characters of a text that stand on either side of the words quoted.
_AROUND = 70


def name_field(field: str) -> str:
    """What a reader calls a field of the evidence table; unknown ones as they are written."""
    kind, _space, code = field.partition(" ")
    if field in _PLAIN:
        return _(_PLAIN[field])
    return _(_CODED[kind]) if code and kind in _CODED else field


def name_value(tables: Tables, field: str, value: str) -> str:
    """A value of the evidence table in words; as it is written where it is none of those that the field has."""
    kind, _space, code = field.partition(" ")
    if kind == "institution" and code:
        return list_names(tables, "institutions").get(code, value)
    return _VALUES[kind](tables, value) if kind in _VALUES and value else value


def _name_day(value: str) -> str:
    try:
        return name_date(value)
    except ValueError:  # what a rule read is not always a date
        return value


_VALUES: Mapping[str, Callable[[Tables, str], str]] = {
    "kind": lambda tables, value: kind_name(value) if value in KIND_NAMES else value,
    "start": lambda tables, value: _name_day(value),
    "end": lambda tables, value: _name_day(value),
    "status": lambda tables, value: _(STATUSES.get(value, value)),
    "mode": lambda tables, value: _(MODES.get(value, value)),
    "country": lambda tables, value: list_names(tables, "countries").get(value, value),
    "goal": lambda tables, value: goal_name(value, tables) if value in map(str, tables.goal_titles) else value,
}


def list_reasons(tables: Tables, row: int, evidence: pd.DataFrame) -> list[Reason]:
    """The reasons of an event's values in the order of its fields, those without any evidence among them."""
    found = [_reason(tables, row) for row in list_rows(evidence.fillna({"text": "", "rule": "", "value": ""}))]
    told = set(evidence["field"])
    lacking = [
        Reason(name_field(field), name_value(tables, field, value), "", "", "")
        for field, value in _list_values(tables, row)
        if field not in told
    ]
    order = [_(words) for words in (*_PLAIN.values(), *_CODED.values())]
    places = {words: place for place, words in enumerate(order)}
    return sorted([*found, *lacking], key=lambda reason: places.get(reason.field, len(places)))


def _reason(tables: Tables, row: Any) -> Reason:
    before, after = _context(getattr(row, "article_text", None), row)
    value = name_value(tables, row.field, row.value)
    return Reason(name_field(row.field), value, row.text, row.basis, name_rule(row.rule), row.confidence, before, after)


def _context(text: object, row: Any) -> tuple[str, str]:
    """The words of the text on either side of a quotation, whole words only; none where it has no place in the text."""
    if not isinstance(text, str) or pd.isna(row.start) or pd.isna(row.end):
        return "", ""
    begin, end = max(0, row.start - _AROUND), min(len(text), row.end + _AROUND)
    before, after = text[begin : row.start], text[row.end : end]
    before = before if begin == 0 else "… " + before.partition(" ")[2]
    after = after if end == len(text) else after.rpartition(" ")[0] + " …"
    return before, after


def _list_values(tables: Tables, row: int) -> Iterator[tuple[str, str]]:
    """The values that an event has, as field and value of the evidence table."""
    event = tables.events.iloc[row]
    for field in _PLAIN:
        if not pd.isna(event[field]):
            yield field, str(event[field])
    for name in ("institution", "goal"):
        incidence = tables.incidence(name)
        for code in incidence.index[incidence.matrix[[row]].indices]:
            yield f"{name} {code}", str(code)


def find_evidence(tables: Tables, row: int) -> pd.DataFrame:
    """The rows of evidence of the event in a row of its table, with ``article_text``, the text that their offsets count in."""
    articles = _articles_of(tables, row)
    ids = articles["article_id"]
    rows = tables.evidence_about([str(tables.event_index[row]), *ids])
    rows = rows[rows["article_id"].isin(ids)]
    return rows.assign(article_text=rows["article_id"].map(articles.set_index("article_id")["text"]).astype("object"))


def _articles_of(tables: Tables, row: int) -> pd.DataFrame:
    """The articles that tell of an event."""
    links = tables.incidence("article").matrix[[row]]
    return tables.articles.iloc[np.sort(links.indices)]


def find_account(tables: Tables, row: int) -> Account:
    """What stands behind the event in a row of its table: the reasons of its values, every source, and who set the values."""
    evidence = find_evidence(tables, row)
    event = tables.events.iloc[row]
    sources = tuple(
        (
            str(row.url or ""),
            write_series(str(part) for part in (row.title, row.publisher, name_date(row.published)) if part == part),
        )
        for row in list_rows(_articles_of(tables, row))
    )
    review = _(REVIEWS.get(str(event["review"]), str(event["review"])))
    return Account(tuple(list_reasons(tables, row, evidence)), sources, review)

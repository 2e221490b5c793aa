"""What is compared: the items of each field in a record, when two are the same, and how two that differ are told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dashboard.evaluate.alike import (
    is_near_name,
    is_same_body,
    is_same_event,
    is_same_name,
    is_same_pair,
    is_same_person,
    list_words,
)
from dashboard.model import Event, Institution, Person, Record

Items = Sequence[Any]
_NO_EVENT = Event(title="", kind="")
MISSED, TOO_MANY, ANOTHER = "missed", "too many", "another value"


def _equal(one: object, other: object) -> bool:
    return bool(one == other)


def _apart(one: object, other: object) -> str:
    """Two values of a set that differ have nothing to do with each other."""
    return ""


def _another(one: object, other: object) -> str:
    """Two values of a field that holds one differ."""
    return ANOTHER


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the comparison.

    ``items`` are its items in a record, ``same`` says when two agree, ``differ`` names how a missed and a wrong one are
    related (empty: not at all), ``show`` writes one; ``where_stated``: only gold that states it counts; ``by_article``: mean
    over articles instead of over items.
    """

    items: Callable[[Record], Items]
    same: Callable[[Any, Any], bool] = _equal
    differ: Callable[[Any, Any], str] = _apart
    show: Callable[[Any], str] = str
    where_stated: bool = False
    by_article: bool = False


def main_event(record: Record) -> Event:
    """The record's first event, or one that says nothing."""
    return record.events[0] if record.events else _NO_EVENT


def value_items(item: object) -> Items:
    """A single value as a list of one or none, so that values and sets are counted alike."""
    return [item] if item not in (None, "") else []


def _partnerships(record: Record) -> Items:
    """Unordered pairs of the main event's institutions, with the acronyms that the record gives them."""
    members = [Institution(name) for name in main_event(record).institutions if name]
    known = [next((body for body in record.institutions if is_same_body(body, member)), member) for member in members]
    return list(combinations(known, 2))


def _differ_in_date(one: str, other: str) -> str:
    if one.startswith(other):
        return "less exact"
    return "more exact" if other.startswith(one) else ANOTHER


def _differ_in_event(one: Event, other: Event) -> str:
    if one.kind == other.kind:
        return "other month"
    return "other kind" if (one.start or "")[:7] == (other.start or "")[:7] else ""


def _differ_in_name(one: Institution | Person, other: Institution | Person) -> str:
    return "named otherwise" if is_near_name(one.name, other.name) else ""


def _show_event(event: Event) -> str:
    return f"{event.kind} {event.start or 'undated'}"


def _one(name: str, same: Callable[[Any, Any], bool] = _equal, differ: Callable[[Any, Any], str] = _another) -> Field:
    """A field of the main event that holds one value."""
    return Field(lambda record: value_items(getattr(main_event(record), name)), same, differ)


FIELDS: Mapping[str, Field] = {
    "kind": _one("kind"),
    "start": _one("start", differ=_differ_in_date),
    "start_month": Field(lambda record: value_items((main_event(record).start or "")[:7]), differ=_differ_in_date),
    "event_country": _one("country"),
    "city": _one("city", same=is_same_name),
    "mode": Field(lambda record: value_items(main_event(record).mode), differ=_another, where_stated=True),
    "participants": _one("participants"),
    "events": Field(lambda record: record.events, is_same_event, _differ_in_event, _show_event),
    "countries": Field(lambda record: sorted(set(record.countries))),
    "institutions": Field(lambda record: record.institutions, is_same_body, _differ_in_name, lambda body: str(body.name)),
    "partnerships": Field(_partnerships, is_same_pair, show=lambda pair: f"{pair[0].name} + {pair[1].name}", by_article=True),
    "sdgs_explicit": Field(lambda record: sorted(set(record.sdgs_explicit))),
    "sdgs": Field(lambda record: sorted({*record.sdgs_explicit, *record.sdgs_implied})),
    "people": Field(lambda record: record.people, is_same_person, _differ_in_name, lambda person: str(person.name)),
    "end": _one("end", differ=_differ_in_date),
    "status": _one("status"),
    "programmes": Field(
        lambda record: record.programmes,
        lambda one, other: len(list_words(one) & list_words(other)) >= 0.75 * len(list_words(one) | list_words(other)),
        lambda one, other: "named otherwise" if is_near_name(one, other) else "",
    ),
}
# The fields that are one value of the main event, and where they stand in it.
MAIN_EVENT: Mapping[str, str] = {
    "kind": "kind", "start": "start", "event_country": "country", "city": "city", "mode": "mode",
    "participants": "participants", "end": "end", "status": "status",
}  # fmt: skip
# What is asked only of institutions that were found: the field, and where it stands in an institution.
OF_INSTITUTIONS: Mapping[str, str] = {
    "institution_country": "country", "institution_kind": "kind", "institution_role": "role", "institution_key": "key",
}  # fmt: skip
# Counted only where the gold states it: not every gold links its institutions.
STATED_OF_INSTITUTIONS = frozenset({"institution_kind", "institution_role", "institution_key"})
# In the order shown: what the article is, its main event, all events, who takes part, goals, people; these the referee counts.
REFEREED = (
    "irrelevant", "kind", "start", "start_month", "event_country", "city", "mode", "participants", "events", "countries",
    "institutions", "institution_country", "partnerships", "sdgs_explicit", "sdgs", "people",
)  # fmt: skip
ORDER = (*REFEREED, "end", "status", "programmes", "institution_kind", "institution_role", "institution_key")

"""Records read, checked and written as JSON Lines, one record a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from dashboard.errors import RecordError
from dashboard.model import Basis, Event, EventKind, Evidence, Institution, InstitutionKind, Mode, Person, Record, Role, Status

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_COUNTRY = re.compile(r"[A-Z]{3}")
_EVENT_WORDS: dict[str, type[StrEnum]] = {"kind": EventKind, "status": Status, "mode": Mode}
_INSTITUTION_WORDS: dict[str, type[StrEnum]] = {"kind": InstitutionKind, "role": Role}
# What JSON may leave out: empty lists of an event, and what only linked or curated institutions have.
_OPTIONAL = {"sdgs_explicit", "sdgs_implied", "countries", "key", "as_written", "digest", "evidence"}


def read_records(path: Path) -> Iterator[Record]:
    """The records of a JSON Lines file; the first line at fault raises ``RecordError`` naming file and line."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise RecordError(f"{path}: does not exist; give a JSON Lines file of records") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: cannot be read as UTF-8 text ({error}); give a JSON Lines file of records") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield parse_record(line, f"{path}:{number}")


def parse_record(line: str, where: str) -> Record:
    """The record that one line of JSON holds; ``where`` names it in errors."""
    try:
        entry = json.loads(line)
        record = _record(entry)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError(f"{where}: not a record of the annotation guide ({error}); mend the line or leave it out") from error
    faults = list_faults(record)
    if faults:
        raise RecordError(f"{where}: {'; '.join(faults)}")
    return record


def _known(kind: type, entry: dict[str, Any]) -> dict[str, Any]:
    """The entry's values for the fields of a dataclass, lists as tuples; fields nobody knows are refused."""
    names = {f.name for f in fields(kind)}
    unknown = entry.keys() - names
    if unknown:
        raise ValueError(f"unknown field {', '.join(sorted(unknown))}")
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}


def _record(entry: dict[str, Any]) -> Record:
    if not isinstance(entry.get("id"), str) or not entry["id"]:
        raise ValueError("no id")
    values = _known(Record, entry)
    for name, kind in (("events", Event), ("institutions", Institution), ("people", Person)):
        values[name] = tuple(kind(**_known(kind, item)) for item in entry.get(name) or ())
    values["evidence"] = tuple(_evidence(item) for item in entry.get("evidence") or ())
    return Record(**values)


def _evidence(entry: dict[str, Any]) -> Evidence:
    return Evidence(**(_known(Evidence, entry) | {"basis": Basis(entry["basis"])}))


def list_faults(record: Record) -> list[str]:
    """Every fault of a record as a sentence: unknown words, malformed dates and codes, goals beyond 17, unknown parties."""
    names = {institution.name for institution in record.institutions}
    goals = (*record.sdgs_explicit, *record.sdgs_implied)
    faults = [] if _is_date(record.published) else [f"published is {record.published!r}, not an ISO date"]
    faults += [f"{code!r} is no alpha-3 country" for code in record.countries if not _COUNTRY.fullmatch(code)]
    faults += [f"{goal!r} is no goal from 1 to 17" for goal in goals if not _is_goal(goal)]
    for number, event in enumerate(record.events):
        faults += [f"event {number}: {fault}" for fault in _event_faults(event, names)]
    for institution in record.institutions:
        faults += [f"{institution.name!r}: {fault}" for fault in _institution_faults(institution)]
    faults += [
        f"{item.field}: confidence {item.confidence!r} is no share from 0 to 1"
        for item in record.evidence
        if not _is_share(item)
    ]
    return faults


def _institution_faults(institution: Institution) -> Iterator[str]:
    yield from _unknown_words(institution, _INSTITUTION_WORDS)
    if institution.country and not _COUNTRY.fullmatch(institution.country):
        yield f"{institution.country!r} is no alpha-3 country"


def _event_faults(event: Event, names: set[str]) -> Iterator[str]:
    yield from _unknown_words(event, _EVENT_WORDS)
    for name in ("start", "end"):
        if not _is_date(getattr(event, name)):
            yield f"{name} is {getattr(event, name)!r}, not an ISO date"
    if event.start and event.end and event.end < event.start[: len(event.end)]:
        yield f"ends ({event.end}) before it starts ({event.start})"
    if event.country and not _COUNTRY.fullmatch(event.country):
        yield f"{event.country!r} is no alpha-3 country"
    yield from (f"{name!r} is not among the record's institutions" for name in event.institutions if name not in names)


def _unknown_words(item: Event | Institution, words: dict[str, type[StrEnum]]) -> Iterator[str]:
    for name, known in words.items():
        value = getattr(item, name)
        if value is not None and value not in set(known):
            yield f"{name} {value!r} is none of {', '.join(known)}"


def _is_date(value: str | None) -> bool:
    return value is None or bool(isinstance(value, str) and _DATE.fullmatch(value))


def _is_share(item: Evidence) -> bool:
    return item.confidence is None or (isinstance(item.confidence, int | float) and 0 <= item.confidence <= 1)


def _is_goal(goal: object) -> bool:
    return isinstance(goal, int) and 1 <= goal <= 17


def write_record(record: Record) -> str:
    """The record as one line of JSON, without its line end; what is empty and optional is left out."""
    return json.dumps(_spare(asdict(record)), ensure_ascii=False)


def _spare(entry: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in entry.items() if key not in _OPTIONAL or value not in (None, (), [])}
    for key in ("events", "institutions"):
        kept[key] = [{k: v for k, v in item.items() if k not in _OPTIONAL or v not in (None, (), [])} for item in kept[key]]
    for item in kept.get("evidence", ()):
        if item["confidence"] is None:
            del item["confidence"]
    # a record's own lists are always there, as the guide has them
    return kept | {key: list(entry[key]) for key in ("countries", "sdgs_explicit", "sdgs_implied")}

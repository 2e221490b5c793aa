"""The health of an event in words, from its row in the events table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dashboard.words import mark, write_clauses, write_counted, write_date, write_series

Say = Callable[[str], str]
ASKED: Mapping[str, str] = {
    "when": mark("when"), "where": mark("where"), "who": mark("who"), "kind": mark("what kind"), "goals": mark("which goals"),
}  # fmt: skip
_STATES = {
    "curated": mark("Entered and checked by hand."), "extracted": mark("Read by machine, not yet checked by anybody."),
    "mixed": mark("Partly entered by hand, partly read by machine."),
}  # fmt: skip
_FIELDS = {
    "start": mark("the day"), "participants": mark("how many took part"), "mode": mark("how people took part"),
}  # fmt: skip


_MODES = {"in_person": mark("in person"), "online": mark("online"), "hybrid": mark("in person and online")}


def describe_health(row: Mapping[str, Any], say: Say | None = None) -> tuple[str, ...]:
    """What speaks for and against an event, a sentence each; ``say`` translates, without it the words are a table's."""
    return tuple(_sentences(row, say or str, coded=say is None))


def _sentences(row: Mapping[str, Any], say: Say, coded: bool) -> Iterator[str]:
    """The sentences; the words of a table are English, and values in them stay ``coded``."""
    yield _sources(row, say)
    if row["confirmed"]:
        yield say(mark("Confirmed by both sides: more than one of its institutions tells of it."))
    known = set(_parts(row["known"]))
    if missing := [say(words) for name, words in ASKED.items() if name not in known]:
        yield say(mark("Not known: {what}.")).format(what=_join(missing, write_series, ", ", coded))
    else:
        yield say(mark("Known: when, where, who, what kind and which goals."))
    yield say(_STATES.get(row["review"], _STATES["extracted"]))
    if differing := [_difference(part, say, coded) for part in _parts(row["differing"])]:
        yield say(mark("The reports differ: {what}.")).format(what=_join(differing, write_clauses, "; ", coded))


def _join(parts: list[str], write: Callable[[list[str]], str], sign: str, coded: bool) -> str:
    """Parts in a row, with the signs of the reader's language or, in a table, the one ``sign``."""
    return sign.join(parts) if coded else write(parts)


def _sources(row: Mapping[str, Any], say: Say) -> str:
    reports, sources = int(row["reports"]), int(row["sources"])
    if reports == 1:
        return say(mark("A single report."))
    if sources == 1:
        return say(mark("{reports} reports of one source.")).format(reports=reports)
    return say(mark("{reports} reports, {sources} independent sources.")).format(reports=reports, sources=sources)


def _parts(cell: object) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()] if isinstance(cell, str) else []


def _difference(part: str, say: Say, coded: bool) -> str:
    name, _, values = part.partition(": ")
    told = say(_FIELDS[name]) if name in _FIELDS else name
    if coded:
        return f"{told} ({values})"
    return write_counted(told, write_series(_value(name, value, say) for value in values.split(", ")))


def _value(name: str, value: str, say: Say) -> str:
    """One of several values in words; what is none that the field has stays as it is."""
    if name == "start":
        return _date(value)
    return say(_MODES[value]) if name == "mode" and value in _MODES else value


def _date(value: str) -> str:
    try:
        return write_date(value)
    except ValueError:  # what was read is not always a date
        return value

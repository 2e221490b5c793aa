"""How well an event stands: what is known of it, where its reports differ, and whether somebody has looked at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from dashboard.build.reports import Report, widen
from dashboard.model import Event

CURATED, EXTRACTED, MIXED = "curated", "extracted", "mixed"


def list_known(event: Event, parties: int, goals: int) -> str:
    """Which of the five questions about an event are answered, parted by ``|``."""
    answers = {
        "when": event.start, "where": event.city or event.country or event.mode == "online", "who": parties, "kind": event.kind,
        "goals": goals,
    }  # fmt: skip
    return " | ".join(name for name, answer in answers.items() if answer)


def list_differences(reports: Sequence[Report]) -> str | None:
    """Where the reports of an event contradict each other, with all values: "participants: 40, 120"; parted by ``|``."""
    found = [
        ("start", _distinct((report.event.start for report in reports), _apart)),
        ("participants", _distinct((str(r.event.participants or "") for r in reports), str.__ne__)),
        ("mode", _distinct((report.event.mode for report in reports), str.__ne__)),
    ]
    return " | ".join(f"{name}: {', '.join(values)}" for name, values in found if values) or None


def _distinct(values: Iterable[str | None], differ: Callable[[str, str], bool]) -> list[str]:
    """The values, if any two of them differ."""
    known = sorted({value for value in values if value}, key=lambda value: (len(value), value))
    return known if any(differ(one, other) for one, other in pairwise(known)) else []


def _apart(one: str, other: str) -> bool:
    """Whether two dates cannot be the same day."""
    (first, last), (begin, end) = widen(one, one), widen(other, other)
    return bool(first and last and begin and end) and (str(last) < str(begin) or str(end) < str(first))


def state_of(reports: Iterable[Report], curated: frozenset[str]) -> str:
    """Whether all, none or some of the reports were read by hand."""
    found = {report.article.id in curated for report in reports}
    return MIXED if len(found) > 1 else CURATED if found == {True} else EXTRACTED

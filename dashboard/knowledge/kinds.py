"""The kinds of event and the words that tell of them, each with a weight from 1 (a hint) to 5 (decisive in a headline)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.phrases import PhraseBook
from dashboard.model import EventKind


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a kind of event, as the table writes them (``*`` ends a stem, ``..`` is a gap of up to four words)."""

    kind: EventKind
    language: str
    words: str
    weight: int


@cache
def read_triggers() -> tuple[Trigger, ...]:
    """Every trigger of ``kinds.csv``."""
    rows = read_rows("kinds.csv", ("kind", "language", "trigger", "weight"))
    return tuple(Trigger(EventKind(row["kind"]), row["language"], row["trigger"], int(row["weight"])) for row in rows)


@cache
def _trigger_book() -> PhraseBook[Trigger]:
    return PhraseBook((trigger.words, trigger) for trigger in read_triggers())


def find_triggers(text: str) -> Iterator[tuple[tuple[int, int], Trigger]]:
    """Where triggers stand in ``text``, in order; of those that begin at one word, the longest."""
    return _trigger_book().find(text)

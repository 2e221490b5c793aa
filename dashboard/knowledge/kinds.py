"""The kinds of event and the words that tell of them, each with a weight from 1 (a hint) to 5 (decisive in a headline)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.phrases import PhraseBook
from dashboard.model import EventKind

# scripts that put no spaces between words: their triggers are looked up letter by letter
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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
    return PhraseBook((trigger.words, trigger) for trigger in read_triggers() if not _UNSPACED.search(trigger.words))


@cache
def _unspaced_triggers() -> tuple[re.Pattern[str], Mapping[str, Trigger]]:
    triggers = {trigger.words: trigger for trigger in read_triggers() if _UNSPACED.search(trigger.words)}
    return re.compile("|".join(re.escape(words) for words in sorted(triggers, key=len, reverse=True))), triggers


def find_triggers(text: str) -> Iterator[tuple[tuple[int, int], Trigger]]:
    """Where triggers stand in ``text``, in order; of those that begin at one word, the longest."""
    found = _trigger_book().find(text)
    if not _UNSPACED.search(text):
        yield from found
        return
    pattern, triggers = _unspaced_triggers()
    unspaced = ((match.span(), triggers[match[0]]) for match in pattern.finditer(text))
    yield from sorted([*found, *unspaced], key=lambda hit: hit[0])

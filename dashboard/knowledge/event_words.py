"""Words that tell how an event is held, whether it has been, and who counts as present."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold
from dashboard.knowledge.phrases import PhraseBook


@cache
def read_event_words(*what: str) -> PhraseBook[str]:
    """The phrases of some sorts of ``event_words.csv`` (such as ``online``), each meaning its sort."""
    rows = read_rows("event_words.csv", ("what", "language", "words"))
    return PhraseBook((row["words"], row["what"]) for row in rows if row["what"] in what)


@cache
def read_number_words() -> Mapping[str, int]:
    """Numbers in words, folded, in the languages of ``number_words.csv``."""
    return MappingProxyType(
        {fold(row["word"]): int(row["number"]) for row in read_rows("number_words.csv", ("number", "word"))}
    )

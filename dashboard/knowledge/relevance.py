"""Words that tell reports of cooperation from findings, internal news, opinion and adverts."""

from __future__ import annotations

from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.phrases import PhraseBook


@cache
def read_relevance_cues() -> PhraseBook[str]:
    """The phrases of ``relevance_cues.csv``, each meaning its sense."""
    rows = read_rows("relevance_cues.csv", ("sense", "words"))
    return PhraseBook((row["words"], row["sense"]) for row in rows if not _is_unspaced(row["words"]))


def _is_unspaced(words: str) -> bool:
    return any("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in words)

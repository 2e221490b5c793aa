"""The lexicon of subjects: words from which goals and targets are inferred, with their weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.phrases import PhraseBook


@dataclass(frozen=True, slots=True)
class Subject:
    """What words suggest: a goal, a target of it (empty where none), and how strongly."""

    goal: int
    target: str
    weight: float

    @property
    def rule(self) -> str:
        """What is said of a mention that this lexicon makes."""
        return f"subject word {self.weight:g}" + (f" of {self.target}" if self.target else "")


@cache
def read_subjects() -> PhraseBook[Subject]:
    """The lexicon, ready to be found in text."""
    rows = read_rows("goal_words.csv", ("goal", "language", "words", "weight"))
    return PhraseBook((row["words"], Subject(int(row["goal"]), row.get("target", ""), float(row["weight"]))) for row in rows)

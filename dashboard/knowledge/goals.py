"""The 17 Sustainable Development Goals and their 169 targets: numbers, titles, colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.errors import KnowledgeError
from dashboard.knowledge.files import read_rows

_ADVICE = "renew it as data/README.md says"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: ``title`` is the official short title, ``wording`` the goal as A/RES/70/1 has it, ``colour`` is ``#RRGGBB``.

    ``titles`` holds the short titles in use by language (ISO 639-1), English among them.
    """

    number: int
    title: str
    wording: str
    colour: str
    uri: str
    titles: Mapping[str, tuple[str, ...]]


@cache
def read_goals() -> Mapping[int, Goal]:
    """The goals by number, 1 to 17."""
    titles: dict[int, dict[str, tuple[str, ...]]] = {}
    for row in read_rows("goal_titles.csv", ("goal", "language", "title")):
        shelf = titles.setdefault(int(row["goal"]), {})
        shelf[row["language"]] = (*shelf.get(row["language"], ()), row["title"])
    goals = {}
    for row in read_rows("goals.csv", ("goal", "title", "wording", "colour", "uri")):
        number = int(row["goal"])
        own = MappingProxyType(titles.get(number, {}))
        goals[number] = Goal(number, row["title"], row["wording"], row["colour"], row["uri"], own)
    if list(goals) != list(range(1, 18)):
        raise KnowledgeError(f"data/reference/goals.csv: not the goals 1 to 17 in order; {_ADVICE}")
    return MappingProxyType(goals)


@cache
def read_targets() -> Mapping[str, str]:
    """What each target is about, in a few words, by its number as the United Nations write it ("4.7", "17.10", "6.a")."""
    targets = {row["target"]: row["about"] for row in read_rows("targets.csv", ("target", "goal", "about"))}
    if len(targets) != 169:
        raise KnowledgeError(f"data/reference/targets.csv: not the 169 targets; {_ADVICE}")
    return MappingProxyType(targets)

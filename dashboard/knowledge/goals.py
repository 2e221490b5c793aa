"""The 17 Sustainable Development Goals: numbers, titles, colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.errors import KnowledgeError
from dashboard.knowledge.files import read_rows, split_list

_LANGUAGES = ("es", "fr", "pt", "de")


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: ``title`` is the official short title, ``wording`` the goal as A/RES/70/1 has it, ``colour`` is ``#RRGGBB``.

    ``titles`` holds the short titles of other languages (ISO 639-1), several where several are in use.
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
    columns = ("goal", "title", "wording", "colour", "uri", *(f"title_{code}" for code in _LANGUAGES))
    goals = {int(row["goal"]): _goal(row) for row in read_rows("goals.csv", columns)}
    if list(goals) != list(range(1, 18)):
        raise KnowledgeError("data/reference/goals.csv: not the goals 1 to 17 in order; renew it as data/README.md says")
    return MappingProxyType(goals)


def _goal(row: dict[str, str]) -> Goal:
    titles = {code: split_list(row[f"title_{code}"]) for code in _LANGUAGES}
    return Goal(int(row["goal"]), row["title"], row["wording"], row["colour"], row["uri"], MappingProxyType(titles))

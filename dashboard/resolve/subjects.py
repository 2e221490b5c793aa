"""How strongly the words of a text suggest each goal, and which goals a text of any kind is about."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.knowledge.files import read_rows
from dashboard.model import Article, Mention, MentionKind

# a phrase counts with the square root of how often it stands there, and this often at most
_REPEATS = 3
# thresholds hold for a few sentences; what a longer text must say grows with the square root of its length in characters
_PASSAGE = 800
# a target is named where this share of the strength of its goal speaks for it
_TARGET_SHARE = 0.5
# how sure a point of strength above or below its threshold makes
_SLOPE = 0.5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What speaks for a goal: its strength, the target that most of it stands for, its mentions, strongest first."""

    goal: int
    strength: float
    target: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class TextGoal:
    """A goal of a text: its target if one is meant, ``stated`` or ``inferred``, how surely (0 to 1), the words that say so."""

    goal: int
    target: str | None
    basis: str
    weight: float
    words: tuple[str, ...]


def weigh_subjects(placed: Iterable[tuple[Mention, float]]) -> Mapping[int, Suggestion]:
    """The suggestions of subject words, each given with what its place in the text counts for, by goal."""
    groups: dict[tuple[float, str, str, str], list[Mention]] = defaultdict(list)
    for mention, place in placed:
        groups[place, mention.value, mention.rule, mention.text.lower()].append(mention)
    words: dict[int, list[tuple[float, str, Mention]]] = defaultdict(list)
    for (place, goal, rule, _), mentions in groups.items():
        weight, target = _read_rule(rule)
        words[int(goal)].append((place * weight * math.sqrt(min(len(mentions), _REPEATS)), target, mentions[0]))
    return {goal: _suggest(goal, found) for goal, found in words.items()}


@cache
def _read_rule(rule: str) -> tuple[float, str]:
    """The weight and the target that the rule of a subject word carries: "subject word 3 of 4.7"."""
    weight, _, target = rule.removeprefix("subject word ").partition(" of ")
    return float(weight), target


def _suggest(goal: int, words: list[tuple[float, str, Mention]]) -> Suggestion:
    strength = sum(weight for weight, _, _ in words)
    targets: dict[str, float] = defaultdict(float)
    for weight, target, _ in words:
        targets[target] += weight
    best = max(targets, key=lambda target: (targets[target], target))
    first: dict[str, Mention] = {}
    for weight, _, mention in sorted(words, key=lambda word: (-word[0], word[2].start)):
        if weight > 0:
            first.setdefault(mention.text.lower(), mention)
    return Suggestion(
        goal, strength, best if best and targets[best] >= _TARGET_SHARE * strength else None, tuple(first.values())
    )


@cache
def _thresholds() -> Mapping[int, float]:
    rows = read_rows("goal_thresholds.csv", ("goal", "strength"))
    return MappingProxyType({int(row["goal"]): float(row["strength"]) for row in rows})


def match_goals(article: Article, mentions: Sequence[Mention]) -> tuple[TextGoal, ...]:
    """The goals that a text of any kind states or is about, by number."""
    stated = _list_stated(mentions)
    found = [goal for goals in stated.values() for goal in goals]
    subjects = ((mention, 1.0) for mention in mentions if mention.kind == MentionKind.SUBJECT)
    length = math.sqrt(max(1.0, len(article.text) / _PASSAGE))
    for goal, suggestion in weigh_subjects(subjects).items():
        above = suggestion.strength - _thresholds()[goal] * length
        if goal not in stated and above >= 0:
            weight = round(1 / (1 + math.exp(-_SLOPE * min(above, 50.0) / length)), 2)
            words = tuple(mention.text for mention in suggestion.mentions)
            found.append(TextGoal(goal, suggestion.target, "inferred", weight, words))
    return tuple(sorted(found, key=lambda goal: (goal.goal, goal.target or "")))


def _list_stated(mentions: Sequence[Mention]) -> dict[int, list[TextGoal]]:
    """The goals that are stated, each with the targets named; the goal alone where none is."""
    words: dict[tuple[int, str | None], dict[str, None]] = defaultdict(dict)
    for mention in mentions:
        if mention.kind == MentionKind.GOAL:
            target = mention.rule.removeprefix("target ") if mention.rule.startswith("target ") else None
            words[int(mention.value), target][mention.text] = None
    goals: dict[int, list[TextGoal]] = defaultdict(list)
    with_target = {goal for goal, target in words if target}
    for (goal, target), said in words.items():
        if target or goal not in with_target:
            goals[goal].append(TextGoal(goal, target, "stated", 1.0, tuple(said)))
    return goals

"""Goals stated, and goals inferred from what an article is about, each with the words that stand for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dashboard.knowledge.files import read_weights
from dashboard.model import Event, Evidence, Mention, MentionKind
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up
from dashboard.resolve.subjects import Suggestion, weigh_subjects

# at most three goals are inferred, fewer beside many stated ones; each must be as probable as this
_MOST, _LEAST = 3, 0.3
# words of the headline and the beginning count whole, those of the rest less, those far down a long page not at all
_REST = 0.8
_LEAD_LENGTH, _READ_LENGTH = 600, 4000
# these goals are implied where the kind of event makes them the subject: education by training, partnership by agreements
_BY_KIND = (4, 17)
# what speaks against a goal that nothing else is said of, in points of strength
_SOME = 5.0
# weights of single goals are held nearer to zero than those that all share
_OWN = 0.5


@dataclass(frozen=True, slots=True)
class Goals:
    """Stated and inferred goals with their evidence."""

    explicit: tuple[int, ...]
    implied: tuple[int, ...]
    evidence: tuple[Evidence, ...]


def assemble_goals(reading: Reading, events: Sequence[Event]) -> Goals:
    """The goals of an article: those it names, and at most three more that its subject suggests."""
    stated: dict[int, Mention] = {}
    for mention in reading.of_kind(MentionKind.GOAL):
        stated.setdefault(int(mention.value), mention)
    evidence = [reading.evidence(f"sdgs_explicit/{goal}", goal, mention) for goal, mention in sorted(stated.items())]
    implied = _infer(reading, events[0].kind, frozenset(stated)) if events else {}
    for goal, reason in implied.items():
        rule = "" if reason else f"kind of event: {events[0].kind}"
        evidence.append(reading.evidence(f"sdgs_implied/{goal}", goal, reason, rule))
    return Goals(tuple(sorted(stated)), tuple(sorted(implied)), tuple(evidence))


def _infer(reading: Reading, kind: str, stated: frozenset[int]) -> dict[int, Mention | None]:
    """The goals inferred, each with the word that does most for it; none where the kind of event alone speaks for it."""
    suggestions = rank_article_subjects(reading)
    features = list_goal_features(reading, suggestions, kind)
    probable = {goal: add_up(_weights(), own) for goal, own in features.items() if goal not in stated}
    ranked = sorted((goal for goal in probable if probable[goal] >= _LEAST), key=lambda goal: (-probable[goal], goal))
    chosen = ranked[: max(0, _MOST - len(stated) // 2)]
    return {goal: next(iter(suggestions[goal].mentions), None) if goal in suggestions else None for goal in chosen}


@cache
def _weights() -> Mapping[str, float]:
    return MappingProxyType({row["feature"]: float(row["weight"]) for row in read_weights("goal_weights.csv")})


def list_goal_features(reading: Reading, suggestions: Mapping[int, Suggestion], kind: str) -> dict[int, dict[str, float]]:
    """What tells whether an article is about each of the 17 goals."""
    strengths = [max(0.0, suggestions[goal].strength) if goal in suggestions else 0.0 for goal in range(1, 18)]
    whole = sum(strengths) + _SOME
    length = math.log1p(min(len(reading.article.text), _READ_LENGTH) / 1000)
    stated = min(4, len({mention.value for mention in reading.of_kind(MentionKind.GOAL)})) * _OWN
    features = {}
    for goal, strength in enumerate(strengths, 1):
        own, share = math.log1p(strength), strength / whole
        rival = math.log1p(max(strengths[: goal - 1] + strengths[goal:]))
        features[goal] = {
            "always": 1.0, "strength": own, "share": share, "length": length, "rival": rival, "stated": stated,
            f"goal {goal}": _OWN, f"strength {goal}": _OWN * own, f"share {goal}": share,
        }  # fmt: skip
        if goal in _BY_KIND:
            features[goal][f"{kind} {goal}"] = 1.0
    return features


def rank_article_subjects(reading: Reading) -> Mapping[int, Suggestion]:
    """How strongly headline and beginning of an article suggest each goal."""
    return weigh_subjects(_place_subjects(reading))


def _place_subjects(reading: Reading) -> Iterator[tuple[Mention, float]]:
    """The subject words of an article with what their place counts for; headline and beginning are counted apart."""
    for mention in reading.title_mentions:
        if mention.kind == MentionKind.SUBJECT:
            yield mention, 1.001
    for mention in reading.of_kind(MentionKind.SUBJECT):
        depth = reading.depth(mention.start)
        if depth < _READ_LENGTH and not reading.is_in_headline(mention):
            yield mention, 1.0 if depth < _LEAD_LENGTH else _REST

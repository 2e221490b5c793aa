"""Which kind of event an article reports, by the weights of a choice among the kinds.

The weights in ``kind_weights.csv`` are those of a conditional logistic regression; ``sdg-atlas train`` fits them again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_weights
from dashboard.model import Mention, MentionKind
from dashboard.resolve.kind_features import KindFeatures, list_kind_features, trigger_weight
from dashboard.resolve.reading import Reading

_TITLE = 10


@dataclass(frozen=True, slots=True)
class KindScore:
    """How likely (0 to 1) an article's main event is of a kind, and the trigger that says so best."""

    kind: str
    score: float
    because: Mention


def rank_kinds(reading: Reading) -> list[KindScore]:
    """The kinds that an article speaks of, the likeliest first."""
    best = _find_best(reading)
    if not best:
        return []
    chances = weigh_kinds(list_kind_features(reading))
    ranked = sorted(best, key=lambda kind: -chances[kind])
    return [KindScore(kind, chances[kind], best[kind]) for kind in ranked]


def _find_best(reading: Reading) -> dict[str, Mention]:
    """The trigger of each kind that tells of it best: the strongest of the headline, else of the text."""
    best: dict[str, tuple[int, Mention]] = {}
    for worth, mentions in ((_TITLE, reading.title_mentions), (0, reading.of_kind(MentionKind.KIND))):
        for mention in mentions:
            if mention.kind == MentionKind.KIND:
                strength = worth + trigger_weight(mention)
                if mention.value not in best or strength > best[mention.value][0]:
                    best[mention.value] = strength, mention
    return {kind: mention for kind, (_, mention) in best.items()}


@cache
def _read_weights() -> tuple[Mapping[str, float], Mapping[str, tuple[tuple[str, float], ...]]]:
    """The weights of features that all kinds share, and those of words by kind."""
    shared: dict[str, float] = {}
    words: dict[str, tuple[tuple[str, float], ...]] = {}
    for row in read_weights("kind_weights.csv", ("feature", "kind", "weight")):
        if row["kind"]:
            words[row["feature"]] = (*words.get(row["feature"], ()), (row["kind"], float(row["weight"])))
        else:
            shared[row["feature"]] = float(row["weight"])
    return shared, words


def weigh_kinds(features: KindFeatures) -> Mapping[str, float]:
    """How likely each kind is; they sum to 1."""
    shared, words = _read_weights()
    sums = {
        kind: sum(shared.get(name, 0.0) * value for name, value in own.items() if value) for kind, own in features.own.items()
    }
    for name, value in features.words.items():
        for kind, weight in words.get(name, ()):
            sums[kind] += weight * value
    return share_out(sums)


def share_out(sums: Mapping[str, float]) -> dict[str, float]:
    """Sums of weights as probabilities that add up to 1."""
    most = max(sums.values())
    odds = {kind: math.exp(total - most) for kind, total in sums.items()}
    whole = sum(odds.values())
    return {kind: chance / whole for kind, chance in odds.items()}

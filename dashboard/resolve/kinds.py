"""Which kind of event an article reports: the headline's words first, then those of the beginning."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from dashboard.model import Mention, MentionKind
from dashboard.resolve.reading import Reading

# one trigger in the headline weighs as much as several of the text; the deeper, the less
_HEADLINE, _FURTHER = 2.0, 0.3
_LEAD, _BEGINNING, _BODY, _READ = 400, 1200, 4000, 3
_DEPTH_WEIGHTS = ((_LEAD, 0.8), (_BEGINNING, 0.3), (_BODY, 0.1))


@dataclass(frozen=True, slots=True)
class KindScore:
    """How strongly an article speaks of a kind of event, and the trigger that says so best."""

    kind: str
    score: float
    because: Mention


def rank_kinds(reading: Reading) -> list[KindScore]:
    """The kinds that an article speaks of, the strongest first."""
    scores: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, Mention]] = {}
    for mention, weight in _weigh(reading):
        scores[mention.value] += weight
        if weight > best.get(mention.value, (0.0, None))[0]:
            best[mention.value] = weight, mention
    return [KindScore(kind, score, best[kind][1]) for kind, score in sorted(scores.items(), key=lambda item: -item[1])]


def _weigh(reading: Reading) -> list[tuple[Mention, float]]:
    """Every trigger with what it counts for: the strongest of the headline in full, repetitions of the text twice at most."""
    weighed: list[tuple[Mention, float]] = []
    strongest: dict[str, int] = defaultdict(int)
    for mention in sorted((m for m in reading.title_mentions if m.kind == MentionKind.KIND), key=lambda m: -trigger_weight(m)):
        factor = _FURTHER if strongest[mention.value] else _HEADLINE + _FURTHER
        strongest[mention.value] = max(strongest[mention.value], trigger_weight(mention))
        weighed.append((mention, factor * trigger_weight(mention)))
    seen: Counter[tuple[str, str]] = Counter()
    for mention in reading.of_kind(MentionKind.KIND):
        if reading.is_in_headline(mention):
            continue
        depth = reading.depth(mention.start)
        factor = next((factor for limit, factor in _DEPTH_WEIGHTS if depth < limit), 0.0)
        seen[mention.value, mention.text.lower()] += 1
        if factor and seen[mention.value, mention.text.lower()] < _READ:
            weighed.append((mention, factor * trigger_weight(mention)))
    return weighed


def trigger_weight(mention: Mention) -> int:
    """The weight that a trigger has in the table of kinds."""
    return int(mention.rule.rsplit(" ", 1)[1])

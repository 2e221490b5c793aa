"""Goals stated, and goals inferred from what an article is about, each with the words that stand for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Event, EventKind, Evidence, Mention, MentionKind
from dashboard.resolve.reading import Reading

# at most three goals are inferred; each needs this much, and this share of the strongest
_MOST, _LEAST, _SHARE = 2, 9.0, 0.55
# one phrase counts this often at most; headline, beginning and rest weigh differently
_REPEATS = 3
_HEADLINE, _LEAD, _REST = 4.0, 1.5, 0.6
_LEAD_LENGTH, _READ_LENGTH = 600, 4000
# words for partnership and teaching stand in nearly every such article: they need more than others
_HANDICAP = {4: 0.6, 17: 0.45, 9: 0.8, 11: 0.8, 8: 0.75, 16: 0.85}
_PARTNERSHIP_KINDS = frozenset({EventKind.AGREEMENT, EventKind.VISIT})
_BONUS = 12.0
_EDUCATION_KINDS = frozenset({EventKind.TRAINING, EventKind.EXCHANGE})
_EDUCATION_BONUS = 3.0


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
    implied = _infer(reading, events, frozenset(stated))
    for goal, mention in implied.items():
        evidence.append(reading.evidence(f"sdgs_implied/{goal}", goal, mention, "" if mention else f"kind of event: {events[0].kind}"))
    return Goals(tuple(sorted(stated)), tuple(sorted(implied)), tuple(evidence))


def _infer(reading: Reading, events: Sequence[Event], stated: frozenset[int]) -> dict[int, Mention | None]:
    scores, because = _score_subjects(reading)
    kind = events[0].kind if events else None
    if kind in _PARTNERSHIP_KINDS:
        scores[17] += _BONUS
    if kind in _EDUCATION_KINDS:
        scores[4] += _EDUCATION_BONUS
    strongest = max(scores.values(), default=0.0)
    ranked = [goal for goal, score in scores.most_common() if score >= max(_LEAST, _SHARE * strongest)]
    chosen = [goal for goal in ranked if goal not in stated][: max(0, _MOST - len(stated) // 2)]
    return {goal: because.get(goal) for goal in chosen}


def _score_subjects(reading: Reading) -> tuple[Counter[int], dict[int, Mention]]:
    """How strongly the words of an article suggest each goal, and the word that does so most."""
    scores: Counter[int] = Counter()
    because: dict[int, tuple[float, Mention]] = {}
    seen: dict[int, Counter[str]] = defaultdict(Counter)
    for mention in reading.of_kind(MentionKind.SUBJECT):
        depth, goal, word = reading.depth(mention.start), int(mention.value), mention.text.lower()
        if depth > _READ_LENGTH or seen[goal][word] >= _REPEATS:
            continue
        seen[goal][word] += 1
        place = _HEADLINE if reading.is_in_headline(mention) else _LEAD if depth < _LEAD_LENGTH else _REST
        weight = place * int(mention.rule.rsplit(" ", 1)[1]) / 2 * _HANDICAP.get(goal, 1.0)
        scores[goal] += weight
        if weight > because.get(goal, (0.0, mention))[0] or goal not in because:
            because[goal] = weight, mention
    return scores, {goal: mention for goal, (_, mention) in because.items()}

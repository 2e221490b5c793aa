"""Goals stated, and goals inferred from what an article is about, each with the words that stand for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.model import Event, EventKind, Evidence, Mention, MentionKind
from dashboard.resolve.reading import Reading

# at most three goals are inferred; each needs this much, and this share of the strongest
_MOST, _LEAST, _SHARE = 3, 5.0, 0.3
# one phrase counts this often at most; headline, beginning and rest weigh differently
_REPEATS = 3
_HEADLINE, _LEAD, _REST = 3.5, 1.5, 0.6
_LEAD_LENGTH, _READ_LENGTH = 600, 4000
# how telling the words of a goal are: talk of energy or gender is rarely by the way, talk of health, waste and partnership is
_TELLING = {
    1: 1.8, 2: 1.5, 3: 0.6, 4: 0.9, 5: 2.4, 6: 3.0, 7: 2.4, 8: 1.4, 9: 0.8,
    10: 1.5, 11: 1.2, 12: 0.6, 13: 0.7, 14: 1.2, 15: 0.7, 16: 1.0, 17: 0.55,
}  # fmt: skip
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
    for goal, reason in implied.items():
        evidence.append(
            reading.evidence(f"sdgs_implied/{goal}", goal, reason, "" if reason else f"kind of event: {events[0].kind}")
        )
    return Goals(tuple(sorted(stated)), tuple(sorted(implied)), tuple(evidence))


def _infer(reading: Reading, events: Sequence[Event], stated: frozenset[int]) -> dict[int, Mention | None]:
    scores, because = _score_subjects(reading)
    kind = events[0].kind if events else None
    if kind in _PARTNERSHIP_KINDS:
        scores[17] += _BONUS
    if kind in _EDUCATION_KINDS:
        scores[4] += _EDUCATION_BONUS
    strongest = max(scores.values(), default=0.0)
    ranked = [
        goal for goal, score in sorted(scores.items(), key=lambda item: -item[1]) if score >= max(_LEAST, _SHARE * strongest)
    ]
    chosen = [goal for goal in ranked if goal not in stated][: max(0, _MOST - len(stated) // 2)]
    return {goal: because.get(goal) for goal in chosen}


def _score_subjects(reading: Reading) -> tuple[dict[int, float], dict[int, Mention]]:
    """How strongly the words of an article suggest each goal, and the word that does so most."""
    scores: dict[int, float] = defaultdict(float)
    because: dict[int, tuple[float, Mention]] = {}
    for mention, place in _weigh_places(reading):
        goal = int(mention.value)
        weight = place * float(mention.rule.split()[2]) / 2 * _TELLING[goal]
        scores[goal] += weight
        if goal not in because or weight > because[goal][0]:
            because[goal] = weight, mention
    return scores, {goal: mention for goal, (_, mention) in because.items()}


def _weigh_places(reading: Reading) -> Iterator[tuple[Mention, float]]:
    """The subject words of headline and beginning with what their place counts for; each word a few times at most."""
    headline = [mention for mention in reading.title_mentions if mention.kind == MentionKind.SUBJECT]
    body = [mention for mention in reading.of_kind(MentionKind.SUBJECT) if not reading.is_in_headline(mention)]
    placed = [(mention, _HEADLINE) for mention in headline]
    placed += [(mention, _LEAD if reading.depth(mention.start) < _LEAD_LENGTH else _REST) for mention in body]
    seen: Counter[tuple[str, str]] = Counter()
    for mention, place in placed:
        seen[mention.value, mention.text.lower()] += 1
        if seen[mention.value, mention.text.lower()] <= _REPEATS and reading.depth(mention.start) <= _READ_LENGTH:
            yield mention, place

"""Whether an article reports academic cooperation or an institution's work for the goals; "no" where nothing speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import Event, Institution, MentionKind
from dashboard.resolve.kinds import KindScore
from dashboard.resolve.reading import Reading

# a headline trigger of full weight alone is worth 15; findings and appointments have little but words of research
_LEAST = 5.0
_COOPERATIVE = frozenset({"agreement", "meeting", "conference", "training", "visit", "exchange", "award"})


def is_relevant(
    reading: Reading, kinds: Sequence[KindScore], events: Sequence[Event], institutions: Sequence[Institution]
) -> bool:
    """True unless the article has neither goals nor partners nor words of cooperation to speak of."""
    if reading.of_kind(MentionKind.GOAL) or len(institutions) > 1:
        return True
    cooperative = sum(score.score for score in kinds if score.kind in _COOPERATIVE)
    return bool(events) and cooperative >= _LEAST

"""Whether an article reports academic cooperation or an institution's work for the goals; "no" where nothing speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.model import Event, Institution, MentionKind
from dashboard.resolve.kinds import KindScore
from dashboard.resolve.reading import Reading

# a headline trigger of full weight alone is worth 15; findings and appointments have little but words of research
_LEAST = 5.0
_LAUNCHES = 11.0
_LAUNCHING = frozenset({"programme", "designation"})
# an institution's work for sustainability is the subject of this collection, whoever else takes part
_THEME = re.compile(
    r"\bsdgs?\b|sustainab|sosteni|sustentá|durable|berkelanjutan|nachhaltig|bền vững|agenda 2030|2030 agenda", re.IGNORECASE
)
_COOPERATIVE = frozenset({"agreement", "meeting", "conference", "training", "visit", "exchange", "award"})


def is_relevant(
    reading: Reading, kinds: Sequence[KindScore], events: Sequence[Event], institutions: Sequence[Institution]
) -> bool:
    """True unless the article has neither goals nor partners nor words of cooperation to speak of."""
    if reading.of_kind(MentionKind.GOAL) or len(institutions) > 1:
        return True
    if _THEME.search(reading.article.title) or _THEME.search(reading.article.text):
        return True
    cooperative = sum(score.score for score in kinds if score.kind in _COOPERATIVE)
    launching = sum(score.score for score in kinds if score.kind in _LAUNCHING)
    return bool(events) and (cooperative >= _LEAST or launching >= _LAUNCHES)

"""When an event took place: the date that stands nearest to the words that tell of it, else the month of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dashboard.model import Mention, MentionKind, Status
from dashboard.resolve.reading import Reading

# how much a date says by itself: a day more than a month, a year alone next to nothing
_PRECISION = {10: 3.0, 7: 1.5, 4: -1.0}
_INTERVAL = 0.5
_LEAST = 1.0
_NEVER = -9.0
_CLOSE = 60
_DATELINE = 250
_HISTORY = re.compile(
    r"\b(?:founded|established|since|born|created|until|by|history|anniversary|fundad[oa]|desde|depuis|gegründet|seit|sejak|hasta|copyright|©|"
    r"updated|posted|published|publicado|agenda|deadline|apply|register|academic year)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_VAGUE = frozenset({"recently", "last_week", "this_week", "this_month", "next_week", "last_month", "next_month"})


@dataclass(frozen=True, slots=True)
class When:
    """Start and end of an event as ISO prefixes, and the mention that says so (``None``: the date of publication)."""

    start: str | None
    end: str | None
    because: Mention | None


def choose_when(reading: Reading, triggers: list[Mention], announced: bool) -> When:
    """The date that belongs to the event that the triggers tell of."""
    sentences = {reading.sentence(trigger.start) for trigger in triggers}
    dates = [*reading.of_kind(MentionKind.DATE)]
    if reading.headline == (0, 0):
        dates += [mention for mention in reading.title_mentions if mention.kind == MentionKind.DATE]
    scored = [(_score(reading, mention, sentences, announced), -mention.start, mention) for mention in dates]
    best = max(scored, default=None, key=lambda item: item[:2])
    published = reading.article.published
    if best is None or best[0] < _LEAST:
        return When(published[:7], published[:7], None) if published else _only_date(scored)
    start, _, end = best[2].value.partition("/")
    return When(start, end or start, best[2])


def _only_date(scored: list[tuple[float, int, Mention]]) -> When:
    """Where the date of publication is unknown, the best of what dates there are."""
    if not scored:
        return When(None, None, None)
    mention = max(scored, key=lambda item: item[:2])[2]
    start, _, end = mention.value.partition("/")
    return When(start, end or start, mention)


def _score(reading: Reading, mention: Mention, sentences: set[int], announced: bool) -> float:
    start = mention.value.partition("/")[0]
    score = _PRECISION[len(start)] + (_INTERVAL if "/" in mention.value else 0.0)
    told = reading.sentence(mention.start) in sentences
    if mention.rule in _VAGUE:
        score -= 0.5
    if mention.rule == "today" and not (told and _is_done(reading, mention)):
        return _NEVER  # "today, students face ..." dates nothing
    if told:
        score += 1.5
    depth = reading.depth(mention.start)
    score += 1.5 if depth < 500 else 0.75 if depth < 1200 else 0.0
    if _is_dateline(reading, mention):
        score -= 4.0
    if _HISTORY.search(reading.article.text[max(0, mention.start - 45) : mention.start]):
        score -= 3.0
    return score + _distance(start, reading.article.published, announced)


def _is_done(reading: Reading, mention: Mention) -> bool:
    """Whether something was done on a day: a word of holding stands close to it."""
    near = range(mention.start - _CLOSE, mention.end + _CLOSE)
    return any(status.start in near for status in reading.of_kind(MentionKind.STATUS) if status.value == Status.HELD)


def _is_dateline(reading: Reading, mention: Mention) -> bool:
    """Whether a date only repeats when the article appeared: at its top, or the same day, without a word of the event's."""
    published = reading.article.published
    near_top = reading.depth(mention.start) < _DATELINE
    return bool(published) and mention.value == published and near_top and mention.rule not in {"today", "weekday"}


def _distance(start: str, published: str | None, announced: bool) -> float:
    """Events lie near their report: shortly before it, or after it where they are announced."""
    if not published:
        return 0.0
    days = _ordinal(start) - _ordinal(published)
    if abs(days) > 400:
        return -5.0
    if days > 20 and not announced:
        return -2.5
    if days < -45:
        return -1.5 if days > -150 else -3.0
    return 0.75 if announced and days > 0 else 0.0


def _ordinal(value: str) -> int:
    year, month, day = (*map(int, value.split("-")), 6, 15)[:3] if len(value) < 8 else map(int, value.split("-"))
    return date(year, month, min(day, 28)).toordinal()

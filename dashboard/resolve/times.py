"""When an event took place: the date that stands nearest to the words that tell of it, else the month of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dashboard.model import Basis, Mention, MentionKind, Status
from dashboard.resolve.reading import Reading

# how much a date says by itself: a day more than a month, a year alone next to nothing
_PRECISION = {10: 3.0, 7: 1.5, 4: -1.0}
_INTERVAL = 0.5
_LEAST = 1.0
_NEVER = -9.0
_CLOSE = 60
_LEAD = 600
# a place, weekday or label and a date, then a dash, an hour or the end of the line; the body's first lines only
_DATELINE = 700
_LINE_HEAD = re.compile(r"[^.!?\n]{0,45}")
_LINE_TAIL = re.compile(r"\W{0,3}(?:[–—\-:|]|\n|$|,?\s\d{1,2}[:.]\d\d|\.\s)")
_REPORTED = re.compile(
    r"\b(?:report\w*|dated|story|news|announce\w*|publish\w*|posted|wrote|presented|told|article|account|appeared|broke|said|says|note|"
    r"made public|made known|passed on|official|according|portrayed)\W+(?:\w+\W+){0,5}$",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:founded|established|since|born|created|until|by|history|anniversary|fundad[oa]|desde|depuis|gegründet|seit|sejak|hasta|copyright|©|"
    r"updated|posted|published|publicado|agenda|deadline|apply|register|academic year|ends|ended|goes back to|foreseen|first made)\W+(?:\w+\W+){0,3}$",
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
    if mention.rule == "today" and not ((told or reading.depth(mention.start) < _LEAD) and _is_done(reading, mention)):
        return _NEVER  # "today, students face ..." dates nothing
    if told:
        score += 1.5
    depth = reading.depth(mention.start)
    score += 1.5 if depth < 500 else 0.75 if depth < 1200 else 0.0
    if _is_dateline(reading, mention):
        score -= 7.0
    if _HISTORY.search(reading.article.text[max(0, mention.start - 45) : mention.start]):
        score -= 3.0
    if start == (reading.article.published or "")[:4] and reading.article.basis != Basis.DIGEST:
        return score - 2.0
    if start[:4] in _headline_years(reading):
        return score + 1.0  # "Forum 2019", reported years later
    return score + _distance(start, reading.article.published, announced)


def _headline_years(reading: Reading) -> set[str]:
    latest = (reading.article.published or "9")[:4]
    years = (mention.value for mention in reading.title_mentions if mention.kind == MentionKind.DATE and mention.rule == "year")
    return {year for year in years if year <= latest}  # "Agenda 2030" dates nothing


def _is_done(reading: Reading, mention: Mention) -> bool:
    """Whether something was done on a day: a word of holding stands close to it."""
    near = range(mention.start - _CLOSE, mention.end + _CLOSE)
    return any(status.start in near for status in reading.of_kind(MentionKind.STATUS) if status.value == Status.HELD)


def _is_dateline(reading: Reading, mention: Mention) -> bool:
    """Whether a date only tells when the article appeared: at the head of a line, or as the day of the report itself."""
    text, published = reading.article.text, reading.article.published
    reported = _REPORTED.search(text[max(0, mention.start - 60) : mention.start]) is not None
    if mention.rule in {"today", "weekday", "yesterday"}:
        return reported and mention.rule == "weekday"
    # a digest is no newspaper page: its opening date is that of the event as often as not
    is_digest = reading.article.basis == Basis.DIGEST
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    if not is_digest and _LINE_HEAD.fullmatch(line) and _LINE_TAIL.match(text, mention.end) and reading.depth(mention.start) < _DATELINE:
        return True
    return reported and mention.value == published


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

"""When an event took place: the date that stands nearest to the words that tell of it, else the month of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dashboard.model import Basis, Mention, MentionKind, Status
from dashboard.resolve.reading import Reading

# how much a date says by itself: a day more than a month, a year alone next to nothing
_PRECISION = {10: 3.0, 7: 1.5, 4: -1.0}
_INTERVAL, _VAGUENESS, _TOLD = 0.5, 0.5, 1.5
_DEPTHS = ((500, 1.5), (1200, 0.75))
_LEAST, _NEVER = 1.0, -9.0
_NEVER_DATELINE, _PAST = 7.0, 3.0
_CLOSE, _LEAD = 60, 600
# a place, weekday or label and a date, then a dash, an hour or the end of the line; the body's first lines only
_DATELINE = 700
_LINE_HEAD = re.compile(
    r"[^.!?\n]{0,45}(?<!\bon )(?<!\bof )(?<!\bin )(?<!\bfrom )(?<!\bam )(?<!\bpada )(?<!\ble )(?<!\bel )(?<!\bem )"
)
_LINE_TAIL = re.compile(r"\W{0,3}(?:[–—\-:|]|\n|$|,?\s\d{1,2}[:.]\d\d|\.\s)")
_REPORTED = re.compile(
    r"\b(?:report\w*|dated|story|news|announce\w*|publish\w*|posted|wrote|presented|told|article|account|appeared|broke|said|"
    r"says|note|made public|made known|passed on|official|according|portrayed)\W+(?:\w+\W+){0,5}$",
    re.IGNORECASE,
)
_HISTORY = re.compile(
    r"\b(?:founded|established|since|born|created|until|by|history|anniversary|fundad[oa]|desde|depuis|gegründet|seit|sejak|hasta|"
    r"copyright|©|"
    r"updated|posted|published|publicado|agenda|deadline|apply|register|academic year|ends|ended|goes back to|foreseen|"
    r"first made)\W+(?:\w+\W+){0,3}$",
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
    dates = reading.early(MentionKind.DATE)
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
    """How likely a date is the event's: exact, early, in the sentence of its trigger, near the day of publication."""
    start = mention.value.partition("/")[0]
    told = reading.sentence(mention.start) in sentences
    if mention.rule == "today" and not _is_done(reading, mention, told):
        return _NEVER  # "today, students face ..." dates nothing
    score = _PRECISION[len(start)] + _INTERVAL * ("/" in mention.value) - _VAGUENESS * (mention.rule in _VAGUE) + _TOLD * told
    score += next((worth for limit, worth in _DEPTHS if reading.depth(mention.start) < limit), 0.0)
    return score - _misleads(reading, mention) + _fit(reading, start, announced)


def _misleads(reading: Reading, mention: Mention) -> float:
    """What is taken off for a date that is told for another reason: a dateline, or history."""
    if mention in reading.title_mentions:
        return 0.0
    dateline = _NEVER_DATELINE if _is_dateline(reading, mention) else 0.0
    before = reading.article.text[max(0, mention.start - 45) : mention.start]
    return dateline + (_PAST if _HISTORY.search(before) else 0.0)


def _fit(reading: Reading, start: str, announced: bool) -> float:
    """How well a date goes with the day of publication, or with a year that the headline names."""
    published = reading.article.published or ""
    if start == published[:4] and reading.article.basis != Basis.DIGEST:
        return -2.0  # the year alone says less than the month of publication
    if start[:4] in _headline_years(reading):
        return 1.0  # "Forum 2019", reported years later
    return _distance(start, published, announced)


def _headline_years(reading: Reading) -> set[str]:
    latest = (reading.article.published or "9")[:4]
    years = (mention.value for mention in reading.title_mentions if mention.kind == MentionKind.DATE and mention.rule == "year")
    return {year for year in years if year <= latest}  # "Agenda 2030" dates nothing


def _is_done(reading: Reading, mention: Mention, told: bool) -> bool:
    """Whether something was done on a day: the text has begun or tells of the event, and a word of holding stands close."""
    near = range(mention.start - _CLOSE, mention.end + _CLOSE)
    held = any(status.start in near for status in reading.early(MentionKind.STATUS) if status.value == Status.HELD)
    return held and (told or reading.depth(mention.start) < _LEAD)


def _is_dateline(reading: Reading, mention: Mention) -> bool:
    """Whether a date only tells when the article appeared: at the head of a line, or as the day of the report itself."""
    text = reading.article.text
    reported = _REPORTED.search(text[max(0, mention.start - 60) : mention.start]) is not None
    if mention.rule in {"today", "weekday", "yesterday"}:
        return reported and mention.rule == "weekday"
    # a digest is no newspaper page: its opening date is that of the event as often as not
    if reading.article.basis != Basis.DIGEST and reading.depth(mention.start) < _DATELINE:
        line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
        if _LINE_HEAD.fullmatch(line) and _LINE_TAIL.match(text, mention.end):
            return True
    return reported and mention.value == reading.article.published


def _distance(start: str, published: str, announced: bool) -> float:
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
    """The day number of an ISO prefix, the middle of a month or year where it is no more exact."""
    year, month, day = int(value[:4]), int(value[5:7] or 6), int(value[8:10] or 15)
    return date(year, month, min(day, 28)).toordinal()

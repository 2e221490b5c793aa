"""When an event took place: of the dates that an article writes, and the month of publication, the likeliest.

The weights in ``time_weights.csv`` are those of a logistic regression; ``sdg-atlas train`` fits them again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dashboard.knowledge.calendar import find_day
from dashboard.knowledge.files import read_weights
from dashboard.knowledge.folding import fold_in_place
from dashboard.model import Basis, Mention, MentionKind, Status
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up

_DAY, _MONTH = 10, 7
_DEPTHS = (250, 500, 1200, 3000)
_CLOSE = 60
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
_LAST_WORD = re.compile(r"([^\W\d_]{1,14})[\s,.(]{1,3}\Z")
_DURATION = re.compile(r"\b(two|three|four|five|six|seven|ten|[2-9]|10)[- ]days?\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
# distances in days from publication, with what they are called
_DISTANCES = (
    (-400, "years before"), (-150, "long before"), (-45, "months before"), (-7, "weeks before"), (-1, "days before"),
    (0, "same day"), (20, "days after"), (150, "months after"), (400, "long after"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class When:
    """Start and end of an event as ISO prefixes, and the mention that says so (``None``: the date of publication)."""

    start: str | None
    end: str | None
    because: Mention | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an event before its date is: its kind, the sentences of its triggers, whether it is to come."""

    kind: str
    sentences: frozenset[int]
    announced: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be the event's (a mention's, the month of publication, or none), and what speaks for it, as numbers."""

    start: str | None
    mention: Mention | None
    features: Mapping[str, float]


def choose_when(reading: Reading, triggers: list[Mention], announced: bool, kind: str = "") -> When:
    """The date that belongs to the event that the triggers tell of."""
    told = Told(kind, frozenset(reading.sentence(trigger.start) for trigger in triggers), announced)
    best = max(list_candidates(reading, told), key=lambda found: weigh_date(found.features))
    if best.mention is None or best.start is None:
        return When(best.start, best.start, None)
    end = best.mention.value.partition("/")[2] or _last_day(reading, best.mention, best.start)
    return When(best.start, end if len(end) == len(best.start) else best.start, best.mention)


def _last_day(reading: Reading, mention: Mention, start: str) -> str:
    """The last day of a "three-day workshop" whose first day is told in the same sentence; else the first."""
    text = reading.article.text[max(0, mention.start - 150) : mention.end + 60]
    lasting = _DURATION.search(fold_in_place(text)) if len(start) == _DAY else None
    first = find_day(*map(int, start.split("-"))) if lasting else None
    if lasting is None or first is None:
        return start
    days = _NUMBERS.get(lasting[1]) or int(lasting[1])
    return (first + timedelta(days=days - 1)).isoformat()


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_weights("time_weights.csv")}


def weigh_date(features: Mapping[str, float]) -> float:
    """How likely a date with these features is the event's, beside the others of its article."""
    return add_up(_read_weights(), features)


def list_candidates(reading: Reading, told: Told) -> list[Candidate]:
    """Every date of the text's beginning and of the headline, the month of publication, and no date at all."""
    dates = list(reading.early(MentionKind.DATE))
    if reading.headline == (0, 0):
        dates += [mention for mention in reading.title_mentions if mention.kind == MentionKind.DATE]
    surroundings = _Surroundings.of(reading, told, dates)
    found = [
        Candidate(_start_of(reading, mention), mention, dict.fromkeys(surroundings.list_flags(mention), 1.0))
        for mention in dates
    ]
    published = reading.article.published
    if published:
        flags = dict.fromkeys(_flags_of_publication(reading, told, dates), 1.0)
        found.append(Candidate(published[:_MONTH], None, flags))
    return [*found, Candidate(None, None, {"nothing": 1.0, f"nothing of {told.kind}": 1.0})]


def _start_of(reading: Reading, mention: Mention) -> str:
    """The first day of a date; of a newspaper's dateline the month, since the news may be of any day before."""
    start = mention.value.partition("/")[0]
    dated = reading.article.basis != Basis.DIGEST and mention not in reading.title_mentions and _is_dateline(reading, mention)
    return start[:_MONTH] if dated and _tell_tail(reading.article.text, mention.end) == "before a dash" else start


def _flags_of_publication(reading: Reading, told: Told, dates: Sequence[Mention]) -> Iterator[str]:
    """What speaks for the month of publication where no words tell of the event's date."""
    yield from ("publication", f"publication of {told.kind}")
    if told.announced:
        yield "publication ahead"
    if reading.article.basis == Basis.DIGEST:
        yield "publication of digest"
    if any(mention.rule in ("recently", "last_week", "this_week", "this_month") for mention in dates):
        yield "publication recently"
    if not any(len(mention.value) >= _DAY for mention in dates):
        yield "publication alone"


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the dates of an article are judged by together."""

    reading: Reading
    told: Told
    counts: Mapping[str, int]
    first: Mention | None
    years: frozenset[str]
    triggers: Sequence[Mention]
    statuses: Sequence[Mention]
    told_of: Mapping[int, str]
    triggering: frozenset[int]

    @classmethod
    def of(cls, reading: Reading, told: Told, dates: Sequence[Mention]) -> _Surroundings:
        """The surroundings of ``dates``."""
        latest = (reading.article.published or "9")[:4]
        years = (
            mention.value for mention in reading.title_mentions if mention.kind == MentionKind.DATE and mention.rule == "year"
        )
        triggers, statuses = reading.early(MentionKind.KIND), reading.early(MentionKind.STATUS)
        exact = [mention for mention in dates if len(mention.value) >= _DAY and not _is_dateline(reading, mention)]
        return cls(
            reading,
            told,
            Counter(mention.value.partition("/")[0] for mention in dates),
            min(exact, key=lambda mention: mention.start, default=None),
            frozenset(year for year in years if year <= latest),  # "Agenda 2030" dates nothing
            triggers,
            statuses,
            {reading.sentence(mention.start): mention.value for mention in statuses},
            frozenset(reading.sentence(mention.start) for mention in triggers),
        )

    def list_flags(self, mention: Mention) -> Iterator[str]:
        """What speaks for a date, or against it."""
        start = mention.value.partition("/")[0]
        yield f"length {len(start)}"
        yield f"rule {mention.rule}"
        if "/" in mention.value:
            yield "interval"
        if self.counts[start] > 1:
            yield "repeated"
        if mention is self.first:
            yield "first"
        yield from self._flags_of_place(mention)
        yield from self._flags_of_words(mention, start)
        yield from self._flags_of_distance(start, len(start))

    def _flags_of_place(self, mention: Mention) -> Iterator[str]:
        """Where a date stands: in the headline, how deep, in which sentence."""
        reading, sentence = self.reading, self.reading.sentence(mention.start)
        digest = " of digest" if reading.article.basis == Basis.DIGEST else ""
        if mention in reading.title_mentions:
            yield "in headline"
        else:
            depth = reading.depth(mention.start)
            yield f"depth {next((limit for limit in _DEPTHS if depth < limit), 'more')}{digest}"
        if sentence in self.told.sentences:
            yield "told"
        elif sentence in self.triggering:
            yield "some trigger"
        if status := self.told_of.get(sentence):
            yield f"sentence {status}"
            yield f"sentence {status}, {'ahead' if self.told.announced else 'held'}"

    def _flags_of_words(self, mention: Mention, start: str) -> Iterator[str]:
        """The words right before and after a date."""
        reading, text = self.reading, self.reading.article.text
        before = text[max(0, mention.start - _CLOSE) : mention.start]
        if mention not in reading.title_mentions and _is_dateline(reading, mention):
            yield f"dateline {_tell_tail(text, mention.end)}" + (" of digest" if reading.article.basis == Basis.DIGEST else "")
        if _REPORTED.search(before):
            yield "reported" + (" at publication" if mention.value == reading.article.published else "")
        if _HISTORY.search(before[-45:]):
            yield "history"
        last = _LAST_WORD.search(fold_in_place(before))
        yield f"{last[1]} ..." if last else "no word ..."
        if start[:4] in self.years:
            yield "year of headline"
        yield from self._flags_of_neighbours(mention)

    def _flags_of_neighbours(self, mention: Mention) -> Iterator[str]:
        """Whether words of holding, or of the event's kind, stand close to a date."""
        near = range(mention.start - _CLOSE, mention.end + _CLOSE)
        if any(status.start in near for status in self.statuses if status.value == Status.HELD):
            yield "held near"
            if mention.rule == "today":
                yield "today held near"
        if any(trigger.start in near for trigger in self.triggers if trigger.value == self.told.kind):
            yield "kind near"

    def _flags_of_distance(self, start: str, length: int) -> Iterator[str]:
        """How far a date lies from publication."""
        published = self.reading.article.published
        if not published:
            yield "unpublished"
            return
        ahead = "ahead" if self.told.announced else "held"
        if start == published[:length]:
            yield f"publication's {length}"
        days = _ordinal(start) - _ordinal(published)
        distance = next((name for limit, name in _DISTANCES if days <= limit), "years after")
        yield f"{distance} {length}" if length < _DAY else distance
        yield f"{distance}, {ahead}"


def _is_dateline(reading: Reading, mention: Mention) -> bool:
    """Whether a date only tells when the article appeared: at the head of a line."""
    if mention.rule in {"today", "weekday", "yesterday"} or reading.depth(mention.start) >= _DATELINE:
        return False
    text = reading.article.text
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return _LINE_HEAD.fullmatch(line) is not None and _LINE_TAIL.match(text, mention.end) is not None


def _tell_tail(text: str, end: int) -> str:
    """What follows a dateline: a dash before the news, the hour that a page sets, or the end of the line."""
    tail = text[end : end + 3].strip(" )")
    return "before a dash" if tail[:1] in ("–", "—", "-") else "before an hour" if tail[:1] == "," else "on its line"


def _ordinal(value: str) -> int:
    """The day number of an ISO prefix, the middle of a month or year where it is no more exact."""
    year, month, day = int(value[:4]), int(value[5:7] or 6), int(value[8:10] or 15)
    return date(year, month, min(day, 28)).toordinal()

"""What else an article reports besides its main event: sentences that tell of another kind, or of another day.

The weights in ``further_weights.csv`` are those of a logistic regression; ``sdg-atlas train`` fits them again.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_weights
from dashboard.model import Event, Mention, MentionKind, Status
from dashboard.resolve.kind_features import trigger_weight
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up

# a further event that is right more often than this makes the list of events better: half the F1 of the list
_LIKELY = 0.3
_MOST = 4
_READ, _WEAK = 8000, 3
_APART = 300
_MONTH = len("2024-11")
_DEPTHS = (400, 1200, 3000)
_BACKGROUND = re.compile(
    r"\b(?:previous\w*|earlier|last year|past|since|already|formerly|ago|first time|founded|established|history|each year|"
    r"every year|annual\w*|regularly|anterior\w*|sebelumnya|zuvor|bereits|auparavant|sejak|desde|depuis|seit)\b",
)
_NEXT = re.compile(
    r"\b(?:also|in addition|additionally|furthermore|meanwhile|afterwards?|then|followed by|following|later|next|subsequent\w*|"
    r"upcoming|moreover|another|second|besides|además|también|também|selain itu|kemudian|juga|außerdem|anschließend|ensuite|"
    r"également)\b",
)
_WITHIN = re.compile(
    r"\b(?:during|as part of|part of|sidelines|marked by|culminat\w*|conclud\w*|opened with|included|includes|including|"
    r"program of|agenda|durante|dalam rangka|im rahmen|dans le cadre|no âmbito)\b",
)
_FUTURE = re.compile(r"\b(?:will|plans?|planned|hopes?|intend\w*|aims?|expected|propos\w*|could|would|akan|será|sera|wird)\b")
# written small: they are looked for in small letters, which is faster than to look for both
_WORDS = (("background", _BACKGROUND), ("next", _NEXT), ("within", _WITHIN), ("future", _FUTURE))
_LIST = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Further:
    """A kind and a time that stand together in the text, and what speaks for their being an event of the article."""

    kind: str
    triggers: tuple[Mention, ...]
    date: Mention | None
    features: Mapping[str, float]

    @property
    def days(self) -> tuple[str, str] | None:
        """Start and end as its own date says, if it has one."""
        if self.date is None:
            return None
        start, _, end = self.date.value.partition("/")
        return start, end or start


def choose_further(reading: Reading, main: Event, chances: Mapping[str, float]) -> list[Further]:
    """The further events that an article most likely reports, in the order of the text."""
    weights = _read_weights()
    weighed = [(add_up(weights, one.features), one) for one in list_further(reading, main, chances)]
    likely = sorted((pair for pair in weighed if pair[0] >= _LIKELY), key=lambda pair: -pair[0])[:_MOST]
    return sorted((one for _, one in likely), key=lambda one: one.triggers[0].start)


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_weights("further_weights.csv")}


def list_further(reading: Reading, main: Event, chances: Mapping[str, float]) -> list[Further]:
    """Every kind and month that a sentence names together, but those of the main event."""
    dates: dict[int, list[Mention]] = defaultdict(list)
    for mention in reading.early(MentionKind.DATE):
        dates[reading.sentence(mention.start)].append(mention)
    found: dict[tuple[str, str], list[tuple[Mention, Mention | None]]] = defaultdict(list)
    for trigger in _list_triggers(reading):
        date = _nearest(trigger, dates.get(reading.sentence(trigger.start), []))
        month = date.value[:_MONTH] if date else (main.start or "")[:_MONTH]
        found[trigger.value, month].append((trigger, date))
    found.pop((main.kind, (main.start or "")[:_MONTH]), None)
    size = math.log1p(len(found)) / 3
    return [
        _make(reading, kind, pairs, main, {"rivals": size, "chance": chances.get(kind, 0.0)})
        for (kind, _), pairs in found.items()
    ]


def _list_triggers(reading: Reading) -> Iterator[Mention]:
    """The triggers of headline and text that say enough, no parts of names."""
    names = sorted((m.start, m.end) for m in reading.of_kind(MentionKind.INSTITUTION))
    place = 0
    for mention in reading.of_kind(MentionKind.KIND):
        if reading.depth(mention.start) >= _READ:
            return
        while place < len(names) and names[place][1] < mention.end:
            place += 1
        inside = place < len(names) and names[place][0] <= mention.start
        if trigger_weight(mention) >= _WEAK and not inside:
            yield mention


def _nearest(trigger: Mention, dates: Sequence[Mention]) -> Mention | None:
    return min(dates, key=lambda date: abs(date.start - trigger.start), default=None)


def _make(
    reading: Reading, kind: str, pairs: Sequence[tuple[Mention, Mention | None]], main: Event, features: dict[str, float]
) -> Further:
    triggers = tuple(trigger for trigger, _ in pairs)
    date = next((date for _, date in pairs if date), None)
    features |= {"always": 1.0, f"kind {kind}": 1.0, "triggers": math.log1p(len(triggers)) / 2}
    features["strongest"] = max(trigger_weight(trigger) for trigger in triggers) / 5
    features["length"] = math.log1p(len(reading.article.text)) / 10
    features |= dict.fromkeys(_list_flags(reading, triggers, main), 1.0)
    features |= dict.fromkeys(_list_times(reading, date, main, kind), 1.0)
    return Further(kind, triggers, date, features)


def _list_flags(reading: Reading, triggers: Sequence[Mention], main: Event) -> Iterator[str]:
    """Where its triggers stand, and which words stand with the first of them."""
    if any(reading.is_in_headline(trigger) for trigger in triggers):
        yield "in headline"
    first = next((trigger for trigger in triggers if not reading.is_in_headline(trigger)), triggers[0])
    depth = reading.depth(first.start)
    yield f"before {next((limit for limit in _DEPTHS if depth < limit), 'the end')}"
    text = reading.article.text
    start, end = max(text.rfind("\n", 0, first.start) + 1, first.start - 160), min(first.end + 120, len(text))
    around = text[start:end].split("\n", 1)[0].lower()
    yield from (name for name, pattern in _WORDS if pattern.search(around))
    if _LIST.match(text, text.rfind("\n", 0, first.start) + 1):
        yield "in a list"
    yield from _list_company(reading, first)
    if first.text.lower().endswith("s"):
        yield "plural"
    yield f"main {main.kind}"


def _list_company(reading: Reading, first: Mention) -> Iterator[str]:
    """Which other mentions stand in the sentence of its first trigger."""
    sentence, low, high = reading.sentence(first.start), first.start - _APART, first.start + _APART
    for kind in (MentionKind.STATUS, MentionKind.CITY, MentionKind.INSTITUTION, MentionKind.PARTICIPANTS, MentionKind.PERSON):
        there = [m for m in reading.of_kind(kind) if low < m.start < high and reading.sentence(m.start) == sentence]
        if there:
            yield f"with {kind}"
            if kind == MentionKind.STATUS:
                yield f"said {there[0].value}"


def _list_times(reading: Reading, date: Mention | None, main: Event, kind: str) -> Iterator[str]:
    """How its time stands to the main event and to the day of publication."""
    same_kind = "same kind" if kind == main.kind else "other kind"
    if date is None:
        yield f"undated, {same_kind}"
        return
    start, published = date.value.partition("/")[0], reading.article.published or ""
    yield f"dated by {len(start)}"
    month = "same month" if start[:_MONTH] == (main.start or "")[:_MONTH] else "other month"
    yield f"{month}, {same_kind}"
    yield f"dated {date.rule}"
    if published:
        yield _tell_distance(start, published)
    if main.status == Status.ANNOUNCED:
        yield "main announced"


def _tell_distance(start: str, published: str) -> str:
    months = 12 * (int(start[:4]) - int(published[:4])) + int(start[5:7] or 6) - int(published[5:7] or 6)
    for limit, name in (
        (-11, "years before"),
        (-2, "months before"),
        (0, "shortly before"),
        (1, "same time"),
        (12, "months after"),
    ):
        if months < limit:
            return name
    return "years after"

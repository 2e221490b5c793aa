"""What speaks for each kind of event: where its triggers stand, how strong they are, and the words of the beginning."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dashboard.knowledge.folding import fold_in_place
from dashboard.model import EventKind, Mention, MentionKind
from dashboard.resolve.reading import Reading

# the body in three stretches, each with what one point of weight counts for in the sum by hand
_STRETCHES = ((400, "lead", 4.0), (1200, "beginning", 1.5), (4000, "body", 0.5))
_HEADLINE, _FURTHER = 11.5, 1.5
_READ, _REPEATS = 8000, 2
_ZERO = ord("0")
_DECISIVE = 5
_NEAR, _STRONG, _NAME = 70, 0.5, 4
_LEAD_WORDS, _STEM, _LEAD_STEM = 400, 5, 6
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = frozenset({MentionKind.INSTITUTION, MentionKind.PROGRAMME})
Sums = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class KindFeatures:
    """Features of each kind, all weighed alike, and those of the article's words, weighed for each kind apart."""

    own: Mapping[str, Mapping[str, float]]
    words: Mapping[str, float]


def trigger_weight(mention: Mention) -> int:
    """The weight that a trigger has in the table of kinds."""
    return ord(mention.rule[-1]) - _ZERO


def trigger_key(mention: Mention) -> tuple[str, str]:
    """What makes two mentions one trigger: the kind and the words."""
    return mention.value, mention.text.lower()


def list_kind_features(reading: Reading, skipped: frozenset[tuple[str, str]] = frozenset()) -> KindFeatures:
    """Features of the kinds that an article has triggers of, without the triggers ``skipped`` (see ``trigger_key``)."""
    sums: Sums = {kind.value: defaultdict(float) for kind in EventKind}
    surroundings = _Surroundings.of(reading)
    _add_headline(sums, reading, surroundings, skipped)
    _add_body(sums, reading, surroundings, skipped)
    _add_shares(sums)
    return KindFeatures(sums, dict(_list_words(reading)))


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Where names and words of holding or announcing stand."""

    names: tuple[tuple[int, int], ...]
    said: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, reading: Reading) -> _Surroundings:
        """The names and words of an article."""
        names = sorted((m.start, m.end) for m in reading.mentions if m.kind in _NAMES and m.end - m.start > _NAME)
        return cls(tuple(names), tuple((m.start, m.value) for m in reading.of_kind(MentionKind.STATUS)))

    def is_name(self, mention: Mention) -> bool:
        """Whether a trigger is but a part of a name, as in "Training Institute"."""
        place = bisect_right(self.names, (mention.start, math.inf))
        return any(start <= mention.start and mention.end <= end for start, end in self.names[max(0, place - _NAME) : place])

    def said_near(self, mention: Mention) -> set[tuple[int, str]]:
        """The words of holding or announcing that stand close."""
        first = bisect_left(self.said, (mention.start - _NEAR, ""))
        return {one for one in self.said[first : first + 6] if one[0] < mention.end + _NEAR}


def _add_headline(sums: Sums, reading: Reading, around: _Surroundings, skipped: frozenset[tuple[str, str]]) -> None:
    placed = []
    for mention in reading.title_mentions:
        if mention.kind != MentionKind.KIND or trigger_key(mention) in skipped:
            continue
        features = sums[mention.value]
        if reading.headline[1] and around.is_name(mention):
            features["headline name"] = 1.0
            continue
        weight = trigger_weight(mention) / _DECISIVE
        features["headline strongest"] = max(features["headline strongest"], weight)
        features["headline"] += weight / 2
        placed.append((mention.start, mention.value))
    if placed:
        sums[min(placed)[1]]["headline first"] = 1.0
        sums[max(placed)[1]]["headline last"] = 1.0
        kinds = {kind for _, kind in placed}
        if len(kinds) == 1:
            sums[kinds.pop()]["headline alone"] = 1.0


def _add_body(sums: Sums, reading: Reading, around: _Surroundings, skipped: frozenset[tuple[str, str]]) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    first: str | None = None
    opening = reading.sentence(reading.headline[1] + 2)
    for mention, depth in _list_body(reading, skipped):
        features = sums[mention.value]
        features["throughout"] += trigger_weight(mention) / _DECISIVE
        stretch = next((name for limit, name, _ in _STRETCHES if depth < limit), None)
        if stretch and around.is_name(mention):
            features[f"{stretch} name"] = 1.0
        elif stretch:
            first = first or mention.value
            key = trigger_key(mention)
            seen[key] += 1
            _add_trigger(features, stretch, mention, seen[key])
            if depth < _STRETCHES[1][0]:
                _add_near(features, around, mention, reading, opening)
    if first:
        sums[first]["lead first"] = 1.0


def _list_body(reading: Reading, skipped: frozenset[tuple[str, str]]) -> Iterator[tuple[Mention, int]]:
    """The triggers below the headline with their depth, as far as a report goes."""
    for mention in reading.of_kind(MentionKind.KIND):
        depth = reading.depth(mention.start)
        if depth >= _READ:
            return
        if not (skipped and trigger_key(mention) in skipped) and not reading.is_in_headline(mention):
            yield mention, depth


def _add_trigger(features: dict[str, float], stretch: str, mention: Mention, times: int) -> None:
    """One trigger of a stretch; a third time it says nothing more."""
    if times <= _REPEATS:
        weight = trigger_weight(mention) / _DECISIVE
        features[stretch] += weight
        features[f"{stretch} strongest"] = max(features[f"{stretch} strongest"], weight)


def _add_near(features: dict[str, float], around: _Surroundings, mention: Mention, reading: Reading, opening: int) -> None:
    """Whether a trigger of the beginning stands in the ``opening`` sentences, and with a word of holding or announcing."""
    depth, weight = reading.depth(mention.start), trigger_weight(mention) / _DECISIVE
    sentence = reading.sentence(mention.start)
    if sentence - opening < 2:
        features["first sentences"] = max(features["first sentences"], weight)
    if weight >= _STRONG:
        worth = 1.0 if depth < _STRETCHES[0][0] else 0.5
        for place, status in around.said_near(mention):
            if reading.sentence(place) == sentence:
                features[f"near {status}"] = max(features[f"near {status}"], worth)


def _add_shares(sums: Sums) -> None:
    """How each kind stands to the others, by a sum that counts headline and beginning most."""
    scores = {kind: _sum_up(features) for kind, features in sums.items()}
    total, most = sum(scores.values()) or 1.0, max(scores.values()) or 1.0
    everywhere = sum(features["throughout"] for features in sums.values()) or 1.0
    for kind, features in sums.items():
        features["share throughout"] = features["throughout"] / everywhere
        for name in ("throughout", *(name for _, name, _ in _STRETCHES)):
            features[name] = math.log1p(features[name])
        features["share"] = scores[kind] / total
        features["sum"] = math.log1p(scores[kind]) / 3
        features["of the most"] = scores[kind] / most
        features["most"] = float(0 < scores[kind] == most)


def _sum_up(features: Mapping[str, float]) -> float:
    headline = _HEADLINE * features["headline strongest"] + _FURTHER * (
        2 * features["headline"] - features["headline strongest"]
    )
    return headline + sum(factor * features[name] for _, name, factor in _STRETCHES)


def _list_words(reading: Reading) -> Iterator[tuple[str, float]]:
    """Words, stems and pairs of words of the headline, and stems of the beginning."""
    headline = _WORD.findall(fold_in_place(reading.article.title))
    yield "always", 1.0
    yield from ((f"headline {word}", 1.0) for word in headline)
    yield from ((f"headline {word[:_STEM]}*", 0.7) for word in headline)
    yield from ((f"headline {one} {other}", 1.0) for one, other in pairwise(headline))
    start = reading.headline[1]
    lead = fold_in_place(reading.article.text[start : start + _LEAD_WORDS])
    yield from ((f"lead {word[:_LEAD_STEM]}*", 0.4) for word in _WORD.findall(lead))

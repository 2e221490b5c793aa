"""Whether an article reports academic cooperation or an institution's work for the goals; "no" where little speaks for it.

The weights in ``relevance_weights.csv`` are those of a logistic regression; ``sdg-atlas train`` fits them again.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_weights
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.relevance import read_relevance_cues
from dashboard.model import Institution, MentionKind
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up

# so chosen that three in a hundred relevant articles of unseen publishers are lost
_LEAST = 0.5
_LEAD, _READ = 600, 6000
_MOST = 6
_STEM = 6
_WORD = re.compile(r"[^\W\d_]{3,}")
_TOLD = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an article is relevant, how likely (0 to 1), and the words that speak for the verdict most."""

    relevant: bool
    chance: float
    because: tuple[str, ...]


def judge_relevance(reading: Reading, institutions: Sequence[Institution]) -> Judgement:
    """The verdict on an article whose institutions are known."""
    cues = _list_cues(reading)
    features = _list_features(reading, institutions, cues)
    weights = _read_weights()
    chance = add_up(weights, features)
    relevant = chance >= _LEAST and not _is_empty(reading, institutions, cues)
    # words of the senses that pull towards the verdict, the strongest pull first
    side = 1 if relevant else -1
    pulls = {name: side * weights.get(name, 0.0) * value for name, value in features.items() if name in cues}
    strongest = sorted((name for name, pull in pulls.items() if pull > 0), key=lambda name: -pulls[name])
    words = [word for name in strongest for word in cues[name]]
    return Judgement(relevant, chance, tuple(dict.fromkeys(words))[:_TOLD])


def _is_empty(reading: Reading, institutions: Sequence[Institution], cues: Mapping[str, list[str]]) -> bool:
    """Whether nothing in an article could be cooperation: no kind of event, goal or theme of the goals, no two institutions."""
    if len(institutions) > 1 or reading.of_kind(MentionKind.GOAL) or reading.of_kind(MentionKind.KIND):
        return False
    return not any(name.endswith(" theme") for name in cues) and not any(
        m.kind == MentionKind.KIND for m in reading.title_mentions
    )


def list_relevance_features(reading: Reading, institutions: Sequence[Institution]) -> Mapping[str, float]:
    """What speaks for or against an article's relevance: who takes part, what it is about, and its words."""
    return _list_features(reading, institutions, _list_cues(reading))


def _list_features(
    reading: Reading, institutions: Sequence[Institution], cues: Mapping[str, Sequence[str]]
) -> Mapping[str, float]:
    features = {"always": 1.0, "length": math.log1p(len(reading.article.text)) / 10}
    features |= dict(_list_parties(reading, institutions))
    for name, words in cues.items():
        features[name] = 1.0 if name.startswith("headline") else math.log1p(len(words)) / 2
    features |= {f"headline word {stem}": 0.7 for stem in _list_stems(reading.article.title)}
    start = reading.headline[1]
    return features | {f"lead word {stem}": 0.3 for stem in _list_stems(reading.article.text[start : start + _LEAD])}


def _list_parties(reading: Reading, institutions: Sequence[Institution]) -> Iterator[tuple[str, float]]:
    seats = {institution.country for institution in institutions if institution.country}
    yield "institutions", min(len(institutions), _MOST) / _MOST
    yield from (
        (name, 1.0) for name, holds in (("one party", len(institutions) < 2), ("seats abroad", len(seats) > 1)) if holds
    )
    yield "seats", min(len(seats), 4) / 4
    yield from ((f"party {kind}", 1.0) for kind in {institution.kind for institution in institutions})
    yield "names", min(len({mention.text for mention in reading.of_kind(MentionKind.INSTITUTION)}), 10) / 10
    yield "lands", min(len({mention.value for mention in reading.of_kind(MentionKind.COUNTRY)}), _MOST) / _MOST
    yield "goals", float(bool(reading.of_kind(MentionKind.GOAL)))
    yield "programme", float(bool(reading.of_kind(MentionKind.PROGRAMME)))
    kinds = Counter(m.value for m in reading.of_kind(MentionKind.KIND) if reading.depth(m.start) < _LEAD)
    yield from ((f"lead {kind}", math.log1p(count) / 2) for kind, count in kinds.items())


def _list_cues(reading: Reading) -> Mapping[str, list[str]]:
    """The cue words of headline, lead and text, by stretch and sense, such as ``lead partner``."""
    start, end = reading.headline
    cues: dict[str, list[str]] = defaultdict(list)
    if not end:
        for (first, last), sense in read_relevance_cues().find(reading.article.title):
            cues[f"headline {sense}"].append(reading.article.title[first:last].lower())
    for (first, last), sense in read_relevance_cues().find(reading.article.text):
        if first >= _READ:
            break
        stretch = "headline" if start <= first < end else "lead" if first < end + _LEAD else "text"
        cues[f"{stretch} {sense}"].append(reading.article.text[first:last].lower())
    return cues


def _list_stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(fold_in_place(text))}


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_weights("relevance_weights.csv")}

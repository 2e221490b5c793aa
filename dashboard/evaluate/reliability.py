"""Whether a confidence means what it says: of the values given 0.8, four of five should be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.evaluate.comparing import Compared
from dashboard.evaluate.judging import judge_values

_BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Values of about the same confidence: how many, their mean confidence, and the share of them that is right."""

    n: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the confidence of one field is calibrated.

    ``error`` is the expected calibration error over ten equal bins (mean distance of confidence and share right, weighted by
    values), ``brier`` the mean squared distance of each confidence from what turned out.
    """

    n: int
    error: float
    brier: float
    bins: tuple[Bin, ...]


def measure_reliability(compared: Iterable[Compared]) -> dict[str, Reliability]:
    """The reliability of each field whose values carry a confidence, and of all of them together under "all"."""
    judged: dict[str, list[tuple[float, bool]]] = {}
    for article in compared:
        verdicts = judge_values(article)
        for item in article.guess.evidence:
            if item.confidence is not None and item.field in verdicts:
                field, right = verdicts[item.field]
                judged.setdefault(field, []).append((item.confidence, right))
    every = [pair for pairs in judged.values() for pair in pairs]
    fields: Mapping[str, Sequence[tuple[float, bool]]] = ({"all": every} if every else {}) | judged
    return {field: weigh_pairs(pairs) for field, pairs in fields.items()}


def weigh_pairs(pairs: Sequence[tuple[float, bool]]) -> Reliability:
    """The reliability of confidences, each with whether its value is right."""
    shelves: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for confidence, right in pairs:
        shelves[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    bins = tuple(_bin(shelf) for shelf in shelves if shelf)
    n = max(1, len(pairs))
    error = sum(its.n * abs(its.confidence - its.right) for its in bins) / n
    brier = sum((confidence - right) ** 2 for confidence, right in pairs) / n
    return Reliability(len(pairs), error, brier, bins)


def _bin(shelf: Sequence[tuple[float, bool]]) -> Bin:
    n = len(shelf)
    return Bin(n, sum(confidence for confidence, _ in shelf) / n, sum(right for _, right in shelf) / n)

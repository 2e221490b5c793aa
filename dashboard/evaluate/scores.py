"""Precision, recall and F1 of each field, and how far they would move with other articles of the same sort."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.evaluate.comparing import Compared, compare_articles
from dashboard.evaluate.fields import FIELDS, ORDER
from dashboard.model import Record

Floats = npt.NDArray[np.float64]
# Two thousand resamples settle an interval to its second place; the seed makes figures repeat.
RESAMPLES = 2_000
_SEED = 20_151_217
_TAILS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which figures precision, recall and F1 lie in 95 of 100 resamples of the articles: each (low, high)."""

    precision: tuple[float, float]
    recall: tuple[float, float]
    f1: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well one field was found: ``n`` items in the gold, and the shares (0 to 1) that are right and that are found."""

    precision: float
    recall: float
    f1: float
    n: int
    interval: Interval | None = None


def compare_records(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Scores]:
    """The scores of every field, records paired by ``id``; "irrelevant" counts the articles that report no cooperation."""
    return measure_articles(compare_articles(gold, predicted), resamples=0)


def measure_articles(compared: Sequence[Compared], resamples: int = RESAMPLES) -> dict[str, Scores]:
    """The scores of every field, with intervals from drawing whole articles again and again (percentile bootstrap)."""
    once = np.ones((1, len(compared)))
    drawn = _draw(len(compared), resamples)
    return {name: _score(name, compared, once, drawn) for name in ORDER}


def measure_languages(compared: Sequence[Compared], resamples: int = RESAMPLES) -> dict[str, tuple[int, dict[str, Scores]]]:
    """For each language of the gold, most frequent first: how many articles, and the scores of every field."""
    groups: dict[str, list[Compared]] = {}
    for article in compared:
        groups.setdefault(article.true.language or "", []).append(article)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return {language: (len(group), measure_articles(group, resamples)) for language, group in ordered}


def _draw(articles: int, resamples: int) -> Floats:
    """How often each resample (row) holds each article (column)."""
    if not (articles and resamples):
        return np.zeros((0, articles))
    chance = np.random.default_rng(_SEED)
    return chance.multinomial(articles, np.full(articles, 1 / articles), size=resamples).astype(float)


def _score(name: str, compared: Sequence[Compared], once: Floats, drawn: Floats) -> Scores:
    counts = np.array([article.counts(name) for article in compared], dtype=float).reshape(-1, 3)
    by_article = name in FIELDS and FIELDS[name].by_article
    precision, recall, f1 = (float(figures[0]) for figures in _figures(counts, once, by_article=by_article))
    n = int(counts[:, 2].sum())
    if not (n and len(drawn)):
        return Scores(precision, recall, f1, n)
    lows_highs = [np.percentile(figures, _TAILS) for figures in _figures(counts, drawn, by_article=by_article)]
    return Scores(precision, recall, f1, n, Interval(*((float(low), float(high)) for low, high in lows_highs)))


def _figures(counts: Floats, weights: Floats, *, by_article: bool) -> tuple[Floats, Floats, Floats]:
    """Precision, recall and F1 for each row of weights of the articles: over all items, or as means over articles."""
    right, found, true = counts.T
    if by_article:
        precision = _ratio(weights @ _ratio(right, found), weights @ (found > 0))
        recall = _ratio(weights @ _ratio(right, true), weights @ (true > 0))
    else:
        precision = _ratio(weights @ right, weights @ found)
        recall = _ratio(weights @ right, weights @ true)
    return precision, recall, _ratio(2 * precision * recall, precision + recall)


def _ratio(part: Floats, whole: Floats) -> Floats:
    """The quotient, 0 where there is nothing to divide by."""
    empty = whole == 0
    return np.asarray(np.where(empty, 0.0, part / np.where(empty, 1.0, whole)))


def write_scores(scores: Mapping[str, Scores]) -> str:
    """The scores as a table of plain text, a field a line, the interval of F1 beside it where there is one."""
    lines = [
        f"{'field':<20} {'precision':>9} {'recall':>7} {'F1':>7} {'n':>6}  {'95 % interval of F1' if _any(scores) else ''}"
    ]
    lines += [_line(name, its) for name, its in scores.items()]
    return "\n".join(line.rstrip() for line in lines)


def _any(scores: Mapping[str, Scores]) -> bool:
    return any(its.interval for its in scores.values())


def _line(name: str, its: Scores) -> str:
    between = "{:.3f} to {:.3f}".format(*its.interval.f1) if its.interval else ""
    return f"{name:<20} {its.precision:>9.3f} {its.recall:>7.3f} {its.f1:>7.3f} {its.n:>6}  {between}"

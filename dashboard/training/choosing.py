"""Weights for choices among candidates: of any two, the one that is worth more is to weigh more.

The regression sees the differences of two candidates' features (R. Herbrich and others, "Large margin rank boundaries for
ordinal regression", 2000, there with support vectors), so what all candidates of an article share counts for nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.resolve.scoring import add_up
from dashboard.training.fitting import list_folds, load_library

# every article counts as much as this many pairs
_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate: its features, and what choosing it is worth (0 at least)."""

    features: Mapping[str, float]
    worth: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one article, and its publisher."""

    options: tuple[Option, ...]
    publisher: str


def fit_order(choices: Sequence[Choice], strength: float, rare: int = 3) -> dict[str, float]:
    """The weights that put the worthier of two candidates first; features of fewer than ``rare`` candidates are left out.

    ``strength`` is the inverse of the penalty on large weights.
    """
    vectorizer_class, regression_class = load_library()
    counts = Counter(name for choice in choices for option in choice.options for name in option.features)
    differences: list[dict[str, float]] = []
    weights: list[float] = []
    for choice in choices:
        pairs = [(one, other) for one in choice.options for other in choice.options if one.worth > other.worth]
        for one, other in pairs:
            difference = _difference(one, other, counts, rare)
            differences += [difference, {name: -value for name, value in difference.items()}]
            weights += [(one.worth - other.worth) * _PAIRS / len(pairs)] * 2
    vectorizer = vectorizer_class()
    table = vectorizer.fit_transform(differences)
    regression = regression_class(C=strength, fit_intercept=False, solver="lbfgs", tol=1e-6, max_iter=3000)
    regression.fit(table, [number % 2 == 0 for number in range(len(differences))], sample_weight=weights)
    names = vectorizer.get_feature_names_out()
    return {str(name): float(weight) for name, weight in zip(names, regression.coef_[0], strict=True)}


def _difference(one: Option, other: Option, counts: Mapping[str, int], rare: int) -> dict[str, float]:
    names = [name for name in {**one.features, **other.features} if counts[name] >= rare]
    return {name: gap for name in names if (gap := one.features.get(name, 0.0) - other.features.get(name, 0.0))}


def measure_order(choices: Sequence[Choice], strength: float) -> float:
    """The share of what could be won that the first candidates are worth, on publishers left out of the fit."""
    won = possible = 0.0
    for seen, unseen in list_folds([choice.publisher for choice in choices]):
        weights = fit_order([choices[number] for number in seen], strength)
        for choice in (choices[number] for number in unseen):
            won += max(choice.options, key=lambda option: add_up(weights, option.features)).worth
            possible += max(option.worth for option in choice.options)
    return won / max(1.0, possible)

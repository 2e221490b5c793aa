"""What the models share: cases, folds by publisher, logistic regression, and weights as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.errors import AtlasError
from dashboard.resolve.scoring import sum_up
from dashboard.training.examples import Example

# a weight that rounds to nothing is left out
_PLACES = 3
FOLDS = 8


@dataclass(frozen=True, slots=True)
class Case:
    """Something to decide: its features, the right answer, and whose article it is from."""

    features: Mapping[str, float]
    answer: str | bool
    publisher: str


@dataclass(frozen=True, slots=True)
class Fitted:
    """The rows of a table of weights, in order, and sentences that tell how well it does on publishers it has not seen."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A table below ``data/reference``, what fits it, and what adjusts it to articles kept apart, if anything does."""

    file: str
    fit: Callable[[Sequence[Example]], Fitted]
    calibrate: Callable[[Fitted, Sequence[Example]], Fitted] | None = None


def load_library() -> tuple[Any, Any]:
    """The vectorizer and the regression of scikit-learn; a sentence where it is not installed."""
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise AtlasError("Training needs scikit-learn; install it with: pip install 'sdg-cooperation-atlas[train]'") from error
    return DictVectorizer, LogisticRegression


def name_publisher(example: Example) -> str:
    """Whose article it is: as the gold says, else as read, else nobody else's."""
    return example.gold.publisher or example.article.publisher or example.article.id


def list_folds(publishers: Sequence[str], count: int = FOLDS) -> Iterator[tuple[list[int], list[int]]]:
    """Numbers of cases to fit on and to try, for each fold; all cases of a publisher stand in one fold."""
    fold_of: dict[str, int] = {}
    sizes = [0] * count
    for publisher, size in sorted(Counter(publishers).items(), key=lambda item: (-item[1], item[0])):
        fold_of[publisher] = smallest = sizes.index(min(sizes))
        sizes[smallest] += size
    for fold in sorted(set(fold_of.values())):
        numbers = range(len(publishers))
        yield [n for n in numbers if fold_of[publishers[n]] != fold], [n for n in numbers if fold_of[publishers[n]] == fold]


def fit_yes(cases: Sequence[Case], strength: float, rare: int = 3) -> dict[str, float]:
    """The weights of a logistic regression that tells yes from no; features of fewer than ``rare`` cases are left out.

    ``strength`` is the inverse of the penalty on large weights. ``always`` is to be a feature: there is no other intercept.
    """
    names, regression = _fit(cases, [bool(case.answer) for case in cases], strength, rare)
    return dict(zip(names, map(float, regression.coef_[0]), strict=True))


def fit_classes(cases: Sequence[Case], strength: float, rare: int = 5) -> dict[str, dict[str, float]]:
    """The weights of a multinomial regression, by class (answers that are words) and feature."""
    names, regression = _fit(cases, [str(case.answer) for case in cases], strength, rare)
    # of two classes the library weighs the second alone
    coefficients = regression.coef_ if len(regression.classes_) > len((0, 1)) else [-regression.coef_[0], regression.coef_[0]]
    rows = zip(regression.classes_, coefficients, strict=True)
    return {str(name): dict(zip(names, map(float, row), strict=True)) for name, row in rows}


def _fit(cases: Sequence[Case], answers: Sequence[str | bool], strength: float, rare: int) -> tuple[list[str], Any]:
    vectorizer_class, regression_class = load_library()
    if len(set(answers)) < len((True, False)):
        raise AtlasError("There is nothing to learn from: all cases have one answer; give more articles with gold records")
    counts = Counter(name for case in cases for name in case.features)
    vectorizer = vectorizer_class()
    table = vectorizer.fit_transform(
        [{name: value for name, value in case.features.items() if counts[name] >= rare} for case in cases]
    )
    regression = regression_class(C=strength, fit_intercept=False, solver="lbfgs", tol=1e-6, max_iter=2000)
    regression.fit(table, answers)
    return [str(name) for name in vectorizer.get_feature_names_out()], regression


def choose_class(weights: Mapping[str, Mapping[str, float]], features: Mapping[str, float]) -> str:
    """The class with the largest sum of weights."""
    return max(sorted(weights), key=lambda name: sum_up(weights[name], features))


def measure_classes(cases: Sequence[Case], strength: float) -> float:
    """The share of cases whose class is right by weights that were fitted without their publisher."""
    right = 0
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_classes([cases[number] for number in seen], strength)
        right += sum(choose_class(weights, cases[number].features) == cases[number].answer for number in unseen)
    return right / max(1, len(cases))


def list_class_rows(weights: Mapping[str, Mapping[str, float]]) -> tuple[tuple[str, str, str], ...]:
    """Weights by class as rows of text, in order."""
    return tuple((name, *row) for name, its in sorted(weights.items()) for row in list_rows(its))


def list_rows(weights: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
    """Weights as rows of text, by name, rounded; those that round to nothing are left out."""
    rounded = {name: round(weight, _PLACES) for name, weight in weights.items()}
    return tuple((name, f"{weight:g}") for name, weight in sorted(rounded.items()) if weight)


def measure_choice(answers: Sequence[bool], chosen: Sequence[bool], missed: int = 0) -> tuple[float, float, float]:
    """Precision, recall and F1 of a choice; ``missed`` right ones were not there to be chosen."""
    right = sum(answer and choice for answer, choice in zip(answers, chosen, strict=True))
    found, true = sum(chosen), sum(answers) + missed
    return right / max(1, found), right / max(1, true), 2 * right / max(1, found + true)

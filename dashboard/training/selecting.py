"""Models that tell which of the names in an article count: weights, and how likely a name must be, by kind of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.model import Basis
from dashboard.resolve.scoring import add_up, name_bound
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows, measure_choice, name_publisher

_BOUNDS = tuple(step / 50 for step in range(8, 32))
# a bound as good as the best within this counts with it: their mean is steadier than the best alone
_AS_GOOD = 0.004
_COLUMNS = ("feature", "weight")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article as cases, the kind of text, and how many right ones were not found at all."""

    cases: tuple[Case, ...]
    basis: Basis
    missed: int


def gather_names(example: Example, features: Sequence[dict[str, float]], right: set[int], true: int) -> Names:
    """The names of an article by their features; ``right`` are the numbers of those among the ``true`` of the gold."""
    publisher = name_publisher(example)
    cases = tuple(Case(its, number in right, publisher) for number, its in enumerate(features))
    return Names(cases, example.article.basis, true - len(right))


def fit_selection(articles: Sequence[Names], strength: float, what: str) -> Fitted:
    """Weights fitted on all names; the bounds and figures come from folds by publisher."""
    cases = [case for names in articles for case in names.cases]
    bases = [names.basis for names in articles for _ in names.cases]
    # summaries name little but what matters, and would teach that whatever is named takes part: they set their bound alone
    full = [its == Basis.QUOTED for its in bases] if Basis.QUOTED in bases else [True] * len(bases)
    chances = _try_unseen(cases, full, strength)
    weights, figures = fit_yes([case for case, is_full in zip(cases, full, strict=True) if is_full], strength), []
    for basis in sorted(set(bases)):
        answers = [bool(case.answer) for case, its in zip(cases, bases, strict=True) if its == basis]
        likely = [chance for chance, its in zip(chances, bases, strict=True) if its == basis]
        missed = sum(names.missed for names in articles if names.basis == basis)
        bound = weights[name_bound(basis)] = _find_bound(answers, likely, missed)
        figures.append(f"{what}, {basis} text, unseen publishers: {_tell(answers, [it >= bound for it in likely], missed)}")
    return Fitted(_COLUMNS, list_rows(weights), tuple(figures))


def _tell(answers: Sequence[bool], chosen: Sequence[bool], missed: int) -> str:
    precision, recall, f1 = measure_choice(answers, chosen, missed)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f} ({len(answers)} names)"


def _try_unseen(cases: Sequence[Case], full: Sequence[bool], strength: float) -> list[float]:
    """How likely each name is by weights that were fitted on the ``full`` texts of other publishers."""
    chances = [0.0] * len(cases)
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_yes([cases[number] for number in seen if full[number]], strength)
        for number in unseen:
            chances[number] = add_up(weights, cases[number].features)
    return chances


def _find_bound(answers: Sequence[bool], chances: Sequence[float], missed: int) -> float:
    """How likely a name must be for the best F1."""
    scores = {bound: measure_choice(answers, [chance >= bound for chance in chances], missed)[2] for bound in _BOUNDS}
    good = [bound for bound, score in scores.items() if score >= max(scores.values()) - _AS_GOOD]
    return round(sum(good) / len(good), 3)

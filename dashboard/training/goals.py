"""Weights that tell which goals an article implies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.model import MentionKind
from dashboard.resolve.goals import list_goal_features, rank_article_subjects
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows, measure_choice

_STRENGTH = 1.0
_LEAST = 0.3


def fit_goals(examples: Sequence[Example]) -> Fitted:
    """A regression on every goal of every article that reports cooperation: right where its record has it."""
    cases = [case for example in examples if example.gold.relevant for case in _list_cases(example)]
    chosen: dict[int, bool] = {}
    for known, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_yes([cases[number] for number in known], _STRENGTH)
        chosen |= {number: add_up(weights, cases[number].features) >= _LEAST for number in unseen}
    figures = measure_choice([bool(case.answer) for case in cases], [chosen[number] for number in range(len(cases))])
    sentence = "goals not stated, unseen publishers: precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*figures)
    return Fitted(("feature", "weight"), list_rows(fit_yes(cases, _STRENGTH)), (sentence,))


def _list_cases(example: Example) -> Iterator[Case]:
    reading = Reading(example.article, example.mentions)
    kinds = rank_kinds(reading)
    features = list_goal_features(reading, rank_article_subjects(reading), kinds[0].kind if kinds else "")
    stated = {int(mention.value) for mention in reading.of_kind(MentionKind.GOAL)}
    right = {*example.gold.sdgs_explicit, *example.gold.sdgs_implied}
    for goal, own in features.items():
        if goal not in stated:
            yield Case(own, goal in right, example.article.publisher or example.article.id)

"""Weights that tell reports of academic cooperation from findings, internal news, adverts and opinion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dashboard.model import Basis
from dashboard.resolve.institutions import assemble_institutions
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading
from dashboard.resolve.relevance import list_relevance_features
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows

_STRENGTH = 1.0
_LEAST = 0.5
_PUBLISHERS = 3
# all digests are relevant, so that much of what they have in common is how digests are written: one in so many is enough
_DIGESTS = 5


def fit_relevance(examples: Sequence[Example]) -> Fitted:
    """A regression on all articles, and on some digests."""
    digests = [example for example in examples if example.article.basis == Basis.DIGEST]
    articles = [example for example in examples if example.article.basis != Basis.DIGEST]
    cases = [_make_case(example) for example in articles or digests]
    extra = [_make_case(example) for example in digests[::_DIGESTS]] if articles else []
    chances = _weigh_unseen(cases, extra)
    lost = [chance < _LEAST for chance, case in zip(chances, cases, strict=True) if case.answer]
    found = [chance < _LEAST for chance, case in zip(chances, cases, strict=True) if not case.answer]
    figure = (
        f"irrelevant articles, unseen publishers: {sum(found)} of {len(found)} found, {sum(lost)} of {len(lost)} relevant lost"
    )
    return Fitted(("feature", "weight"), list_rows(_fit([*cases, *extra])), (figure,))


def _weigh_unseen(cases: Sequence[Case], extra: Sequence[Case]) -> list[float]:
    """How likely each case is relevant by weights fitted on other publishers."""
    chances = [1.0] * len(cases)
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = _fit([*(cases[number] for number in seen), *extra])
        for number in unseen:
            chances[number] = add_up(weights, cases[number].features)
    return chances


def _make_case(example: Example) -> Case:
    reading = Reading(example.article, example.mentions)
    kinds = rank_kinds(reading)
    institutions, _ = assemble_institutions(example.article, example.mentions, kinds[0].kind if kinds else None)
    publisher = example.article.publisher or example.gold.publisher or example.article.id
    return Case(list_relevance_features(reading, institutions), example.gold.relevant, publisher)


def _fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of features that several publishers show: no publisher's own words."""
    publishers: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        for name in case.features:
            publishers[name].add(case.publisher)
    kept = {name for name, users in publishers.items() if len(users) >= _PUBLISHERS}
    shared = [
        Case({name: value for name, value in case.features.items() if name in kept}, case.answer, case.publisher)
        for case in cases
    ]
    return fit_yes(shared, _STRENGTH)

"""Weights that tell the institutions that take part from those merely named."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.evaluate.alike import is_same_body
from dashboard.evaluate.comparing import pair_items
from dashboard.model import Institution
from dashboard.resolve.participation import Company, list_features
from dashboard.resolve.parties import list_parties
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows, measure_choice

_STRENGTH = 0.3
_LIKELY = 0.33


def fit_participation(examples: Sequence[Example]) -> Fitted:
    """A regression on every institution named: right are those that the gold has among the participants."""
    cases, missed = [], 0
    for example in examples:
        found = _list_cases(example)
        cases += found
        missed += len(example.gold.institutions) - sum(bool(case.answer) for case in found)
    chosen = [False] * len(cases)
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_yes([cases[number] for number in seen], _STRENGTH)
        for number in unseen:
            chosen[number] = add_up(weights, cases[number].features) >= _LIKELY
    precision, recall, f1 = measure_choice([bool(case.answer) for case in cases], chosen, missed)
    figure = f"institutions that take part, unseen publishers: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    return Fitted(("feature", "weight"), list_rows(fit_yes(cases, _STRENGTH)), (figure,))


def _list_cases(example: Example) -> list[Case]:
    parties = list_parties(example.article, example.mentions)
    if not parties or not example.gold.relevant:
        return []
    company = Company.of(parties)
    bodies = [Institution(party.name, party.acronym) for party in parties]
    right = {number for _, number in pair_items(example.gold.institutions, bodies, is_same_body)}
    publisher = example.article.publisher or example.article.id
    return [
        Case(list_features(example.article, party, company), number in right, publisher) for number, party in enumerate(parties)
    ]

"""Weights that tell people who act from those merely named, and from names of other things."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.evaluate.alike import is_same_person
from dashboard.evaluate.comparing import pair_items
from dashboard.model import MentionKind, Person
from dashboard.resolve.nearby import Places
from dashboard.resolve.people import list_people, list_person_features
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows, measure_choice

_STRENGTH = 0.3
_LIKELY = 0.45


def fit_people(examples: Sequence[Example]) -> Fitted:
    """A regression on every name of a person: right are those that the gold has."""
    cases, missed = [], 0
    for example in examples:
        found = _list_cases(example)
        cases += found
        missed += len(example.gold.people) - sum(bool(case.answer) for case in found)
    chosen = [False] * len(cases)
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_yes([cases[number] for number in seen], _STRENGTH)
        for number in unseen:
            chosen[number] = add_up(weights, cases[number].features) >= _LIKELY
    precision, recall, f1 = measure_choice([bool(case.answer) for case in cases], chosen, missed)
    figure = f"people who act, unseen publishers: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    return Fitted(("feature", "weight"), list_rows(fit_yes(cases, _STRENGTH)), (figure,))


def _list_cases(example: Example) -> list[Case]:
    if not example.gold.relevant:
        return []
    mentions = example.mentions
    bodies = Places(mention for mention in mentions if mention.kind == MentionKind.INSTITUTION)
    names = Places(mention for mention in mentions if mention.kind == MentionKind.PERSON)
    people = list_people(mentions)
    right = {number for _, number in pair_items(example.gold.people, [Person(one.name) for one in people], is_same_person)}
    publisher = example.article.publisher or example.article.id
    return [
        Case(list_person_features(example.article, person, bodies, names), number in right, publisher)
        for number, person in enumerate(people)
    ]

"""Weights that tell people who act from those merely named, and from names of other things."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.evaluate.alike import is_same_person
from dashboard.evaluate.comparing import pair_items
from dashboard.model import Person
from dashboard.resolve.people import Crowd, list_people, list_person_features
from dashboard.training.examples import Example
from dashboard.training.fitting import Fitted
from dashboard.training.selecting import Names, fit_selection, gather_names

_STRENGTH = 0.15


def fit_people(examples: Sequence[Example]) -> Fitted:
    """A regression on every name of a person: right are those that the gold has."""
    return fit_selection([_list_names(example) for example in examples if example.gold.relevant], _STRENGTH, "people who act")


def _list_names(example: Example) -> Names:
    people, crowd = list_people(example.mentions), Crowd.of(example.article, example.mentions)
    features = [dict(list_person_features(person, crowd)) for person in people]
    pairs = pair_items(example.gold.people, [Person(one.name) for one in people], is_same_person)
    return gather_names(example, features, {number for _, number in pairs}, len(example.gold.people))

"""Weights that tell the institutions that take part from those merely named, and in which role."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.evaluate.alike import is_same_body
from dashboard.evaluate.comparing import pair_items
from dashboard.model import Institution
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.participation import Company, list_features
from dashboard.resolve.parties import list_parties
from dashboard.resolve.reading import Reading
from dashboard.resolve.roles import list_role_features
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_classes, list_class_rows, measure_classes, name_publisher
from dashboard.training.selecting import Names, fit_selection, gather_names

_STRENGTH, _STRENGTH_OF_ROLES = 0.15, 0.2


def fit_participation(examples: Sequence[Example]) -> Fitted:
    """A regression on every institution named: right are those that the gold has among the participants."""
    articles = [names for example in examples if (names := _list_names(example))]
    return fit_selection(articles, _STRENGTH, "institutions that take part")


def fit_roles(examples: Sequence[Example]) -> Fitted:
    """A regression on the institutions that take part, each with its role in the gold."""
    cases = [case for example in examples for case in _list_role_cases(example)]
    share = measure_classes(cases, _STRENGTH_OF_ROLES)
    figure = f"role of those that take part, unseen publishers: {share:.3f} right ({len(cases)} institutions)"
    return Fitted(("role", "feature", "weight"), list_class_rows(fit_classes(cases, _STRENGTH_OF_ROLES)), (figure,))


def _gather(example: Example) -> tuple[Company, dict[int, Institution]] | None:
    """The parties of an article, and by number those that the gold has."""
    parties = list_parties(example.article, example.mentions)
    if not parties or not example.gold.relevant:
        return None
    kinds = rank_kinds(Reading(example.article, example.mentions))
    company = Company.of(example.article, parties, example.mentions, kinds[0].kind if kinds else None)
    bodies = [Institution(party.name, party.acronym) for party in parties]
    pairs = pair_items(example.gold.institutions, bodies, is_same_body)
    return company, {number: example.gold.institutions[one] for one, number in pairs}


def _list_names(example: Example) -> Names | None:
    gathered = _gather(example)
    if gathered is None:
        return None
    company, right = gathered
    features = [dict(list_features(party, company)) for party in company.parties]
    return gather_names(example, features, set(right), len(example.gold.institutions))


def _list_role_cases(example: Example) -> list[Case]:
    gathered = _gather(example)
    if gathered is None:
        return []
    company, right = gathered
    cases = []
    for number, party in enumerate(sorted(right)):
        features = list_role_features(list_features(company.parties[party], company), company.event, number)
        if role := right[party].role:
            cases.append(Case(features, role, name_publisher(example)))
    return cases

"""Weights that tell how likely each value of a record is right, field by field.

Values are judged against gold; a logistic regression is fitted on all examples. Since the readers of institutions, people and
dates were fitted on the same articles, they look surer there than elsewhere: the sums are then stretched and shifted to fit
further articles (J. Platt, "Probabilistic outputs for support vector machines", 1999), which is folded into the weights.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from dashboard.evaluate.comparing import compare_articles
from dashboard.evaluate.judging import judge_values
from dashboard.evaluate.reliability import weigh_pairs
from dashboard.model import Record
from dashboard.resolve.confidence import Surroundings, list_confidence_features
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading
from dashboard.resolve.record import compose_unrated
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, name_publisher

_STRENGTH, _CALM = 0.1, 1.0
# fewer values than this are not enough to fit or to calibrate a field
_FEWEST, _FEWEST_TO_CALIBRATE = 40, 50
_PLACES = 3
_SPREAD = "chance so far"
Cases = Mapping[str, Sequence[Case]]


def fit_confidence(examples: Sequence[Example]) -> Fitted:
    """A regression on every value that gold can judge, one for each field."""
    fields = {field: cases for field, cases in _list_cases(examples).items() if _is_enough(cases, _FEWEST)}
    weights = {field: fit_yes(cases, _STRENGTH) for field, cases in fields.items()}
    return Fitted(("field", "feature", "weight"), _list_rows(weights), tuple(_list_figures(fields)))


def calibrate_confidence(fitted: Fitted, examples: Sequence[Example]) -> Fitted:
    """The same weights stretched and shifted, field by field, so that confidence comes true on further articles."""
    weights: dict[str, dict[str, float]] = {}
    for field, feature, weight in fitted.rows:
        weights.setdefault(field, {})[feature] = float(weight)
    figures = list(fitted.figures)
    for field, cases in _list_cases(examples).items():
        if field in weights and _is_enough(cases, _FEWEST_TO_CALIBRATE):
            before = weigh_pairs([(add_up(weights[field], case.features), bool(case.answer)) for case in cases])
            figures.append(
                f"{field} on further articles, {_tell(_try_calibration(weights[field], cases))}, before {before.error:.3f}"
            )
            weights[field] = _calibrate(weights[field], cases)
    return Fitted(fitted.columns, _list_rows(weights), tuple(figures))


def _is_enough(cases: Sequence[Case], least: int) -> bool:
    return len(cases) >= least and len({case.answer for case in cases}) > 1


def _list_cases(examples: Sequence[Example]) -> dict[str, list[Case]]:
    """For each field its values with their features, and whether each is right."""
    fields: dict[str, list[Case]] = {}
    for example in examples:
        reading = Reading(example.article, example.mentions)
        kinds = rank_kinds(reading)
        record = compose_unrated(reading, kinds)
        around = Surroundings(reading, record, {ranked.kind: ranked.score for ranked in kinds})
        for field, case in _judge(example, record, around):
            fields.setdefault(field, []).append(case)
    return fields


def _judge(example: Example, record: Record, around: Surroundings) -> list[tuple[str, Case]]:
    (article,) = compare_articles([example.gold], [record])
    verdicts, publisher = judge_values(article), name_publisher(example)
    return [
        (verdicts[item.field][0], Case(list_confidence_features(item, around), verdicts[item.field][1], publisher))
        for item in record.evidence
        if item.field in verdicts
    ]


def _list_figures(fields: Cases) -> list[str]:
    """How well confidence comes true on publishers left out of the fit."""
    figures = []
    for field, cases in fields.items():
        pairs = []
        for seen, unseen in list_folds([case.publisher for case in cases]):
            if _is_enough([cases[number] for number in seen], 1):
                weights = fit_yes([cases[number] for number in seen], _STRENGTH)
                pairs += [(add_up(weights, cases[number].features), bool(cases[number].answer)) for number in unseen]
        figures.append(f"{field}, unseen publishers: {_tell(pairs)}")
    return figures


def _tell(pairs: Sequence[tuple[float, bool]]) -> str:
    its = weigh_pairs(pairs)
    share = sum(right for _, right in pairs) / max(1, len(pairs))
    plain = f"{its.brier:.3f} (of a constant {share * (1 - share):.3f})"
    return f"{its.n} values, {share:.2f} right, calibration error {its.error:.3f}, Brier {plain}"


def _try_calibration(weights: Mapping[str, float], cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Confidences of values whose publisher was left out of the calibration."""
    pairs = []
    for seen, unseen in list_folds([case.publisher for case in cases]):
        kept = [cases[number] for number in seen]
        fitted = _calibrate(weights, kept) if _is_enough(kept, _FEWEST_TO_CALIBRATE) else dict(weights)
        pairs += [(add_up(fitted, cases[number].features), bool(cases[number].answer)) for number in unseen]
    return pairs


def _calibrate(weights: Mapping[str, float], cases: Sequence[Case]) -> dict[str, float]:
    """All weights times the stretch, and the shift added to the one that always counts."""
    sums = [Case({_SPREAD: _log_odds(add_up(weights, case.features)), "always": 1.0}, case.answer, "") for case in cases]
    platt = fit_yes(sums, _CALM, rare=1)
    stretch, shift = max(0.1, platt.get(_SPREAD, 1.0)), platt.get("always", 0.0)
    calibrated = {feature: weight * stretch for feature, weight in weights.items()}
    return calibrated | {"always": calibrated.get("always", 0.0) + shift}


def _log_odds(chance: float) -> float:
    bounded = min(1 - 1e-9, max(1e-9, chance))
    return math.log(bounded / (1 - bounded))


def _list_rows(fields: Mapping[str, Mapping[str, float]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (field, feature, f"{round(weight, _PLACES):g}")
        for field, weights in sorted(fields.items())
        for feature, weight in sorted(weights.items())
        if round(weight, _PLACES)
    )

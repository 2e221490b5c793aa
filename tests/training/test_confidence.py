"""Confidence fitted on values that gold judged, and calibrated on further ones."""

import random

import pytest

from dashboard.evaluate.reliability import weigh_pairs
from dashboard.resolve.scoring import add_up
from dashboard.training.confidence import _calibrate, _try_calibration
from dashboard.training.fitting import Case

pytest.importorskip("sklearn", reason="scikit-learn is not installed: pip install '.[train]'")


def cases(count: int, right: float) -> list[Case]:
    chance = random.Random(4)
    return [
        Case({"always": 1.0, "sure": chance.random()}, chance.random() < right, f"publisher {n % 12}") for n in range(count)
    ]


def test_weights_that_promise_too_much_are_brought_down_to_what_comes_true() -> None:
    """All values were given about 0.95; six of ten are right."""
    weights = {"always": 3.0, "sure": 0.1}
    calibrated = _calibrate(weights, cases(400, 0.6))
    pairs = [(add_up(calibrated, case.features), bool(case.answer)) for case in cases(400, 0.6)]
    assert weigh_pairs(pairs).error < 0.03 < weigh_pairs([(0.95, right) for _, right in pairs]).error


def test_calibration_is_tried_on_publishers_left_out() -> None:
    tried = _try_calibration({"always": 3.0, "sure": 0.1}, cases(240, 0.6))
    assert len(tried) == 240
    assert weigh_pairs(tried).error < 0.1

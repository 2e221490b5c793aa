"""Logistic models applied: features times weights, as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping

# beyond it a probability is 0 or 1 for all that matters, and the exponential does not overflow
_FAR = 30.0


def sum_up(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The sum of features times weights; unknown features weigh nothing."""
    return math.fsum([weights[name] * value for name, value in features.items() if name in weights])


def add_up(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that the sum of features times weights stands for."""
    return 1 / (1 + math.exp(-min(_FAR, max(-_FAR, sum_up(weights, features)))))


def name_bound(basis: str) -> str:
    """The row of a table of weights that says how likely a name must be to count in a text of this basis."""
    return f"at least, {basis}"

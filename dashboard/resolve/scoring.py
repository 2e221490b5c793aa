"""Logistic models applied: features times weights, as a probability."""

from __future__ import annotations

import math
from collections.abc import Mapping

# beyond it a probability is 0 or 1 for all that matters, and the exponential does not overflow
_FAR = 30.0


def add_up(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that the sum of the weights of these features stands for; unknown features weigh nothing."""
    total = 0.0
    for name, value in features.items():
        weight = weights.get(name)
        if weight:
            total += weight * value
    return 1 / (1 + math.exp(-min(_FAR, max(-_FAR, total))))

"""Confidence in words."""

import pytest

from dashboard.ui.evidence import Reason, compose_reasons, describe_confidence


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0.97, "very likely (0.97)"), (0.82, "likely (0.82)"), (0.5, "uncertain (0.50)"), (0.1, "doubtful (0.10)"),
        (None, "–"), (float("nan"), "–"),
    ],
)  # fmt: skip
def test_confidence_is_told_in_words_and_number(confidence: float | None, words: str) -> None:
    assert describe_confidence(confidence) == words
    table = compose_reasons([Reason("kind", "visit", "visited", "quoted", "trigger 5", confidence)])
    assert (words in table, "Confidence" in table) == (words != "–", words != "–")


def test_a_value_that_nobody_judged_has_a_dash_beside_others() -> None:
    table = compose_reasons([Reason("kind", "visit", "w", "quoted", "r", 0.8), Reason("city", "Rome", "w", "quoted", "r")])
    assert table.count("<td") == 12
    assert "–" in table

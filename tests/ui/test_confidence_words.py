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
    assert words in compose_reasons([Reason("kind", "visit", "visited", "quoted", "trigger 5", confidence)])

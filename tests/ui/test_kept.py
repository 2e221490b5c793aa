"""Answers are kept by the arguments that tell them apart, and the oldest are forgotten."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.ui.kept import kept


def asked(most: int) -> tuple[list[int], Callable[[int, object], int]]:
    log: list[int] = []

    @kept(most)
    def double(number: int, _hint: object) -> int:
        log.append(number)
        return 2 * number

    return log, double


def test_an_answer_is_made_once_whatever_the_hint() -> None:
    log, double = asked(2)
    assert [double(1, "a"), double(1, "b"), double(1, [])] == [2, 2, 2]
    assert log == [1]


def test_what_was_asked_for_longest_ago_is_forgotten() -> None:
    log, double = asked(2)
    for number in (1, 2, 1, 3, 1, 2):
        double(number, None)
    assert log == [1, 2, 3, 2]

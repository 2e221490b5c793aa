"""The signs that each language sets around and between words."""

from __future__ import annotations

import pytest

from dashboard.words import isolate, speaking, write_clauses, write_counted, write_line, write_sentences


@pytest.mark.parametrize(
    ("code", "counted", "clauses", "sentences"),
    [
        ("en", "Japan (45)", "a; b", "A. B."),
        ("ru", "Japan (45)", "a; b", "A. B."),
        ("zh", "Japan（45）", "a；b", "A.B."),
        ("ar", "\u2068Japan\u2069 (45)", "a؛ b", "A. B."),
    ],
)
def test_signs_are_those_of_the_language(code: str, counted: str, clauses: str, sentences: str) -> None:
    """Chinese brackets are wide and its sentences touch; in Arabic a Latin name is set apart."""
    with speaking(code):
        assert write_counted("Japan", "45") == counted
        assert write_clauses("ab") == clauses
        assert write_sentences(["A.", "", "B."]) == sentences


def test_only_languages_from_the_right_set_figures_apart() -> None:
    with speaking("ar"):
        assert isolate("2026-11-22") == "\u20682026-11-22\u2069"
    assert isolate("2026-11-22") == "2026-11-22"


def test_one_line_keeps_blanks_that_never_break() -> None:
    """French sets one before its double signs, and numbers one between thousands."""
    assert write_line(" Où\n\tcela\u00a0? ") == "Où cela\u00a0?"
    assert write_line("1\u202f784  noms") == "1\u202f784 noms"

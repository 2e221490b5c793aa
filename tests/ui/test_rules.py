"""Rules and reasons in plain words, in the reader's language."""

from __future__ import annotations

import pytest

from dashboard.tables import Tables
from dashboard.ui.rules import name_reasons, name_rule
from dashboard.words import speaking


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("name in the text", "the name in the text"),
        ("trigger 5", "a word for the kind of event (weight 5 of 5)"),
        ("subject word 3 of 4.c", "a word of the subject of target 4.c (weight 3 of 5)"),
        ("headline, trigger 5", "a word for the kind of event (weight 5 of 5), in the headline"),
        ("seat of {name}", "the seat of {name}"),
        ("a rule of tomorrow", "a rule of tomorrow"),
        ("", ""),
    ],
)
def test_rules_in_plain_words(rule: str, words: str) -> None:
    """A rule that is not listed stays as it is written."""
    assert name_rule(rule) == words


@pytest.mark.parametrize(
    ("because", "words"),
    [
        ("same kind (visit), same date", "they are of the same kind (Visit); they have the same date"),
        ("dates agree (2018-10-24, 2018-10)", "their dates agree (24 October 2018 and October 2018)"),
        ("both name A, B and C of D and E", "both name A, B and C of D and E"),
        ("both name A, B, C and 2 more", "both name A, B, C and 2 more"),
        (
            "same city (Ho, the city), similar titles",
            "they took place in the same city (Ho, the city); their titles are similar",
        ),
        ("for reasons of its own", "for reasons of its own"),
    ],
)
def test_reasons_in_plain_words(because: str, words: str) -> None:
    assert name_reasons(because, ["C of D and E"]) == words


def test_every_rule_of_the_bundled_data_is_listed(bundled: Tables) -> None:
    """In another script no rule of theirs keeps its English words, names of seats aside."""
    rules = {rule for rule in bundled.evidence["rule"].dropna() if not rule.startswith("seat of ")}
    with speaking("zh"):
        assert sorted(rule for rule in rules if name_rule(rule).isascii()) == []

"""Goals are stated by number or official title; other words only suggest them."""

import csv
from pathlib import Path

import pytest

from dashboard.extract.goals import find_goals
from dashboard.model import Article, Mention, MentionKind

CASES = [
    ("SDG 4", {4}),
    ("SDGs 3, 5 and 13.", {3, 5, 13}),
    ("SDGs 3 (Good Health), 4 (Quality Education) and 17 (Partnerships)", {3, 4, 17}),
    ("SDGs 2-4", {2, 3, 4}),
    ("SDG4, SDG5", {4, 5}),
    ("SDG target 4.7", {4}),
    ("Goal 17 of the Sustainable Development Goals", {17}),
    ("Sustainable Development Goal 4", {4}),
    ("los ODS 6 y 7", {6, 7}),
    ("objectif de développement durable 4", {4}),
    ("TPB 4 dan 5", {4, 5}),
    ("The SDGs: Zero Hunger, Climate Action", {2, 13}),
    ("the goals on gender equality and quality education of the SDGs", {4, 5}),
    ("SDG 9 (Industry 4.0) and 16 students", {9}),
    ("the 17 SDGs of 2030", set()),
    ("He scored goal 3 in minute 4.", set()),
    ("Quality Education is our motto.", set()),
]
with (Path(__file__).parent / "goal_statements.csv").open(encoding="utf-8", newline="") as stream:
    STATEMENTS = list(csv.DictReader(stream))


def find(text: str) -> list[Mention]:
    """The goals that a text states."""
    found = find_goals(Article("a", None, "", None, None, "en", None, text))
    return [mention for mention in found if mention.kind == MentionKind.GOAL]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_goals_are_stated_by_number_or_title(text, expected):
    assert {int(mention.value) for mention in find(text)} == expected


def test_statements_in_many_languages_are_read_with_an_f1_of_97_in_100():
    right = found = true = 0
    for row in STATEMENTS:
        expected, read = set(row["goals"].split()), {mention.value for mention in find(row["sentence"])}
        right, found, true = right + len(expected & read), found + len(read), true + len(expected)
    assert len(STATEMENTS) >= 150
    assert 2 * right / (found + true) >= 0.97


@pytest.mark.parametrize("row", [row for row in STATEMENTS if row["targets"]], ids=lambda row: row["targets"])
def test_targets_are_kept_in_the_rule_of_their_mention(row):
    rules = {mention.rule for mention in find(row["sentence"])}
    assert rules == {f"target {target}" for target in row["targets"].split()}


def test_a_mention_quotes_the_words_that_name_its_goal():
    assert [mention.text for mention in find("We serve SDGs 3, 5 and 13.")] == ["SDGs 3", "5", "13"]


@pytest.mark.parametrize(
    "text", ["SDG " * 20_000, "SDG 4, " * 20_000, "goal" * 40_000, "可持续发展目标" * 10_000, "4.7" * 30_000, "(" * 50_000]
)
def test_hostile_text_is_read_to_its_end(text):
    assert all(mention.text for mention in find(text))

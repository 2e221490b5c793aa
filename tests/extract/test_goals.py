"""Goals are stated by number or official title; other words only suggest them."""

import pytest

from dashboard.extract.goals import find_goals
from dashboard.model import Article, MentionKind

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


def stated(text: str) -> set[int]:
    """The goals that a text states."""
    found = find_goals(Article("a", None, "", None, None, "en", None, text))
    return {int(mention.value) for mention in found if mention.kind == MentionKind.GOAL}


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_goals_are_stated_by_number_or_title(text, expected):
    assert stated(text) == expected


def test_a_subject_word_suggests_its_goal_with_its_weight():
    found = list(find_goals(Article("a", None, "", None, None, "en", None, "A study of wastewater.")))
    assert [(mention.kind, mention.value, mention.rule) for mention in found] == [(MentionKind.SUBJECT, "6", "subject word 3")]

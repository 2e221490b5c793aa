"""Goals are inferred from what a text is about, with the words that say so."""

import pytest

from dashboard.extract.goals import find_goals
from dashboard.knowledge.goals import read_targets
from dashboard.model import Article, Event
from dashboard.resolve.goals import assemble_goals
from dashboard.resolve.reading import Reading
from dashboard.resolve.subjects import TextGoal, match_goals

SUBJECTS = [
    ("Cash transfers lifted many households out of extreme poverty.", 1),
    ("Smallholder farmers suffer from food insecurity and malnutrition.", 2),
    ("Maternal mortality and malaria remain high where hospitals are few.", 3),
    ("Girls and boys stay in primary school longer, and teachers are better trained.", 4),
    ("Violence against women and child marriage are against the law.", 5),
    ("Wastewater is treated before it reaches the drinking water of the town.", 6),
    ("Solar power and wind farms bring electricity to villages off the grid.", 7),
    ("Youth unemployment fell and wages rose as the labour market recovered.", 8),
    ("The country invests in manufacturing, broadband and research and development.", 9),
    ("Income inequality and discrimination against migrants have grown.", 10),
    ("Public transport and affordable housing are the concern of urban planning.", 11),
    ("Food waste is recycled, and landfills are closed in a circular economy.", 12),
    ("Greenhouse gas emissions and global warming call for adaptation.", 13),
    ("Overfishing and marine litter harm coral reefs.", 14),
    ("Deforestation and poaching threaten biodiversity in the national park.", 15),
    ("Corruption undermines the rule of law and access to justice.", 16),
    ("Official development assistance and debt relief depend on the donors.", 17),
]


def match(text: str) -> tuple[TextGoal, ...]:
    """The goals of a text without title and date."""
    article = Article("a", None, "", None, None, "en", None, text)
    return match_goals(article, list(find_goals(article)))


@pytest.mark.parametrize(("text", "goal"), SUBJECTS)
def test_a_sentence_about_a_goal_suggests_it(text, goal):
    assert goal in {found.goal for found in match(text)}


def test_an_inferred_goal_names_its_target_its_weight_and_the_words_that_say_so():
    (goal,) = match("Sewers and latrines: sanitation and hygiene for all.")
    assert (goal.goal, goal.target, goal.basis) == (6, "6.2", "inferred")
    assert "sanitation" in goal.words
    assert 0.5 <= goal.weight <= 1
    assert goal.target in read_targets()


def test_stated_goals_keep_their_targets():
    found = match("It serves SDG targets 4.7 and 12.8, and SDG 17.")
    assert [(goal.goal, goal.target, goal.basis) for goal in found] == [
        (4, "4.7", "stated"),
        (12, "12.8", "stated"),
        (17, None, "stated"),
    ]


def test_text_about_nothing_suggests_nothing():
    assert match("The band played until midnight.") == ()


def test_a_word_said_often_does_not_make_a_subject():
    assert match("The sun shone. " * 300 + "There was a job, a job, a job. " * 3) == ()


def test_an_article_without_an_event_implies_no_goal():
    article = Article("a", None, "", None, "2024-01-01", "en", None, "Maternal mortality and malaria in hospitals.")
    reading = Reading(article, tuple(find_goals(article)))
    assert assemble_goals(reading, ()).implied == ()
    assert assemble_goals(reading, (Event("Talk", "conference"),)).implied == (3,)


def test_at_most_three_goals_are_implied_each_with_the_word_that_says_most():
    text = " ".join(sentence for sentence, _ in SUBJECTS)
    article = Article("a", None, "", None, "2024-01-01", "en", None, text)
    goals = assemble_goals(Reading(article, tuple(find_goals(article))), (Event("Talk", "conference"),))
    assert len(goals.implied) <= 3
    assert all(evidence.text for evidence in goals.evidence)


def test_an_agreement_implies_partnership_sooner_than_a_prize_does():
    article = Article("a", None, "", None, "2024-01-01", "en", None, "The rectors signed a memorandum.")
    reading = Reading(article, tuple(find_goals(article)))
    assert 17 in assemble_goals(reading, (Event("Memorandum", "agreement"),)).implied
    assert 17 not in assemble_goals(reading, (Event("Prize", "award"),)).implied

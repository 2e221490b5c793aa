"""The 17 goals and their targets."""

import re
from collections import Counter

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.goal_words import read_subjects
from dashboard.knowledge.goals import read_goals, read_targets


def test_there_are_seventeen_with_title_wording_and_address():
    goals = read_goals()
    assert list(goals) == list(range(1, 18))
    assert goals[17].title == "Partnerships for the goals"
    assert all(goal.wording.endswith(goal.wording.rstrip(".")) for goal in goals.values())
    assert all(goal.uri == f"https://metadata.un.org/sdg/{number}" for number, goal in goals.items())


def test_colours_are_hexadecimal_and_differ():
    colours = [goal.colour for goal in read_goals().values()]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)
    assert len(set(colours)) == 17


def test_every_goal_has_titles_in_the_languages_that_are_read():
    languages = {"en", "es", "fr", "pt", "de", "it", "nl", "id", "ms", "vi", "ar", "zh", "ru"}
    assert all(languages <= set(goal.titles) for goal in read_goals().values())
    assert all(goal.title in goal.titles["en"] for goal in read_goals().values())


def test_there_are_as_many_targets_as_the_resolution_has():
    counts = Counter(int(target.split(".")[0]) for target in read_targets())
    assert [counts[goal] for goal in range(1, 18)] == [7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]


def test_every_word_of_the_lexicon_is_of_a_goal_and_of_one_of_its_targets():
    for row in read_rows("goal_words.csv", ("goal", "target", "language", "words", "weight")):
        assert int(row["goal"]) in read_goals()
        assert not row["target"] or (row["target"] in read_targets() and row["target"].split(".")[0] == row["goal"])
        assert row["words"] == row["words"].strip()
        assert float(row["weight"]) != 0


def test_no_word_of_the_lexicon_stands_twice_for_one_goal_and_language():
    rows = Counter((row["goal"], row["language"], row["words"]) for row in read_rows("goal_words.csv"))
    assert [key for key, count in rows.items() if count > 1] == []


def test_the_lexicon_can_be_looked_up():
    (hit,) = [subject for _, subject in read_subjects().find("wastewater") if subject.goal == 6]
    assert hit.target == "6.3"
    assert hit.rule.endswith(" of 6.3")

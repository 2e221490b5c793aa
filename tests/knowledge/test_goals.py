"""The 17 goals and their targets."""

import re
from collections import Counter

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

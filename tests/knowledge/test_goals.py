"""The 17 goals."""

import re

from dashboard.knowledge.goals import read_goals


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


def test_titles_of_other_languages_are_there():
    assert read_goals()[13].titles["es"] == ("Acción por el clima",)
    assert all(set(goal.titles) == {"es", "fr", "pt", "de"} and all(goal.titles.values()) for goal in read_goals().values())

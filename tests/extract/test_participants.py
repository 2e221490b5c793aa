"""Numbers of people are read where a word of attending stands near."""

import pytest

from dashboard.extract.participants import find_participants
from dashboard.model import Article


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The meeting gathered about 200 representatives.", "200"),
        ("It was attended by more than 1,500 students.", "1500"),
        ("A seven-member delegation visited.", "7"),
        ("Asistieron 300 estudiantes.", "300"),
        ("Seminar dihadiri 120 peserta.", "120"),
        ("Rund 80 Studierende nahmen teil.", "80"),
        ("Khoảng 250 đại biểu tham dự.", "250"),
    ],
)
def test_attendance_is_a_number_of_people(text, number):
    found = find_participants(Article("a", None, "", None, None, None, None, text))
    assert [mention.value for mention in found if mention.rule == "attendance"] == [number]


@pytest.mark.parametrize("text", ["In 2019 students joined.", "20 per cent of students attended.", "3 of the people came."])
def test_years_and_shares_are_no_attendance(text):
    assert list(find_participants(Article("a", None, "", None, None, "en", None, text))) == []


@pytest.mark.parametrize(
    ("text", "number"), [("One hundred and thirty delegates attended.", "130"), ("Three hundred students attended.", "300")]
)
def test_hundreds_in_words_are_counted(text, number):
    assert [mention.value for mention in find_participants(Article("a", None, "", None, None, "en", None, text))] == [number]


def test_goals_are_no_people():
    assert (
        list(find_participants(Article("a", None, "", None, None, "en", None, "Around all 17 goals, students attended."))) == []
    )

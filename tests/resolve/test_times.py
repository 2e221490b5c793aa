"""The date of an event is chosen among those of its article."""

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article
from dashboard.resolve.record import compose_record


def when(
    text: str, published: str | None = "2024-05-20", title: str = "University of Tartu signs agreement with Kenyatta University"
):
    """Start and end of the main event of a text."""
    article = Article("a", None, title, None, published, "en", "en", f"{title}\n\n{text}")
    events = compose_record(article, find_mentions(article)).events
    return events[0].start, events[0].end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two universities signed a memorandum of understanding on 14 May 2024 in Nairobi.", "2024-05-14"),
        ("The two universities signed a memorandum of understanding on Tuesday.", "2024-05-14"),
        ("The two universities signed a memorandum of understanding yesterday.", "2024-05-19"),
        ("The two universities have recently signed a memorandum of understanding.", "2024-05"),
        ("The two universities will work together on soil health. Tartu was founded in 1632.", "2024-05"),
    ],
)
def test_the_date_told_with_the_event_wins_and_else_the_month_of_publication(text, expected):
    assert when(text)[0] == expected


def test_a_workshop_of_three_days_ends_two_days_later():
    title = "University of Tartu holds workshop on soil health"
    assert when("The three-day workshop was held from 14 May 2024 in Nairobi.", title=title) == ("2024-05-14", "2024-05-16")


def test_without_any_date_nothing_is_said():
    assert when("The two universities signed a memorandum of understanding.", published=None) == (None, None)

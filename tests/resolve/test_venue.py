"""The place of an event: where it is said to be, else where its host sits."""

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article
from dashboard.resolve.record import compose_record


def where(title: str, text: str, publisher: str | None = None) -> tuple[str | None, str | None]:
    """City and country of the main event of a text."""
    article = Article("a", None, title, publisher, "2024-05-20", "en", "en", f"{title}\n\n{text}")
    event = compose_record(article, find_mentions(article)).events[0]
    return event.city, event.country


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Climate forum opens", "The forum was held in Suva, Fiji, by the University of Tokyo.", ("Suva", "FJI")),
        ("Climate forum opens", "BANGKOK, 20 May 2024 – The University of Tokyo opened the forum today.", ("Bangkok", "THA")),
        ("Climate forum held online", "The University of Tokyo held the webinar online via Zoom.", (None, None)),
    ],
)
def test_the_place_told_with_the_event_wins(title, text, expected):
    assert where(title, text) == expected


def test_who_sends_a_delegation_is_not_who_receives_it():
    title = "Delegation visit on soil health"
    text = "A delegation from the University of Nairobi visited last week. The visit was to the University of Tartu."
    assert where(title, text, "University of Tartu")[1] == "EST"

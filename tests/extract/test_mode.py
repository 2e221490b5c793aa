"""Words of meeting online, in person and both are told apart."""

import pytest

from dashboard.extract.mode import find_mode
from dashboard.model import Article


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("They met via Zoom.", "online"),
        ("A hybrid seminar", "hybrid"),
        ("The event took place in person.", "in_person"),
        ("Rapat secara daring", "online"),
        ("reunión presencial y virtual", "hybrid"),
    ],
)
def test_a_word_tells_how_people_met(text, mode):
    assert mode in {mention.value for mention in find_mode(Article("a", None, "", None, None, None, None, text))}

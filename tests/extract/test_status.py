"""Words of holding and announcing are told apart."""

import pytest

from dashboard.extract.status import find_status
from dashboard.model import Article


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The forum was held in May.", "held"),
        ("The forum will be held in May.", "announced"),
        ("Das Treffen findet statt.", "announced"),
        ("Seminar akan diselenggarakan.", "announced"),
        ("Pelatihan akan dilaksanakan besok.", "announced"),
        ("Lima será sede del foro.", "announced"),
        ("La ciudad acogerá un congreso.", "announced"),
        ("Se espera a cien docentes.", "announced"),
        ("Le colloque a eu lieu hier.", "held"),
    ],
)
def test_a_word_tells_whether_the_event_is_past(text, status):
    found = find_status(Article("a", None, "", None, None, None, None, text))
    assert [mention.value for mention in found] == [status]

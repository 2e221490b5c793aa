"""People named in an article, without their titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.people import find_people
from dashboard.model import Article


def _find(text):
    return list(find_people(Article("a", None, "", None, None, "en", None, text)))


CASES = [
    ("Prof. Anna Schmidt spoke.", ["Anna Schmidt"]),
    ("President Shigeo Katsu warmly welcomed them.", ["Shigeo Katsu"]),
    ("by Dr. Omar, an officer", ["Omar"]),
    ("Ms. Le Thuy My Chau said so", ["Le Thuy My Chau"]),
    ("Anelda van der Walt led it.", ["Anelda van der Walt"]),
    ("Kyoto University Professor Kenji Sato", ["Kenji Sato"]),
    ("“It works,” said Xquill Zorbam.", ["Xquill Zorbam"]),
    ("Wortou Zirbel, Dean of Law, came.", ["Wortou Zirbel"]),
    ("El rector Juan Pérez firmó.", ["Juan Pérez"]),
    ("Rektor Prof. Didi Sukyadi membuka acara.", ["Didi Sukyadi"]),
    ("The Ministry of Education and New Zealand", []),
    ("no capitals at all", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_people_are_found_without_titles(text, names):
    """A title, an office, a known name or reported speech shows a person; the value has no title."""
    assert [m.value for m in _find(text)] == names


_WORDS = st.sampled_from(["Prof.", "Anna", "de", "Schmidt", "J.", "said", ",", "\n", "İlker", "O'Neil"])


@given(st.lists(st.one_of(_WORDS, st.text(max_size=4)), max_size=40).map(" ".join))
def test_offsets_hold_in_any_text(text):
    """Every mention quotes the text at its place."""
    assert all(text[m.start : m.end] == m.text for m in _find(text))

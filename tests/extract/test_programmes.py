"""Programmes named in an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.programmes import find_programmes
from dashboard.model import Article


def _find(text):
    return list(find_programmes(Article("a", None, "", None, None, "en", None, text)))


CASES = [
    ("an Erasmus+ project", ["Erasmus+"]),
    ("funded by Horizon 2020", ["Horizon 2020"]),
    ("of the UNAI SDG Hubs", ["UNAI SDG Hub"]),
    ("the UNESCO Global Learning Cities Network", ["UNESCO Global Network of Learning Cities"]),
    ("with the Blue Lagoon Doctoral Fellowship", ["Blue Lagoon Doctoral Fellowship"]),
    ("the Exchange Programme", []),
    ("the Arabic Language Education Study Program", []),
    ("the United Nations Environment Programme", []),
    ("stars in the sky", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_programmes_have_their_official_name(text, names):
    """Known programmes are found by any of their names, others by how a name is built."""
    assert [m.value for m in _find(text)] == names


_WORDS = st.sampled_from(["Erasmus+", "The", "Blue", "Programme", "of", "UNAI", "SDG"])


@given(st.lists(st.one_of(_WORDS, st.text(max_size=4)), max_size=30).map(" ".join))
def test_offsets_hold_in_any_text(text):
    """Every mention quotes the text at its place."""
    assert all(text[m.start : m.end] == m.text for m in _find(text))

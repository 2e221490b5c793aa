"""Institutions named in an article: by table, shape, acronym, definition and reference."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.institutions import find_institutions
from dashboard.model import Article


def _article(text, publisher=None):
    return Article("a", None, "", publisher, None, "en", None, text)


CASES = [
    ("Kyoto University met UNESCO.", [("Kyoto University", "kyoto-university"), ("UNESCO", "unesco")]),
    ("The Aralsea Institute of Salt (AIS) opened. AIS is new.",
     [("Aralsea Institute of Salt", "name:Aralsea Institute of Salt"), ("AIS", "name:Aralsea Institute of Salt"),
      ("AIS", "name:Aralsea Institute of Salt")]),
    ("The Universität Musterstadt lud ein.", [("Universität Musterstadt", "name:Universität Musterstadt")]),
    ("La Universidad de Guadalajara y la UNESCO.",
     [("Universidad de Guadalajara", "university-of-guadalajara"), ("UNESCO", "unesco")]),
    ("We support the UN Sustainable Development Goals and SDG4.", []),
    ("It joined an ASEAN network.", []),
    ("KUALA LUMPUR, 3 May", []),
    ("SMA Cahaya met MoU partners in the USA.", [("SMA Cahaya", "name:SMA Cahaya")]),
    ("ONU Femmes, PNUD et OMS.",
     [("ONU Femmes", "name:United Nations Entity for Gender Equality and the Empowerment of Women"), ("PNUD", "undp"),
      ("OMS", "who")]),
    ("A grant of AUD 1,2 juta, 5 million UAH, USD$ 3 and RUB 700.", []),
    ("The Aralsea University of Dust (AUD) won AUD 500.",
     [("Aralsea University of Dust", "name:Aralsea University of Dust"), ("AUD", "name:Aralsea University of Dust")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_institutions_are_found_with_their_values(text, expected):
    """Each mention has the words of the text and the value of the institution."""
    assert [(m.text, m.value) for m in find_institutions(_article(text))] == expected


def test_the_university_means_the_publisher():
    """ "The University" refers to the publishing university, else to the first one named."""
    mentions = list(find_institutions(_article("The University signed. Our university is glad.", "Kyoto University")))
    assert [(m.value, m.rule) for m in mentions] == [("kyoto-university", "coreference")] * 2
    named = list(find_institutions(_article("Kyoto University signed. The university is glad.")))
    assert [m.value for m in named] == ["kyoto-university"] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kyoto University a accueilli l'Université Laval.", "Université Laval"),
        ("Kyoto University visitou a Universidade Eduardo Mondlane.", "Universidade Eduardo Mondlane"),
        ("Kyoto University visitó la Universidad de Guadalajara.", "Universidad de Guadalajara"),
        ("Kyoto University besuchte die Universität Rostock.", "Universität Rostock"),
    ],
)
def test_an_article_before_a_name_refers_to_no_other(text, name):
    """ "l'Université Laval" is that university, not the one named before."""
    assert [m.text for m in find_institutions(_article(text))] == ["Kyoto University", name]


def test_a_press_release_names_its_issuer():
    """The line "Press Release:" names who issued it."""
    article = _article("Title\nPress Release: Kyoto University\n\nText")
    assert [m.rule for m in find_institutions(article)] == ["issuer"]


_WORDS = st.sampled_from(
    ["University", "of", "Kyoto", "UNESCO", "(", ")", "the", "Institute", "and", "NU", "'s", "\n", ".", "İ", "ß", "𝒳"]
)


@given(st.lists(st.one_of(_WORDS, st.text(max_size=4)), max_size=40).map(" ".join))
def test_offsets_hold_in_any_text(text):
    """Every mention quotes the text at its place, and no two overlap."""
    mentions = list(find_institutions(_article(text)))
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))

"""The tables of known institutions, the shapes of names, and acronyms."""

import pytest

from dashboard.knowledge.acronyms import find_long_form, is_place, match_acronym, match_repeated
from dashboard.knowledge.brands import find_brands, find_camels
from dashboard.knowledge.gathering import gather_rows, read_shelves
from dashboard.knowledge.institutions import choose_known, find_by_name, find_named, read_values
from dashboard.knowledge.naming import tell_kind
from dashboard.knowledge.shapes import find_shapes
from dashboard.knowledge.trie import find_known, find_towns

SHAPES = [
    ("at Nagoya University today", ["Nagoya University"]),
    ("the University of Science and Technology of China", ["University of Science and Technology of China"]),
    ("University of Leeds School of Medicine", ["University of Leeds"]),
    ("Massey University's Institute of Food", ["Massey University"]),
    ("the Ministry of Education, Science and Research of Austria", ["Ministry of Education, Science and Research of Austria"]),
    ("Nagoya University and Kyoto University", ["Nagoya University", "Kyoto University"]),
    ("University of Economics in Katowice", ["University of Economics in Katowice"]),
    ("Embassy of Norway in Ethiopia", ["Embassy of Norway in Ethiopia"]),
    ("University College London", ["University College London"]),
    ("University of Hawai'i at Mānoa", ["University of Hawai'i"]),
    ("la Universidad Autónoma de Zacatecas y el Instituto Mexicano de Tecnología del Agua",
     ["Universidad Autónoma de Zacatecas", "Instituto Mexicano de Tecnología del Agua"]),
    ("l'Université d'Abomey-Calavi", ["Université d'Abomey-Calavi"]),
    ("an der Otto-Friedrich-Universität Bamberg", ["Otto-Friedrich-Universität Bamberg"]),
    ("die Technische Universität München", ["Technische Universität München"]),
    ("Universitas Pendidikan Indonesia dan Kementerian Pendidikan dan Kebudayaan",
     ["Universitas Pendidikan Indonesia", "Kementerian Pendidikan dan Kebudayaan"]),
    ("Universidade de São Paulo", ["Universidade de São Paulo"]),
    ("the university and its research centre", []),
    ("The Research Centre opened.", []),
    ("We went home.\nUniversity of Oslo\nMore", ["University of Oslo"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), SHAPES)
def test_names_are_found_by_their_shape(text, names):
    """A head word and its neighbours give the whole name; parts and common nouns give none."""
    assert [text[s.start : s.end] for s in find_shapes(text) if s.kind != "part"] == names


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nagoya University", "university"),
        ("Ministry of Health", "government"),
        ("Department of Conservation", "government"),
        ("Department of Physics", "part"),
        ("UNESCO Office in Jakarta", "un"),
        ("Universitas Airlangga", "university"),
        ("Bundesministerium", "government"),
        ("Software Sustainability Institute", "research"),
        ("Talarify", None),
    ],
)
def test_head_words_tell_the_kind(name, kind):
    """The head word of a name tells what kind of body it is."""
    assert tell_kind(name) == kind


def test_own_rows_come_before_wider_ones():
    """A university of our own table is not repeated from the wider list."""
    rows = [known for known in gather_rows() if known.name == "University of Nairobi"]
    assert len(rows) == 1
    assert rows[0].country == "KEN"


def test_every_value_leads_to_its_institution():
    """Keys are unique, and every name leads to somebody."""
    rows = list(read_shelves().list_rows())
    keys = [known.key for known in rows if known.key]
    assert len(keys) == len(set(keys))
    assert all(read_values().get(known.value) == known for known in rows if known.key)
    assert all(known in find_named(known.name) for known in rows if known.key)


def test_either_order_of_university_and_place_is_found():
    """ "Otago University" is the University of Otago."""
    assert choose_known(find_by_name("Otago University")).name == "University of Otago"


def test_names_of_several_need_a_country():
    """A name that universities of two countries bear means the one at hand, or none."""
    found = find_by_name("Lincoln University")
    if len(found) > 1:
        assert choose_known([known for known in found if not known.key]) is None or len(found) == 2
    assert choose_known(found, ["NZL"]).country == "NZL"


def test_known_names_are_found_in_running_text():
    """The longest known name at a place is found, accents and joints aside."""
    text = "They met at the University of Yangon & at Universidad de Guadalajara."
    assert [known[0].name for _, known in find_known(text)] == ["University of Yangon", "University of Guadalajara"]


def test_towns_are_bodies_only_where_they_act():
    """A plain town name is found only where it takes part."""
    assert not list(find_known("A trip to Dakar."))
    assert not list(find_towns("A trip to Dakar."))
    assert [known.key for _, known in find_towns("Dakar, a city in Senegal, participated.")] == ["dakar"]


def test_an_acronym_is_explained_by_the_words_before_it():
    """Initials before a bracket give the long form, also without a head word."""
    text = "the Vietnam Overseas Training Body (VOTB)"
    assert text[find_long_form(text, text.index(" ("), "VOTB") :].startswith("Vietnam")
    assert find_long_form("a plain sentence (XYZ)", 16, "XYZ") is None
    assert find_long_form("Sustainable Development Goals (SDG)", 29, "SDG") is None


def test_acronyms_by_themselves():
    """An acronym of one body is it; a place in capitals is a place; two letters need the country."""
    assert match_acronym("UNITAR", set()).name == "United Nations Institute for Training and Research"
    assert match_acronym("QXZW", set()) is None
    assert match_repeated("NU", "NU is the flagship of Kazakhstan").key == "nazarbayev-university"
    assert match_repeated("NU", "NU is somewhere") is None
    assert is_place("SINGAPORE")
    assert not is_place("UNITAR")


def test_names_without_a_head_word():
    """A name that ends in a country, and capitals within a word."""
    text = "Backed by Education New Zealand and OpenAIRE, said Ian McDonald."
    assert [text[slice(*span)] for span in find_brands(text)] == ["Education New Zealand"]
    assert [match[0] for match in find_camels(text)] == ["OpenAIRE"]

"""English names of what a text names in another language."""

import pytest

from dashboard.knowledge.translating import translate_name


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Universidad Autónoma de Zorbal", "Autonomous University of Zorbal"),
        ("Universidade Federal de Zorbal", "Federal University of Zorbal"),
        ("Ministério da Educação", "Ministry of Education"),
        ("Ministerio de Ciencia, Tecnología e Innovación", "Ministry of Science, Technology and Innovation"),
        (
            "Ministère de l'Enseignement supérieur et de la Recherche scientifique",
            "Ministry of Higher Education and Scientific Research",
        ),
        ("Ministerio de Relaciones Exteriores de Bolivia", "Ministry of Foreign Affairs of Bolivia"),
        ("Kedutaan Besar Kuwait", "Embassy of Kuwait"),
        ("Embajada de México", "Embassy of Mexico"),
    ],
)
def test_descriptive_names_are_told_in_english(name, english):
    """Universities, ministries and embassies are named by words that translate."""
    assert translate_name(name) == english


@pytest.mark.parametrize(
    "name",
    [
        "Universidad Jorge Tadeo Lozano",
        "Universidad Iberoamericana",
        "Ministerio de Zorbal",
        "Ministerio",
        "Kyoto University",
        "",
    ],
)
def test_names_that_are_not_understood_stay_as_written(name):
    """A word that is not understood leaves the name alone."""
    assert translate_name(name) == name

"""Cities and countries are found in the reading that the rest of the text supports."""

import csv
from pathlib import Path

import pytest

from dashboard.extract.places import find_places
from dashboard.model import Article

CASES = [
    ("The forum was held in Suva, Fiji on Monday.", [("Suva|FJI", "city, country"), ("FJI", "name")]),
    ("ASTANA, 29 May 2023 – The university signed.", [("Astana|KAZ", "dateline")]),
    ("They went to Monterey, CA by bus.", [("Monterey|USA", "city, country")]),
    ("A school in Missouri took part.", [("USA", "region")]),
    ("Vietnamese students visited Jakarta.", [("VNM", "demonym"), ("Jakarta|IDN", "in")]),
    ("Dr. Jordan spoke of peace.", [("JOR", "name, ambiguous")]),
    ("He went to Georgia.", [("GEO", "name")]),
    ("the US and Us", [("USA", "name")]),
    ("President Houston opened the day.", []),
    ("At University level, Reading matters.", []),
]


def places(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Values and rules of the places of a text."""
    return [(mention.value, mention.rule) for mention in find_places(Article("a", None, "", None, None, language, None, text))]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_place_is_read_with_how_it_stands(text, expected):
    assert places(text) == expected


def test_a_city_of_several_countries_is_that_of_the_country_the_text_names():
    assert ("Hamilton|NZL", "in") in places("New Zealand's minister met staff in Hamilton.")


def test_a_country_is_known_in_the_language_of_the_article():
    assert places("La universidad firmó en Alemania.", "es") == [("DEU", "name")]


def test_a_name_of_another_language_is_none_in_english():
    assert places("The Island was quiet.") == []


def read_sentences() -> list[tuple[str, str]]:
    """Sentences with names of countries that mean other things too, and the countries that they do mean."""
    with Path(__file__).with_name("country_sentences.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["sentence"], row["countries"]) for row in csv.DictReader(stream)]


@pytest.mark.parametrize(("sentence", "expected"), read_sentences())
def test_a_name_of_several_meanings_is_read_by_its_context(sentence, expected):
    found = {value for value, rule in places(sentence) if len(value) == 3 and "ambiguous" not in rule}
    assert " ".join(sorted(found)) == expected


def test_the_address_of_a_page_tells_which_city_is_meant():
    text = "Staff met in Hamilton."
    article = Article("a", "https://www.waikato.ac.nz/news", "", None, None, "en", None, text)
    assert [mention.value for mention in find_places(article)] == ["Hamilton|NZL"]


def test_a_city_with_a_dash_at_the_head_of_the_text_is_a_dateline():
    assert places("Jakarta-Menteri Pendidikan menerima kunjungan.", "id")[0] == ("Jakarta|IDN", "dateline")

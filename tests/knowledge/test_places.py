"""The gazetteer knows cities under their own names, and large ones abroad."""

import pytest

from dashboard.knowledge.places import match_city, read_cities, read_regions, read_state_codes


@pytest.mark.parametrize(
    ("name", "country", "key"),
    [
        ("Astana", None, "Astana|KAZ"),
        ("New York City", None, "New York|USA"),
        ("Moscou", None, "Moscow|RUS"),
        ("Cambridge", None, "Cambridge|GBR"),
        ("Cambridge", "USA", "Cambridge|USA"),
        ("REYKJAVIK", None, "Reykjavík|ISL"),
    ],
)
def test_a_city_is_found_by_name_and_country(name, country, key):
    city = match_city(name, country)
    assert city is not None
    assert city.key == key


def test_no_city_is_a_valid_answer():
    assert match_city("El Dorado del Norte") is None


def test_of_cities_with_one_name_the_largest_comes_first():
    populations = [city.population for city in read_cities()["cambridge"]]
    assert populations == sorted(populations, reverse=True)


def test_regions_have_countries():
    assert read_regions()["California"] == "USA"


def test_states_have_two_letters():
    assert "CA" in read_state_codes()

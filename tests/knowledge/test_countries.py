"""Countries: their table and what they are called."""

import json

import pycountry
import pytest

from dashboard import settings
from dashboard.knowledge.countries import match_country, read_countries, read_country_names


def test_every_code_of_iso_3166_is_there_and_kosovo():
    iso = {country.alpha_3: country for country in pycountry.countries}
    assert set(read_countries()) == {*iso, "XKX"}
    assert all(read_countries()[code].alpha2 == country.alpha_2 for code, country in iso.items())
    assert all(read_countries()[code].m49 in (country.numeric, None) for code, country in iso.items())


@pytest.mark.parametrize(("group", "size"), [("un_member", 193), ("ldc", 44), ("lldc", 32), ("sids", 53)])
def test_groups_have_the_size_that_the_united_nations_state(group, size):
    assert sum(getattr(country, group) for country in read_countries().values()) == size


def test_regions_and_sub_regions_are_those_of_m49():
    regions = {country.region for country in read_countries().values()}
    assert regions == {"Africa", "Americas", "Asia", "Europe", "Oceania", None}
    assert [code for code, country in read_countries().items() if country.region is None] == ["ATA"]
    assert len({country.subregion for country in read_countries().values()} - {None}) == 22


def test_names_are_those_of_the_united_nations():
    names = {code: read_countries()[code].name for code in ("TUR", "CIV", "PSE", "VNM", "KOR", "IRN", "BOL", "HKG")}
    assert names == {
        "TUR": "Türkiye", "CIV": "Côte d'Ivoire", "PSE": "State of Palestine", "VNM": "Viet Nam", "KOR": "Republic of Korea",
        "IRN": "Iran (Islamic Republic of)", "BOL": "Bolivia (Plurinational State of)",
        "HKG": "China, Hong Kong Special Administrative Region",
    }  # fmt: skip


def test_every_point_lies_on_the_globe():
    assert all(-90 <= c.latitude <= 90 and -180 <= c.longitude <= 180 for c in read_countries().values())


def test_every_ambiguous_word_is_a_name_or_demonym_of_its_country():
    for country in read_countries().values():
        assert set(country.ambiguous) <= {*country.names, *country.demonyms, "Reunion"}


def test_no_name_belongs_to_two_countries_but_for_those_marked_ambiguous():
    owners = {}
    for code, country in read_countries().items():
        for name in {*country.names, *country.demonyms} - set(country.ambiguous):
            assert owners.setdefault(name, code) == code, name


def test_boundaries_know_every_member_of_the_united_nations():
    shapes = json.loads((settings.BOUNDARIES / "world_110m.json").read_text(encoding="utf-8"))["objects"]["countries"]
    drawn = {shape.get("id") for shape in shapes["geometries"]}
    assert {code for code, country in read_countries().items() if country.un_member} <= drawn


@pytest.mark.parametrize(
    ("name", "code", "score"),
    [
        ("Viet Nam", "VNM", 1.0),
        ("VIETNAM", "VNM", 0.95),
        ("the Netherlands", "NLD", 1.0),
        ("CHN", "CHN", 1.0),
        ("UK", "GBR", 0.95),
        ("South Korea", "KOR", 1.0),
        ("CÔTE D’IVOIRE", "CIV", 1.0),
        ("Kazakh", "KAZ", 0.8),
        ("Allemagne", "DEU", 0.9),
        ("Việt Nam", "VNM", 0.9),
        ("中国", "CHN", 0.9),
        ("Georgia", "GEO", 0.5),
        ("Korean", "KOR", 0.5),
        ("Kosovo", "XKX", 1.0),
    ],
)
def test_names_codes_and_demonyms_are_matched(name, code, score):
    match = match_country(name)
    assert (match.key, match.score) == (code, score)
    assert match.because


@pytest.mark.parametrize("name", ["us", "Atlantis", "", "who", "it"])
def test_no_match_is_an_answer(name):
    assert match_country(name).key is None


def test_names_of_other_languages_are_kept_by_language():
    names = read_country_names()
    assert "Alemania" in names["es"]["DEU"]
    assert "Alemania" not in names["en" if "en" in names else "fr"].get("DEU", ())

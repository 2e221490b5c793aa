"""Coordinates, offline and through a service; no test asks the network."""

import pytest
from geopy.exc import GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dashboard.errors import KnowledgeError
from dashboard.knowledge import geocoding
from dashboard.knowledge.geocoding import CachedGeocoder, OfflineGeocoder, find_point, read_geocoder


class Service(Geocoder):
    """A service that counts its requests, and fails after ``good`` of them."""

    def __init__(self, good=99):
        super().__init__()
        self.asked, self.good = [], good

    def geocode(self, query, *, exactly_one=True, timeout=None):
        self.asked.append(query)
        if len(self.asked) > self.good:
            raise GeocoderUnavailable("no route to host")
        return None if "Utopolis" in str(query) else Location("Somewhere", (1.5, 2.5, 0.0), {})


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(geocoding, "_SECONDS_BETWEEN", 0.0)


@pytest.mark.parametrize(
    ("query", "address", "near"),
    [
        ("Almaty, Kazakhstan", "Almaty, Kazakhstan", (43.2, 76.9)),
        ("Almaty", "Almaty, Kazakhstan", (43.2, 76.9)),
        ("Kazakhstan", "Kazakhstan", (48.2, 67.3)),
        ("San José, Costa Rica", "San José, Costa Rica", (9.9, -84.1)),
        ({"city": "Almaty", "country": "KAZ"}, "Almaty, Kazakhstan", (43.2, 76.9)),
        ({"country": "Viet Nam"}, "Viet Nam", (16.0, 107.8)),
    ],
)
def test_the_gazetteer_knows_cities_and_countries(query, address, near):
    found = OfflineGeocoder().geocode(query)
    assert found.address == address
    assert (found.latitude, found.longitude) == pytest.approx(near, abs=0.3)


@pytest.mark.parametrize("query", ["Utopolis", "Almaty, Utopolis", "Almaty, Peru", {}, ""])
def test_an_unknown_place_is_none(query):
    assert OfflineGeocoder().geocode(query) is None


def test_exactly_one_false_gives_a_list():
    assert [place.address for place in OfflineGeocoder().geocode("Almaty", exactly_one=False)] == ["Almaty, Kazakhstan"]


def test_a_point_is_looked_up_by_city_and_code():
    assert find_point(OfflineGeocoder(), "Cambridge", "USA") == pytest.approx((42.4, -71.1), abs=0.1)
    assert find_point(OfflineGeocoder(), "Cambridge", "GBR") == pytest.approx((52.2, 0.1), abs=0.1)
    assert find_point(OfflineGeocoder(), "Utopolis", "USA") is None


def test_an_answer_is_asked_for_once_and_kept_on_disk(tmp_path):
    service, cache = Service(), tmp_path / "deep" / "cache.jsonl"
    first = CachedGeocoder(service, cache, pytest.fail)
    assert [first.geocode("Almaty").latitude, first.geocode("Almaty").longitude] == [1.5, 2.5]
    assert first.geocode("Utopolis") is None
    again = CachedGeocoder(service, cache, pytest.fail)
    assert again.geocode("Almaty").address == "Somewhere"
    assert again.geocode("Utopolis") is None
    assert service.asked == ["Almaty", "Utopolis"]


def test_a_cache_cut_short_is_read_as_far_as_it_goes(tmp_path):
    cache = tmp_path / "cache.jsonl"
    cache.write_text('{"query": "Almaty", "answer": ["Here", 3.0, 4.0]}\n{"query": "Ast')
    assert CachedGeocoder(Service(good=0), cache, pytest.fail).geocode("Almaty").latitude == 3.0


def test_a_service_out_of_reach_is_told_once_and_the_gazetteer_answers(tmp_path):
    warnings = []
    geocoder = CachedGeocoder(Service(good=0), tmp_path / "cache.jsonl", warnings.append)
    assert geocoder.geocode("Almaty, Kazakhstan").address == "Almaty, Kazakhstan"
    assert geocoder.geocode("Kazakhstan").address == "Kazakhstan"
    (warning,) = warnings
    assert "no route to host" in warning
    assert "offline gazetteer" in warning
    assert not (tmp_path / "cache.jsonl").exists()


def test_geocoders_are_chosen_by_name(monkeypatch, tmp_path):
    monkeypatch.setenv("SDG_ATLAS_HOME", str(tmp_path))
    assert isinstance(read_geocoder("offline", pytest.fail), OfflineGeocoder)
    assert isinstance(read_geocoder("nominatim", pytest.fail), CachedGeocoder)
    with pytest.raises(KnowledgeError, match="offline, nominatim"):
        read_geocoder("magic", pytest.fail)

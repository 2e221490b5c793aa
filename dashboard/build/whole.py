"""All tables from articles and their records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dashboard.build import facts
from dashboard.build.evidence import build_evidence
from dashboard.build.lasting import Published, name_events
from dashboard.build.merging import Happening, link_reports
from dashboard.build.parties import build_institutions, settle_countries
from dashboard.build.reference import build_countries, build_designations, build_goals, read_seats
from dashboard.build.reports import Pair, list_reports
from dashboard.tables import About, Tables, check_tables, digest_of

if TYPE_CHECKING:
    from geopy.geocoders.base import Geocoder


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of articles and events from before: articles read by hand, and the ids of events published already."""

    curated: frozenset[str] = frozenset()
    published: Published = field(default_factory=dict)


def build_tables(
    pairs: Iterable[Pair],
    version: str = "unnamed",
    inputs: str = "",
    geocoder: Geocoder | None = None,
    past: Past | None = None,
) -> Tables:
    """The tables of these articles and records, checked; the order in which they come makes no difference.

    ``version`` and ``inputs`` say where they come from; without a ``geocoder`` cities lie where the gazetteer has them. Events
    that were published before keep their ids (``lasting``). ``TableError`` names every fault.
    """
    past = past or Past()
    pairs = settle_countries(sorted(pairs, key=lambda pair: pair[0].id))
    happenings = name_events(link_reports(list_reports(pairs)), past.published)
    designations = build_designations()
    institutions = build_institutions(pairs, designations["institution_id"])
    seated = institutions.dropna(subset="country")
    seats = dict(zip(seated["institution_id"], seated["country"], strict=True))
    event_countries = facts.build_event_countries(happenings, seats)
    frames = {
        "articles": facts.build_articles(pairs),
        "events": facts.build_events(happenings, _find_points(happenings, geocoder), past.curated),
        "event_articles": facts.build_event_articles(happenings),
        "participations": facts.build_participations(happenings),
        "institutions": institutions,
        "countries": build_countries(facts.count_coverage(pairs, happenings, event_countries)),
        "goals": build_goals(),
        "event_goals": facts.build_event_goals(happenings),
        "event_countries": event_countries,
        "programmes": facts.build_programmes(happenings),
        "people": facts.build_people(pairs),
        "designations": designations,
        "evidence": build_evidence(happenings, event_countries),
        "former_ids": facts.build_former_ids(happenings, past.published),
    }
    newest = max((article.published for article, _ in pairs if article.published), default=None)
    about = About(version, inputs, len(pairs), newest)
    tables = Tables(**frames, about=about, digest=digest_of(frames, about), words={})
    check_tables(tables)
    return tables


def _find_points(happenings: Iterable[Happening], geocoder: Geocoder | None) -> facts.Points:
    """Where the cities of events lie: as the institutions list has it, else as the geocoder knows it."""
    from dashboard.knowledge.geocoding import find_point  # only a build needs geopy, which loads slowly

    geocoder = geocoder or _offline()
    seats = read_seats()
    places = {(happening.event.city, happening.event.country) for happening in happenings if happening.event.city}
    points = {}
    for city, country in sorted(places, key=str):
        point = seats.get((city or "", country)) or find_point(geocoder, city or "", country)
        if point:
            points[city or "", country] = point
    return points


@cache
def _offline() -> Geocoder:
    """The geocoder of the gazetteer, made once: geopy reads all certificates of the machine for each."""
    from dashboard.knowledge.geocoding import OfflineGeocoder

    return OfflineGeocoder()

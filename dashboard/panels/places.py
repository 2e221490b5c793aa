"""Panels on a map."""

from __future__ import annotations

from dashboard.charts import maps
from dashboard.measures import partners, places
from dashboard.panels.row import ABSENCE, COUNTRY, EVENTS, READ, READ_BOTH, Panel
from dashboard.words import mark

PLACES = (
    Panel(
        key="map-held",
        title=mark("Where events were held"),
        question=mark("Which countries host cooperation?"),
        measure=places.count_held,
        draw=maps.draw_map,
        columns=COUNTRY | {"count": mark("Events held")} | READ | ABSENCE,
        note=mark("Distinct events by the country of their venue; events online or without a known venue are on no map."),
        has_map=True,
        marks="venue",
    ),
    Panel(
        key="map-taken-part",
        title=mark("Countries that take part"),
        question=mark("Which countries take part in cooperation?"),
        measure=places.count_taken_part,
        draw=maps.draw_map,
        columns=COUNTRY | {"count": mark("Events")} | READ | ABSENCE,
        note=mark(
            "Distinct events in which the country is the venue, the seat of an institution or named as taking part; "
            "an event counts once in each of its countries."
        ),
        has_map=True,
        marks="country",
    ),
    Panel(
        key="map-institutions",
        title=mark("Institutions that take part, by seat"),
        question=mark("Where are the institutions that cooperate?"),
        measure=places.count_institutions,
        draw=maps.draw_map_institutions,
        columns=COUNTRY | {"count": mark("Institutions")} | READ | ABSENCE,
        note=mark(
            "Distinct institutions of every kind that take part in an event; bodies of no one country are not on the map."
        ),
        has_map=True,
        marks="seat",
    ),
    Panel(
        key="map-partnerships",
        title=mark("Events with partners abroad"),
        question=mark("Whose institutions work with those of other countries?"),
        measure=places.count_partnerships,
        draw=maps.draw_map_partnerships,
        columns=COUNTRY
        | {"count": mark("Events with partners abroad"), "partners": mark("Partner countries")}
        | READ
        | ABSENCE,
        note=mark(
            "Distinct events that join institutions of the country with those of another; designations, awards and "
            "publications make no partners."
        ),
        has_map=True,
        marks="partnering country",
    ),
    Panel(
        key="map-cities",
        title=mark("Cities where events were held"),
        question=mark("In which cities do partners meet?"),
        measure=places.count_cities,
        draw=maps.draw_cities,
        columns={
            "city": mark("City"),
            "short_name": mark("Country or area"),
            **EVENTS,
            "articles": mark("Articles read (country)"),
        },
        note=mark(
            "Distinct events by the city of their venue, circles in proportion; "
            "cities without known coordinates are in the table."
        ),
        has_map=True,
        marks="city",
    ),
    Panel(
        key="map-arcs",
        title=mark("Partnerships between countries"),
        question=mark("Which countries are joined by their institutions?"),
        measure=partners.link_arcs,
        draw=maps.draw_arcs,
        columns={
            "short_name_a": mark("Country or area"),
            "short_name_b": mark("Partner country"),
            **EVENTS,
            **READ_BOTH,
        },
        note=mark(
            "Distinct events that join institutions seated in both countries, the 80 strongest pairs; designations, awards and "
            "publications make no partners."
        ),
        has_map=True,
        marks="country pair",
    ),
)

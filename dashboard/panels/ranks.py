"""Panels of ranks."""

from __future__ import annotations

from dashboard.charts import bars
from dashboard.measures import events, partners, places
from dashboard.panels.row import COUNTRY, EVENTS, KIND, READ, Panel
from dashboard.words import mark

RANKS = (
    Panel(
        key="kinds-bars",
        title=mark("Events of each kind"),
        question=mark("What forms does cooperation take?"),
        measure=events.count_kinds,
        draw=bars.draw_kinds,
        columns=KIND | EVENTS,
        note=mark("Distinct events by what the headline reports; kinds of one family share a colour."),
        marks="kind",
        fields=("kind",),
    ),
    Panel(
        key="top-institutions",
        title=mark("Institutions in most events"),
        question=mark("Who appears most often?"),
        measure=partners.rank_institutions,
        draw=bars.draw_institutions,
        columns={"name": mark("Institution"), "country_name": mark("Country or area"), **EVENTS, "partners": mark("Partners")},
        note=mark(
            "Distinct events of every kind in which the institution takes part; "
            "it measures what was reported and read, not merit."
        ),
        marks="institution",
        fields=("institutions",),
    ),
    Panel(
        key="top-countries",
        title=mark("Countries in most events"),
        question=mark("Which countries appear most often?"),
        measure=places.rank_countries,
        draw=bars.draw_countries,
        columns=COUNTRY | {"count": mark("Events")} | READ,
        note=mark("Distinct events in which the country takes part; it measures what was reported and read, not merit."),
        marks="country",
        fields=("countries",),
    ),
)

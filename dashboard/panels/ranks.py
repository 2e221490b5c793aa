"""Panels of ranks, and of what was read."""

from __future__ import annotations

from dashboard.charts import bars
from dashboard.measures import coverage, events, partners, places
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
    ),
    Panel(
        key="languages",
        title=mark("Languages of the sources"),
        question=mark("In which languages were the articles written?"),
        measure=coverage.count_languages,
        draw=bars.draw_languages,
        columns={"name": mark("Language"), "language": mark("Code"), "articles": mark("Articles")},
        note=mark("Articles that report the events shown, by the language of the source, not of our summary."),
        marks="language",
    ),
    Panel(
        key="publishers",
        title=mark("Publishers of the sources"),
        question=mark("Who published what was read?"),
        measure=coverage.count_publishers,
        draw=bars.draw_publishers,
        columns={"name": mark("Publisher"), "articles": mark("Articles")},
        note=mark("Articles that report the events shown, by publisher."),
        marks="publisher",
    ),
    Panel(
        key="coverage",
        title=mark("Articles read and events found, by country"),
        question=mark("How much was read about each country?"),
        measure=coverage.count_coverage,
        draw=bars.draw_coverage,
        columns=COUNTRY | READ | {"events": mark("Events found")},
        note=mark(
            "All articles read that cover the country, whatever the filters, beside the distinct events found under them."
        ),
        marks="country",
        counts="every event",
    ),
)

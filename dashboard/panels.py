"""Every chart in one row: the question it answers, the measure that counts, the drawing, and what the count means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import bars, goals, maps, networks, time
from dashboard.charts.theme import Look
from dashboard.measures import coverage, events, partners, places
from dashboard.measures import goals as goal_counts
from dashboard.selection import Slice
from dashboard.words import mark


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart. Texts are flagged with ``mark`` and translated where they are shown.

    ``measure`` turns a Slice into a small frame, ``draw`` that frame into a figure without title and caption (page and export
    add them); ``columns`` names, in order, the frame's columns that a reader sees, in the table twin and in exported rows;
    ``note`` says in one sentence what is counted and what is not; ``has_map`` adds the boundary disclaimer. ``marks`` says what
    the key is that every mark carries first in ``customdata``: ``measures.behind.list_behind(slice, panel.marks, key)`` is the
    events behind it.
    """

    key: str
    title: str
    question: str
    measure: Callable[[Slice], pd.DataFrame]
    draw: Callable[[pd.DataFrame, Look], go.Figure]
    columns: Mapping[str, str]
    note: str
    has_map: bool = False
    marks: str = ""


_COUNTRY = {"name": mark("Country or area"), "country": mark("Code")}
_READ = {"articles": mark("Articles read")}
_EVENTS = {"events": mark("Events")}
_GOAL = {"goal": mark("Goal"), "title": mark("Name of the goal")}
_KIND = {"kind_name": mark("Kind")}
_YEAR = {"year_name": mark("Year")}
_DISTANCE = {"distance_km": mark("Distance (km)")}
_ABSENCE = {"absence": mark("If none")}

_TIME = (
    Panel(
        key="events-over-time-by-kind",
        title=mark("Events by year and kind"),
        question=mark("How has cooperation grown, and in which forms?"),
        measure=events.count_years_by_kind,
        draw=time.draw_years_by_kind,
        columns=_KIND | _YEAR | _EVENTS,
        note=mark(
            "Distinct events by the year they began, all rows in one scale; events without a date stand apart at the right."
        ),
        marks="kind year",
    ),
    Panel(
        key="events-over-time-by-goal",
        title=mark("Events by year and goal"),
        question=mark("Which goals does cooperation bear on, year by year?"),
        measure=events.count_years_by_goal,
        draw=time.draw_years_by_goal,
        columns=_GOAL | _YEAR | _EVENTS,
        note=mark(
            "Distinct events by the year they began, goals stated and inferred; an event with several goals counts in each, "
            "one without a date stands apart at the right."
        ),
        marks="goal year",
    ),
    Panel(
        key="event-lanes",
        title=mark("Single events in time"),
        question=mark("What happened when?"),
        measure=events.rank_latest,
        draw=time.draw_event_lanes,
        columns={
            "title": mark("Event"),
            **_KIND,
            "start": mark("Begin"),
            "end": mark("End"),
            "place": mark("Place"),
            "reports": mark("Reports"),
        },
        note=mark(
            "Each mark is one event: a dot for a known day, a bar as long as the month, year or term known otherwise; the newest 600 "
            "with a date are shown, undated ones are not."
        ),
        marks="event",
    ),
    Panel(
        key="designations",
        title=mark("Designations and their terms"),
        question=mark("Who holds or held an office in a programme, for which goal, and from when to when?"),
        measure=events.list_designations,
        draw=time.draw_designations,
        columns={
            **_GOAL,
            "institution": mark("Institution"),
            "programme": mark("Programme"),
            "position": mark("Position"),
            "start": mark("Begin"),
            "end": mark("End"),
            "source_url": mark("Source"),
        },
        note=mark(
            "Terms from a list kept by hand, not from articles; it follows the filters for country, goal, institution and period only."
        ),
        marks="institution",
    ),
)

_MAPS = (
    Panel(
        key="map-held",
        title=mark("Where events were held"),
        question=mark("Which countries host cooperation?"),
        measure=places.count_held,
        draw=maps.draw_map,
        columns=_COUNTRY | {"count": mark("Events held")} | _READ | _ABSENCE,
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
        columns=_COUNTRY | {"count": mark("Events")} | _READ | _ABSENCE,
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
        columns=_COUNTRY | {"count": mark("Institutions")} | _READ | _ABSENCE,
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
        columns=_COUNTRY
        | {"count": mark("Events with partners abroad"), "partners": mark("Partner countries")}
        | _READ
        | _ABSENCE,
        note=mark(
            "Distinct events that join institutions of the country with those of another; designations, awards and publications "
            "make no partners."
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
            **_EVENTS,
            "articles": mark("Articles read (country)"),
        },
        note=mark(
            "Distinct events by the city of their venue, circles in proportion; cities without known coordinates are in the table."
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
            **_EVENTS,
            "articles_a": mark("Articles read (first)"),
            "articles_b": mark("Articles read (second)"),
        },
        note=mark(
            "Distinct events that join institutions seated in both countries, the 80 strongest pairs; designations, awards and "
            "publications make no partners."
        ),
        has_map=True,
        marks="country pair",
    ),
)

_PARTNERS = (
    Panel(
        key="country-matrix",
        title=mark("Who partners with whom"),
        question=mark("Which countries work together, and which do not?"),
        measure=partners.count_matrix,
        draw=networks.draw_country_matrix,
        columns={"name_a": mark("Country or area"), "name_b": mark("Partner country"), **_EVENTS},
        note=mark(
            "Distinct events that join institutions seated in both countries, among the 25 countries with most partnerships; an "
            "empty cell means none was found in what was read."
        ),
        marks="country pair",
    ),
    Panel(
        key="strongest-pairs",
        title=mark("Pairs of institutions with most events together"),
        question=mark("Which institutions work together again and again, and over what distance?"),
        measure=partners.link_institutions,
        draw=bars.draw_pairs,
        columns={
            "name_a": mark("Institution"),
            "country_a": mark("Country or area"),
            "name_b": mark("Partner"),
            "country_b": mark("Partner country"),
            **_EVENTS,
            **_DISTANCE,
        },
        note=mark(
            "Distinct events in which both take part, and the distance between their cities along the great circle; designations, "
            "awards and publications make no partners."
        ),
        marks="institution pair",
    ),
    Panel(
        key="partners-of-institution",
        title=mark("Partners of one institution"),
        question=mark("With whom does an institution work?"),
        measure=partners.rank_partners,
        draw=bars.draw_partners,
        columns={
            "of_name": mark("Institution"),
            "name": mark("Partner"),
            "country_name": mark("Country or area"),
            **_EVENTS,
            **_DISTANCE,
        },
        note=mark(
            "Partners of the institution that is selected, or else of the one with most partners, by distinct events in which both "
            "take part."
        ),
        marks="institution pair",
    ),
    Panel(
        key="partner-countries",
        title=mark("Partners of one country"),
        question=mark("With which countries do its institutions work?"),
        measure=partners.rank_partner_countries,
        draw=bars.draw_partner_countries,
        columns={"of_name": mark("Country or area"), "name": mark("Partner country"), **_EVENTS, **_READ},
        note=mark(
            "Partner countries of the country that is selected, or else of the one with most of them, by distinct events that join "
            "institutions seated in both."
        ),
        marks="country pair",
    ),
)

_GOALS = (
    Panel(
        key="goals-bars",
        title=mark("Events for each goal"),
        question=mark("Which goals does cooperation bear on?"),
        measure=goal_counts.count_goals,
        draw=goals.draw_goals,
        columns=_GOAL | {"stated": mark("Named in the text"), "inferred": mark("Inferred from the subject")} | _EVENTS,
        note=mark(
            "Distinct events, first those whose text names the goal, then those whose subject only bears on it; an event with several "
            "goals counts in each."
        ),
        marks="goal",
    ),
    Panel(
        key="goals-by-region",
        title=mark("Goals by region"),
        question=mark("Which goals matter where?"),
        measure=goal_counts.count_goals_by_region,
        draw=goals.draw_goals_by_region,
        columns=_GOAL | {"region_name": mark("Region")} | _EVENTS,
        note=mark(
            "Distinct events by goal and region of the countries that take part; an event counts once in each of its regions."
        ),
        marks="goal region",
    ),
    Panel(
        key="goals-together",
        title=mark("Goals that go together"),
        question=mark("Which goals do the same events bear on?"),
        measure=goal_counts.link_goals,
        draw=goals.draw_goals_together,
        columns={
            "goal_a": mark("Goal"),
            "title_a": mark("Name of the goal"),
            "goal_b": mark("Second goal"),
            "title_b": mark("Name of the second goal"),
            **_EVENTS,
        },
        note=mark("Distinct events that bear on both goals, stated or inferred; the order of the two means nothing."),
        marks="goal pair",
    ),
)

_RANKS = (
    Panel(
        key="kinds-bars",
        title=mark("Events of each kind"),
        question=mark("What forms does cooperation take?"),
        measure=events.count_kinds,
        draw=bars.draw_kinds,
        columns=_KIND | _EVENTS,
        note=mark("Distinct events by what the headline reports; kinds of one family share a colour."),
        marks="kind",
    ),
    Panel(
        key="top-institutions",
        title=mark("Institutions in most events"),
        question=mark("Who appears most often?"),
        measure=partners.rank_institutions,
        draw=bars.draw_institutions,
        columns={"name": mark("Institution"), "country_name": mark("Country or area"), **_EVENTS, "partners": mark("Partners")},
        note=mark(
            "Distinct events of every kind in which the institution takes part; it measures what was reported and read, not merit."
        ),
        marks="institution",
    ),
    Panel(
        key="top-countries",
        title=mark("Countries in most events"),
        question=mark("Which countries appear most often?"),
        measure=places.rank_countries,
        draw=bars.draw_countries,
        columns=_COUNTRY | {"count": mark("Events")} | _READ,
        note=mark("Distinct events in which the country takes part; it measures what was reported and read, not merit."),
        marks="country",
    ),
)

_COVERAGE = (
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
        columns=_COUNTRY | _READ | {"events": mark("Events found")},
        note=mark(
            "All articles read that cover the country, whatever the filters, beside the distinct events found under them."
        ),
        marks="country",
    ),
)

PANELS: Mapping[str, Panel] = {panel.key: panel for panel in (*_TIME, *_MAPS, *_PARTNERS, *_GOALS, *_RANKS, *_COVERAGE)}

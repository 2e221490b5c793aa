"""Panels of time: years, single events, designations."""

from __future__ import annotations

from dashboard.charts import time
from dashboard.measures import events
from dashboard.panels.row import EVENTS, GOAL, KIND, YEAR, Panel
from dashboard.words import mark

TIME = (
    Panel(
        key="events-over-time-by-kind",
        title=mark("Events by year and kind"),
        question=mark("How has cooperation grown, and in which forms?"),
        measure=events.count_years_by_kind,
        draw=time.draw_years_by_kind,
        columns=KIND | YEAR | EVENTS,
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
        columns=GOAL | YEAR | EVENTS,
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
            **KIND,
            "start": mark("Begin"),
            "end": mark("End"),
            "place": mark("Place"),
            "reports": mark("Reports"),
        },
        note=mark(
            "Each mark is one event: a dot for a known day, a bar as long as the month, year or term known otherwise; "
            "the newest 600 with a date are shown, undated ones are not."
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
            **GOAL,
            "institution": mark("Institution"),
            "programme": mark("Programme"),
            "position": mark("Position"),
            "start": mark("Begin"),
            "end": mark("End"),
            "source_url": mark("Source"),
        },
        note=mark(
            "Terms from a list kept by hand, not from articles; "
            "it follows the filters for country, goal, institution and period only."
        ),
        marks="institution",
        unit="designations",
    ),
)

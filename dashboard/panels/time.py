"""Panels of time: periods, single events, life cycles of partnerships, designations."""

from __future__ import annotations

from dashboard.charts import time
from dashboard.measures import events, lifecycle, periods
from dashboard.panels import time_findings
from dashboard.panels.row import EVENTS, GOAL, KIND, Choice, Panel
from dashboard.words import mark

PERIOD = {"period_name": mark("Period")}
REMARK = {"remark": mark("Remark")}
BY_PERIOD = Choice("period", mark("Period"), {"year": mark("Years"), "quarter": mark("Quarters"), "month": mark("Months")})
FORM = Choice(
    "form",
    mark("Form"),
    {
        "lanes": mark("Lanes"),
        "stacked": mark("Stacked"),
        "shares": mark("Shares"),
        "multiples": mark("Small multiples"),
    },
    of="draw",
)

TIME = (
    Panel(
        key="events-over-time-by-kind",
        title=mark("Events over time by kind"),
        question=mark("How has cooperation grown, and in which forms?"),
        measure=periods.count_periods_by_kind,
        draw=time.draw_periods_by_kind,
        columns=KIND | PERIOD | EVENTS | REMARK,
        note=mark(
            "Distinct events by the period in which they began; a period without a mark has none. Events without a date, or "
            "without a month where months count, stand apart at the right."
        ),
        marks="kind year",
        choices=(BY_PERIOD, FORM),
        brush=True,
        finding=time_findings.state_kinds,
        fields=("start", "kind"),
    ),
    Panel(
        key="events-over-time-by-goal",
        title=mark("Events over time by goal"),
        question=mark("Which goals does cooperation bear on, and when?"),
        measure=periods.count_periods_by_goal,
        draw=time.draw_periods_by_goal,
        columns=GOAL | PERIOD | EVENTS | REMARK,
        note=mark(
            "Distinct events by the period in which they began, goals stated and inferred; an event with several goals counts "
            "in each, and events without a date, or without a month where months count, stand apart at the right."
        ),
        marks="goal year",
        choices=(BY_PERIOD, FORM),
        brush=True,
        finding=time_findings.state_goals,
        fields=("start", "sdgs"),
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
            "state": mark("State"),
            "reports": mark("Reports"),
        },
        note=mark(
            "Each mark is one event: a dot for a known day, a bar as long as the month, year or term known otherwise, hollow "
            "where it was announced and not reported to have taken place; at most the newest 450 with a date are shown, "
            "undated ones are not."
        ),
        marks="event",
        brush=True,
        finding=time_findings.state_latest,
        list_marks=time_findings.list_events,
        fields=("start",),
    ),
    Panel(
        key="life-cycles",
        title=mark("Life cycles of partnerships"),
        question=mark("What became of a partnership after it was announced?"),
        measure=lifecycle.list_lives,
        draw=time.draw_lives,
        columns={
            "partners": mark("Partners"),
            "now": mark("What became of it"),
            "confirmed": mark("Last confirmed"),
            "stage_name": mark("Stage"),
            "title": mark("Event"),
            "start": mark("Begin"),
            "sources": mark("Sources"),
        },
        note=mark(
            "The partnerships with most events, or those of what is selected, pairs with the very same events as one; of many "
            "events the first, the first agreement and the newest. Silent means that nothing was read for two years before the "
            "newest article, not that nothing happened; announced, that nothing reports it as having taken place. A later "
            "agreement may renew the first."
        ),
        marks="event",
        counts="lives of {of}",
        choices=(Choice("of", mark("Partners"), {"institution": mark("Institutions"), "country": mark("Countries")}),),
        brush=True,
        finding=time_findings.state_lives,
        list_marks=time_findings.list_stages,
        fields=("start", "partnerships"),
        lists=True,
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
        finding=time_findings.state_designations,
    ),
)

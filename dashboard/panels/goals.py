"""Panels of goals."""

from __future__ import annotations

from dashboard.charts import against as beside
from dashboard.charts import goals, grids
from dashboard.measures import against, gaps
from dashboard.measures import goals as counts
from dashboard.panels.goal_findings import state_against, state_gaps, state_goals, state_together
from dashboard.panels.row import COUNTRY, EVENTS, GOAL, READ, Choice, Panel
from dashboard.words import mark

GOALS = (
    Panel(
        key="goals-bars",
        title=mark("Events for each goal"),
        question=mark("Which goals does cooperation bear on?"),
        measure=counts.count_goals,
        draw=goals.draw_goals,
        columns=GOAL | {"stated": mark("Named in the text"), "inferred": mark("Inferred from the subject")} | EVENTS,
        note=mark(
            "Distinct events, first those whose text names the goal, then those whose subject only bears on it; "
            "an event with several goals counts in each."
        ),
        marks="goal",
        finding=state_goals,
        fields=("sdgs_explicit", "sdgs"),
    ),
    Panel(
        key="goals-by-country",
        title=mark("Goals by country, and what is missing"),
        question=mark("Which country works on which goal, and where was nothing found?"),
        measure=gaps.count_goals_by_country,
        draw=grids.draw_goals_by_country,
        columns={"short_name": COUNTRY["short_name"], **GOAL, **EVENTS, "share": mark("Share of the country's events (%)")}
        | READ
        | {"absence": mark("If none")},
        note=mark(
            "Distinct events by goal, for the 25 countries that take part in most; a ring means none found though at least "
            "10 articles cover the country, a dot that too little was read to tell. Beside each name: its events with a goal."
        ),
        marks="goal country",
        choices=(
            Choice(
                "seen",
                mark("What the cells show"),
                {"events": mark("Events"), "share": mark("Share of the country's events (%)")},
                of="draw",
            ),
        ),
        finding=state_gaps,
        fields=("sdgs", "countries"),
    ),
    Panel(
        key="goals-of-country",
        title=mark("Goals of one country, beside those around it"),
        question=mark("On which goals does a country work more, or less, than its region?"),
        measure=against.count_goals_of_country,
        draw=beside.draw_against,
        columns=GOAL
        | {
            "own_events": mark("Events"),
            "own_share": mark("Share (%)"),
            "near_events": mark("Events of the others"),
            "near_share": mark("Share of the others (%)"),
        },
        note=mark(
            "Of 100 events with a goal, those that bear on it: events of the country that is selected, or else of the one in "
            "most events, beside events of the others in which it takes no part. Shares of fewer than 10 events are not drawn."
        ),
        marks="goal country",
        counts="goals of one country",
        choices=(
            Choice(
                "beside",
                mark("Beside"),
                {"region": mark("Its region"), "subregion": mark("Its subregion"), "world": mark("All others")},
            ),
        ),
        finding=state_against,
        fields=("sdgs", "countries"),
    ),
    Panel(
        key="goals-of-institution",
        title=mark("Goals of one institution, beside those around it"),
        question=mark("On which goals does an institution work more, or less, than its country and region?"),
        measure=against.count_goals_of_institution,
        draw=beside.draw_against,
        columns=GOAL
        | {
            "own_events": mark("Events"),
            "own_share": mark("Share (%)"),
            "near_events": mark("Events of its country"),
            "near_share": mark("Share in its country (%)"),
            "far_events": mark("Events of its region"),
            "far_share": mark("Share in its region (%)"),
        },
        note=mark(
            "Of 100 events with a goal, those that bear on it: events of the institution that is selected, or else of the one "
            "in most events, beside other events of its country and region. Shares of fewer than 10 events are not drawn."
        ),
        marks="goal institution",
        counts="goals of one institution",
        finding=state_against,
        fields=("sdgs", "institutions"),
    ),
    Panel(
        key="goals-by-region",
        title=mark("Goals by region"),
        question=mark("Which goals matter where?"),
        measure=counts.count_goals_by_region,
        draw=grids.draw_goals_by_region,
        columns=GOAL | {"region_name": mark("Region")} | EVENTS,
        note=mark(
            "Distinct events by goal and region of the countries that take part; an event counts once in each of its regions."
        ),
        marks="goal region",
        fields=("sdgs", "countries"),
    ),
    Panel(
        key="goals-together",
        title=mark("Goals that go together"),
        question=mark("Which goals do the same events bear on?"),
        measure=counts.link_goals,
        draw=grids.draw_goals_together,
        columns={
            "goal_a": mark("Goal"),
            "title_a": mark("Name of the goal"),
            "goal_b": mark("Second goal"),
            "title_b": mark("Name of the second goal"),
            **EVENTS,
            "share_a": mark("Share of the first (%)"),
            "share_b": mark("Share of the second (%)"),
            "lift": mark("Times as often as by chance"),
        },
        note=mark(
            "Distinct events that bear on both goals, stated or inferred. A share is of the events on the goal of the row; "
            "by chance is what would be seen if the goals of all these events were dealt out anew."
        ),
        marks="goal pair",
        choices=(
            Choice(
                "seen",
                mark("What the cells show"),
                {
                    "events": mark("Events"),
                    "share": mark("Share of the row (%)"),
                    "lift": mark("Against chance"),
                },
                of="draw",
            ),
        ),
        finding=state_together,
        fields=("sdgs",),
    ),
)

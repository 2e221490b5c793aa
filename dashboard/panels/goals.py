"""Panels of goals."""

from __future__ import annotations

from dashboard.charts import goals
from dashboard.measures import goals as counts
from dashboard.panels.row import EVENTS, GOAL, Panel
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
    ),
    Panel(
        key="goals-by-region",
        title=mark("Goals by region"),
        question=mark("Which goals matter where?"),
        measure=counts.count_goals_by_region,
        draw=goals.draw_goals_by_region,
        columns=GOAL | {"region_name": mark("Region")} | EVENTS,
        note=mark(
            "Distinct events by goal and region of the countries that take part; an event counts once in each of its regions."
        ),
        marks="goal region",
    ),
    Panel(
        key="goals-together",
        title=mark("Goals that go together"),
        question=mark("Which goals do the same events bear on?"),
        measure=counts.link_goals,
        draw=goals.draw_goals_together,
        columns={
            "goal_a": mark("Goal"),
            "title_a": mark("Name of the goal"),
            "goal_b": mark("Second goal"),
            "title_b": mark("Name of the second goal"),
            **EVENTS,
        },
        note=mark("Distinct events that bear on both goals, stated or inferred; the order of the two means nothing."),
        marks="goal pair",
    ),
)

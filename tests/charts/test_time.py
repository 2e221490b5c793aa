"""Bars of time are as long as what is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.theme import LIGHT, faded
from dashboard.charts.time import (
    draw_designations,
    draw_event_lanes,
    draw_lives,
    draw_periods_by_goal,
    draw_periods_by_kind,
)

DAY = 86_400_000


def lane(first: str, last: str, id: str = "e", status: str = "held") -> dict[str, object]:
    return {
        "event_id": id, "title": "Talks", "kind": "meeting", "kind_name": "Meeting", "start": first, "end": last,
        "first_day": first, "last_day": last, "place": "", "status": status,
    }  # fmt: skip


def test_a_day_is_a_dot_and_a_year_is_a_bar_of_a_year() -> None:
    figure = draw_event_lanes(
        pd.DataFrame([lane("2023-05-29", "2023-05-29", id="day"), lane("2021-01-01", "2021-12-31", id="year")]), LIGHT
    )
    bars, dots = figure.data
    assert [mark[0] for mark in bars.customdata] == ["year"]
    assert bars.x[0] == 365 * DAY
    assert [mark[0] for mark in dots.customdata] == ["day"]


def test_events_of_a_kind_do_not_cover_one_another() -> None:
    figure = draw_event_lanes(pd.DataFrame([lane("2023-05-29", "2023-05-29", id=str(n)) for n in range(5)]), LIGHT)
    assert len(set(figure.data[1].y)) == 5


def test_what_was_only_announced_is_hollow_and_says_so() -> None:
    rows = [
        lane("2023-05-29", "2023-05-29"),
        lane("2023-06-29", "2023-06-29", "f", "announced"),
        lane("2021-01-01", "2021-12-31", "g", "announced"),
    ]
    bars, dots, *legend = draw_event_lanes(pd.DataFrame(rows), LIGHT).data
    colour = LIGHT.kind_colours["meeting"]
    assert list(dots.marker.color) == [colour, LIGHT.paper]
    assert list(dots.marker.line.color) == [colour, colour]
    assert "announced" in dots.customdata[1][1]
    assert bars.marker.line.width[0] == 1
    assert [trace.name for trace in legend] == ["took place", "announced, not known to have taken place"]


def test_a_line_shows_how_far_was_read() -> None:
    frame = pd.DataFrame([lane("2023-05-29", "2023-05-29"), lane("2024-05-29", "2024-05-29", "f")])
    frame.attrs["newest"] = "2024-03-11"
    layout = draw_event_lanes(frame, LIGHT).layout
    assert len(layout.shapes) == 1
    assert "read until 11 March 2024" in [note.text for note in layout.annotations]


def test_events_left_out_are_named() -> None:
    frame = pd.DataFrame([lane("2023-05-29", "2023-05-29")])
    frame.attrs["older"] = 1234
    assert draw_event_lanes(frame, LIGHT).layout.annotations[-1].text == "1,234 earlier events are left out"


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2023-05-29", "2023-05-29", 1),
        ("2023-02", "2023-02", 28),
        ("2024", "2024", 366),
        ("2018-10-24", "2021-10", 1104),
        ("2023", None, 365),
    ],
)
def test_a_term_lasts_to_the_end_of_its_prefix(start: str, end: str | None, days: int) -> None:
    row = {
        "programme": "P", "position": "hub", "goal": 9, "institution_id": "i", "institution": "I", "title": "T",
        "colour": "#FD6925", "start": start, "end": end,
    }  # fmt: skip
    frame = pd.DataFrame([row]).astype({"start": "str", "end": "str", "goal": "Int64"})
    assert draw_designations(frame, LIGHT).data[0].x[0] == days * DAY


def periods(rows: list[tuple[str, int, int]], period: str = "year", newest: str = "2030-12-31") -> pd.DataFrame:
    """Rows of kind, place and events, newest first as the measure gives them; the last year read is that of ``newest``."""
    frame = pd.DataFrame(rows, columns=["kind", "place", "events"])
    last = int(newest[:4])
    frame["kind_name"], frame["period_name"] = frame["kind"].str.capitalize(), frame["place"].astype(str)
    frame["key"] = frame["kind"] + "|" + frame["period_name"]
    frame["remark"] = ["incomplete" if place == last and period == "year" else "" for place in frame["place"]]
    frame.attrs = {"period": period, "last_read": last, "whole": False, "newest": newest}
    return frame


def columns(figure: go.Figure) -> list[Any]:
    return [trace for trace in figure.data if trace.type == "bar"]


FORMS = ("lanes", "stacked", "shares", "multiples")


def test_all_lanes_have_one_scale() -> None:
    """Twice as many events are twice as high, in whatever lane."""
    meeting, award = columns(draw_periods_by_kind(periods([("meeting", 2020, 10), ("award", 2021, 5)]), LIGHT))
    assert meeting.y[0] == 2 * award.y[0]


def test_small_multiples_have_a_scale_each() -> None:
    meeting, award = columns(draw_periods_by_kind(periods([("meeting", 2020, 10), ("award", 2021, 5)]), LIGHT, "multiples"))
    assert meeting.y[0] == award.y[0]


def test_shares_of_a_period_are_a_whole() -> None:
    traces = columns(draw_periods_by_kind(periods([("meeting", 2020, 3), ("award", 2020, 1)]), LIGHT, "shares"))
    assert [trace.y[0] for trace in traces] == [0.75, 0.25]
    assert "75% of 4 events" in traces[0].customdata[0][1]


def test_a_gap_in_time_stays_a_gap() -> None:
    [bars] = columns(draw_periods_by_kind(periods([("meeting", 2022, 1), ("meeting", 2015, 1)]), LIGHT))
    assert bars.x[1] - bars.x[0] == 7


def test_undated_events_stand_apart_from_the_last_year() -> None:
    figure = draw_periods_by_kind(periods([("meeting", 2020, 1), ("meeting", 2022, 1), ("meeting", -1, 4)]), LIGHT)
    assert max(columns(figure)[0].x) > 3
    assert "No<br>date" in figure.layout.xaxis.ticktext


def test_beside_many_months_what_has_none_is_as_large_an_area_an_event() -> None:
    months = [("meeting", 2015 * 12 + month, 1) for month in range(140)]
    bars = columns(draw_periods_by_kind(periods([*months, ("meeting", -2, 20)], "month"), LIGHT))[0]
    areas = dict(zip([key for key, _hover in bars.customdata], bars.y * bars.width, strict=True))
    assert areas["meeting|-2"] == pytest.approx(20 * areas["meeting|24180"], rel=1e-4)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_but_undated_events_can_be_drawn(form: str) -> None:
    assert len(columns(draw_periods_by_kind(periods([("meeting", -1, 4)]), LIGHT, form))[0].x) == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_period_not_read_to_its_end_is_lighter_and_says_so(form: str) -> None:
    figure = draw_periods_by_kind(periods([("meeting", 2026, 1), ("meeting", 2025, 3)], newest="2026-03-11"), LIGHT, form)
    marker = columns(figure)[0].marker
    assert list(marker.color) == [LIGHT.kind_colours["meeting"], faded(LIGHT.kind_colours["meeting"], 0.3)]
    assert "Lighter: 2026 is incomplete, read until 11 March 2026." in [note.text for note in figure.layout.annotations]


@pytest.mark.parametrize("form", FORMS)
def test_years_stand_under_a_chart_of_fourteen_years_of_months(form: str) -> None:
    months = [("meeting", 2012 * 12 + month, 1 + month % 3) for month in range(170)]
    figure = draw_periods_by_kind(periods(months, "month"), LIGHT, form)
    names = [str(name) for name in figure.layout.xaxis.ticktext]
    assert 2 <= len(names) <= 6
    assert all(len(name) == 4 and name.isdigit() for name in names)


def test_a_few_months_are_named() -> None:
    frame = periods([("meeting", 2024 * 12 + month, 1) for month in range(4)], "month")
    assert "January<br>2024" in draw_periods_by_kind(frame, LIGHT).layout.xaxis.ticktext


def test_two_kinds_of_one_hue_are_told_apart_in_a_stack() -> None:
    traces = columns(draw_periods_by_kind(periods([("meeting", 2020, 1), ("conference", 2020, 1)]), LIGHT, "stacked"))
    assert traces[0].marker.color == traces[1].marker.color
    assert [trace.marker.pattern.shape for trace in traces] == [None, "/"]


def test_a_stack_of_goals_keeps_seven_colours_and_writes_numbers() -> None:
    rows = [("x", 2020, 20 - goal) for goal in range(1, 11)]
    frame = periods(rows).assign(goal=range(1, 11), title="Goal", colour="#E5243B")
    traces = columns(draw_periods_by_goal(frame, LIGHT, "stacked"))
    assert [trace.marker.color for trace in traces] == ["#E5243B"] * 7 + [LIGHT.neutral] * 3
    assert [trace.text[0] for trace in traces] == [str(goal) for goal in range(1, 11)]
    assert [trace.name for trace in traces if trace.showlegend][-1] == "Other goals"


@pytest.mark.parametrize("draw", [draw_periods_by_kind, draw_event_lanes, draw_lives])
def test_dragging_over_a_chart_of_time_chooses_a_period(draw: Callable[..., go.Figure]) -> None:
    frame = {
        draw_periods_by_kind: periods([("meeting", 2020, 1)]),
        draw_event_lanes: pd.DataFrame([lane("2023-05-29", "2023-05-29")]),
        draw_lives: lives([("signed", "2023-05-29")]),
    }[draw]
    layout = draw(frame, LIGHT).layout
    assert (layout.dragmode, layout.selectdirection) == ("select", "h")


def lives(rows: list[tuple[str, str]], newest: str = "2026-03-11") -> pd.DataFrame:
    """One partnership with these stages and days."""
    frame = pd.DataFrame(rows, columns=["stage", "start"])
    frame = frame.assign(
        life=0, partners="A and B", now="active", confirmed="a day", stage_name=frame["stage"], title="Talks", sources=1,
        end=frame["start"], first_day=frame["start"], last_day=frame["start"], event_id=[f"e{n}" for n in range(len(frame))],
    )  # fmt: skip
    frame.attrs = {"others": 0, "newest": newest}
    return frame


def test_after_its_last_event_a_life_is_dotted_to_the_newest_article() -> None:
    figure = draw_lives(lives([("signed", "2023-05-29"), ("active", "2024-05-29")]), LIGHT)
    tail = next(trace for trace in figure.data if trace.name == "nothing read since")
    assert tail.line.dash == "dot"
    days = pd.to_datetime(pd.Series(tail.x[:2]), unit="ms").dt.strftime("%Y-%m-%d")
    assert days.to_list() == ["2024-05-30", "2026-03-11"]


def test_stages_of_a_life_differ_in_shape() -> None:
    stages = ("announced", "signed", "renewed", "active")
    figure = draw_lives(lives([(stage, f"202{n}-01-01") for n, stage in enumerate(stages)]), LIGHT)
    marker = next(trace for trace in figure.data if trace.type == "scatter" and trace.customdata is not None).marker
    shapes = list(zip(marker.symbol, [colour == LIGHT.paper for colour in marker.color], strict=True))
    assert len(set(shapes)) == 4


def test_events_that_began_before_the_period_asked_for_are_explained() -> None:
    frame = periods([("meeting", 2018, 1), ("meeting", 2019, 2)])
    frame.attrs["since"] = "2019"
    notes = [note.text for note in draw_periods_by_kind(frame, LIGHT).layout.annotations]
    assert any(note.startswith("Before 2019: events that began earlier and went on.") for note in notes)


@pytest.mark.parametrize(("count", "numbered"), [(9, 15), (99, 15), (999, 8), (99_999, 0)])
def test_numbers_above_a_stack_do_not_run_together(count: int, numbered: int) -> None:
    """Of fifteen columns each is numbered, every second one, or none, by the length of the numbers."""
    figure = draw_periods_by_kind(periods([("meeting", 2011 + year, count) for year in range(15)]), LIGHT, "stacked")
    assert len(next(trace.text for trace in figure.data if trace.type == "scatter") or ()) == numbered

"""Bars of time are as long as what is known."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.charts.theme import LIGHT
from dashboard.charts.time import draw_designations, draw_event_lanes, draw_years_by_kind

DAY = 86_400_000


def lane(first: str, last: str, kind: str = "meeting", id: str = "e") -> dict[str, object]:
    return {
        "event_id": id, "title": "Talks", "kind": kind, "kind_name": kind.capitalize(), "start": first, "end": last,
        "first_day": first, "last_day": last, "place": "",
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


def years(rows: list[tuple[str, int, int]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["kind", "year", "events"])
    frame["kind_name"], frame["year_name"] = frame["kind"].str.capitalize(), frame["year"].astype(str)
    return frame.assign(key=frame["kind"] + "|" + frame["year"].astype(str))


def test_all_lanes_have_one_scale() -> None:
    """Twice as many events are twice as high, in whatever lane."""
    bars = draw_years_by_kind(years([("meeting", 2020, 10), ("award", 2021, 5)]), LIGHT).data[0]
    assert bars.y[0] == 2 * bars.y[1]


def test_undated_events_stand_apart_from_the_last_year() -> None:
    figure = draw_years_by_kind(years([("meeting", 2020, 1), ("meeting", 2022, 1), ("meeting", 0, 4)]), LIGHT)
    assert figure.data[0].x[2] > 2023
    assert "No<br>date" in figure.layout.xaxis.ticktext


def test_nothing_but_undated_events_can_be_drawn() -> None:
    assert len(draw_years_by_kind(years([("meeting", 0, 4)]), LIGHT).data[0].x) == 1

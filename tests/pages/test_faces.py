"""The faces of a panel: each bears the controls that change it, and its events are those that the panel counts."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests import factory
from tests.pages.conftest import Opener, words_of

CHOICES = ("way-events-over-time-by-goal-period", "way-events-over-time-by-goal-form")


def asked(app: AppTest) -> tuple[str, ...]:
    keys = {control.key for control in (*app.segmented_control, *app.selectbox)}
    return tuple(key for key in CHOICES if key in keys)


@pytest.mark.parametrize(("face", "controls"), [("chart", CHOICES), ("table", CHOICES[:1]), ("events", ())])
def test_a_face_bears_the_controls_that_change_it(open_page: Opener, face: str, controls: tuple[str, ...]) -> None:
    assert asked(open_page("timeline", show=f"events-over-time-by-goal:face:{face}")) == controls


def test_the_events_of_a_panel_are_those_that_it_counts(open_tables) -> None:  # type: ignore[no-untyped-def]
    """An event without a goal stands in no chart of goals, and in no list of the events of one."""
    events = [factory.event(title="With a goal", sdgs_explicit=(4,)), factory.event(title="Without a goal")]
    app = open_tables(factory.tables([factory.record(events=events, sdgs_explicit=())]))(
        "timeline", show="events-over-time-by-goal:face:events"
    )
    listed = " ".join(str(block.proto.body) for block in app.get("html"))
    assert re.findall("With(?:out)? a goal", listed) == ["With a goal"]


def test_one_event_in_one_report_is_not_many(open_tables) -> None:  # type: ignore[no-untyped-def]
    assert "1 event in 1 report" in words_of(open_tables(factory.tables([factory.record(events=[factory.event()])]))("events"))

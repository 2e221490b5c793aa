"""Charts count events, or the reports that tell of them."""

from __future__ import annotations

import dataclasses

import pytest

from dashboard.charts.theme import LIGHT
from dashboard.measures.behind import list_behind
from dashboard.panels import PANELS
from dashboard.selection import Selection, repeat_reports, select
from dashboard.tables import Tables

REPORTS = Selection(counting="reports")


def test_an_event_counts_as_often_as_it_is_told(bundled: Tables) -> None:
    frame = PANELS["kinds-bars"].count(select(bundled, REPORTS))
    assert frame["events"].sum() == bundled.events["reports"].sum() > len(bundled.events)


def test_a_repeated_slice_is_never_the_whole(bundled: Tables) -> None:
    assert select(bundled, REPORTS).whole
    assert not repeat_reports(select(bundled, REPORTS)).whole


@pytest.mark.parametrize("key", [key for key, panel in PANELS.items() if not panel.counts_events])
def test_what_is_listed_one_by_one_is_not_repeated(bundled: Tables, key: str) -> None:
    assert len(PANELS[key].count(select(bundled, REPORTS))) == len(PANELS[key].count(select(bundled, Selection())))


def test_figure_and_table_say_that_reports_are_counted(bundled: Tables) -> None:
    panel = PANELS["kinds-bars"]
    frame = panel.count(select(bundled, REPORTS))
    assert "Reports" in panel.name_columns(frame).values()
    assert "reports" in str(panel.show(frame, LIGHT).to_dict())


def test_the_events_behind_a_mark_are_distinct(bundled: Tables) -> None:
    rows = list_behind(select(bundled, REPORTS), "kind", "agreement").rows
    assert len(set(rows.tolist())) == len(rows)


@pytest.mark.parametrize(("least", "kept"), [("0.5", True), ("0.9", False)])
def test_events_below_the_least_confidence_are_left_out(bundled: Tables, least: str, kept: bool) -> None:
    """The least sure of kind, date and place decides; what nobody judged counts as sure."""
    evidence = bundled.evidence.copy()
    first = bundled.events["event_id"].iloc[0]
    evidence.loc[(evidence["subject"] == first) & (evidence["field"] == "kind"), "confidence"] = 0.7
    judged = dataclasses.replace(bundled, evidence=evidence)
    rows = select(judged, Selection(sure=least)).rows
    assert (0 in rows) is kept
    assert len(rows) == len(bundled.events) - (not kept)

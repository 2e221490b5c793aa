"""The events behind a mark are those that its count counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.measures.behind import MARKS, list_behind
from dashboard.panels import PANELS
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables

KEYS = {
    "venue": "country", "country": "country", "seat": "country", "partnering country": "country",
    "kind": "kind", "goal": "goal", "institution": "institution_id",
}  # fmt: skip


UNCOUNTED = {"event", "seat", "language", "publisher"}
# Designations are no events; these marks count institutions or articles; an event is its own mark.
# A share names the events that it is a share of, but its mark opens those that make it.
COUNTS = ("abroad", "events", "count")
COUNTED = [
    key
    for key, panel in PANELS.items()
    if key != "designations" and panel.marks not in UNCOUNTED and any(name in panel.columns for name in COUNTS)
]


@pytest.mark.parametrize("key", COUNTED)
def test_as_many_events_are_behind_a_mark_as_it_shows(key: str, bundled: Tables) -> None:
    """Every row of every panel that counts events, on the bundled data, whole and narrowed."""
    panel = PANELS[key]
    for selection in (Selection(), Selection(goals=("4",), since="2020")):
        part = select(bundled, selection)
        frame = panel.measure(part)
        column = "key" if "key" in frame else KEYS[panel.marks]
        count = next(name for name in COUNTS if name in frame)
        for mark, events in list(zip(frame[column].astype(str), frame[count], strict=True))[:60]:
            assert len(list_behind(part, panel.marks, mark).rows) == events, mark


def test_one_event_is_behind_its_own_mark(all_of: Slice) -> None:
    event = all_of.tables.events["event_id"].iloc[1]
    assert list_behind(all_of, "event", event).rows.tolist() == [1]


@pytest.mark.parametrize("marks", sorted(MARKS))
@pytest.mark.parametrize("key", ["", "nowhere", "99", "XXX|YYY", "a|b|c|d", "4|"])
def test_a_key_that_means_nothing_has_nothing_behind_it(marks: str, key: str, all_of: Slice) -> None:
    """Keys come from the browser; an empty one may mean that something is not known."""
    found = list_behind(all_of, marks, key)
    assert len(found.rows) <= (len(all_of.rows) if key == "" else 2)


def test_what_is_behind_a_mark_stays_within_the_selection(small: Tables) -> None:
    part = select(small, Selection(since="2024"))
    assert len(list_behind(part, "country", "KAZ").rows) == 1
    assert replace(list_behind(part, "country", "KAZ").selection) == part.selection

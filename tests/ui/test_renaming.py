"""What was chosen for panels holds for those that take their place."""

from __future__ import annotations

from dashboard.ui.renaming import keep_marks, rename_ways

KEYS = {"years": "years-KAZ-JPN"}


def test_ways_go_to_the_panel_that_took_the_place() -> None:
    assert rename_ways(["years-CHN:seen:share", "goals:face:table"], KEYS) == ["years-KAZ-JPN:seen:share", "goals:face:table"]


def test_of_two_ways_alike_the_last_holds() -> None:
    assert rename_ways(["years-CHN:seen:share", "years-KAZ-JPN:seen:count"], KEYS) == ["years-KAZ-JPN:seen:count"]


def test_only_marks_of_panels_that_stay_are_kept() -> None:
    assert keep_marks(["years-CHN:a|2019", "years-KAZ-JPN:b|2019", "goals:4"], KEYS) == ["years-KAZ-JPN:b|2019", "goals:4"]

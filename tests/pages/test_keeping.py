"""The button beside the events behind a mark: the page is narrowed to them, and what the reader asked for still holds."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Opener

SIDES = {"a": "country:KAZ", "b": "country:JPN"}
ON_COMPARE = "compare-kinds-country-KAZ-country-JPN"


@pytest.mark.parametrize(
    ("page", "panel", "opened", "asked", "expected"),
    [
        ("goals", "goals-bars", "4", {"country": "USA"}, {"country": "USA", "goal": "4"}),
        ("compare", ON_COMPARE, "country:KAZ|conference", {"country": "USA", **SIDES},
         {"country": "KAZ", "partner": "USA", "kind": "conference"}),
    ],
)  # fmt: skip
def test_a_mark_is_kept_within_the_filters_in_force(
    open_page: Opener, page: str, panel: str, opened: str, asked: dict[str, str], expected: dict[str, str]
) -> None:
    app = open_page(page, mark=f"{panel}:{opened}", **asked)
    assert not app.exception
    app.button(key=f"keep-{panel}").click().run()
    assert not app.exception
    assert {name: app.session_state[name] for name in expected} == expected


@pytest.mark.parametrize("asked", ["goal=4", "goal=4,5"])
def test_no_button_where_filters_could_not_say_it(open_page: Opener, asked: str) -> None:
    """All events of the goal are shown already; or any of two goals and a third one are asked for at once."""
    name, _sign, value = asked.partition("=")
    opened = "4" if value == "4" else "17"
    app = open_page("goals", mark=f"goals-bars:{opened}", **{name: value})
    assert not app.exception
    keys = [button.key for button in app.button]
    assert "close-goals-bars" in keys
    assert "keep-goals-bars" not in keys

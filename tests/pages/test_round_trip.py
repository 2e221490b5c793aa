"""The address restores a view: every control writes what it is set to, and another visitor's page shows it again."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import settings
from dashboard.exports.caption import write_ways
from dashboard.panels import PANELS
from dashboard.selection import ADDRESS_NAMES
from tests.pages.conftest import Opener, words_of

# For each parameter of the address: the kind of control, its key, and what a reader sets it to.
FILTERS: dict[str, tuple[str, str, Any]] = {
    "country": ("multiselect", "ask-countries", ["KAZ", "unknown"]),
    "partner": ("multiselect", "ask-partners", ["JPN"]),
    "goal": ("multiselect", "ask-goals", ["4", "17"]),
    "institution": ("multiselect", "ask-institutions", ["nagaoka-university-of-technology"]),
    "kind": ("multiselect", "ask-kinds", ["agreement", "visit"]),
    "from": ("selectbox", "ask-since", "2019"),
    "to": ("selectbox", "ask-until", "2024"),
    "publisher": ("multiselect", "ask-publishers", ["unesco"]),
    "language": ("multiselect", "ask-languages", ["es"]),
    "programme": ("multiselect", "ask-programmes", ["unknown"]),
    "q": ("text_input", "ask-text", "water"),
    "region": ("multiselect", "ask-regions", ["ldc"]),
    "all": ("segmented_control", "ask-every-goals", "all"),
    "basis": ("selectbox", "ask-basis", "stated"),
    "undated": ("checkbox", "ask-undated", True),
    "city": ("multiselect", "ask-cities", ["KAZ|Almaty"]),
    "sure": ("selectbox", "ask-sure", "0.7"),
    "count": ("selectbox", "ask-counting", "reports"),
}
# What must be in force before a control appears.
BEFORE = {"all": {"goal": "4,17"}}


def address_of(app: AppTest) -> dict[str, str]:
    """The filters that stand in the address after a run; fails where the fields bound to it hold anything else."""
    held = {name: app.session_state[name] for name in ADDRESS_NAMES.values() if name in app.session_state}
    written = {name: value for name, value in app.query_params.items() if name in ADDRESS_NAMES.values()}
    assert written == {name: value for name, value in held.items() if value}
    return written


def control(app: AppTest, kind: str, key: str) -> Any:
    return getattr(app, kind)(key=key)


def test_every_parameter_has_a_control_here() -> None:
    assert set(FILTERS) == set(ADDRESS_NAMES.values())


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_writes_the_address_and_the_address_sets_the_filter(open_page: Opener, name: str) -> None:
    kind, key, value = FILTERS[name]
    app = AppTest.from_file(str(settings.PACKAGE / "main.py"), default_timeout=120)
    app.session_state["more-filters"] = True
    for parameter, text in BEFORE.get(name, {}).items():
        app.query_params[parameter] = text
    app.switch_page("pages/events.py").run()
    control(app, kind, key).set_value(value).run()
    written = address_of(app)
    assert written[name]
    again = open_page("events", **written)
    assert control(again, kind, key).value == value
    assert address_of(again) == written


def test_the_address_follows_a_filter_set_cleared_set_anew_and_taken_back(open_page: Opener) -> None:
    """The field of a filter comes with its first value and goes with its last: the address must say each of them."""
    app = open_page("events")
    seen = []
    for goals in (["4"], [], ["9"], ["9", "17"]):
        app.multiselect(key="ask-goals").set_value(goals).run()
        seen.append(address_of(app))
    for _step in range(4):
        app.button(key="chip-back").click().run()
        seen.append(address_of(app))
    four, nine, both = {"goal": "4"}, {"goal": "9"}, {"goal": "9,17"}
    assert seen == [four, {}, nine, both, nine, {}, four, {}]
    assert app.multiselect(key="ask-goals").value == []


def test_the_face_of_a_panel_is_restored(open_page: Opener) -> None:
    app = open_page("goals")
    app.segmented_control(key="way-goals-bars-face").set_value("table").run()
    assert app.query_params["show"] == "goals-bars:face:table"
    again = open_page("goals", show="goals-bars:face:table")
    assert again.segmented_control(key="way-goals-bars-face").value == "table"


def test_an_open_mark_is_restored_with_its_events(open_page: Opener) -> None:
    app = open_page("goals")
    app.selectbox(key="mark-goals-bars").set_value("4").run()
    assert app.query_params["mark"] == "goals-bars:4"
    again = open_page("goals", mark="goals-bars:4")
    assert again.selectbox(key="mark-goals-bars").value == "4"
    assert "**4 · Quality education**" in words_of(again)


def choices() -> list[Any]:
    """Every choice of every panel, with the code that is not its default."""
    return [
        pytest.param(panel.key, choice.name, list(choice.options)[-1], id=f"{panel.key}-{choice.name}")
        for panel in PANELS.values()
        for choice in panel.choices
    ]


@pytest.mark.parametrize(("panel", "name", "code"), choices())
def test_a_choice_of_a_panel_is_bound_and_said_in_its_address(panel: str, name: str, code: str) -> None:
    seen = PANELS[panel].choose({name: code})
    assert dict(seen.chosen)[name] == code
    assert f"show={panel}:{name}:{code}" in write_ways(seen)

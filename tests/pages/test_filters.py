"""What the sidebar asks and what the reader gets."""

from __future__ import annotations

import pytest

from dashboard.measures.options import count_values
from dashboard.selection import UNKNOWN, Selection, select
from dashboard.tables import Tables
from dashboard.ui import filters
from dashboard.ui.search import find_names
from tests.pages.conftest import Opener, words_of


def test_all_of_several_countries_can_be_asked_for(open_page: Opener, bundled: Tables) -> None:
    app = open_page(country="CHN,KAZ")
    app.segmented_control(key="ask-every-countries").set_value("all").run()
    assert app.session_state["all"] == "country"
    both = select(bundled, Selection(countries=("CHN", "KAZ"), every=("country",)))
    assert app.metric[0].value == str(len(both.rows))


def test_one_country_leaves_nothing_to_join(open_page: Opener) -> None:
    app = open_page(country="KAZ")
    assert "ask-every-countries" not in {each.key for each in app.segmented_control}


def test_goals_can_be_told_by_what_stands_behind_them(open_page: Opener, bundled: Tables) -> None:
    app = open_page(goal="4")
    app.selectbox(key="ask-basis").set_value("stated").run()
    assert app.session_state["basis"] == "stated"
    assert app.metric[0].value == str(len(select(bundled, Selection(goals=("4",), basis="stated")).rows))


def test_one_step_back_restores_the_view_before(open_page: Opener, bundled: Tables) -> None:
    """Each step takes back one change; when none is left the button goes."""
    app = open_page(country="KAZ")
    app.multiselect(key="ask-kinds").set_value(["visit"]).run()
    app.button(key="chip-all").click().run()
    app.button(key="chip-back").click().run()
    assert (app.session_state["country"], app.session_state["kind"]) == ("KAZ", "visit")
    app.button(key="chip-back").click().run()
    assert (app.session_state["country"], app.session_state["kind"]) == ("KAZ", "")
    assert "chip-back" not in {button.key for button in app.button}


def test_options_show_counts_under_the_other_filters(open_page: Opener, bundled: Tables) -> None:
    app = open_page(country="KAZ", kind="visit")
    expected = select(bundled, Selection(countries=("KAZ",), kinds=("agreement",)))
    assert f"Agreement ({len(expected.rows)})" in app.multiselect(key="ask-kinds").options


def test_only_events_without_a_date_can_be_asked_for(open_page: Opener) -> None:
    app = open_page(undated="only")
    app.checkbox(key="ask-undated").uncheck().run()
    assert app.session_state["undated"] == ""


@pytest.mark.parametrize(
    "name", ["countries", "goals", "institutions", "kinds", "publishers", "languages", "programmes", "regions"]
)
def test_counts_are_what_a_selection_would_answer(bundled: Tables, name: str) -> None:
    """Every option's count is the number of events that choosing it alone would leave."""
    counts = count_values(select(bundled, Selection()), name)
    some = [*list(counts)[:6], *({UNKNOWN} & counts.keys())]
    for code in some:
        assert counts[code] == len(select(bundled, Selection(**{name: (code,)})).rows), code


def test_a_chart_without_anything_to_count_says_how_many_events_answer(open_page: Opener) -> None:
    app = open_page("partnerships", kind="award")
    words = words_of(app)
    assert "No event answers these filters." not in words
    assert "events answer these filters, and none has what is counted here." in words


def test_of_many_options_the_leading_are_offered_and_others_are_asked_for_by_name(
    open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "MOST_OFFERED", 20)
    app = open_page()
    assert len(app.multiselect(key="ask-institutions").options) == 20 + 1  # and those of which none is known
    hits = find_names(app.session_state["view"], "nagaoka university of technology")
    assert hits[0][:2] == ("institutions", "nagaoka-university-of-technology")

"""Every page of the dashboard, run through AppTest on ``dashboard/main.py``."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.panels import PANELS
from dashboard.selection import Selection, select
from dashboard.tables import Tables
from tests.pages.conftest import Opener, words_of

# What each page shows first, and the panels that it shows.
SHOWN = {
    "overview": ("map-taken-part", "events-over-time-by-kind"),
    "timeline": ("events-over-time-by-kind", "events-over-time-by-goal"),
    "map": ("map-taken-part", "map-cities", "map-arcs", "top-countries"),
    "partnerships": ("country-matrix", "partner-chord", "partner-flows", "partner-countries"),
    "goals": ("goals-bars", "goals-together", "kinds-bars"),
    "events": (),
    "coverage": ("silence", "coverage", "sources", "publishers", "languages", "articles-by-year"),
    "method": (),
}
PROFILES = {"country": "KAZ", "institution": "nagaoka-university-of-technology"}


@pytest.mark.parametrize("page", SHOWN)
def test_page_shows_its_panels(open_page: Opener, page: str) -> None:
    app = open_page(page)
    assert not app.exception
    assert len(app.title) == 1
    assert [PANELS[key].title for key in SHOWN[page]] == [head.value for head in app.header if head.value in titles()]


@pytest.mark.parametrize(
    ("page", "part", "panels"),
    [
        ("timeline", "single", ("event-lanes", "designations")),
        ("timeline", "lives", ("life-cycles",)),
        ("goals", "places", ("goals-by-country", "goals-by-region")),
        ("goals", "beside", ("goals-of-country", "goals-of-institution")),
        ("goals", "no such part", SHOWN["goals"]),
    ],
)
def test_the_address_opens_a_part_of_a_page(open_page: Opener, page: str, part: str, panels: tuple[str, ...]) -> None:
    app = open_page(page, show=f"{page}:part:{part}")
    assert not app.exception
    assert [PANELS[key].title for key in panels] == [head.value for head in app.header if head.value in titles()]


def titles() -> set[str]:
    """The titles of all panels."""
    return {panel.title for panel in PANELS.values()}


@pytest.mark.parametrize("page", SHOWN)
def test_page_without_any_event_says_so_and_stays_whole(open_page: Opener, page: str) -> None:
    app = open_page(page, q="nosuchwordanywhere")
    assert not app.exception
    if SHOWN[page] or page == "events":
        assert "No event answers these filters." in words_of(app)


@pytest.mark.parametrize("page", PROFILES)
def test_profile_is_opened_by_link(open_page: Opener, page: str) -> None:
    app = open_page(page, id=PROFILES[page])
    assert not app.exception
    assert app.title[0].value in ("Kazakhstan", "Nagaoka University of Technology")


@pytest.mark.parametrize("page", PROFILES)
def test_profile_of_nobody_says_how_to_check_coverage(open_page: Opener, page: str) -> None:
    app = open_page(page, id="nobody")
    assert not app.exception
    assert "Nothing here has the code “nobody”." in words_of(app)


def test_country_without_event_says_that_silence_is_no_absence(open_page: Opener, bundled: Tables) -> None:
    silent = bundled.countries.loc[bundled.countries["articles"] == 0, "country"].iloc[0]
    app = open_page("country", id=silent)
    assert not app.exception
    assert "No article read covers this country: that says nothing about what happens there." in words_of(app)


def test_address_selects(open_page: Opener, bundled: Tables) -> None:
    app = open_page(country="KAZ,CHN", goal="4")
    asked = Selection(countries=("CHN", "KAZ"), goals=("4",))
    assert app.metric[0].value == str(len(select(bundled, asked).rows))
    assert app.multiselect(key="ask-countries").value == ["CHN", "KAZ"]


def test_unknown_value_in_the_address_is_named(open_page: Opener) -> None:
    app = open_page(country="KAZ,XYZ")
    assert [notice.value for notice in app.warning] == [
        "The address asks for a value that these data do not know: country = XYZ. "
        "It is left out; everything else is shown as asked."
    ]
    assert app.multiselect(key="ask-countries").value == ["KAZ"]


def test_unknown_value_is_shown_as_text_whatever_it_holds(open_page: Opener) -> None:
    app = open_page(goal="<script>*x*[a](b)")
    assert r"goal = \<script\>\*x\*\[a\]\(b\)" in app.warning[0].value


def test_filter_writes_to_the_address(open_page: Opener) -> None:
    app = open_page()
    app.multiselect(key="ask-countries").set_value(["KAZ", "CHN"]).run()
    assert app.session_state["country"] == "CHN,KAZ"
    assert len(app.button(key="chip-countries").label) > 0


def test_chip_clears_its_filter_and_keeps_the_rest(open_page: Opener) -> None:
    app = open_page(country="KAZ", goal="4")
    app.button(key="chip-countries").click().run()
    assert (app.session_state["country"], app.session_state["goal"]) == ("", "4")


def test_clear_all_clears_all(open_page: Opener, bundled: Tables) -> None:
    app = open_page(country="KAZ", goal="4", q="university", **{"from": "2020"})
    app.button(key="chip-all").click().run()
    assert app.metric[0].value == str(len(bundled.events))


def test_empty_view_names_the_filter_to_loosen(open_page: Opener) -> None:
    app = open_page("events", country="KAZ", q="nosuchwordanywhere")
    assert "Without the filter “Words” there are" in words_of(app)


def test_search_for_a_goal_sets_the_filter(open_page: Opener) -> None:
    app = open_page()
    app.selectbox(key="search").set_value("goals/4").run()
    assert app.session_state["goal"] == "4"


def test_search_without_a_hit_says_so(open_page: Opener) -> None:
    app = open_page()
    app.session_state["search-typed"] = "no such *name*"
    app.run()
    assert "Nothing here is called “no such \\*name\\*”." in words_of(app)


def test_search_finds_an_institution_by_its_acronym(open_page: Opener) -> None:
    app = open_page()
    app.session_state["search-typed"] = "UNAI"
    app.run()
    assert not app.exception
    assert "“UNAI”:" in words_of(app)


def test_foot_says_that_the_united_nations_has_not_approved_it(open_page: Opener) -> None:
    app = open_page("method")
    assert "has not been approved by the United Nations" in words_of(app)


def test_error_address_of_the_operator_is_a_link(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDG_ATLAS_REPORT", "errors@example.org")
    app = open_page("method")
    assert any("mailto:errors@example.org" in str(element.proto) for element in app.get("link_button"))


def codes_of(app: AppTest) -> str:
    """All that a page sets as code, links and citations, once the windows of its foot are open."""
    for window in ("foot-link", "foot-cite"):
        app.session_state[window] = True
    app.run()
    return "\n".join(block.value for block in app.code)


def test_citation_names_the_event_and_its_address(open_page: Opener, bundled: Tables) -> None:
    event = bundled.events.iloc[0]
    cited = codes_of(open_page("events", event=event["event_id"], goal="4"))
    assert f"Events: {event['title']}" in cited
    assert f"?event={event['event_id']}&goal=4" in cited


def test_citation_names_the_country_of_a_profile(open_page: Opener) -> None:
    cited = codes_of(open_page("country", id="KAZ"))
    assert "Country: Kazakhstan. Data version" in cited
    assert "?id=KAZ" in cited
    assert "Kazakhstan" not in codes_of(open_page("country", id="nobody"))


def test_filters_in_force_narrow_a_profile(open_page: Opener, bundled: Tables) -> None:
    both = len(select(bundled, Selection(countries=("KAZ",), partners=("DEU",))).rows)
    alone = len(select(bundled, Selection(countries=("KAZ",))).rows)
    assert both < alone
    words = words_of(open_page("country", id="KAZ", country="DEU"))
    assert re.search(rf"^{both} events? in", words, re.MULTILINE)


def test_two_institutions_on_a_profile_are_both_asked_for(open_page: Opener, bundled: Tables) -> None:
    parties = bundled.participations
    first, second = parties["institution_id"].value_counts().index[:2]
    events = [set(parties.loc[parties["institution_id"] == code, "event_id"]) for code in (first, second)]
    words = words_of(open_page("institution", id=first, institution=second))
    assert re.search(rf"^{len(events[0] & events[1])} events? in", words, re.MULTILINE)


def test_empty_profile_names_no_filter_that_nobody_set(open_page: Opener) -> None:
    words = words_of(open_page("country", id="TUV"))
    assert "clear it above" not in words
    assert "No filter is in force: nothing was found in what was read." in words


def test_unknown_parameter_in_the_address_is_named_and_taken_out(open_page: Opener) -> None:
    app = open_page(until="2020", embed="true", country="KAZ")
    assert [notice.value.count("until = 2020") for notice in app.warning] == [1]
    assert "embed" not in app.warning[0].value
    next(button for button in app.button if button.label == "Take out what is not known").click().run()
    assert not app.warning
    assert app.session_state["country"] == "KAZ"


def test_parameters_of_a_page_are_known(open_page: Opener) -> None:
    assert not open_page("country", id="KAZ").warning


def test_period_that_ends_before_it_begins_is_named(open_page: Opener) -> None:
    notices = [notice.value for notice in open_page(**{"from": "2024", "to": "2020"}).warning]
    assert notices == ["The period ends before it begins: from 2024 until 2020. No event can lie in it."]


def test_search_for_a_number_begins_with_the_goal(open_page: Opener) -> None:
    app = open_page()
    app.session_state["search-typed"] = "4"
    app.run()
    assert next(button.label for button in app.button if str(button.key).startswith("hit-")) == "Goal: 4 Quality education"

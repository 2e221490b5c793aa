"""What a reader asks for: as a value, as an address, in words, and the events that answer."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import EventKind
from dashboard.selection import (
    ADDRESS_NAMES,
    FILTER_NAMES,
    KIND_NAMES,
    Selection,
    language_name,
    list_filters,
    list_regions,
    read_address,
    select,
    sort_codes,
    without,
    write_address,
)
from dashboard.tables import Tables
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables


@pytest.fixture(scope="module")
def small() -> Tables:
    first = record(
        "a",
        [
            event("agreement", "2023-05-29", [NU, SUSTECH], sdgs_explicit=(4,)),
            event("meeting", "2020-04", [NUT, UNAI], sdgs_implied=(9, 17)),
        ],
        programmes=("Erasmus+",),
    )
    second = record("b", [event("visit", "2023", [NU, NUT])])
    third = record("c", [event("visit", title="Café in Astana", country="KAZ")])
    papers = [
        article(id="b", publisher="The Paper", source_language="ja"),
        article(id="c", publisher=None, source_language=None),
    ]
    return tables([first, second, third], papers)


CASES: list[tuple[Selection, list[str]]] = [
    (Selection(), ["a.1", "a.2", "b.1", "c.1"]),
    (Selection(countries=("KAZ",)), ["a.1", "b.1", "c.1"]),
    (Selection(countries=("CHN", "JPN")), ["a.1", "a.2", "b.1"]),
    (Selection(countries=("KAZ",), partners=("JPN",)), ["b.1"]),
    (Selection(countries=("KAZ",), partners=("CHN", "JPN")), ["a.1", "b.1"]),
    (Selection(countries=("FRA",)), []),
    (Selection(goals=("4", "17")), ["a.1", "a.2"]),
    (Selection(institutions=("nazarbayev-university",)), ["a.1", "b.1"]),
    (Selection(kinds=("visit", "meeting")), ["a.2", "b.1", "c.1"]),
    (Selection(since="2023-05-29"), ["a.1", "b.1"]),
    (Selection(since="2023-05-30"), ["b.1"]),
    (Selection(since="2024"), []),
    (Selection(until="2020-04-01"), ["a.2"]),
    (Selection(until="2020-03"), []),
    (Selection(until="2023"), ["a.1", "a.2", "b.1"]),
    (Selection(since="2020-04-15", until="2020-04-16"), ["a.2"]),
    (Selection(publishers=("the-paper",)), ["b.1"]),
    (Selection(languages=("ja", "en")), ["a.1", "a.2", "b.1"]),
    (Selection(programmes=("erasmus-plus",)), ["a.1"]),
    (Selection(text="cafe astana"), ["c.1"]),
    (Selection(countries=("KAZ",), kinds=("visit",), text="astana"), ["c.1"]),
    (Selection(countries=("XXX",)), []),
    (Selection(countries=("CHN", "KAZ"), every=("country",)), ["a.1"]),
    (Selection(countries=("CHN", "KAZ"), every=("goal",)), ["a.1", "b.1", "c.1"]),
    (Selection(goals=("9", "17"), every=("goal",)), ["a.2"]),
    (Selection(goals=("4", "17"), every=("goal",)), []),
    (Selection(goals=("unknown",)), ["b.1", "c.1"]),
    (Selection(goals=("4", "unknown")), ["a.1", "b.1", "c.1"]),
    (Selection(goals=("4", "unknown"), every=("goal",)), []),
    (Selection(institutions=("unknown",)), ["c.1"]),
    (Selection(publishers=("unknown",)), ["c.1"]),
    (Selection(languages=("unknown",)), ["c.1"]),
    (Selection(programmes=("unknown",)), ["a.2", "b.1", "c.1"]),
    (Selection(countries=("unknown",)), []),
    (Selection(regions=("eastern-asia",)), ["a.1", "a.2", "b.1"]),
    (Selection(regions=("central-asia", "africa")), ["a.1", "b.1", "c.1"]),
    (Selection(regions=("asia",), kinds=("visit",)), ["b.1", "c.1"]),
    (Selection(regions=("lldc",)), ["a.1", "b.1", "c.1"]),
    (Selection(regions=("sids",)), []),
    (Selection(basis="stated"), ["a.1"]),
    (Selection(basis="inferred"), ["a.2"]),
    (Selection(basis="inferred", goals=("4", "9")), ["a.2"]),
    (Selection(basis="stated", goals=("9",)), []),
    (Selection(undated="only"), ["c.1"]),
    (Selection(undated="only", since="2020"), []),
]


@pytest.mark.parametrize(("selection", "expected"), CASES, ids=[write_address(selection) or "all" for selection, _ in CASES])
def test_the_events_that_answer(small: Tables, selection: Selection, expected: list[str]) -> None:
    """Any value of a filter will do, but every filter must be answered; an event lies in a period if part of it may."""
    part = select(small, selection)
    assert list(small.event_index[part.rows]) == expected
    assert part.whole is (len(expected) == 4)
    assert part.selection == selection


@given(st.data())
def test_each_filter_narrows(bundled: Tables, data: st.DataObject) -> None:
    """What two filters answer is what both answer alone."""
    country = data.draw(st.sampled_from(list(bundled.country_index)))
    kind = data.draw(st.sampled_from([str(kind) for kind in EventKind]))
    one, other = Selection(countries=(country,)), Selection(kinds=(kind,))
    both = replace(one, kinds=(kind,))
    assert set(select(bundled, both).rows) == set(select(bundled, one).rows) & set(select(bundled, other).rows)


def codes(bundled: Tables) -> st.SearchStrategy[Selection]:
    def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(st.sampled_from(values), max_size=4).map(sort_codes)

    period = st.one_of(st.just(""), st.dates().flatmap(lambda day: st.sampled_from([str(day)[:4], str(day)[:7], str(day)])))
    return st.builds(
        Selection,
        countries=some(list(bundled.country_index)),
        partners=some(list(bundled.country_index)),
        goals=some([str(goal) for goal in range(1, 18)]),
        institutions=some(list(bundled.institution_index)),
        kinds=some([str(kind) for kind in EventKind]),
        since=period,
        until=period,
        publishers=some(list(bundled.publisher_names)),
        languages=some(list(bundled.incidence("language").index)),
        programmes=some(list(bundled.programme_names)),
        regions=some(sorted(list_regions(bundled))),
        every=some(["country", "goal", "institution"]),
        basis=st.sampled_from(["", "stated", "inferred"]),
        undated=st.sampled_from(["", "only"]),
        text=st.text(st.characters(exclude_categories=("Cs", "Cc"))).map(lambda text: " ".join(text.split())),
    )


@given(st.data())
def test_an_address_restores_its_selection(bundled: Tables, data: st.DataObject) -> None:
    """Whatever is selected, writing and reading its address gives it back, with nothing unknown."""
    selection = data.draw(codes(bundled))
    assert read_address(write_address(selection), bundled) == (selection, ())


@pytest.mark.parametrize(
    ("query", "expected", "unknown"),
    [
        ("", Selection(), ()),
        ("?country=CHN,DEU&goal=17,4", Selection(countries=("CHN", "DEU"), goals=("4", "17")), ()),
        ("country=DEU&country=CHN", Selection(countries=("CHN", "DEU")), ()),
        ("country=DEU,,DEU, CHN", Selection(countries=("CHN", "DEU")), ()),
        ("country=ATLANTIS&goal=18", Selection(), (("country", "ATLANTIS"), ("goal", "18"))),
        ("from=2023-13&to=2023-05", Selection(until="2023-05"), (("from", "2023-13"),)),
        ("kind=%3Cscript%3E", Selection(), (("kind", "<script>"),)),
        ("q=%20water++and%20air", Selection(text="water and air"), ()),
        ("id=KAZ&page=2", Selection(), ()),
        ("country=", Selection(), ()),
        ("country=unknown&all=country,moon", Selection(countries=("unknown",), every=("country",)), (("all", "moon"),)),
        ("basis=guessed&undated=only", Selection(undated="only"), (("basis", "guessed"),)),
        ("region=africa,atlantis", Selection(regions=("africa",)), (("region", "atlantis"),)),
        ("partner=unknown", Selection(), (("partner", "unknown"),)),
    ],
)
def test_addresses_are_read(bundled: Tables, query: str, expected: Selection, unknown: tuple[tuple[str, str], ...]) -> None:
    """Known codes are taken in a fixed order, unknown ones are named, other parameters are left alone."""
    assert read_address(query, bundled) == (expected, unknown)


def test_addresses_carry_codes_in_a_fixed_order() -> None:
    asked = Selection(countries=("CHN", "DEU"), goals=("4", "17"), since="2020", text="água & Café")
    assert write_address(asked) == "country=CHN,DEU&goal=4,17&from=2020&q=%C3%A1gua+%26+Caf%C3%A9"
    assert write_address(Selection()) == ""


def test_numbers_are_sorted_by_size() -> None:
    assert sort_codes(["17", "4", "b", "a", "4"]) == ("4", "17", "a", "b")


def test_every_filter_has_a_name_and_a_place_in_the_address() -> None:
    names = {field.name for field in fields(Selection)}
    assert names == ADDRESS_NAMES.keys() == FILTER_NAMES.keys()
    assert len(set(ADDRESS_NAMES.values())) == len(names)
    assert set(KIND_NAMES) == set(EventKind)


@pytest.mark.parametrize("name", sorted(ADDRESS_NAMES))
def test_a_filter_can_be_cleared_alone(name: str) -> None:
    full = Selection(("CHN",), ("DEU",), ("4",), ("unai",), ("visit",), "2020", "2021", ("p",), ("en",), ("e",), "water")
    full = replace(full, regions=("africa",), every=("goal",), basis="stated", undated="only")
    cleared = without(full, name)
    assert not getattr(cleared, name)
    assert replace(cleared, **{name: getattr(full, name)}) == full


def test_filters_in_words(small: Tables) -> None:
    asked = Selection(
        countries=("CHN", "JPN", "KAZ"),
        partners=("DEU",),
        goals=("4",),
        institutions=("unai",),
        kinds=("agreement", "visit"),
        since="2020",
        until="2023-05",
        publishers=("the-paper",),
        languages=("ja",),
        programmes=("erasmus-plus",),
        text="water <b>",
    )
    assert list_filters(small, asked) == (
        ("Country", "China, Japan or Kazakhstan"),
        ("With partner country", "Germany"),
        ("Goal", "SDG 4 Quality education"),
        ("Institution", "United Nations Academic Impact"),
        ("Kind of event", "Agreement or Visit"),
        ("From", "2020"),
        ("Until", "May 2023"),
        ("Publisher", "The Paper"),
        ("Language of the source", "Japanese"),
        ("Programme", "Erasmus+"),
        ("Words", "water <b>"),
    )
    assert list_filters(small, Selection()) == ()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Selection(countries=("CHN", "KAZ"), every=("country",)), ("Country", "China and Kazakhstan")),
        (Selection(goals=("unknown",)), ("Goal", "not known")),
        (Selection(regions=("eastern-asia", "ldc")), ("Region or group", "Eastern Asia or Least developed countries")),
        (Selection(basis="stated"), ("Goals that are", "named in the text")),
        (Selection(undated="only"), ("Date", "not known")),
    ],
)
def test_further_filters_in_words(small: Tables, asked: Selection, words: tuple[str, str]) -> None:
    """All of several are joined by "and"; what is not known is called so."""
    assert list_filters(small, asked) == (words,)


@pytest.mark.parametrize(("code", "name"), [("en", "English"), ("el", "Greek"), ("ms", "Malay"), ("zz", "zz")])
def test_languages_have_names(code: str, name: str) -> None:
    assert language_name(code) == name

"""Every panel, in both looks, on tables of every awkward shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.theme import LIGHT, LOOKS, Look
from dashboard.measures.behind import MARKS, list_behind
from dashboard.model import Institution
from dashboard.panels import PANELS
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables
from tests.factory import NU, SUSTECH, article, event, record, tables

KEYS = (
    "events-over-time-by-kind", "events-over-time-by-goal", "event-lanes", "life-cycles", "designations", "map-held",
    "map-taken-part", "map-institutions", "map-partnerships", "map-share-abroad", "map-per-institution",
    "map-cities", "map-arcs", "country-matrix",
    "partner-chord", "partner-flows", "partner-agreements",
    "institution-network", "strongest-pairs", "partners-of-institution", "partner-countries", "goals-bars", "goals-by-region",
    "silence", "sources", "articles-by-year", "compare-years", "compare-goals", "compare-kinds", "compare-partners",
    "goals-by-country", "goals-of-country", "goals-of-institution", "goals-together", "kinds-bars", "top-institutions",
    "top-countries", "languages", "publishers", "coverage",
)  # fmt: skip
LONG = "<script>alert(1)</script> <b>Nowhere</b> of %{x} & " + "very " * 30 + "long names"
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgba?\([^)]*\)")


def one_event() -> Tables:
    parties = [NU, SUSTECH]
    return tables(
        [record("a", [event("agreement", "2023-05-29", parties, city="Astana", country="KAZ", sdgs_explicit=(4, 9))])]
    )


def one_country() -> Tables:
    other = Institution("Another University", kind="university", country="KAZ", city="Almaty")
    events = [
        event(kind, f"20{year}", [NU, other], country="KAZ", sdgs_implied=(4,))
        for kind, year in (("visit", 21), ("meeting", 22))
    ]
    return tables([record("a", events, [NU, other])])


def all_unknown() -> Tables:
    unknown = article(id="a", published=None, publisher=None, source_language=None, language=None)
    return tables([record("a", [event("meeting"), event("project")], published=None)], [unknown])


def long_names() -> Tables:
    parties = [
        Institution(f"{LONG} {letter}", kind="university", country=country) for letter, country in (("A", "GBR"), ("B", "LAO"))
    ]
    events = [event("conference", "2023-05", parties, title=LONG, city=LONG, country="GBR", sdgs_implied=(9, 16), end="2025")]
    return tables([record("a", events, parties)], [article(id="a", publisher=LONG, title=LONG)])


SHAPES = {"one event": one_event, "one country": one_country, "all unknown": all_unknown, "long names": long_names}
# The columns that hold the keys of marks: a frame has its keys in the first of them that it has.
MARK_COLUMNS = ("key", "event_id", "institution_id", "publisher_key", "language", "country", "kind", "goal")


@cache
def shaped(shape: str) -> Tables:
    return SHAPES[shape]()


# The dark look differs in colours only: it is tried on everything, the awkward shapes in the light one.
CASES = [("everything", "light"), ("everything", "dark"), ("nothing", "light"), *((shape, "light") for shape in SHAPES)]


@pytest.fixture(scope="session", params=CASES, ids=" ".join)
def case(request: pytest.FixtureRequest, bundled: Tables) -> tuple[Slice, Look]:
    shape, look = request.param
    return part_of(shape, bundled), LOOKS[look]


@cache
def part_of(shape: str, bundled: Tables) -> Slice:
    """One slice for both looks, so that what is counted is counted once."""
    if shape in SHAPES:
        return select(shaped(shape), Selection())
    return select(bundled, Selection(text="xyzzyx") if shape == "nothing" else Selection())


@pytest.fixture
def part(case: tuple[Slice, Look]) -> Slice:
    return case[0]


@pytest.fixture
def look(case: tuple[Slice, Look]) -> Look:
    return case[1]


@cache
def frame_of(key: str, part: Slice) -> pd.DataFrame:
    """What a panel counts, once for both looks; whoever draws it takes a copy."""
    return PANELS[key].measure(part)


@cache
def measured(key: str, part: Slice, look: Look) -> tuple[pd.DataFrame, pd.DataFrame, go.Figure]:
    """The frame of a panel after drawing, a copy from before, and the figure: drawn once for all tests that look at it."""
    before = frame_of(key, part)
    frame = before.copy()
    return frame, before, PANELS[key].draw(frame, look)


def marks_of(figure: go.Figure) -> Iterator[list[str]]:
    for trace in figure.data:
        if trace.customdata is not None:
            yield from trace.customdata


def own_json(figure: go.Figure) -> str:
    """The figure without its template, as the browser gets it."""
    content = json.loads(figure.to_json())
    content["layout"].pop("template")
    return json.dumps(content, ensure_ascii=False)


@pytest.mark.parametrize("key", PANELS)
def test_a_panel_draws_and_leaves_its_frame_as_it_was(key: str, part: Slice, look: Look) -> None:
    frame, before, figure = measured(key, part, look)
    pd.testing.assert_frame_equal(frame, before)
    assert frame.attrs == before.attrs
    assert figure.layout.template == look.template
    assert figure.layout.title.text is None, "page and export add the title"
    assert figure.layout.height
    assert set(PANELS[key].columns) <= set(frame.columns)


@pytest.mark.parametrize("key", PANELS)
def test_every_colour_is_of_the_look_or_of_a_goal(key: str, part: Slice, look: Look) -> None:
    _frame, _before, figure = measured(key, part, look)
    own = {value for value in vars(look).values() if isinstance(value, str)} | set(look.sequential) | set(look.categorical)
    # numbers on shades are black or white, whichever can be read
    allowed = {colour.lower() for colour in own | set(part.tables.goals["colour"])} | {"#000000", "#ffffff"}
    mixed = {tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5)) for colour in allowed if colour.startswith("#")}
    for colour in COLOUR.findall(own_json(figure)):
        if colour.startswith("rgb"):
            *parts, opacity = (float(number) for number in colour[5:-1].split(","))
            assert tuple(parts) in mixed or opacity == 0, colour
        else:
            assert colour.lower() in allowed, colour


@pytest.mark.parametrize("key", PANELS)
def test_every_mark_carries_a_key_and_the_words_of_its_hover_box(key: str, part: Slice, look: Look) -> None:
    panel = PANELS[key]
    _frame, _before, figure = measured(key, part, look)
    marks = list(marks_of(figure))
    for mark in marks[:: max(1, len(marks) // 20)]:
        assert len(mark) == 2
        assert all(isinstance(each, str) for each in mark)
        assert mark[1]
        list_behind(part, panel.marks, mark[0])
    assert all(trace.hovertemplate or trace.hoverinfo == "skip" for trace in figure.data)


def test_the_keys_of_the_panels_are_fixed() -> None:
    """Addresses of downloads and links in reports depend on them."""
    assert sorted(PANELS) == sorted(KEYS)


@pytest.mark.parametrize("key", PANELS)
def test_a_panel_says_what_it_shows(key: str) -> None:
    panel = PANELS[key]
    assert panel.key == key
    assert panel.title
    assert not panel.title.endswith(".")
    assert panel.question.endswith("?")
    assert panel.note.endswith(".")
    assert panel.marks in MARKS
    assert panel.has_map == key.startswith("map-")
    assert all(heading for heading in panel.columns.values())


def test_an_empty_chart_says_so(bundled: Tables) -> None:
    part = select(bundled, Selection(text="xyzzyx"))
    for key in ("kinds-bars", "country-matrix", "events-over-time-by-kind", "goals-together", "map-arcs"):
        figure = PANELS[key].draw(PANELS[key].measure(part), LIGHT)
        assert "Nothing to show under these filters." in [note.text for note in figure.layout.annotations], key


def test_maps_say_fitbounds_false_and_name_the_three_absences(bundled: Tables) -> None:
    """Plotly would otherwise crop the world to its data."""
    for key, panel in PANELS.items():
        if panel.has_map:
            figure = panel.draw(panel.measure(select(bundled, Selection())), LIGHT)
            assert figure.layout.geo.fitbounds is False, key
    figure = PANELS["map-held"].draw(PANELS["map-held"].measure(select(bundled, Selection())), LIGHT)
    named = [trace.name for trace in figure.data]
    assert named[-3:] == ["none found", "no article", "not applicable"]


@pytest.mark.parametrize("case", [each for each in CASES if each[1] == "light"], ids=" ".join, indirect=True)
@pytest.mark.parametrize("key", [key for key in KEYS if PANELS[key].marks and not PANELS[key].unit])
def test_every_event_behind_a_mark_is_counted(key: str, part: Slice) -> None:
    """The caption counts at least the events that the marks open, and none where there are no marks."""
    panel = PANELS[key]
    frame, counted = frame_of(key, part), set(panel.list_counted(part).rows)
    column = next(name for name in MARK_COLUMNS if name in frame)
    assert counted <= set(part.rows)
    for mark in frame[column].astype(str).head(40):
        assert set(list_behind(part, panel.marks, mark).rows) <= counted, mark


def test_partners_of_one_institution_are_counted_alone(bundled: Tables) -> None:
    """The caption of its partners counts the events that join it with others, not those of the whole view."""
    part = select(bundled, Selection())
    frame = PANELS["partners-of-institution"].measure(part)
    every = {row for key in frame["key"] for row in list_behind(part, "institution pair", key).rows}
    counted = set(PANELS["partners-of-institution"].list_counted(part).rows)
    assert every <= counted < set(part.rows)
    assert frame.attrs["others"] or every == counted

"""The caption says what a reader of an export must know, in words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dashboard import settings
from dashboard.exports.caption import Caption, describe_publishers, page_of, write_caption, write_link
from dashboard.panels import PANELS, Panel
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables

TODAY = date(2026, 11, 22)


def test_counts_events_and_the_articles_that_tell_of_them(part: Slice, caption: Caption) -> None:
    links = part.tables.event_articles
    ids = part.tables.events["event_id"].iloc[part.rows]
    assert caption.events == len(part.rows) > 0
    assert caption.reports == links[links["event_id"].isin(ids)]["article_id"].nunique()
    assert caption.counts == f"{caption.events} events in {caption.reports} reports"


def test_filters_stand_in_words_and_the_period_by_itself(caption: Caption) -> None:
    assert "China or Kazakhstan" in caption.filters_text
    assert "4" in caption.filters_text
    assert "2015" not in caption.filters_text
    assert caption.period == "since 2015"


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2019", "2024", "2019–2024"),
        ("2019-05", "2020", "May 2019 – 2020"),
        ("2019-05", "2019-05", "May 2019"),
        ("", "2019-05-29", "until 29 May 2019"),
    ],
)
def test_a_period_stands_in_words(tables: Tables, panel: Panel, since: str, until: str, words: str) -> None:
    part = select(tables, Selection(since=since, until=until))
    assert write_caption(panel, part, TODAY).period == words


def test_a_view_without_filters_says_so(tables: Tables, panel: Panel) -> None:
    caption = write_caption(panel, select(tables, Selection()), TODAY)
    assert caption.filters_text == "none (all events)"
    assert caption.period == "2012–2026"
    assert caption.query == ""


def test_an_empty_slice_has_a_caption_too(tables: Tables, panel: Panel) -> None:
    empty = Slice(tables, np.array([], dtype=np.int64), Selection(text="nothing"))
    caption = write_caption(panel, empty, TODAY)
    assert (caption.events, caption.reports, caption.sources) == (0, 0, "")
    assert caption.basis == "n = 0 events in 0 reports."
    assert caption.period == "no dated event"


def test_designations_are_counted_as_such(tables: Tables) -> None:
    caption = write_caption(PANELS["designations"], select(tables, Selection(kinds=("award",))), TODAY)
    assert caption.counts == f"{len(tables.designations)} designations"
    assert (caption.filters, caption.period) == ((), "2018–2027")
    assert caption.sources == "a list kept by hand"


def test_events_that_a_panel_cannot_show_are_not_counted(tables: Tables) -> None:
    caption = write_caption(PANELS["map-cities"], select(tables, Selection()), TODAY)
    assert caption.events == tables.events["city"].notna().sum()


def test_the_day_is_the_one_given(panel: Panel, part: Slice) -> None:
    assert write_caption(panel, part, date(2031, 2, 3)).date == "2031-02-03"


def test_version_is_that_of_the_foot_of_every_page(part: Slice, caption: Caption) -> None:
    assert caption.version == part.tables.about.version


def test_only_maps_carry_the_disclaimer(panel: Panel, map_panel: Panel, part: Slice) -> None:
    assert write_caption(panel, part, TODAY).disclaimer is None
    assert write_caption(map_panel, part, TODAY).disclaimer == (
        "The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance "
        "by the United Nations."
    )


@pytest.mark.parametrize(
    ("base", "path", "query", "address"),
    [
        (None, "map", "country=CHN", "?country=CHN"),
        (None, "map", "", ""),
        ("http://localhost:8501", "map", "goal=4", "?goal=4"),
        ("http://127.0.0.1:8501/", "map", "goal=4", "?goal=4"),
        ("http://[::1]:8501/", "map", "goal=4", "?goal=4"),
        ("https://atlas.example.org", "map", "goal=4", "https://atlas.example.org/map?goal=4"),
        ("https://example.org/atlas/", "", "", "https://example.org/atlas/"),
        ("https://example.org/atlas/", "country?id=KAZ", "goal=4", "https://example.org/atlas/country?id=KAZ&goal=4"),
    ],
)
def test_the_address_restores_the_view_and_is_never_a_local_host(
    base: str | None, path: str, query: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SDG_ATLAS_ADDRESS", raising=False)
    if base:
        monkeypatch.setenv("SDG_ATLAS_ADDRESS", base)
    assert write_link(path, query) == address


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("map-held", "map"),
        ("event-lanes", "timeline?show=timeline:part:single"),
        ("country-matrix", "partnerships"),
        ("kinds-bars", "goals"),
    ],
)
def test_a_panel_stands_on_its_page(key: str, page: str) -> None:
    assert page_of(key) == page


@pytest.mark.parametrize("key", sorted(PANELS))
def test_the_page_of_a_panel_shows_it(key: str) -> None:
    name = page_of(key).partition("?")[0] or "overview"
    page = (settings.PACKAGE / "pages" / f"{name}.py").read_text(encoding="utf-8")
    # what Method shows stands in a module of its own
    assert f'"{key}"' in page + (settings.PACKAGE / "ui" / "method.py").read_text(encoding="utf-8")


def test_sources_name_the_publishers_with_most_articles() -> None:
    assert describe_publishers(["A", "B", *(f"P{n}" for n in range(10))]) == "A, B, P0, P1, P2 and 7 more publishers"


def test_the_citation_carries_version_day_licence_and_address(caption: Caption) -> None:
    for word in ("SDG Cooperation Atlas (2026)", caption.title, caption.version, "2026-11-22", "CC BY 4.0", caption.address):
        assert word in caption.citation

"""What was read, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from dashboard.measures.behind import list_behind
from dashboard.measures.coverage import count_publishers
from dashboard.measures.reading import count_published, count_silence, count_source_kinds
from dashboard.panels.coverage import state_publishers, state_silence
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables


def test_articles_are_counted_by_year_with_those_without_a_date_last(small: Tables) -> None:
    articles = small.articles.assign(published=["2021-05-01", "2023", None])
    frame = count_published(select(replace(small, articles=articles), Selection()))
    assert dict(zip(frame["key"], frame["articles"], strict=True)) == {"2021": 1, "2022": 0, "2023": 1, "0": 1}


def test_an_article_counts_once_in_each_kind_of_source(small: Tables) -> None:
    """Article a tells of two events, b and c of one each."""
    kinds = small.event_articles["article_id"].map({"a": "own", "b": "press", "c": "own"})
    part = select(replace(small, event_articles=small.event_articles.assign(source_kind=kinds)), Selection())
    frame = count_source_kinds(part)
    assert dict(zip(frame["key"], frame["articles"], strict=True)) == {"own": 2, "press": 1}
    assert len(list_behind(part, "source kind", "own").rows) == 3


def test_silence_is_told_from_what_was_not_read(small: Tables) -> None:
    frame = count_silence(select(small, Selection(kinds=("designation",)))).set_index("key")
    assert frame.loc["Central Asia|none", "names"] == "Kazakhstan"
    assert frame.loc["Central Asia|unread", "countries"] == 4
    assert frame.loc["Eastern Asia|found", "names"] == "Japan"
    assert sum(frame.attrs.values()) == len(small.countries)
    assert frame.attrs["found"] == 1


def test_no_event_stands_behind_countries_without_any(all_of: Slice) -> None:
    assert len(list_behind(all_of, "subregion state", "Central Asia|unread").rows) == 0
    assert len(list_behind(all_of, "subregion state", "Central Asia|found").rows) == 2


def test_findings_say_what_cannot_be_known_and_who_wrote_most(all_of: Slice, none_of: Slice) -> None:
    assert "3 have events here, 0 are covered by articles" in state_silence(count_silence(all_of))
    assert state_publishers(count_publishers(all_of)).startswith("The five publishers with most articles wrote 3 of 3 (100%)")
    assert state_publishers(count_publishers(none_of)) == ""

"""The articles and publishers behind a number are counted once each, most articles first."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from dashboard.measures.sources import count_sources, list_years
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables

ASKED = [Selection(), Selection(countries=("CHN",)), Selection(goals=("4",), since="2020"), Selection(text="no such word")]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_sources_are_those_of_the_articles_that_tell_of_the_events(bundled: Tables, asked: Selection) -> None:
    part = select(bundled, asked)
    ids = bundled.events["event_id"].iloc[part.rows]
    links = bundled.event_articles[bundled.event_articles["event_id"].isin(ids)]
    articles = bundled.articles[bundled.articles["article_id"].isin(links["article_id"])]
    names = bundled.publisher_names
    counts = Counter(" ".join(names[key].split()) for key in articles["publisher_key"].dropna())
    sources = count_sources(part)
    assert sources.reports == len(articles)
    assert sources.publishers == tuple(sorted(counts, key=lambda name: (-counts[name], name)))


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_years_are_those_of_the_dated_events(bundled: Tables, asked: Selection) -> None:
    events = bundled.events.iloc[select(bundled, asked).rows].dropna(subset="first_day")
    dates = {events["first_day"].min(), events["last_day"].max()} if len(events) else set()
    assert list_years(select(bundled, asked)) == tuple(sorted({int(day[:4]) for day in dates}))


def test_nothing_stands_behind_no_events(bundled: Tables) -> None:
    empty = Slice(bundled, np.array([], dtype=np.int64), Selection())
    assert (count_sources(empty).reports, count_sources(empty).publishers, list_years(empty)) == (0, (), ())

"""Who told of events, when, and about which part of the world nobody was read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.measures.sources import count_articles
from dashboard.selection import Slice
from dashboard.selection.matrices import count_columns
from dashboard.selection.naming import list_countries, region_name
from dashboard.tables import Tables
from dashboard.tables.incidence import find_positions
from dashboard.words import _, mark, write_series

# Whose site an article stands on, seen from the event that it tells of.
SOURCE_KINDS = {
    "own": mark("Site of a party"), "partner": mark("Site of a partner of the first"), "un": mark("United Nations"),
    "press": mark("Press"), "other": mark("Another site"),
}  # fmt: skip
# What is known of a country under the filters.
STATES = {"found": mark("events found"), "none": mark("read about, none found"), "unread": mark("no article covers it")}


def count_source_kinds(part: Slice) -> pd.DataFrame:
    """Articles that report the events of the Slice, by whose site they stand on; an article counts once in each kind."""
    tables = part.tables
    wanted = np.zeros(len(tables.events), dtype=bool)
    wanted[part.rows] = True
    events, places = _links(tables)
    seen = np.zeros(len(tables.articles) * len(SOURCE_KINDS), dtype=bool)
    seen[places[wanted[events]]] = True
    counts = np.count_nonzero(seen.reshape(-1, len(SOURCE_KINDS)), axis=0)
    kinds, order = list(SOURCE_KINDS), [place for place in np.argsort(-counts, kind="stable").tolist() if counts[place]]
    names = [_(SOURCE_KINDS[kinds[place]]) for place in order]
    frame = pd.DataFrame({"key": [kinds[place] for place in order], "articles": counts[order]})
    frame["name"] = pd.Series(names, dtype="str")
    return frame


@lru_cache(maxsize=2)
def _links(tables: Tables) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Of each link from an event to an article of a known kind: the row of the event, and the place of article and kind."""
    links = tables.event_articles
    articles = find_positions(links["article_id"], tables.articles["article_id"])
    kinds = pd.Index(list(SOURCE_KINDS)).get_indexer(pd.Index(links["source_kind"]))
    known = np.flatnonzero((kinds >= 0) & (articles >= 0))
    return tables.event_rows(links["event_id"])[known], (articles * len(SOURCE_KINDS) + kinds)[known]


def count_published(part: Slice) -> pd.DataFrame:
    """Articles that report the events of the Slice, by the year they were published; 0 for no date, last."""
    by_year: dict[int, int] = {}
    for date, count in count_articles(part, "published").items():
        year = int(date[:4]) if date[:4].isdigit() else 0
        by_year[year] = by_year.get(year, 0) + count
    dated = [year for year in by_year if year]
    span = [*(range(min(dated), max(dated) + 1) if dated else ()), *([0] if 0 in by_year else ())]
    return pd.DataFrame(
        {
            "key": [str(year) for year in span],
            "year": np.asarray(span, dtype=np.int64),
            "year_name": [str(year) if year else _("No date") for year in span],
            "articles": np.asarray([by_year.get(year, 0) for year in span], dtype=np.int64),
        }
    )


@lru_cache(maxsize=2)
def _list_subregions(tables: Tables) -> list[str]:
    """The subregion of each country, its region where it belongs to none, empty where to neither."""
    countries = tables.countries
    return countries["subregion"].fillna(countries["region"]).fillna("").to_list()


def count_silence(part: Slice) -> pd.DataFrame:
    """Countries and areas of each subregion by what is known of them: events found, none found though read about, or not read.

    One row for each subregion and state that occurs, key ``Eastern Asia|found``; ``countries`` counts them and ``names`` names
    them. ``attrs`` counts each state in all.
    """
    known = list_countries(part.tables)
    events, articles = count_columns(part.tables.country_matrix, part), known["articles"].to_numpy()
    state = np.select([events > 0, articles > 0], ["found", "none"], "unread")
    members = _group_by_state(_list_subregions(part.tables), state.tolist(), known["short_name"].to_list())
    rows = list(members)
    columns: dict[str, Any] = {
        "key": ["|".join(row) for row in rows],
        "subregion": [place for place, _each in rows],
        "name": [region_name(place) if place else _("No region") for place, _each in rows],
        "state": [each for _place, each in rows],
        "state_name": [_(STATES[each]) for _place, each in rows],
        "countries": [len(members[row]) for row in rows],
        "names": [write_series(sorted(members[row])) for row in rows],
    }
    frame = pd.DataFrame(columns)
    frame.attrs = {each: int(np.count_nonzero(state == each)) for each in STATES}
    return frame


def _group_by_state(places: list[str], states: list[str], names: list[str]) -> dict[tuple[str, str], list[str]]:
    """Countries by subregion and state, the subregions with most that no article covers first."""
    members: dict[tuple[str, str], list[str]] = {}
    for place, state, name in zip(places, states, names, strict=True):
        members.setdefault((place, state), []).append(name)
    ranks = {state: rank for rank, state in enumerate(STATES)}
    order = sorted(members, key=lambda row: (-len(members.get((row[0], "unread"), ())), row[0], ranks[row[1]]))
    return {row: members[row] for row in order}

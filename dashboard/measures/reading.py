"""Who told of events, when, and about which part of the world nobody was read."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.measures.sources import count_articles
from dashboard.selection import Slice
from dashboard.selection.matrices import count_columns
from dashboard.selection.naming import list_countries, region_name
from dashboard.tables import Tables
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
    events, articles, kinds = _links(tables)
    chosen = wanted[events] & (kinds >= 0)
    seen = np.unique(articles[chosen] * len(SOURCE_KINDS) + kinds[chosen])
    counts = np.bincount(seen % len(SOURCE_KINDS), minlength=len(SOURCE_KINDS))
    frame = pd.DataFrame({"key": list(SOURCE_KINDS), "articles": counts})
    frame["name"] = [_(SOURCE_KINDS[kind]) for kind in frame["key"]]
    return frame[frame["articles"] > 0].sort_values("articles", ascending=False, kind="stable", ignore_index=True)


@lru_cache(maxsize=2)
def _links(tables: Tables) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Of each link from an event to an article: the row of the event, that of the article, and the number of its kind."""
    links = tables.event_articles
    articles = pd.Index(tables.articles["article_id"]).get_indexer(pd.Index(links["article_id"]))
    kinds = pd.Index(list(SOURCE_KINDS)).get_indexer(pd.Index(links["source_kind"]))
    return tables.event_rows(links["event_id"]), articles.astype(np.int64), kinds.astype(np.int64)


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


def count_silence(part: Slice) -> pd.DataFrame:
    """Countries and areas of each subregion by what is known of them: events found, none found though read about, or not read.

    One row for each subregion and state that occurs, key ``Eastern Asia|found``; ``countries`` counts them and ``names`` names
    them. ``attrs`` counts each state in all.
    """
    known = list_countries(part.tables)
    events, articles = count_columns(part.tables.country_matrix, part), known["articles"].to_numpy()
    state = np.select([events > 0, articles > 0], ["found", "none"], "unread")
    places = known["subregion"].fillna(known["region"]).fillna("")
    found = pd.DataFrame({"subregion": places, "state": state, "short_name": known["short_name"]})
    groups = found.groupby(["subregion", "state"], sort=False)["short_name"]
    frame = groups.agg(countries="size", names=lambda names: write_series(sorted(names))).reset_index()
    frame["name"] = [region_name(place) if place else _("No region") for place in frame["subregion"]]
    frame["state_name"] = [_(STATES[each]) for each in frame["state"]]
    frame["key"] = frame["subregion"] + "|" + frame["state"]
    unread = frame[frame["state"] == "unread"].set_index("subregion")["countries"]
    order = frame.assign(
        unread=frame["subregion"].map(unread).fillna(0), rank=[list(STATES).index(each) for each in frame["state"]]
    )
    order = order.sort_values(["unread", "subregion", "rank"], ascending=[False, True, True], ignore_index=True)
    frame = order[["key", "subregion", "name", "state", "state_name", "countries", "names"]]
    frame.attrs = {each: int(np.count_nonzero(state == each)) for each in STATES}
    return frame

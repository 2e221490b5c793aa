"""Goals by country, and what is missing: none found though much was read, or too little read to tell."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.selection import Slice
from dashboard.selection.matrices import GOALS, chosen, sums
from dashboard.selection.naming import list_countries, list_goals
from dashboard.words import _, ngettext, write_number

# As many rows as a page takes with legible names.
MOST_COUNTRIES = 25
# Of fewer articles about a country nothing can be said of what is missing there: where one event in ten bears on a goal,
# ten articles without it are no rare chance.
ENOUGH_ARTICLES = 10
# A share of fewer events than this leaps by more than ten of a hundred with each event.
LEAST_EVENTS = 10


def count_goals_by_country(part: Slice, limit: int = MOST_COUNTRIES) -> pd.DataFrame:
    """Events by goal for the countries in most events, every cell a row; key ``4|KAZ``.

    ``of`` counts the country's events that bear on any goal, ``share`` is the cell's share of them in per cent (NaN where there
    are fewer than ``LEAST_EVENTS``). ``state`` is ``found``, ``gap`` (none, though at least ``ENOUGH_ARTICLES`` articles cover
    the country) or ``few`` (none, in fewer articles), ``absence`` the same in words; ``attrs["others"]`` counts countries left
    out.
    """
    tables = part.tables
    places, goals = chosen(tables.country_matrix, part), chosen(tables.goal_matrix, part)
    events = sums(places)
    order = np.lexsort((tables.countries["country"].to_numpy(dtype=str), -events))[: min(limit, np.count_nonzero(events))]
    crossed = np.asarray((places.T @ goals).toarray(), dtype=np.int64)[order]
    with_goal = (np.diff(goals.indptr) > 0).astype(np.int64)
    every = np.asarray(places.T @ with_goal)[order]
    counts, of = crossed.reshape(-1), np.repeat(every, len(GOALS))
    known, named = list_countries(tables).iloc[np.repeat(order, len(GOALS))], list_goals(tables).sort_values("goal")
    articles = known["articles"].to_numpy()
    states = np.select([counts > 0, articles >= ENOUGH_ARTICLES], ["found", "gap"], "few")
    country, goal = known["country"].to_numpy(dtype=str), np.tile(GOALS, len(order))
    frame = pd.DataFrame(
        {
            "key": [f"{number}|{code}" for number, code in zip(goal, country, strict=True)],
            "country": country,
            "short_name": known["short_name"].to_numpy(),
            "goal": goal,
            "title": np.tile(named["title"].to_numpy(), len(order)),
            "colour": np.tile(named["colour"].to_numpy(), len(order)),
            "events": counts,
            "of": of,
            "share": np.where(of >= LEAST_EVENTS, np.round(100 * counts / np.maximum(of, 1), 1), np.nan),
            "articles": articles,
            "state": states,
            "absence": [_tell(state, read) for state, read in zip(states, articles, strict=True)],
        }
    )
    frame.attrs = {"others": int(np.count_nonzero(events)) - len(order)}
    return frame


def _tell(state: str, articles: int) -> str:
    """Why a cell is empty, in words; nothing where it is not."""
    if state == "found":
        return ""
    if state == "few":
        return _("too few articles read to tell")
    return ngettext("none found in {n} article read", "none found in {n} articles read", articles).format(
        n=write_number(articles)
    )

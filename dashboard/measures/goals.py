"""Goals counted: stated and inferred, by region, together."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures.gaps import LEAST_EVENTS
from dashboard.selection import Slice
from dashboard.selection.matrices import GOALS, chosen, pairs, region_names, regions, stated, sums, together
from dashboard.selection.naming import list_goals
from dashboard.words import _, mark

# The regions of the country table (UN M49), flagged for the catalogues.
REGIONS = (mark("Africa"), mark("Americas"), mark("Antarctica"), mark("Asia"), mark("Europe"), mark("Oceania"))


def count_goals(part: Slice) -> pd.DataFrame:
    """Events for each of the 17 goals: ``stated`` where the text names the goal, ``inferred`` where it only bears on it."""
    tables = part.tables
    events = sums(chosen(tables.goal_matrix, part))
    named = sums(chosen(stated(tables), part))
    goals = list_goals(tables)
    columns = {name: goals[name].array.take(np.argsort(goals["goal"].to_numpy())) for name in ("goal", "title", "colour")}
    return pd.DataFrame(columns | {"stated": named, "inferred": events - named, "events": events})


def count_goals_found(part: Slice) -> pd.DataFrame:
    """As ``count_goals``, without the goals that no event bears on."""
    frame = count_goals(part)
    return frame[frame["events"] > 0].reset_index(drop=True)


def count_bearing(part: Slice) -> int:
    """How many events bear on any goal."""
    return int(np.count_nonzero(np.diff(chosen(part.tables.goal_matrix, part).indptr)))


def count_goals_by_region(part: Slice) -> pd.DataFrame:
    """Events by goal and region of the countries that take part, every cell a row; an event counts once in each of its regions.

    Events whose countries are not known stand in a last region of their own (key ``-``).
    """
    tables = part.tables
    crossed = (chosen(regions(tables), part).T @ chosen(tables.goal_matrix, part)).toarray()
    codes = [*region_names(tables), "-"]
    frame = pd.DataFrame(
        {
            "goal": np.tile(GOALS, len(codes)),
            "region": np.repeat(codes, len(GOALS)),
            "events": crossed.reshape(-1).astype(np.int64),
        }
    )
    frame["region_name"] = [_("No country") if region == "-" else _(region) for region in frame["region"]]
    frame["key"] = frame["goal"].astype(str) + "|" + frame["region"]
    named = frame.merge(list_goals(tables)[["goal", "title", "colour"]], on="goal", how="left")
    return named[["key", "goal", "title", "colour", "region", "region_name", "events"]]


def link_goals(part: Slice) -> pd.DataFrame:
    """Pairs of goals that the same event bears on, most events first.

    ``share_a`` and ``share_b`` are their share of the events on the first and on the second goal, in per cent (NaN where those
    are fewer than ``LEAST_EVENTS``); ``lift`` how many times as often they meet as they would if the goals of the events that
    have any were dealt out by chance.
    """
    tables = part.tables
    matrix = chosen(tables.goal_matrix, part)
    first, second, weight = pairs(together(matrix))
    of, whole = sums(matrix), int(np.count_nonzero(np.diff(matrix.indptr)))
    shares = [
        np.where(of[end] >= LEAST_EVENTS, np.round(100 * weight / np.maximum(of[end], 1), 1), np.nan) for end in (first, second)
    ]
    known = list_goals(tables).set_index("goal").reindex(GOALS)
    titles, colours, goals = known["title"].to_numpy(), known["colour"].to_numpy(), np.asarray(GOALS)
    return pd.DataFrame(
        {
            "key": [f"{a}|{b}" for a, b in zip(goals[first], goals[second], strict=True)],
            "goal_a": goals[first],
            "title_a": titles[first],
            "colour_a": colours[first],
            "goal_b": goals[second],
            "title_b": titles[second],
            "colour_b": colours[second],
            "events": weight,
            "share_a": shares[0],
            "share_b": shares[1],
            "lift": np.round(weight * whole / np.maximum(of[first] * of[second], 1), 2),
        }
    )

"""What joins two countries: the goals that their joint events bear on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.measures.pairs import list_every_pair
from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing_part, partner_countries, seats
from dashboard.selection.naming import list_countries, list_goals

# So many pairs of countries are looked at, and so many flows can be told apart.
MOST_PAIRS, MOST_FLOWS = 40, 28
_Numbers = npt.NDArray[np.int64]


def link_flows(part: Slice) -> pd.DataFrame:
    """The strongest flows country, goal, country: distinct events that join institutions seated in both and bear on the goal.

    Looked for among the pairs of countries with most events; of a pair the country with more such events stands first. Key
    ``JPN|4|KAZ``. ``attrs["others"]`` counts flows of these pairs that are left out, ``attrs["pairs"]`` the pairs looked at.
    """
    shared = partner_countries(part)
    strongest = np.argsort(-shared.data, kind="stable")[:MOST_PAIRS]
    first, second = (shared.coords[end][strongest].astype(np.int64) for end in (0, 1))
    counts = _count_goals(part, first, second)
    pairs, goals = np.nonzero(counts)
    order = np.argsort(-counts[pairs, goals], kind="stable")[:MOST_FLOWS]
    pairs, goals = pairs[order], goals[order]
    events = counts[pairs, goals]
    ends = _busier_first(first[pairs], second[pairs], events)
    frame = _describe(part, ends, goals)
    frame["events"] = events
    frame.attrs = {"others": int(np.count_nonzero(counts)) - len(frame), "pairs": len(strongest)}
    return frame


def _count_goals(part: Slice, first: _Numbers, second: _Numbers) -> _Numbers:
    """Pairs × goals: the events that join both countries and bear on the goal."""
    joint = pairing_part(part)
    columns, places = np.unique(np.concatenate([first, second]), return_inverse=True)
    present = chosen(seats(part.tables), joint)[:, columns]
    codes, rows = list_every_pair(present, np.arange(present.shape[0], dtype=np.int32))
    wanted = np.full(len(columns) ** 2, -1)
    wanted[places[: len(first)] * len(columns) + places[len(first) :]] = np.arange(len(first))
    numbers = wanted[codes]
    found = np.flatnonzero(numbers >= 0)
    entries = (np.ones(len(found), dtype=np.int32), (numbers[found], rows[found]))
    joining = sparse.csr_array(entries, shape=(len(first), present.shape[0]))
    return np.asarray((joining @ chosen(part.tables.goal_matrix, joint)).toarray(), dtype=np.int64)


def _busier_first(first: _Numbers, second: _Numbers, events: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Both ends of each flow, the country with more events in all flows first, so that each stands on one side if it can."""
    size = int(max([0, *first, *second])) + 1
    busy = np.bincount(first, events, size) + np.bincount(second, events, size)
    swapped = (busy[second] > busy[first]) | ((busy[second] == busy[first]) & (second < first))
    return np.where(swapped, second, first), np.where(swapped, first, second)


def _describe(part: Slice, ends: tuple[_Numbers, _Numbers], goals: _Numbers) -> pd.DataFrame:
    countries, known = list_countries(part.tables), list_goals(part.tables)
    codes, names = (countries[column].to_numpy(dtype=object) for column in ("country", "short_name"))
    columns: dict[str, object] = {
        "key": [f"{codes[a]}|{goal + 1}|{codes[b]}" for a, goal, b in zip(ends[0], goals, ends[1], strict=True)],
        "goal": goals + 1,
        "title": known["title"].to_numpy(dtype=object)[goals],
        "colour": known["colour"].to_numpy(dtype=object)[goals],
    }
    for end, numbers in zip("ab", ends, strict=True):
        columns |= {f"country_{end}": codes[numbers], f"name_{end}": names[numbers]}
    return pd.DataFrame(columns)

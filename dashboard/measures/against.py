"""One country or institution against what surrounds it: the share of its events that bears on each goal, and theirs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.measures.gaps import LEAST_EVENTS
from dashboard.selection import Slice, select
from dashboard.selection.answer import repeat_reports
from dashboard.selection.matrices import sums
from dashboard.selection.naming import country_names, list_goals, region_name
from dashboard.selection.subject import find_country, find_institution
from dashboard.tables import Tables
from dashboard.words import _

_Rows = npt.NDArray[np.int64]
# The quantile of the normal distribution that leaves 95 of 100 between itself and its negative.
_Z = 1.96


@dataclass(frozen=True)
class Group:
    """Events that stand together under a name; ``prefix`` begins the names of its columns."""

    prefix: str
    name: str
    rows: _Rows


def count_goals_of_country(part: Slice, beside: str = "region") -> pd.DataFrame:
    """Shares of goals for one country, the first that is selected or else the one in most events, beside those of others.

    The others are the events of the same ``beside`` (``region``, ``subregion`` or ``world``) in which it takes no part, all
    other filters in force. Columns as in ``_compare``; key ``4|KAZ``.
    """
    tables = part.tables
    code = find_country(part)
    if not code:
        return _compare(tables, "", [])
    own = tables.incidence("country").mask_with([code])
    name = country_names(tables)[code]
    groups = [Group("own", name, part.rows[own[part.rows]]), _others(part, "near", code, beside, own)]
    return _compare(tables, code, groups)


def count_goals_of_institution(part: Slice) -> pd.DataFrame:
    """Shares of goals for one institution, the first that is selected or else the one in most events, beside two groups.

    ``near`` are the events of its country in which it takes no part, ``far`` those of the rest of its region; for bodies of
    no one country ``near`` are all other events.
    """
    tables = part.tables
    code = find_institution(part)
    if not code:
        return _compare(tables, "", [])
    own = tables.incidence("institution").mask_with([code])
    row = tables.institutions.iloc[int(tables.institution_index.get_indexer(pd.Index([code]))[0])]
    groups = [Group("own", str(row["name"]), part.rows[own[part.rows]])]
    country = row["country"]
    if isinstance(country, str) and country in tables.country_index:
        held = tables.incidence("country").mask_with([country])
        wide = _widen(part)
        near = wide[held[wide] & ~own[wide]]
        groups += [Group("near", _("rest of {place}").format(place=country_names(tables)[country]), near)]
        groups += [_others(part, "far", country, "region", own | held)]
    else:
        wide = _widen(part)
        groups += [Group("near", _("all other events"), wide[~own[wide]])]
    return _compare(tables, code, groups)


@lru_cache(maxsize=4)
def _widen(part: Slice) -> _Rows:
    """The events that answer all filters but those for the subject itself."""
    wide = select(part.tables, replace(part.selection, countries=(), institutions=()))
    return (repeat_reports(wide) if part.repeated else wide).rows


def _others(part: Slice, prefix: str, country: str, beside: str, without: npt.NDArray[np.bool_]) -> Group:
    """The events of what surrounds a country, those of ``without`` left out."""
    tables = part.tables
    name, codes = _surrounding(tables, country, beside)
    wide = _widen(part)
    mask = tables.incidence("country").mask_with(codes) & ~without
    return Group(prefix, name, wide[mask[wide]])


def _surrounding(tables: Tables, country: str, beside: str) -> tuple[str, list[str]]:
    """What a country belongs to, by name, and all countries that do."""
    known = tables.countries
    if beside == "world":
        return _("all other countries"), known["country"].to_list()
    place = known[beside].iloc[int(tables.country_index.get_indexer(pd.Index([country]))[0])]
    if not isinstance(place, str):
        return _("no region"), []
    return _("rest of {place}").format(place=region_name(place)), known.loc[known[beside] == place, "country"].to_list()


def _compare(tables: Tables, code: str, groups: list[Group]) -> pd.DataFrame:
    """The 17 goals with, for each group, ``events``, ``share`` of its events that bear on any goal (per cent), and of how many.

    ``low`` and ``high`` hold the own share in 95 of 100 samples (Wilson 1927). Shares of fewer than ``LEAST_EVENTS`` events are
    NaN. ``attrs`` names the groups and how many events with a goal each has.
    """
    known = list_goals(tables)
    named = known.take(np.argsort(known["goal"].to_numpy()) if groups else [])
    columns: dict[str, Any] = {"key": pd.array([f"{goal}|{code}" for goal in named["goal"].tolist()], dtype="str")}
    columns |= {name: named[name].array for name in ("goal", "title", "colour")}
    said: dict[Any, Any] = {}
    for prefix in ("own", "near", "far"):
        group = next((each for each in groups if each.prefix == prefix), Group(prefix, "", np.zeros(0, dtype=np.int64)))
        matrix = tables.goal_matrix[group.rows]
        events, of = sums(matrix)[: len(named)], int(np.count_nonzero(np.diff(matrix.indptr)))
        columns[f"{prefix}_events"] = events
        columns[f"{prefix}_share"] = np.round(100 * events / of, 1) if of >= LEAST_EVENTS else np.full(len(named), np.nan)
        said |= {f"{prefix}_name": group.name, f"{prefix}_of": of}
    own = int(said["own_of"])
    low, high = _interval(columns["own_events"].astype(float), own)
    columns["low"], columns["high"] = np.where(own >= LEAST_EVENTS, (low, high), np.nan)
    frame = pd.DataFrame(columns)
    frame.attrs = said
    return frame


def _interval(events: npt.NDArray[np.float64], of: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The Wilson interval of a share in per cent."""
    of = max(of, 1)
    share, weight = events / of, _Z**2 / of
    middle, half = share + weight / 2, _Z * np.sqrt(share * (1 - share) / of + weight / (4 * of))
    return np.round(100 * (middle - half) / (1 + weight), 1), np.round(100 * (middle + half) / (1 + weight), 1)

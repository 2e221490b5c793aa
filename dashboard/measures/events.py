"""Events counted and listed: key figures, kinds, single events, designations."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection import Slice, kind_name
from dashboard.selection.matrices import (
    KINDS,
    chosen,
    kinds,
    newest_first,
    partner_countries,
    partner_institutions,
    picked,
    sums,
    told,
    years,
)
from dashboard.selection.naming import country_names, list_goals, position_name
from dashboard.tables import Tables
from dashboard.words import _, language

# More single marks than this cannot be told apart on one page; the newest are kept and the rest is counted.
MOST_MARKS = 450


def list_events(part: Slice) -> pd.DataFrame:
    """The events of the Slice as the table has them, in the order of the table."""
    return part.tables.events if part.whole else part.tables.events.iloc[part.rows]


def list_articles(part: Slice) -> pd.DataFrame:
    """The articles that tell of events of the Slice, each once."""
    return part.tables.articles[sums(chosen(told(part.tables), part)) > 0]


def count_totals(part: Slice) -> pd.DataFrame:
    """Key figures of the Slice, one a row (``figure``, ``count``): distinct events, articles that report them, who takes part.

    ``read`` counts every article of the tables, whatever the filters; ``undated`` and ``unplaced`` count events that no
    axis of time and no map can show.
    """
    tables = part.tables
    counts = {
        "events": len(part.rows),
        "reports": int(np.count_nonzero(sums(chosen(told(tables), part)))),
        "institutions": int(np.count_nonzero(sums(chosen(tables.institution_matrix, part)))),
        "countries": int(np.count_nonzero(sums(chosen(tables.country_matrix, part)))),
        "country_pairs": partner_countries(part).nnz,
        "institution_pairs": partner_institutions(part).nnz,
        "goals": int(np.count_nonzero(sums(chosen(tables.goal_matrix, part)))),
        "read": len(tables.articles),
        "undated": int(np.count_nonzero(picked(years(tables), part) == 0)),
        "unplaced": int(np.count_nonzero(np.diff(chosen(tables.country_matrix, part).indptr) == 0)),
    }
    return pd.DataFrame({"figure": list(counts), "count": list(counts.values())})


def count_kinds(part: Slice) -> pd.DataFrame:
    """Events of each kind, most first; kinds without any are rows of 0."""
    counts = np.bincount(picked(kinds(part.tables), part) + 1, minlength=len(KINDS) + 1)[1:]
    frame = pd.DataFrame({"kind": KINDS, "kind_name": [kind_name(kind) for kind in KINDS], "events": counts})
    return frame.sort_values(["events", "kind"], ascending=[False, True], ignore_index=True)


def _with_places(part: Slice, events: pd.DataFrame) -> pd.DataFrame:
    """The events with ``kind_name`` and ``place``: city and country where they were held, empty where neither is known."""
    names = country_names(part.tables)
    country = events["country"].map(names).fillna("")
    city = events["city"].fillna("")
    comma = np.where((city != "") & (country != ""), ", ", "")
    named = {kind: kind_name(kind) for kind in KINDS}
    return events.assign(kind_name=events["kind"].map(named), place=city + comma + country)


def rank_latest(part: Slice, limit: int = MOST_MARKS) -> pd.DataFrame:
    """The newest dated events, at most ``limit``, newest first, with kind and place in words.

    ``attrs`` carries ``undated``, events without a date, and ``older``, dated events beyond the limit.
    """
    tables = part.tables
    newest, dated = _find_latest(part, limit)
    frame = _with_places(part, tables.events.iloc[newest]).reset_index(drop=True)
    states = {"held": _("took place"), "announced": _("announced")}
    frame["state"] = pd.Series([states.get(status, "") for status in frame["status"]], dtype="str")
    read = tables.about.newest
    frame.attrs = {"undated": len(part.rows) - dated, "older": dated - len(newest), "newest": read}
    return frame


def list_latest(part: Slice) -> Slice:
    """The newest dated events as a Slice: those that stand one by one in time."""
    newest, _dated = _find_latest(part, MOST_MARKS)
    return Slice(part.tables, np.sort(newest), part.selection)


@lru_cache(maxsize=4)
def _find_latest(part: Slice, limit: int) -> tuple[npt.NDArray[np.int64], int]:
    """The rows of the newest dated events, newest first, and how many are dated."""
    dated = part.rows[years(part.tables)[part.rows] > 0]
    places = newest_first(part.tables)[dated]
    # sorting a million places would take longer than all else
    near = np.argpartition(places, limit)[:limit] if len(places) > limit else np.arange(len(places))
    return dated[near[np.argsort(places[near])]], len(dated)


# Tables in use and about to replace them, in three languages.
@lru_cache(maxsize=6)
def _designations(tables: Tables, _spoken: str) -> pd.DataFrame:
    """All designations in order, with the names and countries of their institutions and the titles of their goals."""
    known = tables.institutions[["institution_id", "name", "country"]].rename(columns={"name": "institution"})
    frame = tables.designations.merge(known, on="institution_id", how="left")
    frame["institution"] = frame["institution"].fillna(frame["institution_id"])
    goals = list_goals(tables)[["goal", "title", "colour"]].astype({"goal": "Int64"})
    frame = frame.merge(goals, on="goal", how="left")
    frame["position"] = frame["position"].map(position_name, na_action="ignore")
    return frame.sort_values(["goal", "start", "institution"], ignore_index=True)


@lru_cache(maxsize=6)
def _asked_of(tables: Tables, spoken: str) -> dict[str, npt.NDArray[np.str_]]:
    """What filters ask of designations, as text."""
    frame = _designations(tables, spoken)
    columns = {name: frame[name].fillna("") for name in ("country", "institution_id", "start")}
    columns |= {"goal": frame["goal"].astype("str"), "end": frame["end"].fillna("9999") + "-99"}
    return {name: values.to_numpy(dtype=str) for name, values in columns.items()}


def list_designations(part: Slice) -> pd.DataFrame:
    """Designations with their terms, by goal and begin; they follow the filters for country, goal, institution and period."""
    tables, asked = part.tables, part.selection
    frame, known = _designations(tables, language()), _asked_of(tables, language())
    keep = np.ones(len(frame), dtype=bool)
    several = {"country": (*asked.countries, *asked.partners), "institution_id": asked.institutions, "goal": asked.goals}
    for column, wanted in several.items():
        if wanted:
            keep &= np.isin(known[column], np.array(wanted, dtype=str))
    if asked.since:
        keep &= known["end"] >= asked.since
    if asked.until:
        keep &= known["start"] <= asked.until + "-99"
    return frame.take(np.flatnonzero(keep)).reset_index(drop=True)

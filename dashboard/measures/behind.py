"""The events behind a mark: what a click on a bar, a cell, a country or an arc opens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.measures.areas import list_area_rows, list_joined_rows
from dashboard.measures.periods import list_within
from dashboard.selection import Slice
from dashboard.selection.matrices import GOALS, KINDS, kinds, pairing, region_names, regions, seats
from dashboard.selection.sides import PERIOD, find_side
from dashboard.tables import Tables

_Mask = npt.NDArray[np.bool_]
# The column of each goal by its code: addresses hold whatever somebody types.
_GOAL_CODES = {str(goal): column for column, goal in enumerate(GOALS)}


def _column(matrix: sparse.csr_array, number: int) -> _Mask:
    """Which rows have an entry in a column; none where the column is not known (-1)."""
    mask = np.zeros(matrix.shape[0], dtype=bool)
    if number >= 0:
        mask[matrix[:, [number]].tocoo().coords[0]] = True
    return mask


def _country(tables: Tables, key: str) -> _Mask:
    return _column(tables.country_matrix, tables.country_index.get_indexer(pd.Index([key]))[0])


def _seat(tables: Tables, key: str) -> _Mask:
    return _column(seats(tables), tables.country_index.get_indexer(pd.Index([key]))[0])


def _institution(tables: Tables, key: str) -> _Mask:
    return _column(tables.institution_matrix, tables.institution_index.get_indexer(pd.Index([key]))[0])


def _partner(tables: Tables, key: str) -> _Mask:
    """Events of the second institution of a link; all where the key is a single one."""
    return _institution(tables, key) if key else np.ones(len(tables.events), dtype=bool)


def _other_area(tables: Tables, key: str) -> _Mask:
    """Events of the second area of a ribbon; those that join any two countries where the key is a single area."""
    return list_area_rows(tables, key) if key else list_joined_rows(tables, key)


def _within_area(tables: Tables, key: str) -> _Mask:
    """Events that join two countries of an area which partners with itself; all where there is no such key."""
    return list_joined_rows(tables, key) if key else np.ones(len(tables.events), dtype=bool)


def _goal(tables: Tables, key: str) -> _Mask:
    return _column(tables.goal_matrix, _GOAL_CODES.get(key, -1))


def _side(tables: Tables, key: str) -> _Mask:
    """Events of one of two countries, institutions or periods that are compared."""
    return find_side(tables, key)


def _joining(tables: Tables, key: str) -> _Mask:
    """Events of a kind that makes partners in which an institution, or one seated in a country, takes part."""
    taking_part = _seat(tables, key) if key in tables.country_index else _institution(tables, key)
    return np.asarray(taking_part & pairing(tables))


def _joining_side(tables: Tables, key: str) -> _Mask:
    """Events in which a compared country has a seat or an institution takes part; all of a period."""
    kind, _colon, code = key.partition(":")
    return _side(tables, key) if kind == PERIOD else _side(tables, key) & _joining(tables, code)


def _kind(tables: Tables, key: str) -> _Mask:
    return np.asarray(kinds(tables) == (KINDS.index(key) if key in KINDS else len(KINDS)))


def _region(tables: Tables, key: str) -> _Mask:
    return _column(regions(tables), pd.Index([*region_names(tables), "-"]).get_indexer(pd.Index([key]))[0])


def _held(tables: Tables, key: str) -> _Mask:
    return (tables.events["country"] == key).fillna(False).to_numpy(dtype=bool)


def _city(tables: Tables, key: str) -> _Mask:
    return (tables.events["city"] == key).fillna(False).to_numpy(dtype=bool)


def _no_country_or_held(tables: Tables, key: str) -> _Mask:
    return _held(tables, key) if key else tables.events["country"].isna().to_numpy()


def _event(tables: Tables, key: str) -> _Mask:
    return np.asarray(tables.event_index == key)


def _told_by(column: str) -> Callable[[Tables, str], _Mask]:
    """Events that an article tells of whose ``column`` is the key; an empty key means not known."""

    def answer(tables: Tables, key: str) -> _Mask:
        """Events told of by such articles."""
        articles = tables.articles.loc[tables.articles[column].fillna("") == key, "article_id"]
        links = tables.event_articles
        told = links.loc[links["article_id"].isin(articles), "event_id"]
        mask = np.zeros(len(tables.events), dtype=bool)
        mask[tables.event_index.get_indexer(pd.Index(told))] = True
        return mask

    return answer


def _mask_of(tables: Tables, event_ids: pd.Series) -> _Mask:
    """Which events these are."""
    mask = np.zeros(len(tables.events), dtype=bool)
    mask[tables.event_rows(event_ids.unique())] = True
    return mask


def _published(tables: Tables, key: str) -> _Mask:
    """Events told of by an article of the year; 0 for articles without a date."""
    years = tables.articles["published"].str[:4].fillna("0")
    links = tables.event_articles
    return _mask_of(tables, links.loc[links["article_id"].isin(tables.articles.loc[years == key, "article_id"]), "event_id"])


def _told_as(tables: Tables, key: str) -> _Mask:
    """Events told of on a site of that kind."""
    links = tables.event_articles
    return _mask_of(tables, links.loc[links["source_kind"] == key, "event_id"])


def _subregion(tables: Tables, key: str) -> _Mask:
    """Events in which a country of the subregion takes part."""
    places = tables.countries["subregion"].fillna(tables.countries["region"]).fillna("")
    return tables.incidence("country").mask_with(tables.countries.loc[places == key, "country"])


def _found(tables: Tables, key: str) -> _Mask:
    """All events where some were found; where none were, no event stands behind the mark."""
    return np.full(len(tables.events), key == "found")


def _joint(tables: Tables, _key: str) -> _Mask:
    """Events that join two institutions or more."""
    return np.asarray(pairing(tables) & (np.diff(tables.institution_matrix.indptr) > 1))


def _abroad(tables: Tables, _key: str) -> _Mask:
    """Events that join institutions of two countries or more."""
    return np.asarray(np.diff(seats(tables).indptr) > 1)


def _partner_seat(tables: Tables, key: str) -> _Mask:
    """Events of the second country of a link; those with any other where the key is a single one."""
    return _seat(tables, key) if key else _abroad(tables, key)


# What a key means: answers to its parts (parted by ``|``), all of which an event must meet; those beyond the parts come last.
MARKS: dict[str, tuple[Callable[[Tables, str], _Mask], ...]] = {
    "event": (_event,),
    "kind": (_kind,),
    "goal": (_goal,),
    "country": (_country,),
    "venue": (_held,),
    "seat": (_seat,),
    "partnering country": (_seat, _abroad, _joint),
    "institution": (_institution,),
    "country pair": (_seat, _seat, _joint),
    "country or pair": (_seat, _partner_seat, _joint),
    "area pair": (list_area_rows, _other_area, _within_area, _joint),
    "country goal country": (_seat, _goal, _seat, _joint),
    "institution pair": (_institution, _institution, _joint),
    "institution or pair": (_institution, _partner, _joint),
    "goal pair": (_goal, _goal),
    "goal region": (_goal, _region),
    "goal country": (_goal, _country),
    "goal institution": (_goal, _institution),
    "side year": (_side, list_within),
    "side goal": (_side, _goal),
    "side kind": (_side, _kind),
    "side partner": (_joining_side, _joining),
    "goal year": (_goal, list_within),
    "kind year": (_kind, list_within),
    "city": (_no_country_or_held, _city),
    "language": (_told_by("source_language"),),
    "publisher": (_told_by("publisher_key"),),
    "published": (_published,),
    "source kind": (_told_as,),
    "subregion state": (_subregion, _found),
}


def list_behind(part: Slice, marks: str, key: str) -> Slice:
    """The events of the Slice behind a mark: ``marks`` is the panel's, ``key`` the first of the mark's ``customdata``.

    A key that means nothing here has no events behind it.
    """
    answers = MARKS[marks]
    keys = [*key.split("|"), *[""] * len(answers)]
    mask = np.ones(len(part.tables.events), dtype=bool)
    for answer, each in zip(answers, keys, strict=False):
        mask &= answer(part.tables, each)
    return Slice(part.tables, part.rows[mask[part.rows]], part.selection)

"""Which events of a Slice a panel can count at all: those that have what its marks stand for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.measures.agreements import list_multilateral
from dashboard.measures.partners import rank_partner_countries, rank_partners
from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing, seats
from dashboard.selection.subject import find_country, find_institution
from dashboard.tables import Tables

_Mask = npt.NDArray[np.bool_]


def _has(matrix: sparse.csr_array, least: int = 1) -> _Mask:
    """Which rows have at least so many entries."""
    return np.asarray(np.diff(matrix.indptr) >= least)


def _kept(part: Slice, mask: _Mask) -> Slice:
    return Slice(part.tables, part.rows[mask[part.rows]], part.selection)


def _joining(what: Callable[[Tables], sparse.csr_array]) -> Callable[[Slice], Slice]:
    """Events of a kind that makes partners which join two or more."""

    def count(part: Slice) -> Slice:
        """Those of the Slice."""
        return _kept(part, pairing(part.tables) & _has(what(part.tables), 2))

    return count


def _linked(code: str) -> Callable[[Slice], Slice]:
    """Events that have any country, institution or goal."""
    return lambda part: _kept(part, _has(part.tables.incidence(code).matrix))


def _filled(column: str) -> Callable[[Slice], Slice]:
    """Events of which a field is known."""
    return lambda part: _kept(part, part.tables.events[column].notna().to_numpy())


def _partners_of_one(part: Slice) -> Slice:
    """Events that join the institution that the panel is about with another."""
    about = rank_partners(part, 1)
    return _around(part, part.tables.institution_matrix, part.tables.institution_index.get_indexer(pd.Index(about["of"])))


def _countries_of_one(part: Slice) -> Slice:
    """Events that join the country that the panel is about with another."""
    about = rank_partner_countries(part, 1)
    return _around(part, seats(part.tables), part.tables.country_index.get_indexer(pd.Index(about["of"])))


def _around(part: Slice, matrix: sparse.csr_array, centre: npt.NDArray[np.intp]) -> Slice:
    mask = np.zeros(matrix.shape[0], dtype=bool)
    if len(centre):
        joint = part.rows[(pairing(part.tables) & _has(matrix, 2))[part.rows]]
        own = chosen(matrix, Slice(part.tables, joint, part.selection))[:, [int(centre[0])]].tocoo().coords[0]
        mask[joint[own]] = True
    return _kept(part, mask)


def _of_one(part: Slice, what: str, code: str) -> Slice:
    """Events with a goal in which one country or institution takes part."""
    return _kept(_linked("goal")(part), part.tables.incidence(what).mask_with([code] if code else []))


# By what the marks of a panel stand for; what is not here counts every event.
COUNTED: dict[str, Callable[[Slice], Slice]] = {
    "venue": _filled("country"),
    "city": _filled("city"),
    "event": _filled("first_day"),
    "country": _linked("country"),
    "seat": lambda part: _kept(part, _has(seats(part.tables))),
    "institution": _linked("institution"),
    "goal": _linked("goal"),
    "goal year": _linked("goal"),
    "goal region": _linked("goal"),
    "goal country": lambda part: _linked("country")(_linked("goal")(part)),
    "goal institution": lambda part: _linked("institution")(_linked("goal")(part)),
    "goals of one country": lambda part: _of_one(part, "country", find_country(part)),
    "goals of one institution": lambda part: _of_one(part, "institution", find_institution(part)),
    "side goal": _linked("goal"),
    "side partner": lambda part: _kept(part, pairing(part.tables)),
    "goal pair": lambda part: _kept(part, _has(part.tables.goal_matrix, 2)),
    "partnering country": _joining(seats),
    "country pair": _joining(seats),
    "country or pair": _joining(seats),
    "partnering seat": lambda part: _kept(part, pairing(part.tables) & _has(seats(part.tables))),
    "area pair": _joining(seats),
    "agreement of several": lambda part: _kept(part, list_multilateral(part.tables)),
    "country goal country": lambda part: _linked("goal")(_joining(seats)(part)),
    "institution pair": _joining(lambda tables: tables.institution_matrix),
    "institution or pair": _joining(lambda tables: tables.institution_matrix),
    "one institution": _partners_of_one,
    "one country": _countries_of_one,
}


@lru_cache(maxsize=16)
def list_counted(part: Slice, what: str) -> Slice:
    """The events of the Slice that a panel counts; ``what`` is the panel's ``counts``, or the meaning of its marks."""
    return COUNTED[what](part) if what in COUNTED else part

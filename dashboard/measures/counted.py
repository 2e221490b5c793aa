"""Which events of a Slice a panel can count at all: those that have what its marks stand for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import sparse

from dashboard.measures.agreements import list_multilateral
from dashboard.measures.events import list_latest
from dashboard.measures.lifecycle import list_living
from dashboard.selection import Slice
from dashboard.selection.matrices import pairing, seated, seats
from dashboard.selection.subject import find_country, find_institution, find_joined_country, find_joined_institution
from dashboard.tables import Tables
from dashboard.tables.incidence import Incidence

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
    return _around(part, part.tables.incidence("institution"), find_joined_institution(part))


def _countries_of_one(part: Slice) -> Slice:
    """Events that join the country that the panel is about with another."""
    return _around(part, seated(part.tables), find_joined_country(part))


def _around(part: Slice, incidence: Incidence, centre: int) -> Slice:
    own = incidence.mask_of(np.array([centre] if centre >= 0 else [], dtype=np.int64))
    return _kept(part, own & pairing(part.tables) & _has(incidence.matrix, 2))


def _of_one(part: Slice, what: str, code: str) -> Slice:
    """Events with a goal in which one country or institution takes part."""
    return _kept(_linked("goal")(part), part.tables.incidence(what).mask_with([code] if code else []))


# By what the marks of a panel stand for; what is not here counts every event.
COUNTED: dict[str, Callable[[Slice], Slice]] = {
    "venue": _filled("country"),
    "city": _filled("city"),
    "event": list_latest,
    "lives of institution": lambda part: list_living(part, "institution"),
    "lives of country": lambda part: list_living(part, "country"),
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

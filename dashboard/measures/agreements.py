"""Agreements of three parties and more, each kept whole: one row, however many pairs it makes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.model import EventKind, InstitutionKind, Role
from dashboard.selection import Slice
from dashboard.selection.matrices import GOALS, KINDS, kinds, newest_first
from dashboard.selection.naming import country_names
from dashboard.tables import Tables

# As many make several, and as many agreements stand on a page.
SEVERAL, MOST_AGREEMENTS = 3, 16
_Mask = npt.NDArray[np.bool_]
# Names of a list in a cell are parted so.
_AND = "; "


def list_agreements(part: Slice, order: str = "newest", parties: str = "all") -> pd.DataFrame:
    """Agreements in which three institutions or more take part (or, ``parties="signed"``, sign), the newest or largest first.

    ``members`` holds for each party its name, its country's code and whether it signs; ``attrs["others"]`` counts the rest.
    """
    tables = part.tables
    rows = part.rows[list_multilateral(tables, parties)[part.rows]]
    size = np.diff(_parties(tables, parties).indptr)
    by_date = newest_first(tables)[rows]
    rows = rows[np.lexsort((by_date, -size[rows])) if order == "largest" else np.argsort(by_date, kind="stable")]
    kept = rows[:MOST_AGREEMENTS]
    events = tables.events.iloc[kept]
    members = _list_members(tables, kept, parties)
    names = country_names(tables)
    frame = pd.DataFrame({
        "key": events["event_id"].array,
        "start": events["start"].array,
        "title": events["title"].array,
        "parties": [len(each) for each in members],
        "party_names": [_AND.join(name for name, _code, _signs in each) for each in members],
        "country_names": [_AND.join(_list_countries(each, names)) for each in members],
        "goals": [", ".join(str(GOALS[goal]) for goal in np.sort(_entries(tables.goal_matrix, row))) for row in kept],
        "members": members,
    })  # fmt: skip
    frame.attrs = {"others": len(rows) - len(kept)}
    return frame


def list_multilateral(tables: Tables, parties: str = "all") -> _Mask:
    """Which events are agreements of three parties or more."""
    several = np.diff(_parties(tables, parties).indptr) >= SEVERAL
    return np.asarray(several & (kinds(tables) == KINDS.index(EventKind.AGREEMENT)))


def _parties(tables: Tables, parties: str) -> sparse.csr_array:
    return _signing(tables) if parties == "signed" else tables.institution_matrix


@lru_cache(maxsize=2)
def _signing(tables: Tables) -> sparse.csr_array:
    """Events × institutions, 1 where the institution signs."""
    links = tables.participations[tables.participations["role"] == str(Role.SIGNATORY)]
    rows = tables.event_rows(links["event_id"])
    columns = tables.institution_index.get_indexer(pd.Index(links["institution_id"]))
    shape = (len(tables.events), len(tables.institution_index))
    return sparse.csr_array((np.ones(len(links), dtype=np.int32), (rows, columns)), shape=shape)


def _entries(matrix: sparse.csr_array, row: int) -> npt.NDArray[np.int32]:
    return np.asarray(matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]])


_Members = tuple[tuple[str, str, bool], ...]


def _list_members(tables: Tables, rows: npt.NDArray[np.int64], parties: str) -> list[_Members]:
    """Name, country and whether it signs of each party of each event: those of one country side by side, signatories first."""
    matrix, signing = _parties(tables, parties), _signing(tables)
    each = [_entries(matrix, row).tolist() for row in rows]
    known = tables.institutions.iloc[[number for numbers in each for number in numbers]]
    seats = map(_seat, known["country"], known["kind"])
    found = iter(list(zip(known["name"], seats, strict=True)))
    members: list[_Members] = []
    for row, numbers in zip(rows, each, strict=True):
        signs = set(_entries(signing, row).tolist())
        own = [(*next(found), number in signs) for number in numbers]
        members.append(tuple(sorted(own, key=lambda member: (len(member[1]) != 3, member[1], not member[2], member[0]))))
    return members


def _seat(country: object, kind: object) -> str:
    """A country's code, ``UN`` for a body of the United Nations that has no seat, otherwise nothing."""
    return country if isinstance(country, str) else "UN" if kind == str(InstitutionKind.UN) else ""


def _list_countries(members: tuple[tuple[str, str, bool], ...], names: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(names[code] for _name, code, _signs in members if code in names))

"""The institutions table: rows of the curated list that records name, and names found in articles only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from dashboard.build.reference import read_listed
from dashboard.build.reports import Pair, institution_id
from dashboard.model import Institution
from dashboard.tables import frame_of


def build_institutions(pairs: Iterable[Pair], designated: Iterable[str]) -> pd.DataFrame:
    """Every institution that records name, that holds a designation, or that is the parent of one."""
    listed = read_listed()
    named: dict[str, Institution] = {}
    for _, record in pairs:
        for institution in record.institutions:
            named.setdefault(institution_id(institution), institution)
    wanted = named.keys() | set(designated)
    while parents := {listed[key]["parent"] for key in wanted & listed.keys()} - wanted - {""}:
        wanted |= parents
    return frame_of("institutions", [_row(key, listed.get(key), named.get(key)) for key in sorted(wanted)])


def _row(key: str, listed: Mapping[str, str] | None, named: Institution | None) -> tuple[object, ...]:
    if listed:
        cells = {name: cell or None for name, cell in listed.items()}
        point = tuple(float(listed[name]) if listed[name] else None for name in ("latitude", "longitude"))
        return (
            key, *(cells[name] for name in ("name", "aliases", "acronym", "kind", "country", "city")), *point,
            cells["ror"], cells["homepage"], cells["parent"], True,
        )  # fmt: skip
    if named is None:
        raise KeyError(key)
    return (
        key, named.name, named.as_written, named.acronym, named.kind, named.country, named.city,
        None, None, None, None, None, False,
    )  # fmt: skip

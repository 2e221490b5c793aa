"""The institutions table: rows of the curated list that records name, and names found in articles only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from dashboard.build.reference import read_listed
from dashboard.build.reports import Pair, institution_id, slug
from dashboard.model import Institution, Record
from dashboard.tables import frame_of


def settle_countries(pairs: Iterable[Pair]) -> list[Pair]:
    """The records with a country for institutions that are not listed and have none, where others of that name have but one."""
    pairs = list(pairs)
    seats: dict[str, set[str]] = {}
    for institution in (institution for _, record in pairs for institution in record.institutions):
        if institution.country and not institution.key:
            seats.setdefault(slug(institution.name), set()).add(institution.country)
    settled = {name: min(countries) for name, countries in seats.items() if len(countries) == 1}
    return [(article, _settle(record, settled)) for article, record in pairs]


def _settle(record: Record, settled: Mapping[str, str]) -> Record:
    open_ones = [i for i in record.institutions if not i.key and not i.country and slug(i.name) in settled]
    if not open_ones:
        return record
    filled = (replace(i, country=settled[slug(i.name)]) if i in open_ones else i for i in record.institutions)
    return replace(record, institutions=tuple(filled))


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


def _tell_address(key: str) -> str | None:
    """The address in the Research Organization Registry of an institution that is linked to it (``ror:05a28rw58``)."""
    return f"https://ror.org/{key.removeprefix('ror:')}" if key.startswith("ror:") else None


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
        None, None, _tell_address(key), None, None, False,
    )  # fmt: skip

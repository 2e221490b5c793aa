"""One of two things that are compared: a country, an institution or a period, as text that an address can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from dashboard.selection.answer import Slice, select
from dashboard.selection.asked import Selection
from dashboard.selection.matrices import count_columns
from dashboard.selection.naming import country_names
from dashboard.tables import Mask, Tables

COUNTRY, INSTITUTION, PERIOD = SIDES = ("country", "institution", "period")
_YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


def read_side(text: str, tables: Tables) -> tuple[str, str] | None:
    """Kind and code of a side such as ``country:KAZ``, ``institution:unai`` or ``period:2019-2021``; none where not known."""
    kind, _colon, code = text.partition(":")
    years = _YEARS.fullmatch(code)
    if kind == PERIOD:
        return (kind, code) if years is not None and years[1] <= years[2] else None
    codes = {COUNTRY: tables.country_index, INSTITUTION: tables.institution_index}.get(kind)
    return (kind, code) if codes is not None and code in codes else None


def name_side(text: str, tables: Tables) -> str:
    """What a side is called: its short name, or the years."""
    kind, _colon, code = text.partition(":")
    if kind == COUNTRY:
        return country_names(tables).get(code, code)
    if kind == INSTITUTION:
        return str(tables.institution_names.get(code, code))
    first, _dash, last = code.partition("-")
    return first if first == last else f"{first}–{last}"


def name_sides(sides: Sequence[str], tables: Tables) -> list[str]:
    """What the sides are called; two institutions of one name are told apart by their codes."""
    names = [name_side(side, tables) for side in sides]
    if len(set(names)) == len(names):
        return names
    return [f"{name} ({side.partition(':')[2]})" for name, side in zip(names, sides, strict=True)]


@lru_cache(maxsize=32)
def find_side(tables: Tables, text: str) -> Mask:
    """Which events belong to a side; none where it is not known."""
    found = read_side(text, tables)
    if not found:
        return np.zeros(len(tables.events), dtype=bool)
    kind, code = found
    if kind == PERIOD:
        since, until = code.split("-")
        mask = np.zeros(len(tables.events), dtype=bool)
        mask[select(tables, Selection(since=since, until=until)).rows] = True
        return mask
    return tables.incidence(kind).mask_with([code])


def find_pair(part: Slice) -> tuple[str, ...]:
    """The two countries in most events, one or none where there are no more."""
    counts = count_columns(part.tables.country_matrix, part)
    most = [place for place in np.argsort(-counts, kind="stable")[:2] if counts[place]]
    return tuple(f"{COUNTRY}:{part.tables.country_index[place]}" for place in most)


def cut_side(part: Slice, text: str) -> Slice:
    """The events of the Slice that belong to a side."""
    return Slice(part.tables, part.rows[find_side(part.tables, text)[part.rows]], part.selection, repeated=part.repeated)


def cut_sides(part: Slice, sides: Sequence[str]) -> Slice:
    """The events of the Slice that belong to any of the sides."""
    mask = np.logical_or.reduce([find_side(part.tables, side) for side in sides])
    return Slice(part.tables, part.rows[mask[part.rows]], part.selection, repeated=part.repeated)

"""The one country or institution that a panel is about."""

from __future__ import annotations

from dashboard.selection.answer import Slice
from dashboard.selection.matrices import chosen, sums


def find_country(part: Slice) -> str:
    """The first country that is selected, else the one in most events; empty without any."""
    known = [code for code in part.selection.countries if code in part.tables.country_index]
    return known[0] if known else _most(part, "country")


def find_institution(part: Slice) -> str:
    """The first institution that is selected, else the one in most events; empty without any."""
    known = [code for code in part.selection.institutions if code in part.tables.institution_index]
    return known[0] if known else _most(part, "institution")


def _most(part: Slice, code: str) -> str:
    incidence = part.tables.incidence(code)
    counts = sums(chosen(incidence.matrix, part))
    return str(incidence.index[int(counts.argmax())]) if len(counts) and counts.max() else ""

"""What each value of a filter would leave of the events."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from dashboard.selection import OPEN, UNKNOWN, Slice, list_regions
from dashboard.selection.matrices import chosen, sums

# The codes that events have, by the filter that asks for them.
_CODES = {
    "countries": "country", "partners": "country", "goals": "goal", "institutions": "institution", "kinds": "kind",
    "publishers": "publisher", "languages": "language", "programmes": "programme",
}  # fmt: skip


def count_values(part: Slice, name: str) -> Mapping[str, int]:
    """Events of the Slice by each code of the filter ``name``; those without any under ``UNKNOWN`` where that can be asked."""
    if name == "regions":
        return _count_regions(part)
    incidence = part.tables.incidence(_CODES[name])
    matrix = chosen(incidence.matrix, part)
    counts = {str(code): count for code, count in zip(incidence.index, sums(matrix).tolist(), strict=True) if count}
    if name in OPEN and (without_any := int((np.diff(matrix.indptr) == 0).sum())):
        counts[UNKNOWN] = without_any
    return counts


def _count_regions(part: Slice) -> Mapping[str, int]:
    """Distinct events in which any country of a region or group takes part."""
    countries = part.tables.incidence("country")
    rows = np.zeros(len(part.tables.events), dtype=bool)
    rows[part.rows] = True
    counts = {
        code: int((countries.mask_with(sorted(members)) & rows).sum())
        for code, (_, members) in list_regions(part.tables).items()
    }
    return {code: count for code, count in counts.items() if count}

"""What each value of a filter would leave of the events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from scipy import sparse

from dashboard.selection import OPEN, UNKNOWN, Slice, list_regions
from dashboard.selection.matrices import chosen, once, sums
from dashboard.tables import Tables

# The codes that events have, by the filter that asks for them.
_CODES = {
    "countries": "country", "partners": "country", "goals": "goal", "institutions": "institution", "kinds": "kind",
    "publishers": "publisher", "languages": "language", "programmes": "programme", "cities": "city",
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
    counts = sums(chosen(_regions(part.tables), part)).tolist()
    return {code: count for code, count in zip(list_regions(part.tables), counts, strict=True) if count}


@lru_cache(maxsize=2)
def _regions(tables: Tables) -> sparse.csr_array:
    """Which event any country of which region or group takes part in, regions in the order of their list."""
    countries, regions = tables.incidence("country"), list_regions(tables)
    members = np.array([[code in held for _, held in regions.values()] for code in countries.index], dtype=np.int32)
    return once(countries.matrix.astype(np.int32) @ sparse.csr_array(members.reshape(len(countries.index), len(regions))))

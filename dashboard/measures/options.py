"""What each value of a filter would leave of the events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from scipy import sparse

from dashboard.selection import OPEN, UNKNOWN, Slice, list_regions
from dashboard.selection.matrices import count_columns, once, picked
from dashboard.tables import Incidence, Mask, Tables

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
    counted = count_columns(incidence.matrix, part)
    found = np.flatnonzero(counted)
    counts = dict(zip(incidence.index[found].astype(str).tolist(), counted[found].tolist(), strict=True))
    if name in OPEN and (without_any := int(np.count_nonzero(picked(_lacking(incidence), part)))):
        counts[UNKNOWN] = without_any
    return counts


@lru_cache(maxsize=16)
def _lacking(incidence: Incidence) -> Mask:
    """Which events have none of the codes."""
    return np.asarray(np.diff(incidence.matrix.indptr) == 0)


def _count_regions(part: Slice) -> Mapping[str, int]:
    """Distinct events in which any country of a region or group takes part."""
    counts = count_columns(_regions(part.tables), part).tolist()
    return {code: count for code, count in zip(list_regions(part.tables), counts, strict=True) if count}


@lru_cache(maxsize=2)
def _regions(tables: Tables) -> sparse.csr_array:
    """Which event any country of which region or group takes part in, regions in the order of their list."""
    countries, regions = tables.incidence("country"), list_regions(tables)
    members = np.array([[code in held for _, held in regions.values()] for code in countries.index], dtype=np.int32)
    return once(countries.matrix.astype(np.int32) @ sparse.csr_array(members.reshape(len(countries.index), len(regions))))

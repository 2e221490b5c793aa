"""Events counted by who read their reports: people, or rules and models alone."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dashboard.selection import Slice
from dashboard.selection.matrices import picked
from dashboard.tables import Tables


def count_reviewed(part: Slice) -> int:
    """The events of the Slice of which people read every report and entered what it says."""
    return int(np.count_nonzero(picked(_reviewed(part.tables), part)))


@lru_cache(maxsize=2)
def _reviewed(tables: Tables) -> npt.NDArray[np.bool_]:
    return np.asarray(tables.events["review"] == "curated", dtype=bool)

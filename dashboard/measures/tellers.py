"""Who told of events: the publishers of their articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from dashboard.selection import Slice
from dashboard.selection.matrices import told


def list_tellers(part: Slice, rows: npt.NDArray[np.int64]) -> Mapping[str, Sequence[str]]:
    """The publishers that tell of the events in these rows of the table, each once, by the event's id."""
    tables = part.tables
    links, publishers = told(tables), tables.articles["publisher"]
    found = {}
    for row in rows:
        articles = links.indices[links.indptr[row] : links.indptr[row + 1]]
        found[str(tables.event_index[row])] = list(dict.fromkeys(publishers.iloc[articles].dropna()))
    return found

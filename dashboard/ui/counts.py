"""How many events each option of a filter would leave under the other filters."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.measures.options import count_values
from dashboard.selection import Selection, without
from dashboard.tables import Tables
from dashboard.ui.kept import kept
from dashboard.ui.state import View, slice_of


def count_options(view: View, name: str) -> Mapping[str, int]:
    """Events by each code of the filter ``name``, all other filters in force."""
    return _count(view.tables, view.tables.digest, without(view.selection, name), name)


@kept(200)
def _count(_tables: Tables, digest: str, selection: Selection, name: str) -> Mapping[str, int]:
    return count_values(slice_of(_tables, selection), name)

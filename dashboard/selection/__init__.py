"""What a reader asked for, as a value, an address and in words, and the Slice of the Tables that answers."""

from dashboard.selection.answer import Slice, select
from dashboard.selection.asked import (
    ADDRESS_NAMES,
    Selection,
    known_values,
    read_address,
    sort_codes,
    without,
    write_address,
)
from dashboard.selection.wording import (
    FILTER_NAMES,
    KIND_NAMES,
    describe_filters,
    goal_name,
    kind_name,
    language_name,
    list_filters,
)

__all__ = [
    "ADDRESS_NAMES",
    "FILTER_NAMES",
    "KIND_NAMES",
    "Selection",
    "Slice",
    "describe_filters",
    "goal_name",
    "kind_name",
    "known_values",
    "language_name",
    "list_filters",
    "read_address",
    "select",
    "sort_codes",
    "without",
    "write_address",
]

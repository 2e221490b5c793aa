"""What a reader asked for, as a value, an address and in words, and the Slice of the Tables that answers."""

from dashboard.selection.answer import Slice, repeat_reports, select
from dashboard.selection.asked import (
    ADDRESS_NAMES,
    BASES,
    OPEN,
    SURE,
    TOGETHER,
    UNKNOWN,
    Selection,
    known_values,
    read_address,
    sort_codes,
    without,
    write_address,
)
from dashboard.selection.regions import list_regions, region_code
from dashboard.selection.wording import (
    BASIS_NAMES,
    FILTER_NAMES,
    KIND_NAMES,
    describe_filters,
    goal_name,
    kind_name,
    language_name,
    list_filters,
    name_city,
)

__all__ = [
    "ADDRESS_NAMES",
    "BASES",
    "BASIS_NAMES",
    "FILTER_NAMES",
    "KIND_NAMES",
    "OPEN",
    "SURE",
    "TOGETHER",
    "UNKNOWN",
    "Selection",
    "Slice",
    "describe_filters",
    "goal_name",
    "kind_name",
    "known_values",
    "language_name",
    "list_filters",
    "list_regions",
    "name_city",
    "read_address",
    "region_code",
    "repeat_reports",
    "select",
    "sort_codes",
    "without",
    "write_address",
]

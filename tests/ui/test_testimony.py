"""Values of the evidence table in a reader's words."""

from __future__ import annotations

import pytest

from dashboard.tables import Tables
from dashboard.ui.testimony import name_value


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("kind", "visit", "Visit"),
        ("start", "2023-05", "May 2023"),
        ("goal 4", "4", "SDG 4 Quality education"),
        ("kind", "x", "x"),
        ("start", "x", "x"),
        ("end", "2023-02-31", "2023-02-31"),
        ("goal 4", "99", "99"),
        ("goal 4", "²", "²"),
        ("country", "XXX", "XXX"),
        ("status", "", ""),
        ("institution unai", "x", "United Nations Academic Impact"),
    ],
)
def test_a_value_that_a_field_cannot_have_stays_as_it_is_written(
    bundled: Tables, field: str, value: str, expected: str
) -> None:
    """The event is shown all the same."""
    assert expected in name_value(bundled, field, value)

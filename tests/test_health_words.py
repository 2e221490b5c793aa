"""The health of an event in the reader's language; in a table it stays English."""

from __future__ import annotations

from dashboard.tables import describe_health
from dashboard.words import _, speaking

ROW = {
    "reports": 2, "sources": 2, "confirmed": False, "known": "when", "review": "curated",
    "differing": "start: 2024-10-29, 2024-11 | participants: 200, 250 | mode: in_person, online",
}  # fmt: skip


def test_values_that_differ_are_said_in_words() -> None:
    with speaking("zh"):
        told = "".join(describe_health(ROW, _))
    assert "（2024年10月29日、2024年11月）；参加人数（200、250）；参加方式（线下、线上）" in told
    assert "何地、何人" in told


def test_a_table_keeps_codes() -> None:
    """Whatever the reader speaks: the words of a table are one for all."""
    with speaking("zh"):
        assert "The reports differ: the day (2024-10-29, 2024-11); how many took part (200, 250)" in " ".join(
            describe_health(ROW)
        )

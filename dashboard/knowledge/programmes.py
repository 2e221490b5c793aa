"""Programmes, networks and initiatives that frame academic cooperation, and what they are called."""

from __future__ import annotations

from functools import cache

from dashboard.knowledge.files import read_rows, split_list
from dashboard.knowledge.phrases import PhraseBook


@cache
def read_programmes() -> PhraseBook[tuple[str, str]]:
    """The programmes by everything they are called: the official name, and the name as it must be written."""
    rows = read_rows("programmes.csv", ("name", "aliases"))
    names = ((row["name"], name) for row in rows for name in (row["name"], *split_list(row["aliases"])))
    return PhraseBook((_plain(name), (official, name)) for official, name in names)


def _plain(name: str) -> str:
    """A name as the phrase book takes it: its words alone."""
    return " ".join("".join(c if c.isalnum() else " " for c in name).split())

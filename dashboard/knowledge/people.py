"""Given and family names of many languages, and the titles and offices that stand before people's names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place


@cache
def read_person_names() -> Mapping[str, str]:
    """Names of people, folded, with their use: ``given``, ``family`` or ``both``."""
    return {fold_in_place(row["name"]): row["use"] for row in read_rows("person_names.csv", ("name", "use"))}


@cache
def read_titles() -> Mapping[str, str]:
    """Words before people's names, folded, without full stops: ``title`` ("Dr"), ``role`` ("Rector") or ``post`` ("Senior")."""
    return {fold_in_place(row["title"]).strip("."): row["use"] for row in read_rows("person_titles.csv", ("title", "use"))}


def is_given(word: str) -> bool:
    """Whether a folded word is known as a given name."""
    return read_person_names().get(word) in ("given", "both")


def is_family(word: str) -> bool:
    """Whether a folded word is known as a family name."""
    return read_person_names().get(word) in ("family", "both")

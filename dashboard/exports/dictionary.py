"""The meaning of every column of every table, for readers of the exported files (``data/reference/dictionary.csv``)."""

from __future__ import annotations

import csv
from functools import cache

import pandas as pd

from dashboard import settings
from dashboard.errors import KnowledgeError
from dashboard.tables import SCHEMA

COLUMNS = ("table", "column", "meaning", "coding")


@cache
def read_dictionary() -> tuple[tuple[str, str, str, str], ...]:
    """Every (table, column, meaning, coding) in the order of the schema; ``KnowledgeError`` where a column is missing."""
    path = settings.REFERENCE / "dictionary.csv"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            entries = {(row["table"], row["column"]): (row["meaning"], row["coding"]) for row in csv.DictReader(lines)}
    except (OSError, KeyError, csv.Error) as error:
        raise KnowledgeError(f"{path}: no dictionary of the tables ({error}); restore it from the project") from error
    places = [(table, column) for table, columns in SCHEMA.items() for column in columns]
    missing = [f"{table}.{column}" for table, column in places if (table, column) not in entries]
    if missing:
        raise KnowledgeError(f"{path}: says nothing of {', '.join(missing)}; add a line for each")
    return tuple((*place, *entries[place]) for place in places)


def dictionary_frame() -> pd.DataFrame:
    """The dictionary as a frame."""
    return pd.DataFrame(read_dictionary(), columns=list(COLUMNS))

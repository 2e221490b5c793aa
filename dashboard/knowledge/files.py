"""The one reader of reference files: rows of ``data/reference/*.csv`` and their lists."""

from __future__ import annotations

import csv
from pathlib import Path

from dashboard import settings
from dashboard.errors import KnowledgeError

_ADVICE = "install the package again, or renew the file as data/README.md says (one of your own: train again, or remove it)"


def read_rows(name: str | Path, columns: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """The rows of a table (a file name below ``data/reference`` or a path), each cell stripped, with at least ``columns``."""
    path = settings.REFERENCE / name
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            rows = [_row(entry, path, reader.line_num) for entry in reader]
            present = reader.fieldnames or []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KnowledgeError(f"{path}: cannot be read as a UTF-8 table ({error}); {_ADVICE}") from error
    missing = [column for column in columns if column not in present]
    if missing:
        raise KnowledgeError(f"{path}: has no column {', '.join(missing)}; {_ADVICE}")
    return rows


def read_weights(name: str, columns: tuple[str, ...] = ("feature", "weight")) -> list[dict[str, str]]:
    """The rows of a model's weights: as this user has trained it (``sdg-atlas train``), else as bundled."""
    own = settings.weights_folder() / name
    return read_rows(own if own.is_file() else name, columns)


def _row(entry: dict[str | None, str | None], path: Path, line: int) -> dict[str, str]:
    # csv files surplus cells under the key None, and gives missing ones the value None
    if None in entry or None in entry.values():
        raise KnowledgeError(f"{path}:{line}: has not as many cells as there are columns; {_ADVICE}")
    return {column: cell.strip() for column, cell in entry.items() if column is not None and cell is not None}


def read_words(name: str | Path) -> list[str]:
    """The lines of a reference list, without empty ones and comments (``#``)."""
    path = settings.REFERENCE / name
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read as UTF-8 text ({error}); {_ADVICE}") from error
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def split_list(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, with ``|`` between them."""
    return tuple(part for part in (piece.strip() for piece in cell.split("|")) if part)

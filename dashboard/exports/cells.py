"""Values made safe for the cells of a spreadsheet: words stay words, numbers stay numbers, and nothing becomes a formula."""

from __future__ import annotations

import numbers
import re
from collections.abc import Iterator

import pandas as pd

Cell = str | int | float | bool | None

# What spreadsheets take for the beginning of a formula or a command, in the full-width forms of East Asian input too
# (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
_AFTER_SEPARATOR = re.compile(r"([,;\t|]\s*)(?=[=+\-@＝＋－＠])")
# The longest text that a cell of XLSX holds; what is beyond is cut with an ellipsis.
LONGEST = 32_767
# As many digits after the decimal sign as a reader takes in at a glance, on the page and in the table of an HTML file.
FINEST = 2


def plain_cell(value: object) -> Cell:
    """A value of a frame as a plain Python value; missing ones become ``None``, several values one text."""
    if isinstance(value, str | bool) or value is None:
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(str(part) for part in value)
    if value is pd.NA or value is pd.NaT or value != value:  # only "not a number" differs from itself
        return None
    if isinstance(value, numbers.Integral):
        return int(value)
    return float(value) if isinstance(value, numbers.Real) else str(value)


def is_formula(value: Cell) -> bool:
    """Whether a spreadsheet could take this text for a formula."""
    return isinstance(value, str) and value[:1] in FORMULA_SIGNS


def guard_cell(value: Cell) -> Cell:
    """The value for a CSV file: a text that could become a formula gets an apostrophe before it."""
    return f"'{value}" if is_formula(value) else value


def guard_comment(text: str) -> str:
    """A line of comment above a CSV file that is inert even where a spreadsheet splits it at commas, semicolons or tabs."""
    line = " ".join(text.split()).replace('"', "”")
    return _AFTER_SEPARATOR.sub(r"\1'", line)


def count_digits(column: pd.Series, most: int = FINEST) -> int:
    """How many digits after the decimal sign the numbers of a column need, at most so many, so that all are written alike."""
    known = column.dropna().astype(float)
    return next((digits for digits in range(most) if ((known - known.round(digits)).abs() < 1e-9).all()), most)


def list_rows(frame: pd.DataFrame) -> Iterator[tuple[Cell, ...]]:
    """The rows of a frame as plain values."""
    columns = [[plain_cell(value) for value in frame[name].tolist()] for name in frame.columns]
    return zip(*columns, strict=True)

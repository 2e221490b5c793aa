"""The rows of a panel as CSV and as an XLSX workbook.

The CSV begins with lines of comment (``# Title: …``), then the header: spreadsheets show them above the rows, and
``pandas.read_csv(path, comment="#")`` or R's ``read.csv(path, comment.char="#")`` skip them, since every text is quoted. It is
UTF-8 with a byte order mark, without which Excel misreads every name beyond ASCII.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pandas as pd

from dashboard.exports.caption import Caption
from dashboard.exports.cells import guard_cell, guard_comment, list_rows
from dashboard.exports.workbook import Sheet, write_workbook
from dashboard.words import _


def shown_rows(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """The columns of a panel's frame that a reader sees, under their translated names."""
    return frame[list(columns)].set_axis([_(label) for label in columns.values()], axis=1)


def write_csv(frame: pd.DataFrame, caption: Caption | None) -> bytes:
    """A frame as CSV, its caption (if it has its own) in comment lines above the header."""
    text = io.StringIO(newline="")
    for label, words in caption.items() if caption else ():
        text.write(f"# {guard_comment(f'{label}: {words}')}\r\n")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([guard_cell(str(name)) for name in frame.columns])
    for row in list_rows(frame):
        writer.writerow([guard_cell(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(frame: pd.DataFrame, caption: Caption) -> bytes:
    """A frame as a workbook: its rows, and a second sheet with the caption."""
    return write_workbook([Sheet(_("Rows"), frame)], caption)

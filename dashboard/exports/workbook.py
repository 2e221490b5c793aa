"""XLSX workbooks: frames as sheets with a frozen, filterable header, and the caption on a sheet of its own."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from dashboard import settings
from dashboard.errors import ExportError
from dashboard.exports.caption import Caption
from dashboard.exports.cells import LONGEST, Cell, count_digits, is_formula, list_rows
from dashboard.words import RIGHT_TO_LEFT, _, language, write_number

# A sheet holds no more rows (the header is one of them).
MOST_ROWS = 1_048_576
_WIDEST = 60
# How fractions are shown, by the digits after the decimal sign that their column needs; of more digits each shows its own.
_FRACTIONS = ("0", "0.0", "0.00", "0.0####")
# The longest text above or below a printed sheet, which Excel holds to 255 signs with its codes.
_LONGEST_EDGE = 120
# Nothing in a workbook is ever computed or linked: every text is written as text.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, eq=False)
class Sheet:
    """One frame under its name in the workbook."""

    name: str
    frame: pd.DataFrame


def write_workbook(sheets: Sequence[Sheet], caption: Caption) -> bytes:
    """The workbook of these sheets, with ``About`` (the caption) last; the same bytes for the same content."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties(
            {
                "title": caption.title,
                "author": settings.NAME,
                "comments": caption.citation,
                "created": datetime.fromisoformat(caption.date),
            }
        )
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
            "int": book.add_format({"num_format": "0"}),
            **{form: book.add_format({"num_format": form}) for form in _FRACTIONS},
            "inert": book.add_format({"quote_prefix": True}),
            "prose": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for sheet in sheets:
            _lay_out(_fill(book, sheet, formats), caption)
        _tell(book, caption, formats)
    return target.getvalue()


def _fill(book: Any, sheet: Sheet, formats: dict[str, Any]) -> Any:
    if len(sheet.frame) >= MOST_ROWS:
        words = _("{name} has {n} rows, more than a sheet of XLSX can hold: narrow the selection or take CSV.")
        raise ExportError(words.format(name=sheet.name, n=write_number(len(sheet.frame))))
    page = book.add_worksheet(sheet.name)
    for column, name in enumerate(sheet.frame.columns):
        page.write_string(0, column, str(name), formats["head"])
    for column, width in enumerate(_write_rows(page, sheet.frame, formats)):
        page.set_column(column, column, min(width + 2, _WIDEST))
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.autofilter(0, 0, len(sheet.frame), len(sheet.frame.columns) - 1)
    return page


def _write_rows(page: Any, frame: pd.DataFrame, formats: dict[str, Any]) -> list[int]:
    """Write the rows below the header; the most letters in each column, as far as its first rows tell."""
    own = [formats | {"float": formats[_fraction_of(column)]} for _name, column in frame.items()]
    widths = [len(str(name)) for name in frame.columns]
    for number, row in enumerate(list_rows(frame), 1):
        for column, value in enumerate(row):
            write_cell(page, (number, column), value, own[column])
            widths[column] = max(widths[column], len(str(value)) if number < 200 and value is not None else 0)
    return widths


def _fraction_of(column: pd.Series) -> str:
    """How the fractions of a column are shown: all alike, and whole numbers without a decimal sign."""
    return _FRACTIONS[count_digits(column, len(_FRACTIONS) - 1) if pd.api.types.is_float_dtype(column) else -1]


def _lay_out(page: Any, caption: Caption) -> None:
    """Set a sheet up for paper, one page wide, with what it is above and its terms below; from the right where one reads so."""
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_header(f"&L{_edge(caption.title)}&R{_edge(settings.NAME)}")
    page.set_footer(f"&L{_edge(caption.terms)}&R&P / &N")
    if language() in RIGHT_TO_LEFT:
        page.right_to_left()


def _edge(text: str) -> str:
    """A text beside the edge of a printed sheet, where an ampersand begins a code; cut where its end is no half of two."""
    doubled = text.replace("&", "&&")[:_LONGEST_EDGE]
    return doubled[:-1] if doubled.count("&") % 2 else doubled


def write_cell(page: Any, place: tuple[int, int], value: Cell, formats: dict[str, Any]) -> None:
    """Write a number as a number and anything else as text that can never be computed."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_boolean(*place, value)
    elif isinstance(value, int | float):
        page.write_number(*place, value, formats["int" if isinstance(value, int) else "float"])
    else:
        text = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
        page.write_string(*place, text, *([formats["inert"]] if is_formula(value) else []))


def _tell(book: Any, caption: Caption, formats: dict[str, Any]) -> None:
    page = book.add_worksheet(_("About"))
    page.set_column(0, 0, 22)
    page.set_column(1, 1, 100)
    _lay_out(page, caption)
    lines: Iterable[tuple[str, str]] = ((_("From"), settings.NAME), *caption.items())
    for row, (label, words) in enumerate(lines):
        page.write_string(row, 0, label, formats["head"])
        page.write_string(row, 1, words[:LONGEST], formats["prose"])

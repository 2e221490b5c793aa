"""Panels and tables turned into files; nothing can be taken away without its caption."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

import plotly.graph_objects as go

from dashboard.charts.theme import Look
from dashboard.errors import ExportError
from dashboard.exports.bundles import write_tables_workbook, write_zip
from dashboard.exports.caption import Caption, write_caption
from dashboard.exports.framing import Size, frame_picture, soften_hatching
from dashboard.exports.html import write_html
from dashboard.exports.pictures import PICTURES, find_chromium, name_drawing, write_picture
from dashboard.exports.rows import shown_rows, write_csv, write_xlsx
from dashboard.panels import Panel
from dashboard.selection import Slice
from dashboard.words import _, mark

__all__ = [
    "FORMATS", "TABLE_FORMATS", "Caption", "Format", "file_name", "find_chromium", "write_caption", "write_panel",
    "write_tables",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; ``thing`` is what it holds: ``picture`` (needs a Chromium), ``page``, ``rows`` or ``tables``."""

    key: str
    title: str
    suffix: str
    mime: str
    thing: str


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a panel can be taken away as, and what the filtered tables can be.
FORMATS: Mapping[str, Format] = {
    "png": Format("png", mark("PNG picture"), "png", "image/png", "picture"),
    "svg": Format("svg", mark("SVG drawing"), "svg", "image/svg+xml", "picture"),
    "pdf": Format("pdf", mark("PDF page"), "pdf", "application/pdf", "picture"),
    "html": Format("html", mark("HTML page, works offline"), "html", "text/html", "page"),
    "csv": Format("csv", mark("Rows as CSV"), "csv", "text/csv", "rows"),
    "xlsx": Format("xlsx", mark("Rows as XLSX workbook"), "xlsx", _XLSX, "rows"),
}
TABLE_FORMATS: Mapping[str, Format] = {
    "csv": Format("csv", mark("All tables as CSV files (zip)"), "zip", "application/zip", "tables"),
    "xlsx": Format("xlsx", mark("All tables as XLSX workbook"), "xlsx", _XLSX, "tables"),
}
_LONGEST_NAME = 120


def write_panel(panel: Panel, part: Slice, kind: str, look: Look, caption: Caption) -> bytes:
    """A panel as a file of this kind (a key of ``FORMATS``); ``ExportError`` says in one sentence why it could not be made."""
    _known(kind, FORMATS)
    frame = panel.count(part)
    if kind in PICTURES:
        return _paint(frame_picture(panel.show(frame, look), caption, Size(), look), kind, caption)
    rows = shown_rows(frame, panel.name_columns(frame))
    if kind == "html":
        return write_html(panel.show(frame, look), rows, caption, look)
    return write_csv(rows, caption) if kind == "csv" else write_xlsx(rows, caption)


def _paint(page: go.Figure, kind: str, caption: Caption) -> bytes:
    if kind == "pdf":
        soften_hatching(page)
    picture = write_picture(page, kind, Size().scale)
    return name_drawing(picture, caption.title, caption.citation) if kind == "svg" else picture


def write_tables(part: Slice, kind: str, caption: Caption) -> bytes:
    """The tables of the events of ``part`` as a file of this kind (a key of ``TABLE_FORMATS``)."""
    _known(kind, TABLE_FORMATS)
    return write_zip(part, caption) if kind == "csv" else write_tables_workbook(part, caption)


def _known(kind: str, formats: Mapping[str, Format]) -> None:
    if kind not in formats:
        words = _("There is no format {kind}: ask for one of {kinds}.")
        raise ExportError(words.format(kind=repr(kind), kinds=", ".join(formats)))


def file_name(thing: Panel | str, caption: Caption, form: Format) -> str:
    """A file name of plain letters, digits and hyphens: what it is and in which way it is seen, its filters, the day."""
    key = thing if isinstance(thing, str) else "-".join((thing.key, *(code for _choice, code in thing.departures)))
    filters = _slug(unquote_plus(caption.query).replace("&", "_").replace("=", "-"))
    stem = "_".join(part for part in (_slug(key) or "atlas", filters) if part)
    return f"{stem[:_LONGEST_NAME].rstrip('-_')}_{_slug(caption.date)}.{form.suffix}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-_")

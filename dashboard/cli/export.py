"""``sdg-atlas export``: panels and tables as files."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.running import DONE, add_command, add_tables_option, open_tables, write_file
from dashboard.errors import ExportError, SelectionError

if TYPE_CHECKING:
    from dashboard.cli.running import Commands
    from dashboard.selection import Slice
    from dashboard.tables import Tables


def export(options: argparse.Namespace) -> int:
    """Write a panel, or the filtered tables, in every format asked for."""
    from dashboard.charts.theme import LOOKS
    from dashboard.exports import FORMATS, TABLE_FORMATS, file_name, write_caption, write_panel, write_tables
    from dashboard.panels import PANELS

    if options.what == "list":
        print("\n".join(f"{key:<28} {panel.title}" for key, panel in PANELS.items()))
        print(f"{'tables':<28} All tables of the events selected")
        return DONE
    panel = PANELS.get(options.what)
    if panel is None and options.what != "tables":
        raise ExportError(f"No panel is called {options.what!r}; `sdg-atlas export list` names them all")
    formats = FORMATS if panel else TABLE_FORMATS
    kinds = _known_formats(options.format, formats)
    part, look = _select(open_tables(options.tables), options.query), LOOKS[options.theme]
    caption = write_caption(panel or "Tables", part, date.today())
    for kind in kinds:
        content = write_panel(panel, part, kind, look, caption) if panel else write_tables(part, kind, caption)
        path = options.out / file_name(options.what, caption, formats[kind])
        write_file(path, content)
        print(path)
    return DONE


def _known_formats(asked: str, formats: Iterable[str]) -> list[str]:
    kinds = [kind.strip().lower() for kind in asked.split(",") if kind.strip()]
    unknown = [kind for kind in kinds or [asked] if kind not in formats]
    if unknown:
        raise ExportError(f"There is no format {', '.join(map(repr, unknown))} here; ask for some of {','.join(formats)}")
    return kinds


def _select(tables: Tables, query: str) -> Slice:
    """The events that an address asks for; a value that nothing is known about is an error, as its result would mislead."""
    from dashboard.selection import ADDRESS_NAMES, read_address, select

    query = query.partition("?")[2] or query
    strange = sorted({pair.partition("=")[0] for pair in query.split("&") if pair} - set(ADDRESS_NAMES.values()))
    if strange:
        raise SelectionError(f"--query has no filter {', '.join(strange)}; the filters are {', '.join(ADDRESS_NAMES.values())}")
    selection, unknown = read_address(query, tables)
    if unknown:
        raise SelectionError(f"Nothing is known of {', '.join(map('='.join, unknown))}; correct it, or leave it out of --query")
    if selection.since and selection.until and selection.since > selection.until + "-99":
        raise SelectionError(f"The period begins ({selection.since}) after it ends ({selection.until}); swap from and to")
    return select(tables, selection)


def add_export(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, export, "sdg-atlas export map-held --query 'country=CHN&goal=4' --format png,csv")
    parser.add_argument("what", metavar="PANEL", help="a panel's key, `tables` for all of them, or `list` for the keys")
    parser.add_argument("--query", default="", help="filters as in the address of the dashboard (default: everything)")
    parser.add_argument("--format", default="csv", metavar="LIST", help="png,svg,pdf,html,csv,xlsx (default: csv)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the files go (default: here)")
    add_tables_option(parser)

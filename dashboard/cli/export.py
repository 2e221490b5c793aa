"""``sdg-atlas export``: panels and tables as files."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dashboard.cli.running import DONE, add_command, add_tables_option, open_tables, write_file
from dashboard.errors import ExportError, SelectionError
from dashboard.words import LANGUAGES, speaking

if TYPE_CHECKING:
    from dashboard.cli.running import Commands
    from dashboard.panels import Panel
    from dashboard.selection import Slice
    from dashboard.tables import Tables

# Parameters of an address that are matters of its page: how panels are seen, open marks, the subject of a profile.
_OF_PAGES = ("show", "mark", "lang", "id", "event", "a", "b")


def export(options: argparse.Namespace) -> int:
    """Write a panel, or the filtered tables, in every format asked for."""
    from dashboard.charts.theme import LOOKS
    from dashboard.exports import FORMATS, TABLE_FORMATS, file_name, write_caption, write_panel, write_tables
    from dashboard.panels import PANELS

    if options.what == "list":
        print("\n".join(f"{key:<28} {panel.title}{_list_ways(panel)}" for key, panel in PANELS.items()))
        print(f"{'tables':<28} All tables of the events selected")
        return DONE
    panel = _find_panel(options.what, options.query)
    formats = FORMATS if panel else TABLE_FORMATS
    kinds = _known_formats(options.format, formats)
    part, look = _select(open_tables(options.tables), options.query), LOOKS[options.theme]
    with speaking(_read_language(options.query)):
        caption = write_caption(panel or "Tables", part, date.today())
        contents = {
            kind: write_panel(panel, part, kind, look, caption) if panel else write_tables(part, kind, caption)
            for kind in kinds
        }
    for kind, content in contents.items():
        path = options.out / file_name(options.what, caption, formats[kind])
        write_file(path, content)
        print(path)
    return DONE


def _find_panel(what: str, query: str) -> Panel | None:
    """The panel that is asked for, seen as the address asks; nothing where all tables are asked for."""
    from dashboard.panels import PANELS

    if what == "tables":
        return None
    if what not in PANELS:
        raise ExportError(f"No panel is called {what!r}; `sdg-atlas export list` names them all")
    return _choose(PANELS[what], query)


def _known_formats(asked: str, formats: Iterable[str]) -> list[str]:
    kinds = [kind.strip().lower() for kind in asked.split(",") if kind.strip()]
    unknown = [kind for kind in kinds or [asked] if kind not in formats]
    if unknown:
        raise ExportError(f"There is no format {', '.join(map(repr, unknown))} here; ask for some of {','.join(formats)}")
    return kinds


def _list_ways(panel: Panel) -> str:
    """The ways to see a panel as ``--query`` takes them."""
    ways = (f"show={panel.key}:{choice.name}:{'|'.join(choice.options)}" for choice in panel.choices)
    return "".join(f"\n{'':<28}   {way}" for way in ways)


def _read_language(query: str) -> str:
    """The language that an address asks for with ``lang``; English where it asks for none."""
    code = parse_qs(query.partition("?")[2] or query).get("lang", ["en"])[0]
    if code not in LANGUAGES:
        raise SelectionError(f"--query asks for the language {code!r}; there are {', '.join(LANGUAGES)}")
    return code


def _choose(panel: Panel, query: str) -> Panel:
    """The panel seen in the way that an address asks for with ``show``; what it has no choice of is an error."""
    asked = [value.split(":", 2) for value in parse_qs(query.partition("?")[2] or query).get("show", ())]
    own = {way[1]: way[2] for way in asked if len(way) == 3 and way[0] == panel.key and way[1] not in ("face", "years")}
    options = {choice.name: choice.options for choice in panel.choices}
    wrong = [f"{name}:{code}" for name, code in own.items() if code not in options.get(name, ())]
    if wrong:
        known = ", ".join(f"{name}:{'|'.join(codes)}" for name, codes in options.items()) or "none"
        raise SelectionError(f"{panel.key} cannot be shown by {', '.join(wrong)}; its ways are {known}")
    return panel.choose(own)


def _select(tables: Tables, query: str) -> Slice:
    """The events that an address asks for; a value that nothing is known about is an error, as its result would mislead."""
    from dashboard.selection import ADDRESS_NAMES, read_address, select

    query = query.partition("?")[2] or query
    strange = sorted({pair.partition("=")[0] for pair in query.split("&") if pair} - {*ADDRESS_NAMES.values(), *_OF_PAGES})
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
    parser.add_argument(
        "--query",
        default="",
        help="filters, and ways to see the panel, as in the address of the dashboard (default: everything)",
    )
    parser.add_argument("--format", default="csv", metavar="LIST", help="png,svg,pdf,html,csv,xlsx (default: csv)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the files go (default: here)")
    add_tables_option(parser)

"""``sdg-atlas export``: panels and tables as files."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dashboard.cli.running import DONE, add_command, add_tables_option, open_tables, write_file
from dashboard.errors import ExportError, SelectionError
from dashboard.words import LANGUAGES, _, speaking

if TYPE_CHECKING:
    from dashboard.cli.running import Commands
    from dashboard.panels import Panel
    from dashboard.selection import Slice
    from dashboard.tables import Tables

# Parameters of an address that are matters of its page: how panels are seen, open marks, the subject of a profile.
_OF_PAGES = ("show", "mark", "lang", "event", "a", "b")
_YEARS = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


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
        if panel:
            panel, part, path = _narrow(panel, part, options.query)
            caption = write_caption(panel, part, date.today(), path)
        else:
            caption = write_caption(_("The whole data set") if part.whole else _("Events"), part, date.today(), "events")
        contents = {
            kind: write_panel(panel, part, kind, look, caption) if panel else write_tables(part, kind, caption)
            for kind in kinds
        }
    for kind, content in contents.items():
        path = options.out / file_name(panel or options.what, caption, formats[kind])
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
    code = _parameters(query).get("lang", ["en"])[0]
    if code not in LANGUAGES:
        raise SelectionError(f"--query asks for the language {code!r}; there are {', '.join(LANGUAGES)}")
    return code


def _choose(panel: Panel, query: str) -> Panel:
    """The panel seen in the way that an address asks for with ``show``; what it has no choice of is an error."""
    own = _read_ways(panel, query)
    options = {choice.name: choice.options for choice in panel.choices}
    wrong = [f"{name}:{code}" for name, code in own.items() if code not in options.get(name, ())]
    if wrong:
        known = ", ".join(f"{name}:{'|'.join(codes)}" for name, codes in options.items()) or "none"
        raise SelectionError(f"{panel.key} cannot be shown by {', '.join(wrong)}; its ways are {known}")
    return panel.choose(own)


def _read_ways(panel: Panel, query: str) -> dict[str, str]:
    """What an address says with ``show`` of this panel, but its years; where two are compared the key there bears them too."""
    asked = [value.split(":", 2) for value in _parameters(query).get("show", ())]
    known = [way for way in asked if len(way) == 3 and way[1] not in ("face", "years")]
    keys = (panel.key, f"{panel.key}-") if _compares(panel) else (panel.key,)
    return {name: code for key, name, code in known if key == keys[0] or key.startswith(keys[1:])}


def _parameters(query: str) -> dict[str, list[str]]:
    return parse_qs(query.partition("?")[2] or query)


def _compares(panel: Panel) -> bool:
    return panel.marks.startswith("side ")


def _narrow(panel: Panel, part: Slice, query: str) -> tuple[Panel, Slice, str | None]:
    """The panel and its events as its page shows them: within its own years, or those of the two that it compares."""
    return _compare(panel, part, query) if _compares(panel) else (panel, _cut_years(panel, part, query), None)


def _cut_years(panel: Panel, part: Slice, query: str) -> Slice:
    """The events within the years that an address chooses for this panel, which then are its period."""
    from dashboard.selection import narrow_period, select

    start = f"{panel.key}:years:"
    asked = [value.removeprefix(start) for value in _parameters(query).get("show", ()) if value.startswith(start)]
    if not (asked and panel.by_years):
        return part
    years = _YEARS.fullmatch(asked[0])
    if years is None or years[1] > years[2]:
        raise SelectionError(f"{panel.key} cannot be shown for the years {asked[0]!r}; say {start}2019-2021")
    return select(part.tables, narrow_period(part.selection, years[1], years[2]))


def _compare(panel: Panel, part: Slice, query: str) -> tuple[Panel, Slice, str | None]:
    """The panel and its events for the two that an address names, else for the two countries in most."""
    from dashboard.panels.compare import bind_sides
    from dashboard.selection.sides import cut_sides, find_pair, name_sides

    sides = _read_sides(part.tables, query) or find_pair(part)
    if len(sides) != 2:
        return panel, part, None
    bound = bind_sides(panel, sides, name_sides(sides, part.tables))
    return bound, cut_sides(part, sides), f"compare?a={sides[0]}&b={sides[1]}"


def _read_sides(tables: Tables, query: str) -> tuple[str, ...]:
    """The two that an address names with ``a`` and ``b``; what is no pair of one kind is an error."""
    from dashboard.selection.sides import read_side

    asked = [value for end in ("a", "b") for value in _parameters(query).get(end, ())[:1]]
    if not asked:
        return ()
    read = [read_side(side, tables) for side in asked]
    if None in read or len({side[0] for side in read if side}) != 1 or len(set(asked)) != 2:
        raise SelectionError(f"--query compares {', '.join(asked)}; a and b name two of a kind: a=country:KAZ&b=country:CHN")
    return tuple(asked)


def _select(tables: Tables, query: str) -> Slice:
    """The events that an address asks for; a value that nothing is known about is an error, as its result would mislead."""
    from dashboard.selection import ADDRESS_NAMES, read_address, select

    query = query.partition("?")[2] or query
    if "id" in _parameters(query):
        raise SelectionError("--query has the subject of a profile (id); a panel takes filters: say country=… or institution=…")
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

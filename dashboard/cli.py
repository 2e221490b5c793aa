"""The command ``sdg-atlas``: arguments in, one call out; what a command needs is loaded when it runs, so that help is quick."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tqdm import tqdm

from dashboard import __version__, settings
from dashboard.errors import ArticleError, AtlasError, ExportError, RecordError, SelectionError

if TYPE_CHECKING:
    from dashboard.selection import Slice
    from dashboard.tables import Tables

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, SOME_SKIPPED, STOPPED, INTERRUPTED = 0, 1, 2, 130
_STATUS = "Exit status: 0 done; 1 done, but some files were skipped, each named on standard error; 2 stopped by bad input."
Progress = Callable[[int, int | None], None]


class Faults:
    """Files that could not be read: each is named on standard error, and counted."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, fault: ArticleError) -> None:
        """Name one, above a progress bar if there is one."""
        self.count += 1
        tqdm.write(f"skipped {fault}", file=sys.stderr)

    def status(self, done: int) -> int:
        """The exit status after ``done`` articles."""
        if self.count and not done:
            raise ArticleError("No article could be read")
        return SOME_SKIPPED if self.count else DONE


@contextmanager
def _progress_bar(what: str) -> Iterator[Progress]:
    """A progress bar on standard error, shown only to people."""
    with tqdm(desc=what, unit=" articles", leave=False, disable=None, file=sys.stderr, delay=0.5) as bar:
        yield partial(_update, bar)


def _update(bar: tqdm[NoReturn], done: int, total: int | None) -> None:
    bar.total = total
    bar.update(done - bar.n)


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def show(options: argparse.Namespace) -> int:
    """Build the tables where there are none, and open the dashboard."""
    if options.port:
        _check_port(options.host, options.port)
    _open_tables(options.tables)
    from click.exceptions import Abort
    from streamlit.web import cli as streamlit

    flags = {
        "server.address": options.host,
        "server.headless": "true" if options.no_browser else None,
        "server.port": str(options.port) if options.port else None,
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        "browser.serverAddress": None if options.host in ("0.0.0.0", "::") else options.host,
    }
    given = [part for name, value in flags.items() if value for part in (f"--{name}", value)]
    # an interrupt is how the dashboard is ended
    with suppress(Abort, KeyboardInterrupt):
        streamlit.main(["run", str(settings.ROOT / "app.py"), *given], prog_name="streamlit", standalone_mode=False)
    return DONE


def _check_port(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return
    except (OSError, OverflowError) as error:
        raise AtlasError(f"Port {port} of {host} cannot be opened ({error}); choose another with --port or --host") from error


def build(options: argparse.Namespace) -> int:
    """Build tables from articles."""
    from dashboard.build import Source, build_folder
    from dashboard.knowledge.geocoding import read_geocoder

    articles = tuple(options.articles or [settings.ARTICLES])
    records = options.records or (None if options.articles else settings.RECORDS)
    out, faults = options.out or settings.tables_folder(), Faults()
    with _progress_bar("Reading") as progress:
        source = Source(articles, records, read_geocoder(options.geocoder, _say))
        tables = build_folder(source, out, faults, progress)
    _say(f"{len(tables.events)} events of {len(tables.articles)} articles in {out}")
    return faults.status(len(tables.articles))


def extract(options: argparse.Namespace) -> int:
    """Print the record of every article as a line of JSON."""
    from dashboard.articles import read_articles
    from dashboard.extract import find_mentions
    from dashboard.records import write_record
    from dashboard.resolve.record import compose_record

    faults, done = Faults(), 0
    with _progress_bar("Reading") as progress:
        for done, article in enumerate(read_articles(options.paths, faults), 1):
            print(write_record(compose_record(article, find_mentions(article))))
            progress(done, None)
    return faults.status(done)


def evaluate(options: argparse.Namespace) -> int:
    """Print how well predicted records agree with gold."""
    from dashboard.evaluate import compare_records, write_quality, write_scores
    from dashboard.records import read_records

    gold, predicted = list(read_records(options.gold)), list(read_records(options.predicted))
    if not {record.id for record in gold} & {record.id for record in predicted}:
        raise RecordError(f"No record of {options.predicted} has an id of {options.gold}; give two files on the same articles")
    scores = compare_records(gold, predicted)
    print(write_scores(scores))
    if options.json:
        _write_file(options.json, write_quality(scores, len(gold)).encode())
    return DONE


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
    part, look = _select(_open_tables(options.tables), options.query), LOOKS[options.theme]
    caption = write_caption(panel or "Tables", part, date.today())
    for kind in kinds:
        content = write_panel(panel, part, kind, look, caption) if panel else write_tables(part, kind, caption)
        path = options.out / file_name(options.what, caption, formats[kind])
        _write_file(path, content)
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


def _open_tables(folder: Path | None) -> Tables:
    from dashboard.build import ensure_tables

    if folder:
        os.environ["SDG_ATLAS_TABLES"] = str(folder.resolve())
    with _progress_bar("Preparing the data") as progress:
        return ensure_tables(progress)


def _write_file(path: Path, content: bytes) -> None:
    """The file written whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        raise AtlasError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def _add_command(commands: Commands, run: Callable[[argparse.Namespace], int], example: str) -> argparse.ArgumentParser:
    """A command named and described by its function."""
    words, epilog, shape = run.__doc__ or "", f"example:\n  {example}\n\n{_STATUS}", argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser(run.__name__, help=words, description=words, epilog=epilog, formatter_class=shape)
    parser.set_defaults(run=run)
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdg-atlas",
        description=f"{settings.NAME}: articles about academic cooperation on the goals, read into facts and shown.",
        epilog=f"example:\n  sdg-atlas          open the dashboard (the same as `sdg-atlas show`)\n\n{_STATUS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"sdg-atlas {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for add in (_add_show, _add_build, _add_extract, _add_evaluate, _add_export):
        add(commands)
    return parser


def _add_tables(parser: argparse.ArgumentParser) -> None:
    words = "tables made by `sdg-atlas build` (default: your own, made from the bundled data where there are none)"
    parser.add_argument("--tables", type=Path, metavar="FOLDER", help=words)


def _add_show(commands: Commands) -> None:
    parser = _add_command(commands, show, "sdg-atlas show --port 8600 --tables my-tables")
    parser.add_argument("--port", type=int, metavar="N", help="port to listen at (default: 8501, or the next that is free)")
    parser.add_argument("--host", default="localhost", metavar="NAME", help="address to listen at (default: %(default)s)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser window")
    _add_tables(parser)


def _add_build(commands: Commands) -> None:
    parser = _add_command(commands, build, "sdg-atlas build --articles my-articles --out my-tables")
    words = "articles to read, a folder or file; may be given more than once (default: the bundled ones)"
    parser.add_argument("--articles", type=Path, action="append", metavar="FOLDER", help=words)
    parser.add_argument("--records", type=Path, metavar="FILE", help="curated records, which win over what is extracted")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the tables go (default: where the dashboard looks)")
    words = "who knows where cities lie (default: %(default)s); nominatim asks OpenStreetMap once a second and keeps answers"
    parser.add_argument("--geocoder", choices=("offline", "nominatim"), default="offline", help=words)


def _add_extract(commands: Commands) -> None:
    parser = _add_command(commands, extract, "sdg-atlas extract my-articles/*.md > records.jsonl")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files (.jsonl .md .txt .html) or folders of them")


def _add_evaluate(commands: Commands) -> None:
    parser = _add_command(commands, evaluate, "sdg-atlas evaluate gold.jsonl records.jsonl --json quality.json")
    parser.add_argument("gold", type=Path, metavar="GOLD", help="records annotated by hand, JSON Lines")
    parser.add_argument("predicted", type=Path, metavar="PREDICTED", help="records to measure, JSON Lines")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores there too, as JSON")


def _add_export(commands: Commands) -> None:
    parser = _add_command(commands, export, "sdg-atlas export map-held --query 'country=CHN&goal=4' --format png,csv")
    parser.add_argument("what", metavar="PANEL", help="a panel's key, `tables` for all of them, or `list` for the keys")
    parser.add_argument("--query", default="", help="filters as in the address of the dashboard (default: everything)")
    parser.add_argument("--format", default="csv", metavar="LIST", help="png,svg,pdf,html,csv,xlsx (default: csv)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the files go (default: here)")
    _add_tables(parser)


def _with_default(arguments: Sequence[str]) -> list[str]:
    """Options without a command are those of ``show``."""
    own = {"-h", "--help", "--version"}
    bare = not arguments or (arguments[0].startswith("-") and arguments[0] not in own)
    return ["show", *arguments] if bare else list(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    options = _parser().parse_args(_with_default(sys.argv[1:] if arguments is None else arguments))
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except AtlasError as error:
        _say(f"sdg-atlas: {error}")
        return STOPPED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has read enough; what is left in the buffer must not fail at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status

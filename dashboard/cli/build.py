"""``sdg-atlas build``: articles turned into tables."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import settings
from dashboard.cli.running import Faults, add_command, progress_bar, say

if TYPE_CHECKING:
    from dashboard.cli.running import Commands


def build(options: argparse.Namespace) -> int:
    """Build tables from articles."""
    from dashboard.build import Source, build_folder
    from dashboard.knowledge.geocoding import read_geocoder

    articles = tuple(options.articles or [settings.ARTICLES])
    records = options.records or (None if options.articles else settings.RECORDS)
    out, faults = options.out or settings.tables_folder(), Faults()
    with progress_bar("Reading") as progress:
        source = Source(articles, records, read_geocoder(options.geocoder, say))
        tables = build_folder(source, out, faults, progress)
    say(f"{len(tables.events)} events of {len(tables.articles)} articles in {out}")
    return faults.status(len(tables.articles))


def add_build(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, build, "sdg-atlas build --articles my-articles --out my-tables")
    words = "articles to read, a folder or file; may be given more than once (default: the bundled ones)"
    parser.add_argument("--articles", type=Path, action="append", metavar="FOLDER", help=words)
    parser.add_argument("--records", type=Path, metavar="FILE", help="curated records, which win over what is extracted")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where the tables go (default: where the dashboard looks)")
    words = "who knows where cities lie (default: %(default)s); nominatim asks OpenStreetMap once a second and keeps answers"
    parser.add_argument("--geocoder", choices=("offline", "nominatim"), default="offline", help=words)

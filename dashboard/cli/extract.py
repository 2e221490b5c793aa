"""``sdg-atlas extract``: articles turned into records."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.running import Faults, add_command, progress_bar

if TYPE_CHECKING:
    from dashboard.cli.running import Commands


def extract(options: argparse.Namespace) -> int:
    """Print the record of every article as a line of JSON."""
    from dashboard.articles import read_articles
    from dashboard.extract import find_mentions
    from dashboard.records import write_record
    from dashboard.resolve.record import compose_record

    faults, done = Faults(), 0
    with progress_bar("Reading") as progress:
        for done, article in enumerate(read_articles(options.paths, faults), 1):
            print(write_record(compose_record(article, find_mentions(article))))
            progress(done, None)
    return faults.status(done)


def add_extract(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, extract, "sdg-atlas extract my-articles/*.md > records.jsonl")
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="files (.jsonl .md .txt .html) or folders of them")

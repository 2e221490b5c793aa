"""What commands share: exit statuses, faults, progress, files written whole, and how a command is declared."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tqdm import tqdm

from dashboard.errors import ArticleError, AtlasError

if TYPE_CHECKING:
    from dashboard.tables import Tables

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, SOME_SKIPPED, STOPPED, INTERRUPTED = 0, 1, 2, 130
STATUS = "Exit status: 0 done; 1 done, but some files were skipped, each named on standard error; 2 stopped by bad input."
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
def progress_bar(what: str, unit: str = " articles") -> Iterator[Progress]:
    """A progress bar on standard error, shown only to people."""
    with tqdm(desc=what, unit=unit, leave=False, disable=None, file=sys.stderr, delay=0.5) as bar:
        yield partial(_update, bar)


def _update(bar: tqdm[NoReturn], done: int, total: int | None) -> None:
    bar.total = total
    bar.update(done - bar.n)


def say(text: str) -> None:
    """Tell people something on standard error; standard output is for results."""
    print(text, file=sys.stderr)


def open_tables(folder: Path | None) -> Tables:
    """The tables in ``folder``, or those the dashboard reads, made where there are none."""
    from dashboard.build import ensure_tables

    if folder:
        os.environ["SDG_ATLAS_TABLES"] = str(folder.resolve())
    with progress_bar("Preparing the data") as progress:
        return ensure_tables(progress)


def write_file(path: Path, content: bytes) -> None:
    """The file written whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise AtlasError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def add_command(commands: Commands, run: Callable[[argparse.Namespace], int], example: str) -> argparse.ArgumentParser:
    """A command named and described by its function."""
    words, epilog, shape = run.__doc__ or "", f"example:\n  {example}\n\n{STATUS}", argparse.RawDescriptionHelpFormatter
    parser = commands.add_parser(run.__name__, help=words, description=words, epilog=epilog, formatter_class=shape)
    parser.set_defaults(run=run)
    return parser


def add_tables_option(parser: argparse.ArgumentParser) -> None:
    """The option that names a folder of tables."""
    words = "tables made by `sdg-atlas build` (default: your own, made from the bundled data where there are none)"
    parser.add_argument("--tables", type=Path, metavar="FOLDER", help=words)

"""``sdg-atlas goals``: the goals and targets of texts of any kind."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.running import Faults, add_command, progress_bar
from dashboard.errors import ArticleError

if TYPE_CHECKING:
    from dashboard.cli.running import Commands
    from dashboard.model import Article
    from dashboard.resolve.subjects import TextGoal

# no cell of a table is longer than this many characters
_LONGEST = 50_000_000


def goals(options: argparse.Namespace) -> int:
    """Print the goals that every text states or is about, with the words that say so, as a line of JSON."""
    faults, done = Faults(), 0
    with progress_bar("Reading") as progress:
        for done, article in enumerate(_read(options.paths, faults), 1):
            found = [asdict(goal) for goal in _match(article)]
            print(json.dumps({"id": article.id, "goals": found}, ensure_ascii=False))
            progress(done, None)
    return faults.status(done)


def _match(article: Article) -> tuple[TextGoal, ...]:
    from dashboard.extract.goals import find_goals
    from dashboard.resolve.subjects import match_goals

    texts = [article] if article.title in article.text else [replace(article, text=article.title), article]
    return match_goals(article, [mention for text in texts for mention in find_goals(text)])


def _read(paths: Iterable[Path], faults: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The texts of the files in turn: tables row by row, all else as articles are read; an id given before is a fault."""
    from dashboard.articles import read_articles

    tables = {path for path in paths if path.suffix.lower() == ".csv" and not path.is_dir()}
    others = [path for path in paths if path not in tables]
    seen: set[str] = set()
    for article in chain(
        read_articles(others, faults) if others else (), *(_read_table(path, faults) for path in sorted(tables))
    ):
        if article.id in seen:
            faults(ArticleError(f"the id {article.id!r} stands there twice; give each text its own"))
        else:
            seen.add(article.id)
            yield article


def _read_table(path: Path, faults: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The texts of a table with the columns ``id`` and ``text``."""
    csv.field_size_limit(_LONGEST)
    try:
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
        missing = [name for name in ("id", "text") if name not in (rows.fieldnames or ())]
        if missing:
            faults(ArticleError(f"{path}: has no column {' and '.join(missing)}; name them in its first line"))
            return
        yield from _read_rows(rows, path, faults)
    except OSError as error:
        faults(ArticleError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions"))
    except (UnicodeDecodeError, csv.Error) as error:
        faults(ArticleError(f"{path}: is no UTF-8 table ({error}); save it as CSV in UTF-8"))


def _read_rows(rows: csv.DictReader[str], path: Path, faults: Callable[[ArticleError], None]) -> Iterator[Article]:
    from dashboard.model import Article

    for row in rows:
        if (row["id"] or "").strip() and (row["text"] or "").strip():
            yield Article(row["id"].strip(), None, "", None, None, None, None, row["text"])
        else:
            faults(ArticleError(f"{path}:{rows.line_num}: has no id or no text; fill both or remove the row"))


def add_goals(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, goals, "sdg-atlas goals abstracts.csv notes/*.txt > goals.jsonl")
    words = "files (.jsonl .md .txt .html; .csv with the columns id and text) or folders of them"
    parser.add_argument("paths", type=Path, nargs="+", metavar="PATH", help=words)

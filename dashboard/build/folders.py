"""Tables of a folder of articles, and of the bundled data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from dashboard import __version__, settings
from dashboard.build.whole import build_tables
from dashboard.model import Article, Basis
from dashboard.records import read_records
from dashboard.tables import Tables, find_about, fingerprint, load_tables, save_tables

Progress = Callable[[int, int], None]
_BUNDLED = "bundled-"


def ensure_tables(progress: Progress | None = None) -> Tables:
    """The tables in the tables folder; the bundled ones are built there first where there are none, or outdated ones."""
    folder = settings.tables_folder()
    inputs = _BUNDLED + fingerprint([settings.DATA], __version__)
    about = find_about(folder)
    if about and (about.inputs == inputs or not about.inputs.startswith(_BUNDLED)):
        return load_tables(folder)
    records = {record.id: record for record in read_records(settings.RECORDS)}
    pairs = [(article, records[article.id]) for article in _articles(settings.ARTICLES)]
    save_tables(build_tables(pairs, f"{__version__}-{inputs[-16:-8]}", inputs), folder)
    return load_tables(folder)


def _articles(folder: Path) -> list[Article]:
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            found.append(Article(**(entry | {"basis": Basis(entry["basis"])})))
    return found


def build_folder(articles: Path, out: Path) -> Tables:
    """The tables of a folder of articles."""
    raise NotImplementedError

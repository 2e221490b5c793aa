"""``sdg-atlas train``: the statistical models fitted again on articles with gold records."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import settings
from dashboard.cli.running import DONE, add_command, progress_bar, say, write_file
from dashboard.errors import AtlasError

if TYPE_CHECKING:
    from dashboard.cli.running import Commands
    from dashboard.training.examples import Example
    from dashboard.training.fitting import Fitted


def train(options: argparse.Namespace) -> int:
    """Fit the models on articles with gold records, print how well they do on publishers left out, and keep their weights."""
    from dashboard.training import MODELS

    unknown = sorted(set(options.models) - set(MODELS))
    if unknown:
        raise AtlasError(f"There is no model {', '.join(unknown)}; the models are {', '.join(MODELS)}")
    pairs = _pair_up(options.articles or [], options.gold or [])
    examples, further = _read(pairs), _read(_pair_up(options.calibrate, [])) if options.calibrate else []
    folder = options.out or settings.weights_folder()
    written = {}
    for name in options.models or MODELS:
        fitted, calibrate = MODELS[name].fit(examples), MODELS[name].calibrate
        if calibrate and further:
            fitted = calibrate(fitted, further)
        print("\n".join(f"{name}: {figure}" for figure in fitted.figures))
        written[folder / MODELS[name].file] = _write_table(fitted)
    for path, content in written.items():
        write_file(path, content)
    say(f"{len(written)} tables of weights, fitted on {len(examples)} articles, are in {folder}")
    return DONE


def _pair_up(articles: list[Path], gold: list[Path]) -> list[tuple[Path, Path]]:
    """Articles with the file of their gold records: as given in turn, or as a folder holds both; else the bundled digests."""
    if not articles and not gold:
        return [(settings.ARTICLES, settings.RECORDS)]
    if not gold and all((folder / "gold.jsonl").is_file() for folder in articles):
        return [(folder / "articles", folder / "gold.jsonl") for folder in articles]
    if len(articles) != len(gold):
        raise AtlasError(
            f"{len(articles)} times --articles, but {len(gold)} times --gold; give one --gold for each --articles, "
            "or only folders that hold articles/ and gold.jsonl"
        )
    return list(zip(articles, gold, strict=True))


def _read(pairs: list[tuple[Path, Path]]) -> list[Example]:
    from dashboard.training.examples import read_examples

    examples: list[Example] = []
    with progress_bar("Reading") as progress:
        for articles, gold in pairs:
            for example in read_examples([articles], gold):
                examples.append(example)
                progress(len(examples), None)
    return examples


def _write_table(fitted: Fitted) -> bytes:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows([fitted.columns, *fitted.rows])
    return lines.getvalue().encode()


def add_train(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, train, "sdg-atlas train --articles corrected/articles --gold corrected/gold.jsonl")
    parser.add_argument("models", nargs="*", metavar="MODEL", help="models to fit (default: all)")
    words = "a file or folder of articles, or a folder that holds articles/ and gold.jsonl (default: the bundled digests)"
    parser.add_argument("--articles", type=Path, action="append", metavar="PATH", help=f"{words}; may be repeated")
    words = "their records as annotated by hand, JSON Lines; once for each --articles"
    parser.add_argument("--gold", type=Path, action="append", metavar="FILE", help=words)
    words = "a folder that holds further articles/ and gold.jsonl, on which confidence is calibrated; may be repeated"
    parser.add_argument("--calibrate", type=Path, action="append", metavar="FOLDER", help=words)
    words = "where the weights go (default: your own data folder, where reading looks first)"
    parser.add_argument("--out", type=Path, metavar="FOLDER", help=words)

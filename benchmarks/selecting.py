"""How long each filter takes: ``python -m benchmarks.selecting FOLDER`` prints milliseconds, first call and median."""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from dashboard.selection import Selection, select, write_address
from dashboard.tables import Tables, load_tables

_REPEATS = 15


def list_selections(tables: Tables) -> list[Selection]:
    """One selection for each filter, of frequent codes, and some together."""
    institutions = tuple(tables.participations["institution_id"].value_counts().index[:3])
    publishers = tuple(tables.articles["publisher_key"].value_counts().index[:2])
    return [
        Selection(),
        Selection(countries=("CHN", "JPN")),
        Selection(countries=("CHN",), partners=("DEU",)),
        Selection(goals=("4", "13")),
        Selection(institutions=institutions),
        Selection(kinds=("agreement", "visit")),
        Selection(since="2020", until="2023-05"),
        Selection(publishers=publishers),
        Selection(languages=("es", "ja")),
        Selection(programmes=(tables.programmes["programme_key"].iloc[0],)),
        Selection(text="climate"),
        Selection(text="part 77 rivers"),
        Selection(countries=("JPN",), goals=("4",), kinds=("agreement",), since="2019", until="2024"),
    ]


def main() -> None:
    """Load the tables that the command line names and time every selection."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of tables")
    begin = time.perf_counter()
    tables = load_tables(parser.parse_args().folder)
    print(f"load {1000 * (time.perf_counter() - begin):.0f} ms, {len(tables.events)} events")
    for selection in list_selections(tables):
        times = []
        for _ in range(_REPEATS):
            begin = time.perf_counter()
            part = select(tables, selection)
            times.append(1000 * (time.perf_counter() - begin))
        print(f"{times[0]:8.1f} {statistics.median(times[1:]):8.2f}  {len(part.rows):7d}  {write_address(selection) or 'all'}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most")


if __name__ == "__main__":
    main()

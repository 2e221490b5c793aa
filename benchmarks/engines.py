"""The aggregations of a page in four ways: ``python -m benchmarks.engines FOLDER …`` prints a Markdown table.

Events by kind and year, by country and by goal; pairs of countries; the twenty pairs of institutions with most events: for
twelve filters, in pandas, DuckDB (in memory), Polars and here. All must find the same. Needs ``pip install '.[bench]'``.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from dashboard.selection import Selection, Slice, select, write_address
from dashboard.selection.matrices import (
    KINDS,
    count_columns,
    kinds,
    pairing,
    pairs,
    partner_countries,
    partner_institutions,
    picked,
    seats,
    years,
)
from dashboard.tables import Tables, load_tables

ASKED = (
    Selection(), Selection(countries=("CHN",)), Selection(countries=("DEU", "JPN")), Selection(countries=("KAZ",)),
    Selection(goals=("4",)), Selection(goals=("13",)), Selection(kinds=("agreement",)), Selection(kinds=("visit", "award")),
    Selection(since="2020"), Selection(since="2016", until="2018"), Selection(countries=("CHN",), goals=("4",)),
    Selection(goals=("3",), since="2021"),
)  # fmt: skip
_TOP = 20
# What each engine answers: events by kind and year, by country, by goal, pairs of countries, and pairs of institutions as
# (first, second, events), most events first, equals by their ids.
Answer = tuple[dict[Any, int], dict[str, int], dict[int, int], dict[Any, int], list[tuple[str, str, int]]]


def count_here(tables: Tables, part: Slice) -> Answer:
    """With the arrays and sparse matrices of the dashboard."""
    codes = picked(kinds(tables), part).astype(np.int64) * 10_000 + picked(years(tables), part)
    cells, counts = np.unique(codes, return_counts=True)
    by_kind = {
        (KINDS[cell // 10_000], cell % 10_000): count for cell, count in zip(cells.tolist(), counts.tolist(), strict=True)
    }
    countries, goals = (count_columns(matrix, part) for matrix in (tables.country_matrix, tables.goal_matrix))
    by_country = {tables.country_index[place]: int(countries[place]) for place in np.flatnonzero(countries)}
    by_goal = {int(place) + 1: int(goals[place]) for place in np.flatnonzero(goals)}
    shared = partner_countries(part)
    places = tables.country_index.to_numpy()
    joined = dict(zip(zip(places[shared.coords[0]], places[shared.coords[1]], strict=True), shared.data.tolist(), strict=True))
    first, second, weight = pairs(partner_institutions(part))
    ids = tables.institution_index.to_numpy()
    kept = np.flatnonzero(weight >= weight[:_TOP].min()) if len(weight) else []
    return by_kind, by_country, by_goal, _by_code(joined), _top((ids[first[n]], ids[second[n]], weight[n]) for n in kept)


def _by_code(counts: dict[Any, int]) -> dict[Any, int]:
    """Pairs with their codes by letter, whatever their order in a table."""
    return {tuple(sorted(pair)): count for pair, count in counts.items()}


def _top(rows: Any) -> list[tuple[str, str, int]]:
    named = [(*sorted((str(one), str(other))), int(count)) for one, other, count in rows]
    return sorted(named, key=lambda row: (-row[2], row[0], row[1]))[:_TOP]


class Pandas:
    """Data frames with categories."""

    def __init__(self, tables: Tables) -> None:
        self.links = {name: frame.astype({"event": "int32"}) for name, frame in make_links(tables).items()}
        for name, column in (("events", "kind"), ("countries", "code"), ("seats", "code"), ("institutions", "code")):
            self.links[name][column] = self.links[name][column].astype("category")

    def count(self, rows: np.ndarray[Any, Any]) -> Answer:
        """What these events have."""
        size = len(self.links["events"])
        mask = np.zeros(size, dtype=bool)
        mask[rows] = True
        own = {name: frame[mask[frame["event"].to_numpy()]] for name, frame in self.links.items()}
        events = own["events"]
        by_kind = events.groupby(["kind", "year"], observed=True).size()
        joint = {name: own[name][own[name]["pairing"]] for name in ("seats", "institutions")}
        country_pairs, institution_pairs = (_join(joint[name]) for name in ("seats", "institutions"))
        top = institution_pairs[institution_pairs >= institution_pairs.nlargest(_TOP).min()] if len(institution_pairs) else ()
        return (
            by_kind.to_dict(),
            own["countries"].groupby("code", observed=True).size().to_dict(),
            own["goals"].groupby("code").size().to_dict(),
            country_pairs.to_dict(),
            _top((*pair, count) for pair, count in dict(top).items()),
        )


def _join(frame: pd.DataFrame) -> pd.Series:
    both = frame.merge(frame, on="event")
    both["code_x"], both["code_y"] = both["code_x"].astype(str), both["code_y"].astype(str)
    return both[both["code_x"] < both["code_y"]].groupby(["code_x", "code_y"]).size()


class Duck:
    """Native tables of DuckDB in memory."""

    def __init__(self, tables: Tables) -> None:
        self.base = duckdb.connect()
        for name, frame in make_links(tables).items():
            self.base.register("given", frame)
            self.base.execute(f"create table {name} as select * from given")
            self.base.unregister("given")

    def count(self, rows: np.ndarray[Any, Any]) -> Answer:
        """What these events have."""
        self.base.register("asked", pd.DataFrame({"event": rows.astype("int32")}))
        ask = self.base.execute
        by_kind = ask("select kind, year, count(*) from events semi join asked using (event) group by all").fetchall()
        by_country, by_goal = (
            ask(f"select code, count(*) from {name} semi join asked using (event) group by all").fetchall()
            for name in ("countries", "goals")
        )
        country_pairs, institution_pairs = (
            f"with own as (select event, code from {name} semi join asked using (event) where pairing) "
            "select a.code as one, b.code as other, count(*) as n from own a join own b using (event) "
            "where a.code < b.code group by all"
            for name in ("seats", "institutions")
        )
        top = ask(f"{institution_pairs} order by n desc, one, other limit {_TOP}").fetchall()
        return (
            {(kind, year): n for kind, year, n in by_kind},
            dict(by_country),
            dict(by_goal),
            {(one, other): n for one, other, n in ask(country_pairs).fetchall()},
            _top(top),
        )


class Polars:
    """Data frames of Polars, lazily, with categories."""

    def __init__(self, tables: Tables) -> None:
        self.links = {name: pl.from_pandas(frame) for name, frame in make_links(tables).items()}

    def count(self, rows: np.ndarray[Any, Any]) -> Answer:
        """What these events have."""
        asked = pl.LazyFrame({"event": rows.astype("int32")})
        own = {name: frame.lazy().join(asked, on="event", how="semi") for name, frame in self.links.items()}
        plans = [
            own["events"].group_by("kind", "year").len(),
            own["countries"].group_by("code").len(),
            own["goals"].group_by("code").len(),
            _polars_pairs(own["seats"]),
            _polars_pairs(own["institutions"]).sort(["len", "code", "code_right"], descending=[True, False, False]).head(_TOP),
        ]
        by_kind, by_country, by_goal, country_pairs, top = (frame.rows() for frame in pl.collect_all(plans))
        return (
            {(kind, year): n for kind, year, n in by_kind},
            dict(by_country),
            dict(by_goal),
            {(one, other): n for one, other, n in country_pairs},
            _top(top),
        )


def _polars_pairs(frame: pl.LazyFrame) -> pl.LazyFrame:
    joint = frame.filter("pairing").select("event", "code")
    both = joint.join(joint, on="event").filter(pl.col("code") < pl.col("code_right"))
    return both.group_by("code", "code_right").len()


def make_links(tables: Tables) -> dict[str, pd.DataFrame]:
    """The facts as the other engines take them: tables of links with the number of the event."""
    joint = pairing(tables)

    def link(matrix: Any, codes: Any) -> pd.DataFrame:
        """One row for each event and code."""
        found = matrix.tocoo()
        rows = found.coords[0].astype("int32")
        return pd.DataFrame({"event": rows, "code": np.asarray(codes)[found.coords[1]], "pairing": joint[rows]})

    size = len(tables.events)
    events = {"event": np.arange(size, dtype="int32"), "kind": np.array(KINDS)[kinds(tables)], "year": years(tables)}
    return {
        "events": pd.DataFrame(events),
        "countries": link(tables.country_matrix, tables.country_index),
        "goals": link(tables.goal_matrix, np.arange(1, 18)),
        "seats": link(seats(tables), tables.country_index),
        "institutions": link(tables.institution_matrix, tables.institution_index),
    }


def compare(folder: Path) -> None:
    """Print how long each engine takes for all filters, and fail where one finds something else."""
    tables = load_tables(folder)
    others = {"pandas (categories)": Pandas(tables), "DuckDB (in memory)": Duck(tables), "Polars": Polars(tables)}
    times: dict[str, list[float]] = {name: [] for name in (*others, "here")}
    count_here(tables, select(tables, Selection()))  # indexes are made once, as the tables of the others were
    for asked in ASKED:
        answers = {}
        for name in times:
            part = select(tables, asked)
            begin = time.perf_counter()
            answers[name] = others[name].count(part.rows) if name in others else count_here(tables, part)
            times[name].append(1000 * (time.perf_counter() - begin))
        for name, answer in answers.items():
            assert _plain(answer) == _plain(answers["here"]), f"{name} differs for {write_address(asked) or 'everything'}"
    for name, taken in times.items():
        ordered = sorted(taken[1:])
        print(
            f"| {len(tables.events):,} | {name} | {statistics.median(ordered):.0f} | {ordered[-1]:.0f} | {taken[0]:.0f} |",
            flush=True,
        )


def _plain(answer: Answer) -> tuple[Any, ...]:
    """An answer without counts of nothing, its codes as words."""
    return tuple(
        {str(key): int(count) for key, count in part.items() if count} if isinstance(part, dict) else part for part in answer
    )


def main() -> None:
    """Compare the engines on the tables that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of tables")
    asked = parser.parse_args()
    print(f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; {len(ASKED)} filters, five results each, once.\n")
    print("| events | engine | filtered, median ms | slowest ms | everything ms |\n| --: | --- | --: | --: | --: |")
    for folder in asked.folders:
        compare(folder)


if __name__ == "__main__":
    main()

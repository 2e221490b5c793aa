"""What stands behind every number: the articles that report the events of a Slice, who published them, the years they cover."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, told
from dashboard.tables import Mask, Tables


@dataclass(frozen=True, slots=True)
class Sources:
    """How many articles report some events, and the names of who published them, most articles first."""

    reports: int
    publishers: tuple[str, ...]


def count_sources(part: Slice) -> Sources:
    """The sources of the events of the Slice; articles of which no publisher is known count as reports alone."""
    codes, names = _publishers(part.tables)
    telling = _telling(part)
    counts = np.bincount(codes[telling] + 1, minlength=len(names) + 1)[1:]
    ranked = [names[place] for place in np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]]
    return Sources(int(np.count_nonzero(telling)), tuple(ranked))


def count_articles(part: Slice, column: str) -> dict[str, int]:
    """Articles that report the events of the Slice by what a column of the articles says, "" where it says nothing."""
    codes, values = _factorized(part.tables, column)
    counts = np.bincount(codes[_telling(part)], minlength=len(values))
    return {values[place]: int(counts[place]) for place in np.flatnonzero(counts)}


@lru_cache(maxsize=2)
def _telling(part: Slice) -> Mask:
    """Which articles report events of the Slice."""
    telling = np.zeros(len(part.tables.articles), dtype=bool)
    telling[chosen(told(part.tables), part).indices] = True
    return telling


@lru_cache(maxsize=4)
def _factorized(tables: Tables, column: str) -> tuple[npt.NDArray[np.int64], list[str]]:
    """What a column says of each article as its place among the values, of which the last is that it says nothing."""
    codes, values = pd.factorize(tables.articles[column])
    return np.where(codes < 0, len(values), codes), [*(str(value) for value in values), ""]


def list_years(part: Slice) -> tuple[int, ...]:
    """The first and the last year in which a dated event of the Slice lies; one where they are the same, none without dates."""
    days = part.tables.days if part.whole else part.tables.days[part.rows]
    dated = days[days[:, 1] > 0]
    return tuple(sorted({int(dated[:, 0].min()) // 10000, int(dated[:, 1].max()) // 10000})) if len(dated) else ()


@lru_cache(maxsize=2)
def _publishers(tables: Tables) -> tuple[npt.NDArray[np.int64], tuple[str, ...]]:
    """The publisher of each article as its place among the names, -1 where none is known; names by letter, gaps closed."""
    # by key, since one publisher may be written in two ways
    codes, keys = pd.factorize(tables.articles["publisher_key"])
    closed = [" ".join(tables.publisher_names.get(str(key), "").split()) for key in keys]
    names = sorted(set(closed))
    place = {name: number for number, name in enumerate(names)}
    return np.array([*(place[name] for name in closed), -1], dtype=np.int64)[codes], tuple(names)

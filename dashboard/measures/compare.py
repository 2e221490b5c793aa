"""Two countries, institutions or periods counted alike, one row for each of the two and each goal, kind, year or partner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.measures.events import count_totals
from dashboard.selection import Slice, kind_name
from dashboard.selection.matrices import GOALS, KINDS, chosen, kinds, pairing_part, picked, seated, sums, years
from dashboard.selection.naming import country_names, list_goals
from dashboard.selection.sides import INSTITUTION, cut_side, find_pair, name_side
from dashboard.tables import Tables
from dashboard.tables.incidence import Incidence
from dashboard.words import _

_Counts = npt.NDArray[np.int64]
# As many partners of both, and of either alone, as can be read on one page.
MOST_SHARED, MOST_OWN = 10, 6


def count_figures_of_two(part: Slice, sides: Sequence[str] = ()) -> pd.DataFrame:
    """The key figures of both sides, one a row: ``figure`` as in ``count_totals``, ``one`` and ``other``.

    ``together`` counts the events that belong to both.
    """
    cuts = _cut(part, sides)
    counted = [count_totals(cut) for cut in cuts.values()]
    shared = len(reduce(np.intersect1d, [cut.rows for cut in cuts.values()])) if cuts else 0
    columns = {end: [*each["count"].tolist(), shared] for end, each in zip(("one", "other"), counted, strict=False)}
    return pd.DataFrame({"figure": [*counted[0]["figure"].tolist(), "together"] if counted else ["together"], **columns})


def count_years_of_two(part: Slice, sides: Sequence[str] = ()) -> pd.DataFrame:
    """Events of both sides by the year they began, every year between the first and the last; 0 for no date, last."""
    cuts = _cut(part, sides)
    found = [picked(years(part.tables), cut).astype(np.int64) for cut in cuts.values()]
    span = _span(np.concatenate(found)) if found else []
    counts = [np.array([np.count_nonzero(each == year) for year in span], dtype=np.int64) for each in found]
    rows: dict[str, list[Any]] = {"year": span, "year_name": [str(year) if year else _("No date") for year in span]}
    return _stack(part.tables, cuts, rows, counts)


def _span(found: _Counts) -> list[int]:
    """Every year from the first to the last of these, then 0 where one is not known."""
    dated = found[found > 0]
    every = list(range(int(dated.min()), int(dated.max()) + 1)) if len(dated) else []
    return [*every, 0] if len(dated) < len(found) else every


def count_goals_of_two(part: Slice, sides: Sequence[str] = ()) -> pd.DataFrame:
    """Events of both sides by goal; ``share`` is of the side's events that bear on any goal."""
    cuts = _cut(part, sides)
    matrices = [chosen(part.tables.goal_matrix, cut) for cut in cuts.values()]
    of = [int(np.count_nonzero(np.diff(matrix.indptr))) for matrix in matrices]
    named = list_goals(part.tables).sort_values("goal")
    rows = {"goal": list(GOALS), "title": named["title"].to_list(), "colour": named["colour"].to_list()}
    return _stack(part.tables, cuts, rows, [sums(matrix) for matrix in matrices], of)


def count_kinds_of_two(part: Slice, sides: Sequence[str] = ()) -> pd.DataFrame:
    """Events of both sides by kind; kinds that neither has are left out."""
    cuts = _cut(part, sides)
    counts = [np.bincount(picked(kinds(part.tables), cut) + 1, minlength=len(KINDS) + 1)[1:] for cut in cuts.values()]
    whole = np.sum(counts, axis=0) if counts else np.zeros(len(KINDS), dtype=np.int64)
    order = [place for place in np.argsort(-whole, kind="stable").tolist() if whole[place]]
    rows = {"kind": [KINDS[place] for place in order], "kind_name": [kind_name(KINDS[place]) for place in order]}
    return _stack(part.tables, cuts, rows, [count[order] for count in counts])


def rank_partners_of_two(part: Slice, sides: Sequence[str] = ()) -> pd.DataFrame:
    """With whom both sides partner: countries of institutions, or institutions where sides are such.

    ``group`` is ``both``, ``one`` or ``other``: whose partners they are; the two themselves are left out. Counted are events of
    kinds that make partners.
    ``attrs`` counts the partners in each group, those left out among them.
    """
    cuts, tables = _cut(part, sides), part.tables
    by_institution = bool(cuts) and next(iter(cuts)).startswith(INSTITUTION)
    codes = tables.institution_index if by_institution else tables.country_index
    counts = _count_partners(cuts, tables.incidence("institution") if by_institution else seated(tables))
    counts = counts or [np.zeros(len(codes), dtype=np.int64)]
    groups = _group(counts)
    kept, group = _keep(groups, np.sum(counts, axis=0))
    names = tables.institution_names if by_institution else country_names(tables)
    partners = [str(code) for code in codes[kept]]
    rows = {"partner": partners, "name": [str(names.get(code, code)) for code in partners], "group": group}
    frame = _stack(tables, cuts, rows, [count[kept] for count in counts[: len(cuts)]])
    frame.attrs |= {f"n_{name}": int(np.count_nonzero(each)) for name, each in groups.items()}
    return frame


def _cut(part: Slice, sides: Sequence[str]) -> dict[str, Slice]:
    return _cut_once(part, tuple(sides))


@lru_cache(maxsize=2)
def _cut_once(part: Slice, sides: tuple[str, ...]) -> dict[str, Slice]:
    """The same Slices for every panel of a page, so that what is counted in them is cut out once."""
    return {side: cut_side(part, side) for side in sides or find_pair(part)}


def _count_partners(cuts: dict[str, Slice], incidence: Incidence) -> list[_Counts]:
    """For each side how many events join it with each country or institution, the two left out; a venue joins nobody."""
    own = np.array([incidence.column_of(side.partition(":")[2]) for side in cuts], dtype=np.int64)
    counts = []
    for cut, number in zip(cuts.values(), own, strict=True):
        rows = pairing_part(cut).rows
        if number >= 0:
            rows = rows[incidence.mask_of(np.array([number]))[rows]]
        count = sums(incidence.matrix[rows]).astype(np.int64)
        count[own[own >= 0]] = 0
        counts.append(count)
    return counts


def _group(counts: Sequence[_Counts]) -> dict[str, _Counts]:
    """How strong each partner is as one of both, and as one of either alone; with one side there is no other."""
    one, other = counts[0], counts[1] if len(counts) > 1 else np.zeros_like(counts[0])
    return {"both": np.minimum(one, other), "one": np.where(other == 0, one, 0), "other": np.where(one == 0, other, 0)}


def _keep(groups: dict[str, _Counts], whole: _Counts) -> tuple[list[int], list[str]]:
    """The places of the strongest partners of both and of either alone, and the group of each."""
    kept: list[int] = []
    named: list[str] = []
    for name, counts in groups.items():
        found = np.flatnonzero(counts)
        order = found[np.lexsort((-whole[found], -counts[found]))][: MOST_SHARED if name == "both" else MOST_OWN].tolist()
        kept += order
        named += [name] * len(order)
    return kept, named


def _stack(
    tables: Tables, cuts: dict[str, Slice], rows: dict[str, list[Any]], counts: Sequence[_Counts], of: Sequence[int] = ()
) -> pd.DataFrame:
    """The rows once for each side, with ``key`` (side and first column), ``side_name``, ``events`` and ``share`` in per cent.

    ``attrs`` names the sides in order and how many events each has; shares of nothing are 0.
    """
    whole = list(of) or [len(cut.rows) for cut in cuts.values()]
    names, codes = [name_side(side, tables) for side in cuts], next(iter(rows.values()))
    stacked: dict[str, Any] = {
        "key": [f"{side}|{code}" for side in cuts for code in codes],
        "side": np.repeat(list(cuts), len(codes)).tolist(),
        "side_name": np.repeat(names, len(codes)).tolist(),
        **{column: values * len(cuts) for column, values in rows.items()},
        "events": np.concatenate([np.zeros(0, dtype=np.int64), *counts[: len(cuts)]]).astype(np.int64),
        "share": _shares(counts, whole),
    }
    frame = pd.DataFrame(stacked if cuts else {column: [] for column in stacked})
    frame.attrs = {"sides": names, "of": whole}
    return frame


def _shares(counts: Sequence[_Counts], whole: Sequence[int]) -> npt.NDArray[np.float64]:
    """The counts of each side in per cent of what it has in all."""
    shares = [np.round(100 * np.asarray(count) / max(n, 1), 1) for count, n in zip(counts, whole, strict=True)]
    return np.concatenate([np.zeros(0), *shares])

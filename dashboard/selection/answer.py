"""The Slice of the Tables that answers a Selection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection.asked import ADDRESS_NAMES, UNKNOWN, Selection
from dashboard.selection.regions import list_regions
from dashboard.tables import Mask, Tables
from dashboard.tables.incidence import Incidence, incidence_of

# The fields whose sureness an event can be asked for.
_JUDGED = ("kind", "start", "city", "country")


@dataclass(frozen=True, eq=False)
class Slice:
    """The events that answer a selection: their row numbers in ``tables.events``, ascending, without copies.

    Where ``repeated``, an event stands as often as articles tell of it, so that counts are of reports.
    """

    tables: Tables
    rows: npt.NDArray[np.int64]
    selection: Selection
    repeated: bool = False

    @property
    def whole(self) -> bool:
        """Whether it holds every event, so that measures can skip the row selection."""
        return len(self.rows) == len(self.tables.events) and not self.repeated


def select(tables: Tables, selection: Selection) -> Slice:
    """The events that answer every filter of the selection; no filter means all events."""
    mask = np.ones(len(tables.events), dtype=bool)
    for name, answer in _ANSWERS.items():
        if getattr(selection, name):
            mask &= answer(tables, selection)
    return Slice(tables, np.flatnonzero(mask), selection)


def repeat_reports(part: Slice) -> Slice:
    """The Slice with each event as often as articles tell of it: what is counted in it is reports."""
    reports = part.tables.events["reports"].to_numpy()[part.rows]
    return Slice(part.tables, np.repeat(part.rows, reports), part.selection, repeated=True)


def _with(name: str, code: str) -> Callable[[Tables, Selection], Mask]:
    """Events that have any of the codes that the filter ``name`` asks for, or all of them where that is asked."""

    def answer(tables: Tables, selection: Selection) -> Mask:
        """Events that have them."""
        return _match(tables.incidence(code), getattr(selection, name), ADDRESS_NAMES[name] in selection.every)

    return answer


def _match(incidence: Incidence, wanted: tuple[str, ...], every: bool) -> Mask:
    """Events with any (or ``every``) wanted code; ``UNKNOWN`` means those that have none."""
    masks = [_lacking(incidence) if code == UNKNOWN else incidence.mask_with([code]) for code in wanted] if every else []
    if masks:
        return np.asarray(np.logical_and.reduce(masks))
    codes = [code for code in wanted if code != UNKNOWN]
    mask = incidence.mask_with(codes)
    return mask | _lacking(incidence) if UNKNOWN in wanted else mask


def _lacking(incidence: Incidence) -> Mask:
    return np.asarray(np.diff(incidence.matrix.indptr) == 0)


def _goals(tables: Tables, selection: Selection) -> Mask:
    return _match(_goals_by(tables, selection.basis), selection.goals, ADDRESS_NAMES["goals"] in selection.every)


@lru_cache(maxsize=4)
def _goals_by(tables: Tables, basis: str) -> Incidence:
    """Which event bears on which goal, by number in words; on a ``basis`` of our own only those so found."""
    if not basis:
        goals = tables.incidence("goal")
        return Incidence(pd.Index(goals.index.astype(str)), goals.matrix)
    links = tables.event_goals[tables.event_goals["basis"] == basis]
    numbers: pd.Index = pd.Index([str(goal) for goal in tables.goals["goal"]])
    return incidence_of(tables.event_rows(links["event_id"]), links["goal"].astype("str"), numbers, len(tables.events))


def _basis(tables: Tables, selection: Selection) -> Mask:
    """Events with any goal found so; which goals is the matter of their own filter."""
    return ~_lacking(_goals_by(tables, selection.basis))


def _regions(tables: Tables, selection: Selection) -> Mask:
    known = list_regions(tables)
    codes = frozenset[str]().union(*(known[code][1] for code in selection.regions if code in known))
    return tables.incidence("country").mask_with(sorted(codes))


def _since(tables: Tables, selection: Selection) -> Mask:
    """Events that have not ended before the period; undated ones lie in no period."""
    return tables.days[:, 1] >= int((selection.since + "-01-01")[:10].replace("-", ""))


def _until(tables: Tables, selection: Selection) -> Mask:
    """Events begun before the period is over; no month has a day 99, so the end of a prefix is widened beyond its last day."""
    return tables.days[:, 0] <= int((selection.until + "-99-99")[:10].replace("-", ""))


def _undated(tables: Tables, selection: Selection) -> Mask:
    return np.asarray(tables.days[:, 1] == 0)


def _sure(tables: Tables, selection: Selection) -> Mask:
    return _sureness(tables) >= float(selection.sure)


@lru_cache(maxsize=2)
def _sureness(tables: Tables) -> npt.NDArray[np.float64]:
    """The probability of the least sure of each event's kind, date and place, 1 where nobody had to judge them."""
    judged = tables.evidence[tables.evidence["confidence"].notna() & tables.evidence["field"].isin(_JUDGED)]
    rows = tables.event_rows(judged["subject"])
    least = np.ones(len(tables.events))
    np.minimum.at(least, rows[rows >= 0], judged["confidence"].to_numpy()[rows >= 0])
    return least


def _text(tables: Tables, selection: Selection) -> Mask:
    return _mask_of_words(tables, selection.text)


@lru_cache(maxsize=16)
def _mask_of_words(tables: Tables, words: str) -> Mask:
    """Found once: every list of options and every panel asks again for the same words, and reading all texts takes long."""
    return tables.texts.mask_with(words)


_ANSWERS: dict[str, Callable[[Tables, Selection], Mask]] = {
    "countries": _with("countries", "country"),
    "partners": _with("partners", "country"),
    "goals": _goals,
    "institutions": _with("institutions", "institution"),
    "kinds": _with("kinds", "kind"),
    "since": _since,
    "until": _until,
    "publishers": _with("publishers", "publisher"),
    "languages": _with("languages", "language"),
    "programmes": _with("programmes", "programme"),
    "text": _text,
    "cities": _with("cities", "city"),
    "regions": _regions,
    "basis": _basis,
    "undated": _undated,
    "sure": _sure,
}

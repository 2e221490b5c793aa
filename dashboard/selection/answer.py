"""The Slice of the Tables that answers a Selection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.selection.asked import Selection
from dashboard.tables import Mask, Tables


@dataclass(frozen=True, eq=False)
class Slice:
    """The events that answer a selection: their row numbers in ``tables.events``, ascending, without copies."""

    tables: Tables
    rows: npt.NDArray[np.int64]
    selection: Selection

    @property
    def whole(self) -> bool:
        """Whether it holds every event, so that measures can skip the row selection."""
        return len(self.rows) == len(self.tables.events)


def select(tables: Tables, selection: Selection) -> Slice:
    """The events that answer every filter of the selection; no filter means all events."""
    mask = np.ones(len(tables.events), dtype=bool)
    for name, answer in _ANSWERS.items():
        wanted = getattr(selection, name)
        if wanted:
            mask &= answer(tables, wanted)
    return Slice(tables, np.flatnonzero(mask), selection)


def _with(name: str) -> Callable[[Tables, tuple[str, ...]], Mask]:
    """Events that have any of the wanted codes."""
    return lambda tables, wanted: tables.incidence(name).mask_with(wanted)


def _goals(tables: Tables, wanted: tuple[str, ...]) -> Mask:
    return tables.incidence("goal").mask_with(int(goal) for goal in wanted)


def _since(tables: Tables, wanted: str) -> Mask:
    """Events that have not ended before the period; undated ones lie in no period."""
    return tables.days[:, 1] >= int((wanted + "-01-01")[:10].replace("-", ""))


def _until(tables: Tables, wanted: str) -> Mask:
    """Events begun before the period is over; no month has a day 99, so the end of a prefix is widened beyond its last day."""
    return tables.days[:, 0] <= int((wanted + "-99-99")[:10].replace("-", ""))


def _text(tables: Tables, wanted: str) -> Mask:
    return tables.texts.mask_with(wanted)


_ANSWERS: dict[str, Callable[..., Mask]] = {
    "countries": _with("country"),
    "partners": _with("country"),
    "goals": _goals,
    "institutions": _with("institution"),
    "kinds": _with("kind"),
    "since": _since,
    "until": _until,
    "publishers": _with("publisher"),
    "languages": _with("language"),
    "programmes": _with("programme"),
    "text": _text,
}

"""Life cycles of partnerships: announced, agreed, active, renewed, silent, told from the events that partners share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from dashboard.measures.pairs import list_pair_rows
from dashboard.selection import Slice
from dashboard.selection.matrices import KINDS, kinds, partner_countries, partner_institutions
from dashboard.selection.naming import country_names
from dashboard.tables import Tables
from dashboard.words import _, mark, ngettext, write_date, write_list, write_number, write_series

# More lives than this make no page.
MOST_LIVES = 10
# So many pairs are looked at: several of them are often one partnership of more than two.
_CANDIDATES = 40
# A partnership is called silent when nothing was read of it for so many years: those that meet do so every year or two.
SILENT_YEARS = 2
# As many partners are named, and as many events of a partnership shown: its first, its first agreement, and the newest.
_NAMED, _MOST_EVENTS = 4, 20
_AGREEMENT = KINDS.index("agreement")

# What an event is in the life of a partnership.
STAGES: Mapping[str, str] = {
    "announced": mark("announced"),
    "signed": mark("agreement"),
    "renewed": mark("later agreement"),
    "active": mark("activity"),
}
# What has become of a partnership.
NOW: Mapping[str, str] = {
    "announced": mark("announced, not known to have begun"),
    "signed": mark("agreed"),
    "renewed": mark("agreed again"),
    "active": mark("active"),
    "silent": mark("silent"),
}


_Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Life:
    """One partnership: its partners by code, the rows of its dated events in order of begin, and what each is in its life."""

    partners: list[str]
    rows: _Numbers
    stages: npt.NDArray[np.object_]


def list_lives(part: Slice, of: str = "institution") -> pd.DataFrame:
    """The events of the partnerships with most events, or of those that are selected, as stages of their lives.

    A row is one dated event of one partnership: ``life`` numbers partnerships, ``partners`` names those that took part in all
    of its events, ``stage`` is a key of ``STAGES``; ``now`` and ``confirmed`` say what has become of it and when it was
    last seen to take place. ``attrs["others"]`` counts pairs left out, ``attrs["newest"]`` is the day of the newest article.
    """
    lives, others = _find_lives(part, of)
    names = country_names(part.tables) if of == "country" else part.tables.institution_names
    frame = _frame(part.tables, lives, names)
    frame.attrs = {"others": others, "newest": part.tables.about.newest}
    return frame


def list_living(part: Slice, of: str) -> Slice:
    """The events that stand in those lives, each once."""
    lives, _others = _find_lives(part, of)
    rows = np.unique(np.concatenate([np.zeros(0, dtype=part.rows.dtype), *(life.rows for life in lives)]))
    return Slice(part.tables, rows.astype(part.rows.dtype), part.selection)


@lru_cache(maxsize=4)
def _find_lives(part: Slice, of: str) -> tuple[list[_Life], int]:
    """The lives that are shown, and how many pairs are left out."""
    shared, codes = _shared(part, of)
    levels = _levels(part, shared, codes, of)
    places = _first_places(shared, levels)
    keys = [f"{codes[a]}|{codes[b]}" for a, b in zip(shared.coords[0][places], shared.coords[1][places], strict=True)]
    rows = [each[part.tables.days[each, 1] > 0] for each in list_pair_rows(part, keys, of)]
    grouped = _group(keys, rows)
    if not (part.selection.institutions or part.selection.countries):
        grouped.sort(key=lambda life: -len(life[1]))
    lives = [_live(part.tables, partners, own) for partners, own in grouped[:MOST_LIVES]]
    eligible = np.count_nonzero(levels) if levels.any() else shared.nnz
    return lives, max(0, len(grouped) - len(lives)) + int(eligible) - len(keys)


def _shared(part: Slice, of: str) -> tuple[sparse.coo_array, npt.NDArray[np.object_]]:
    """How many events each pair shares, and the codes of rows and columns."""
    if of == "country":
        return partner_countries(part), part.tables.country_index.to_numpy(dtype=object)
    return partner_institutions(part), part.tables.institution_index.to_numpy(dtype=object)


def _levels(part: Slice, shared: sparse.coo_array, codes: npt.NDArray[np.object_], of: str) -> _Numbers:
    """How many ends of each pair are selected; 0 everywhere where none is asked for."""
    asked = part.selection
    wanted = (*asked.countries, *asked.partners) if of == "country" else asked.institutions
    if not wanted:
        return np.zeros(shared.nnz, dtype=np.int64)
    selected = np.isin(codes.astype(str), np.array(wanted, dtype=str)).astype(np.int64)
    first, second = shared.coords
    return np.asarray(selected[first] + selected[second])


def _first_places(shared: sparse.coo_array, levels: _Numbers) -> _Numbers:
    """The places of the pairs to look at: those selected before others, then by number of events; equals by code."""
    weights = levels * (int(shared.data.max(initial=0)) + 1) + shared.data
    near = np.flatnonzero(levels > 0) if levels.any() else np.arange(shared.nnz)
    if len(near) > _CANDIDATES:
        near = near[weights[near] >= np.partition(weights[near], -_CANDIDATES)[-_CANDIDATES]]
    order = near[np.lexsort((shared.coords[1][near], shared.coords[0][near], -weights[near]))][:_CANDIDATES]
    # pairs with so many events hardly ever share the very same ones
    busy = len(order) > MOST_LIVES and shared.data[order[:MOST_LIVES]].min() > _MOST_EVENTS
    return np.asarray(order[:MOST_LIVES] if busy else order, dtype=np.int64)


def _group(keys: list[str], rows: list[_Numbers]) -> list[tuple[list[str], _Numbers]]:
    """Partnerships with the rows of their events, if there are any: pairs that share the very same events are one."""
    members: dict[bytes, dict[str, None]] = {}
    own: dict[bytes, _Numbers] = {}
    for key, each in zip(keys, rows, strict=True):
        if not len(each):
            continue
        same = each.tobytes()
        members.setdefault(same, {}).update(dict.fromkeys(key.split("|")))
        own[same] = each
    return [(list(partners), own[same]) for same, partners in members.items()]


def _live(tables: Tables, partners: list[str], rows: _Numbers) -> _Life:
    """What each event of a partnership is in its life; of many only the first, the first agreement and the newest."""
    said, agreed = _announced(tables)[rows], kinds(tables)[rows] == _AGREEMENT
    signed = np.flatnonzero(agreed & ~said)[:1]
    later = agreed & (np.arange(len(rows)) > (signed[0] if len(signed) else len(rows)))
    stages = np.select([said, later, agreed], ["announced", "renewed", "signed"], "active").astype(object)
    kept = np.arange(len(rows))
    if len(rows) > _MOST_EVENTS:
        kept = np.unique(np.concatenate([[0], signed, kept[2 - _MOST_EVENTS :]]))
    return _Life(partners, rows[kept], stages[kept])


@lru_cache(maxsize=2)
def _announced(tables: Tables) -> npt.NDArray[np.bool_]:
    """Which events are announced only."""
    return (tables.events["status"] == "announced").fillna(False).to_numpy(dtype=bool)


def _frame(tables: Tables, lives: list[_Life], names: Mapping[str, str]) -> pd.DataFrame:
    rows = np.concatenate([np.zeros(0, dtype=np.int64), *(life.rows for life in lives)])
    sizes = [len(life.rows) for life in lives]
    told = [_tell(tables, life, names) for life in lives]
    frame = tables.events.iloc[rows][["event_id", "title", "kind", "start", "end", "first_day", "last_day", "sources"]]
    frame = frame.reset_index(drop=True)
    frame.insert(0, "life", np.repeat(np.arange(len(lives)), sizes))
    for place, column in enumerate(("partners", "now", "confirmed")):
        frame[column] = pd.Series(np.repeat(np.array([words[place] for words in told], dtype=object), sizes), dtype="str")
    frame["stage"] = pd.Series(np.concatenate([np.zeros(0, dtype=object), *(life.stages for life in lives)]), dtype="str")
    stage_names = {stage: _(words) for stage, words in STAGES.items()}
    frame["stage_name"] = pd.Series([stage_names[stage] for stage in frame["stage"]], dtype="str")
    return frame


def _tell(tables: Tables, life: _Life, names: Mapping[str, str]) -> tuple[str, str, str]:
    """Who the partners are, what has become of the partnership, and when it was last seen to take place."""
    partners = _name([names[code] for code in life.partners])
    held = life.rows[life.stages != "announced"]
    return partners, _(NOW[_find_now(tables, life)]), _confirm(tables, int(held[-1])) if len(held) else _("not yet")


def _find_now(tables: Tables, life: _Life) -> str:
    """What has become of a partnership: silent, or what was seen last."""
    newest = tables.about.newest
    read = int(newest.replace("-", "")) if newest and len(newest) == 10 else 0  # days are numbers such as 20240601
    if tables.days[life.rows, 1].max() <= read - SILENT_YEARS * 10_000:
        return "silent"
    held = life.stages[life.stages != "announced"]
    return str(held[-1]) if len(held) else "announced"


def _confirm(tables: Tables, row: int) -> str:
    """When an event took place, and how many sources tell of it."""
    event = tables.events.iloc[row]
    sources = int(event["sources"])
    words = ngettext("{date} ({n} source)", "{date} ({n} sources)", sources)
    start = event["start"] if isinstance(event["start"], str) else event["first_day"]
    return words.format(date=write_date(start), n=write_number(sources))


def _name(names: list[str]) -> str:
    """The partners in one phrase, the first of many by name."""
    if len(names) <= _NAMED:
        return write_list(names)
    left = len(names) - _NAMED + 1
    words = ngettext("{names} and {n} more", "{names} and {n} more", left)
    return words.format(names=write_series(names[: _NAMED - 1]), n=write_number(left))

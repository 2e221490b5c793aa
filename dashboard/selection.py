"""What a reader asked for, as a value and as an address, and the Slice of the Tables that answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qs, urlencode

import numpy as np
import numpy.typing as npt

from dashboard.model import EventKind
from dashboard.tables import Tables


@dataclass(frozen=True, slots=True)
class Selection:
    """The filters of a view; empty means everything. Codes only, sorted; hashable, so that it can be a cache key.

    ``countries`` any of them takes part; ``partners`` any of them takes part too; ``since`` and ``until`` are ISO prefixes between
    which the event lies at least in part; ``text`` words that all occur.
    """

    countries: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    text: str = ""


# The name of each filter in the address. Fixed for ever, in all languages: links in printed reports depend on them.
ADDRESS_NAMES = {
    "countries": "country", "partners": "partner", "goals": "goal", "institutions": "institution", "kinds": "kind", "since": "from",
    "until": "to", "publishers": "publisher", "languages": "language", "programmes": "programme", "text": "q",
}


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


def write_address(selection: Selection) -> str:
    """The query of the address that restores the selection, such as ``country=CHN,DEU&goal=4``; empty for everything."""
    pairs = []
    for name, key in ADDRESS_NAMES.items():
        value = getattr(selection, name)
        if value:
            pairs.append((key, value if isinstance(value, str) else ",".join(value)))
    return urlencode(pairs, safe=",")


_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def known_values(tables: Tables) -> dict[str, frozenset[str]]:
    """The values that each coded filter can take in these tables."""
    return {
        "countries": frozenset(tables.countries["country"]),
        "partners": frozenset(tables.countries["country"]),
        "goals": frozenset(str(goal) for goal in range(1, 18)),
        "institutions": frozenset(tables.institutions["institution_id"]),
        "kinds": frozenset(EventKind),
        "publishers": frozenset(tables.articles["publisher_key"].dropna()),
        "languages": frozenset(tables.articles["source_language"].dropna()),
        "programmes": frozenset(tables.programmes["programme_key"]),
    }


def read_address(query: str, tables: Tables) -> tuple[Selection, tuple[tuple[str, str], ...]]:
    """The selection that an address asks for, and what it names that is not known, as (filter, value) pairs.

    Parameters that are no filters of ours are left alone: pages have their own.
    """
    asked = parse_qs(query.lstrip("?"), keep_blank_values=False)
    known, values, unknown = known_values(tables), {}, []
    for name, key in ADDRESS_NAMES.items():
        given = ",".join(asked.get(key, ()))
        if name == "text":
            values[name] = " ".join(given.split())
        elif name in ("since", "until"):
            values[name] = given if _PERIOD.fullmatch(given) else ""
            unknown += [(key, given)] if given and not values[name] else []
        else:
            codes = {code.strip() for code in given.split(",") if code.strip()}
            values[name] = sort_codes(codes & known[name])
            unknown += [(key, code) for code in sorted(codes - known[name])]
    return Selection(**values), tuple(unknown)


def sort_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes in the order that a Selection keeps them: numbers by size, others by letter."""
    return tuple(sorted(set(codes), key=lambda code: (not code.isdigit(), int(code) if code.isdigit() else 0, code)))


def select(tables: Tables, selection: Selection) -> Slice:
    """The events that answer every filter of the selection; no filter means all events."""
    mask = np.ones(len(tables.events), dtype=bool)
    for name, answer in _ANSWERS.items():
        wanted = getattr(selection, name)
        if wanted:
            mask &= answer(tables, wanted)
    return Slice(tables, np.flatnonzero(mask), selection)


def without(selection: Selection, name: str) -> Selection:
    """The selection with one filter cleared."""
    return replace(selection, **{name: next(f.default for f in fields(Selection) if f.name == name)})


_Mask = npt.NDArray[np.bool_]


def _columns(matrix: str, index: str) -> Callable[[Tables, tuple[str, ...]], _Mask]:
    """Events with any of the wanted codes among the columns of an incidence matrix."""

    def answer(tables: Tables, wanted: tuple[str, ...]) -> _Mask:
        columns = getattr(tables, index).get_indexer(list(wanted))
        chosen = getattr(tables, matrix).tocsc()[:, columns[columns >= 0]]
        mask = np.zeros(len(tables.events), dtype=bool)
        mask[chosen.indices] = True
        return mask

    return answer


def _goals(tables: Tables, wanted: tuple[str, ...]) -> _Mask:
    mask = np.zeros(len(tables.events), dtype=bool)
    mask[tables.goal_matrix.tocsc()[:, [int(goal) - 1 for goal in wanted]].indices] = True
    return mask


def _of_articles(column: str) -> Callable[[Tables, tuple[str, ...]], _Mask]:
    """Events that some article tells of whose ``column`` is among the wanted."""

    def answer(tables: Tables, wanted: tuple[str, ...]) -> _Mask:
        ids = tables.articles.loc[tables.articles[column].isin(wanted), "article_id"]
        links = tables.event_articles
        return _rows_of(tables, links.loc[links["article_id"].isin(ids), "event_id"])

    return answer


def _programmes(tables: Tables, wanted: tuple[str, ...]) -> _Mask:
    links = tables.programmes
    return _rows_of(tables, links.loc[links["programme_key"].isin(wanted), "event_id"])


def _rows_of(tables: Tables, event_ids: Iterable[str]) -> _Mask:
    mask = np.zeros(len(tables.events), dtype=bool)
    rows = tables.event_index.get_indexer(list(event_ids))
    mask[rows[rows >= 0]] = True
    return mask


def _kinds(tables: Tables, wanted: tuple[str, ...]) -> _Mask:
    return tables.events["kind"].isin(wanted).to_numpy(dtype=bool)


def _since(tables: Tables, wanted: str) -> _Mask:
    """Events that have not ended before the period; undated ones lie in no period."""
    return (tables.events["last_day"] >= wanted).fillna(False).to_numpy(dtype=bool)


def _until(tables: Tables, wanted: str) -> _Mask:
    """Events begun before the period is over: an ISO prefix sorts before every day it begins, so the end is widened."""
    return (tables.events["first_day"] <= wanted + "-99").fillna(False).to_numpy(dtype=bool)


def _text(tables: Tables, wanted: str) -> _Mask:
    mask = np.ones(len(tables.events), dtype=bool)
    for word in tables.fold(wanted).split():
        mask &= tables.search_texts.str.contains(word, regex=False).to_numpy(dtype=bool)
    return mask


_ANSWERS: dict[str, Callable[..., _Mask]] = {
    "countries": _columns("country_matrix", "country_index"),
    "partners": _columns("country_matrix", "country_index"),
    "goals": _goals,
    "institutions": _columns("institution_matrix", "institution_index"),
    "kinds": _kinds,
    "since": _since,
    "until": _until,
    "publishers": _of_articles("publisher_key"),
    "languages": _of_articles("source_language"),
    "programmes": _programmes,
    "text": _text,
}

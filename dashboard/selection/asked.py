"""What a reader asked for, as a value and as an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard.model import EventKind
from dashboard.selection.regions import list_regions
from dashboard.tables import Tables


@dataclass(frozen=True, slots=True)
class Selection:
    """The filters of a view; empty means everything. Codes only, sorted; hashable, so that it can be a cache key.

    ``countries`` any of them takes part; ``partners`` any of them takes part too; ``since`` and ``until`` are ISO prefixes
    between which the event lies at least in part; ``text`` words that all occur, or phrases in double quotes. ``regions`` are
    M49 regions and groups of countries one of which takes part. ``every`` names the filters of which all codes must be met, not
    any; ``basis`` counts only goals ``stated`` or ``inferred``; ``undated`` is ``only`` for events without a date. ``cities``
    are venues as ``KAZ|Almaty``. ``sure`` is how likely kind, date and place of an event must be right at least; ``counting``
    is ``reports`` where charts count the articles that tell of events in place of the events. The code ``UNKNOWN`` stands for
    events of which nothing of the sort is known.
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
    regions: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    basis: str = ""
    undated: str = ""
    cities: tuple[str, ...] = ()
    sure: str = ""
    counting: str = ""


UNKNOWN = "unknown"
# Filters of which all codes can be asked for, and of which nothing may be known.
TOGETHER = ("countries", "goals", "institutions", "programmes")
OPEN = ("countries", "goals", "institutions", "publishers", "languages", "programmes", "cities")
BASES = ("stated", "inferred")
# How likely values must be right, as the address has it; words for them stand with the evidence.
SURE = ("0.5", "0.7", "0.9")
_WORDS = {"basis": BASES, "undated": ("only",), "sure": SURE, "counting": ("reports",)}


# The name of each filter in the address. Fixed for ever, in all languages: links in printed reports depend on them.
ADDRESS_NAMES = {
    "countries": "country",
    "partners": "partner",
    "goals": "goal",
    "institutions": "institution",
    "kinds": "kind",
    "since": "from",
    "until": "to",
    "publishers": "publisher",
    "languages": "language",
    "programmes": "programme",
    "text": "q",
    "regions": "region",
    "every": "all",
    "basis": "basis",
    "undated": "undated",
    "cities": "city",
    "sure": "sure",
    "counting": "count",
}


def write_address(selection: Selection) -> str:
    """The query of the address that restores the selection, such as ``country=CHN,DEU&goal=4``; empty for everything."""
    pairs = []
    for name, key in ADDRESS_NAMES.items():
        value = getattr(selection, name)
        if value:
            pairs.append((key, value if isinstance(value, str) else ",".join(value)))
    return urlencode(pairs, safe=",")


_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@lru_cache(maxsize=2)
def known_values(tables: Tables) -> dict[str, frozenset[str]]:
    """The values that each coded filter can take in these tables."""
    countries = frozenset(tables.countries["country"])
    known = {
        "countries": countries,
        "partners": countries,
        "goals": frozenset(str(goal) for goal in range(1, 18)),
        "institutions": frozenset(tables.institutions["institution_id"]),
        "kinds": frozenset(EventKind),
        "publishers": frozenset(tables.incidence("publisher").index),
        "languages": frozenset(tables.incidence("language").index),
        "programmes": frozenset(tables.incidence("programme").index),
        "cities": frozenset(tables.incidence("city").index),
        "regions": frozenset(list_regions(tables)),
        "every": frozenset(ADDRESS_NAMES[name] for name in TOGETHER),
    }
    return {name: codes | {UNKNOWN} if name in OPEN else codes for name, codes in known.items()}


def read_address(query: str, tables: Tables) -> tuple[Selection, tuple[tuple[str, str], ...]]:
    """The selection that an address asks for, and what it names that is not known, as (filter, value) pairs.

    Parameters that are no filters of ours are left alone: pages have their own.
    """
    asked = parse_qs(query.lstrip("?"), keep_blank_values=False)
    known, unknown = known_values(tables), []
    values: dict[str, Any] = {}
    for name, key in ADDRESS_NAMES.items():
        given = ",".join(asked.get(key, ()))
        if name == "text":
            values[name] = " ".join(given.split())
        elif name not in known:
            values[name] = given if _is_word(name, given) else ""
            unknown += [(key, given)] if given and not values[name] else []
        else:
            codes = {code.strip() for code in given.split(",") if code.strip()}
            values[name] = sort_codes(codes & known[name])
            unknown += [(key, code) for code in sorted(codes - known[name])]
    return Selection(**values), tuple(unknown)


def _is_word(name: str, given: str) -> bool:
    """Whether a filter that takes one word or date can take this one."""
    return given in _WORDS[name] if name in _WORDS else _PERIOD.fullmatch(given) is not None


def sort_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Codes in the order that a Selection keeps them: numbers by size, others by letter."""
    # by their length, since an address may hold digits that are no number, or more than Python reads
    return tuple(sorted(set(codes), key=lambda code: (not code.isdigit(), len(code) if code.isdigit() else 0, code)))


def is_reversed(selection: Selection) -> bool:
    """Whether the period ends before it begins, as far as both ends are told."""
    length = min(len(selection.since), len(selection.until))
    return selection.since[:length] > selection.until[:length]


def narrow_period(selection: Selection, since: str, until: str) -> Selection:
    """The selection within a further period too: the later begin and the earlier end of the two, however exact each is."""
    # a sign after all digits, so that a month or no end at all is compared rightly with a year
    end = min(until + "~", selection.until or "~").rstrip("~")
    return replace(selection, since=max(since, selection.since), until=end)


def without(selection: Selection, name: str) -> Selection:
    """The selection with one filter cleared."""
    cleared: dict[str, Any] = {field.name: field.default for field in fields(Selection) if field.name == name}
    return replace(selection, **cleared)

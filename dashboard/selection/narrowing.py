"""A selection narrowed further: every filter in force still holds, and what a mark says holds too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.selection.asked import ADDRESS_NAMES, TOGETHER, UNKNOWN, Selection, is_reversed, narrow_period, sort_codes
from dashboard.selection.regions import list_regions
from dashboard.tables import Tables

# Filters that ask the same of an event stand together: what one cannot say, the second may.
_ALIKE = (
    ("countries", "partners"), ("goals",), ("institutions",), ("kinds",), ("regions",), ("languages",), ("publishers",),
    ("cities",),
)  # fmt: skip


def narrow_selection(tables: Tables, selection: Selection, wanted: Mapping[str, Any]) -> Selection | None:
    """The selection in which the filters ``wanted`` hold besides those in force; none where no filters can say both."""
    found = replace(selection, undated=wanted.get("undated", selection.undated))
    if "since" in wanted:
        found = narrow_period(found, wanted["since"], wanted["until"])
        if is_reversed(found):
            return None
    for names in _ALIKE:
        if any(wanted.get(name) for name in names):
            said = _say_both(tables, found, wanted, names)
            if not said:
                return None
            found = replace(found, **said)
    return found


def _say_both(tables: Tables, selection: Selection, wanted: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The filters that ask for all that a selection and a mark ask for; empty where none can."""
    in_force = {name: getattr(selection, name) for name in names}
    demands = _list_demands(wanted, names, wanted.get("every", ())) + _list_demands(in_force, names, selection.every)
    single: list[str] = []
    broad: list[tuple[str, ...]] = []
    for demand in sorted(demands, key=len):
        if any(_implies(tables, names[0], code, demand) for code in single):
            continue
        single, broad = ([*single, *demand], broad) if len(demand) == 1 else (single, [*broad, demand])
    return _say(single, broad, names, selection.every)


def _list_demands(values: Mapping[str, Any], names: Sequence[str], every: Sequence[str]) -> list[tuple[str, ...]]:
    """What an event must meet: any code of each demand."""
    demands: list[tuple[str, ...]] = []
    for name in names:
        codes = tuple(values.get(name, ()))
        demands += [(code,) for code in codes] if ADDRESS_NAMES[name] in every else [codes] if codes else []
    return demands


def _implies(tables: Tables, name: str, code: str, demand: Sequence[str]) -> bool:
    """Whether an event with the code has one of the demand, as what lies in Central Asia lies in Asia."""
    if code in demand or name != "regions":
        return code in demand
    known = list_regions(tables)
    within = {country for each in demand if each in known for country in known[each][1]}
    return code in known and within.issuperset(known[code][1])


def _say(
    single: Sequence[str], broad: Sequence[tuple[str, ...]], names: Sequence[str], every: tuple[str, ...]
) -> dict[str, Any]:
    """Codes that must all be met in the first filter, any of several in the second where there is one."""
    first, key, second = names[0], ADDRESS_NAMES[names[0]], names[1:]
    partners = broad[0] if broad else ()
    if second and len(single) == 2 and not broad and key not in every and UNKNOWN not in single:
        single, partners = single[:1], tuple(single[1:])
    unsaid = len(broad) > len(second) or UNKNOWN in partners or (len(single) > 1 and first not in TOGETHER)
    if unsaid:
        return {}
    together = {"every": sort_codes({*every, key})} if len(single) > 1 else {}
    return {first: sort_codes(single)} | dict.fromkeys(second, partners) | together

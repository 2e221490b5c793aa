"""A Selection in human words, for chips, captions and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dashboard.model import EventKind
from dashboard.selection.asked import ADDRESS_NAMES, UNKNOWN, Selection
from dashboard.selection.naming import country_names, goal_title
from dashboard.selection.regions import list_regions
from dashboard.tables import Tables
from dashboard.words import _, mark, name_language, write_date, write_list, write_percent, write_place

KIND_NAMES = {
    EventKind.AGREEMENT: mark("Agreement"),
    EventKind.MEETING: mark("Meeting"),
    EventKind.CONFERENCE: mark("Conference"),
    EventKind.TRAINING: mark("Training"),
    EventKind.VISIT: mark("Visit"),
    EventKind.PROJECT: mark("Project"),
    EventKind.PROGRAMME: mark("Programme"),
    EventKind.DESIGNATION: mark("Designation"),
    EventKind.AWARD: mark("Award"),
    EventKind.CAMPAIGN: mark("Campaign"),
    EventKind.PUBLICATION: mark("Publication"),
    EventKind.EXCHANGE: mark("Exchange"),
}
FILTER_NAMES = {
    "countries": mark("Country"),
    "partners": mark("With partner country"),
    "goals": mark("Goal"),
    "institutions": mark("Institution"),
    "kinds": mark("Kind of event"),
    "since": mark("From"),
    "until": mark("Until"),
    "publishers": mark("Publisher"),
    "languages": mark("Language of the source"),
    "programmes": mark("Programme"),
    "text": mark("Words"),
    "regions": mark("Region or group"),
    "every": mark("All of them"),
    "basis": mark("Goals that are"),
    "undated": mark("Date"),
    "cities": mark("City"),
    "sure": mark("Likely right"),
    "counting": mark("Counted are"),
}
BASIS_NAMES = {"stated": mark("named in the text"), "inferred": mark("inferred from the subject")}


def kind_name(kind: str) -> str:
    """A kind of event in the reader's words."""
    return _(KIND_NAMES[EventKind(kind)])


def language_name(code: str) -> str:
    """What a language is called in the reader's, by its ISO 639-1 code; unknown codes as they are."""
    return name_language(code)


def goal_name(goal: int | str, tables: Tables) -> str:
    """Number and title of a goal: colour alone never tells it."""
    return _("SDG {number} {title}").format(number=goal, title=goal_title(tables, goal))


def name_city(tables: Tables, code: str) -> str:
    """A city with its country, from a code such as ``KAZ|Almaty``."""
    country, _bar, city = code.partition("|")
    named = country_names(tables).get(country)
    return write_place(city, named) if named else city


def list_filters(tables: Tables, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Every active filter as its name and what it asks for, in words: ``("Country", "China or Germany")``."""
    return tuple((_(FILTER_NAMES[name]), text) for name, text in describe_filters(tables, selection))


def describe_filters(tables: Tables, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Every active filter as its field of ``Selection`` and what it asks for, in words."""
    found = []
    for name in FILTER_NAMES:
        value = getattr(selection, name)
        # whether any or all are asked for is said by "or" and "and"
        if value and name != "every":
            every = ADDRESS_NAMES[name] in selection.every
            found.append(
                (name, _describe(name, value, tables) if isinstance(value, str) else _list(name, value, tables, every))
            )
    return tuple(found)


def _describe(name: str, value: str, tables: Tables) -> str:
    return _NAMING[name](value, tables) if name in _NAMING else value


def _list(name: str, codes: Iterable[str], tables: Tables, every: bool) -> str:
    return write_list((_("not known") if code == UNKNOWN else _NAMING[name](code, tables) for code in codes), every)


def _named(names: Callable[[Tables], Mapping[str, str]]) -> Callable[[str, Tables], str]:
    return lambda code, tables: names(tables).get(code, code)


_NAMING: dict[str, Callable[[str, Tables], str]] = {
    "since": lambda prefix, _tables: write_date(prefix),
    "until": lambda prefix, _tables: write_date(prefix),
    "countries": _named(country_names),
    "partners": _named(country_names),
    "goals": goal_name,
    "institutions": _named(lambda tables: tables.institution_names),
    "kinds": lambda code, _tables: kind_name(code),
    "publishers": _named(lambda tables: tables.publisher_names),
    "languages": lambda code, _tables: language_name(code),
    "programmes": _named(lambda tables: tables.programme_names),
    "regions": lambda code, tables: _(list_regions(tables)[code][0]) if code in list_regions(tables) else code,
    "cities": lambda code, tables: name_city(tables, code),
    "basis": lambda code, _tables: _(BASIS_NAMES[code]),
    "undated": lambda _code, _tables: _("not known"),
    "sure": lambda code, _tables: _("at least {share}").format(share=write_percent(float(code))),
    "counting": lambda _code, _tables: _("reports, not events"),
}

"""A Selection in human words, for chips, captions and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pycountry

from dashboard.model import EventKind
from dashboard.selection.asked import Selection
from dashboard.tables import Tables
from dashboard.words import _, mark

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
}


def kind_name(kind: str) -> str:
    """A kind of event in the reader's words."""
    return _(KIND_NAMES[EventKind(kind)])


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639-1 code, without what stands in brackets; unknown codes as they are."""
    language = pycountry.languages.get(alpha_2=code)
    return language.name.split(" (")[0].removeprefix("Modern ") if language else code


def goal_name(goal: int | str, tables: Tables) -> str:
    """Number and title of a goal: colour alone never tells it."""
    return _("SDG {number} {title}").format(number=goal, title=_(tables.goal_titles[int(goal)]))


def list_filters(tables: Tables, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Every active filter as its name and what it asks for, in words: ``("Country", "China or Germany")``."""
    return tuple((_(FILTER_NAMES[name]), text) for name, text in describe_filters(tables, selection))


def describe_filters(tables: Tables, selection: Selection) -> tuple[tuple[str, str], ...]:
    """Every active filter as its field of ``Selection`` and what it asks for, in words."""
    found = []
    for name in FILTER_NAMES:
        value = getattr(selection, name)
        if value:
            words = value if isinstance(value, str) else list_words(_NAMING[name](code, tables) for code in value)
            found.append((name, words))
    return tuple(found)


def list_words(words: Iterable[str]) -> str:
    """Alternatives in one phrase: ``China, Germany or Japan``."""
    *others, last = words
    return _("{others} or {last}").format(others=", ".join(others), last=last) if others else last


def _named(names: str) -> Callable[[str, Tables], str]:
    return lambda code, tables: str(getattr(tables, names).get(code, code))


_NAMING: dict[str, Callable[[str, Tables], str]] = {
    "countries": _named("country_names"),
    "partners": _named("country_names"),
    "goals": goal_name,
    "institutions": _named("institution_names"),
    "kinds": lambda code, _tables: kind_name(code),
    "publishers": _named("publisher_names"),
    "languages": lambda code, _tables: language_name(code),
    "programmes": _named("programme_names"),
}

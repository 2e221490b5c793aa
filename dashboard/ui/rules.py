"""What the rules that find values are called in plain words, and why reports were taken for one event."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from dashboard.selection import KIND_NAMES, kind_name
from dashboard.ui.labels import name_date
from dashboard.words import _, keep_direction, mark, write_clauses, write_list

_SINCE_TOLD = mark("a date told from the day of publication")
_IN_FIGURES = mark("a date in figures")
_CAPITALS = mark("capital letters that may be a name")
_ACRONYM = mark("an acronym that the text explains")
_OFFICE = mark("an office or post beside the name")
_SHAPE = mark("words built like such a name")
_KNOWN = mark("a list of known names")
_RULES: Mapping[str, str] = {
    "name in the text": mark("the name in the text"),
    # dates
    "day and month": mark("a day and month"), "month": mark("a month"), "year": mark("a year"),
    "days of a month": mark("days of one month"), "days of two months": mark("days of two months"),
    "month and day": mark("a day and month"), "day and month in figures": _IN_FIGURES, "figures": _IN_FIGURES,
    "month of publication": mark("the month of publication"),
    **dict.fromkeys(
        ("today", "yesterday", "tomorrow", "weekday", "recently", "this_week", "last_week", "next_week", "this_weekend",
         "last_weekend", "next_weekend", "this_month", "last_month", "next_month", "this_year", "last_year", "next_year"),
        _SINCE_TOLD,
    ),
    # held or announced, and how people meet
    "status word": mark("a word for held or announced"), "mode word": mark("a word for in person or online"),
    "people meet at a place": mark("people meet at a place"), "no word of announcing": mark("no word of announcing"),
    "words of announcing beside it": mark("words of announcing beside it"),
    "starts after the day of publication": mark("the event begins after the day of publication"),
    "ended before the day of publication": mark("the event ended before the day of publication"),
    "people": mark("a number of people"), "attendance": mark("a number of people who attend"),
    # places
    "name": mark("the name of the place"), "region": mark("the name of a part of the country"),
    "demonym": mark("a word for the people or things of the country"),
    "name, ambiguous": mark("a name that means something else too"),
    "demonym, ambiguous": mark("a name that means something else too"),
    "dateline": mark("the dateline"), "city, country": mark("a city with its country beside it"),
    "in": mark("a city after a word such as “in”"), "alone": mark("the name of a city alone"),
    "within a name": mark("a place within another name"), "the city lies there": mark("the city lies there"),
    "seat of the host": mark("the seat of the host"), "participants from there": mark("participants come from there"),
    # goals and programmes
    "number": mark("the number of the goal"), "official title": mark("the official title of the goal"),
    "programme table": mark("the list of programmes"), "name shape": _SHAPE,
    # people
    "title": mark("a title before the name"), "given name": mark("a given name"), "family name": mark("a family name"),
    "name inside": mark("a given name within it"), "office": _OFFICE, "post": _OFFICE, "apposition": _OFFICE,
    "speech": mark("a word of speaking beside the name"), "capitals": _CAPITALS,
    # institutions
    "gazetteer": _KNOWN, "listed": _KNOWN, "short name": mark("a short name of a university"), "acronym": _ACRONYM,
    "defined acronym": _ACRONYM, "bare acronym": _CAPITALS, "capitals within": _CAPITALS,
    "name and country": _SHAPE, "legal form": mark("the legal form of a company"), "Vietnamese name": _SHAPE,
    "shared head word": _SHAPE, "government": mark("a government as a party"), "city that acts": mark("a city as a party"),
    "minister": mark("a minister, who stands for the ministry"), "issuer": mark("the publisher of the article"),
    "publisher": mark("the publisher of the article"),
}  # fmt: skip
# Rules that carry something: a pattern, its sentence, and how what it carries is said.
_Say = Callable[[str], str]
_AS_IT_IS: _Say = keep_direction
_CARRYING: tuple[tuple[re.Pattern[str], str, Mapping[str, _Say]], ...] = (
    (re.compile(r"headline, (?P<rule>.+)"), mark("{rule}, in the headline"), {"rule": lambda rule: name_rule(rule)}),
    (re.compile(r"trigger (?P<n>\d)"), mark("a word for the kind of event (weight {n} of 5)"), {}),
    (re.compile(r"subject word (?P<n>\d)"), mark("a word of the subject (weight {n} of 5)"), {}),
    (
        re.compile(r"subject word (?P<n>\d) of (?P<target>\S+)"),
        mark("a word of the subject of target {target} (weight {n} of 5)"),
        {},
    ),
    (re.compile(r"target (?P<target>\S+)"), mark("the number of target {target}"), {}),
    (re.compile(r"seat of (?P<name>.+)"), mark("the seat of {name}"), {"name": _AS_IT_IS}),
    (re.compile(r"venue of event \d+"), mark("the event took place there"), {}),
    (re.compile(r"kind of event: (?P<kind>.+)"), mark("the kind of event: {kind}"), {"kind": lambda kind: _kind(kind)}),
)
# Each reason opens with words of its own: names within it may hold commas.
_NEXT = re.compile(r", (?=same (?:date|city)|dates |one text|similar titles|both )")
_TWO_KINDS = r"(?P<one>\w+), (?P<other>\w+)"
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"same kind \((?P<kind>\w+)\)"), mark("they are of the same kind ({kind})")),
    (re.compile(rf"kinds that go together \({_TWO_KINDS}\)"), mark("their kinds go together ({one}, {other})")),
    (re.compile(r"same date"), mark("they have the same date")),
    (re.compile(r"dates agree \((?P<first>[\d-]+), (?P<second>[\d-]+)\)"), mark("their dates agree ({first} and {second})")),
    (re.compile(r"dates do not contradict"), mark("their dates do not contradict each other")),
    (re.compile(r"same city \((?P<city>.+)\)"), mark("they took place in the same city ({city})")),
    (re.compile(r"one text is a copy of the other"), mark("one text is a copy of the other")),
    (re.compile(r"similar titles"), mark("their titles are similar")),
    (re.compile(r"both name (?P<names>.+)"), mark("both name {names}")),
    (re.compile(r"both tell of (?P<names>.+)"), mark("both tell of {names}")),
)
_MORE = re.compile(r"(\d+) more")


def name_rule(rule: str) -> str:
    """A rule of the evidence table in plain words; one that is not listed as it is written."""
    if rule in _RULES:
        return _(_RULES[rule])
    for pattern, words, said in _CARRYING:
        if found := pattern.fullmatch(rule):
            return _(words).format(**{name: said.get(name, str)(text) for name, text in found.groupdict().items()})
    return rule


def name_reasons(because: str, known: Collection[str] = ()) -> str:
    """Why two reports were taken for one event, in plain words; ``known`` are names that lists in it may hold."""
    return write_clauses(_name_reason(reason, known) for reason in _NEXT.split(because))


def _name_reason(reason: str, known: Collection[str]) -> str:
    for pattern, words in _REASONS:
        if found := pattern.fullmatch(reason):
            return _(words).format(**{name: _say_part(name, text, known) for name, text in found.groupdict().items()})
    return reason


def _say_part(name: str, text: str, known: Collection[str]) -> str:
    if name in ("kind", "one", "other"):
        return _kind(text)
    if name in ("first", "second"):
        return name_date(text)
    return write_list(map(keep_direction, _split_names(text, known))) if name == "names" else keep_direction(text)


def _kind(kind: str) -> str:
    return kind_name(kind) if kind in KIND_NAMES else kind


def _split_names(text: str, known: Collection[str]) -> Iterator[str]:
    """The names of a list such as "A, B and C": those that are known stay whole, whatever commas they hold."""
    rest = text
    while rest:
        name = max(
            (name for name in known if rest == name or rest.startswith((f"{name}, ", f"{name} and "))), key=len, default=""
        )
        name = name or re.split(r", | and ", rest, maxsplit=1)[0]
        rest = rest[len(name) :].removeprefix(", ").removeprefix(" and ")
        more = _MORE.fullmatch(name)
        yield _("{n} more").format(n=more[1]) if more else name

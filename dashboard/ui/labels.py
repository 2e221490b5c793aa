"""Names for codes, as a reader sees them: countries, goals, institutions, kinds, publishers, languages, programmes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from dashboard.selection import KIND_NAMES, kind_name, language_name, list_regions, name_city
from dashboard.selection.naming import country_names, goal_title
from dashboard.tables import Tables, fold
from dashboard.ui.kept import kept
from dashboard.words import _, isolate, language, write_date, write_line, write_place

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@])")


def list_rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a table, its columns as attributes."""
    return iter(frame.itertuples(index=False))


def plain(text: object) -> str:
    """Words of the data as inert Markdown: nothing in them is markup, link, formula or icon."""
    return _MARKDOWN.sub(r"\\\1", write_line(text))


def list_names(tables: Tables, name: str) -> Mapping[str, str]:
    """Codes of the filter ``name`` with what they are called, in the order in which they are offered."""
    return _names(tables, tables.digest, name, language())


@kept(60)
def _names(_tables: Tables, digest: str, name: str, spoken: str) -> Mapping[str, str]:
    named = _NAMERS[name](_tables)
    return named if name in ("goals", "kinds", "regions") else dict(sorted(named.items(), key=lambda item: fold(item[1])))


def _goals(tables: Tables) -> dict[str, str]:
    return {str(goal): f"{goal} {goal_title(tables, goal)}" for goal in tables.goal_titles}


def _institutions(tables: Tables) -> dict[str, str]:
    countries = country_names(tables)
    columns = tables.institutions[["institution_id", "name", "acronym", "country"]].itertuples(index=False)
    return {row[0]: _with_place(row[1], row[2], countries.get(row[3])) for row in columns}


def _with_place(name: str, acronym: object, country: str | None) -> str:
    short = f" ({acronym})" if isinstance(acronym, str) and acronym not in name else ""
    return write_place(isolate(f"{name}{short}"), country) if country else f"{name}{short}"


def _kinds(tables: Tables) -> dict[str, str]:
    return {kind: kind_name(kind) for kind in KIND_NAMES}


def _languages(tables: Tables) -> dict[str, str]:
    return {code: language_name(code) for code in tables.articles["source_language"].dropna().unique()}


_NAMERS: Mapping[str, Callable[[Tables], Mapping[str, str]]] = {
    "countries": country_names,
    "partners": country_names,
    "goals": _goals,
    "institutions": _institutions,
    "kinds": _kinds,
    "publishers": lambda tables: tables.publisher_names,
    "languages": _languages,
    "programmes": lambda tables: tables.programme_names,
    "cities": lambda tables: {code: name_city(tables, code) for code in tables.incidence("city").index},
    "regions": lambda tables: {code: _(name) for code, (name, _members) in list_regions(tables).items()},
}


def name_date(start: object, end: object = None) -> str:
    """An ISO prefix, or a span of two, in words: ``29 May 2023``, ``May 2023``, ``2023``; “no date” where there is none."""
    if not isinstance(start, str):
        return _("no date")
    if not isinstance(end, str) or end == start:
        return write_date(start)
    return f"{write_date(start)} – {write_date(end)}"

"""Names for codes, as a reader sees them: countries, goals, institutions, kinds, publishers, languages, programmes."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd
import pycountry
import streamlit as st

from dashboard.tables import Tables
from dashboard.words import _, language, mark

FILTER_LABELS: Mapping[str, str] = {
    "countries": mark("Country"), "partners": mark("With partner country"), "goals": mark("Goal"),
    "institutions": mark("Institution"), "kinds": mark("Kind of event"), "since": mark("From"), "until": mark("To"),
    "publishers": mark("Publisher"), "languages": mark("Language of the source"), "programmes": mark("Programme"),
    "text": mark("Words"),
}  # fmt: skip

KIND_LABELS: Mapping[str, str] = {
    "agreement": mark("Agreement"), "meeting": mark("Meeting"), "conference": mark("Conference"), "training": mark("Training"),
    "visit": mark("Visit"), "project": mark("Project"), "programme": mark("Programme launch"), "designation": mark("Designation"),
    "award": mark("Award"), "campaign": mark("Campaign"), "publication": mark("Publication"), "exchange": mark("Exchange"),
}  # fmt: skip

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@])")


def plain(text: object) -> str:
    """Words of the data as inert Markdown: nothing in them is markup, link, formula or icon."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))


def name_code(tables: Tables, name: str, code: str) -> str:
    """What a code of the filter ``name`` is called; the code itself where nothing is known of it."""
    return list_names(tables, name).get(code, code)


def list_names(tables: Tables, name: str) -> Mapping[str, str]:
    """Codes of the filter ``name`` with what they are called, in the order in which they are offered."""
    return _names(tables, tables.digest, name, language())


@st.cache_resource(show_spinner=False)
def _names(_tables: Tables, digest: str, name: str, spoken: str) -> Mapping[str, str]:
    named = _NAMERS[name](_tables)
    return named if name in ("goals", "kinds") else dict(sorted(named.items(), key=lambda item: item[1].casefold()))


def _countries(tables: Tables) -> dict[str, str]:
    return dict(zip(tables.countries["country"], tables.countries["short_name"], strict=True))


def _goals(tables: Tables) -> dict[str, str]:
    return {str(goal): f"{goal} {_(title)}" for goal, title in zip(tables.goals["goal"], tables.goals["title"], strict=True)}


def _institutions(tables: Tables) -> dict[str, str]:
    countries = _countries(tables)
    columns = tables.institutions[["institution_id", "name", "acronym", "country"]].itertuples(index=False)
    return {row[0]: _with_place(row[1], row[2], countries.get(row[3])) for row in columns}


def _with_place(name: str, acronym: object, country: str | None) -> str:
    short = f" ({acronym})" if isinstance(acronym, str) and acronym not in name else ""
    return f"{name}{short}, {country}" if country else f"{name}{short}"


def _kinds(tables: Tables) -> dict[str, str]:
    return {kind: _(label) for kind, label in KIND_LABELS.items()}


def _publishers(tables: Tables) -> dict[str, str]:
    return _pairs(tables.articles, "publisher_key", "publisher")


def _programmes(tables: Tables) -> dict[str, str]:
    return _pairs(tables.programmes, "programme_key", "programme")


def _pairs(frame: pd.DataFrame, key: str, name: str) -> dict[str, str]:
    kept = frame[[key, name]].dropna().drop_duplicates(key)
    return dict(zip(kept[key], kept[name], strict=True))


def _languages(tables: Tables) -> dict[str, str]:
    return {code: name_language(code) for code in tables.articles["source_language"].dropna().unique()}


def name_language(code: str) -> str:
    """The English name of an ISO 639-1 language, the code where there is none."""
    found = pycountry.languages.get(alpha_2=code)
    return str(found.name) if found else code


_NAMERS = {
    "countries": _countries, "partners": _countries, "goals": _goals, "institutions": _institutions, "kinds": _kinds,
    "publishers": _publishers, "languages": _languages, "programmes": _programmes,
}  # fmt: skip


def name_date(start: object, end: object = None) -> str:
    """An ISO prefix, or a span of two, in words: ``29 May 2023``, ``May 2023``, ``2023``; “no date” where there is none."""
    if not isinstance(start, str):
        return _("no date")
    if not isinstance(end, str) or end == start:
        return _one_date(start)
    return f"{_one_date(start)} – {_one_date(end)}"


def _one_date(prefix: str) -> str:
    months = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"), _("September"),
        _("October"), _("November"), _("December"),
    )  # fmt: skip
    parts = prefix.split("-")
    named = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*named, *([months[int(parts[1]) - 1]] if len(parts) > 1 else []), parts[0]])

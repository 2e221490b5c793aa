"""The profile of one institution: what it is, with whom it works, on what, and in which events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.selection.naming import country_names, institution_kind_name
from dashboard.ui.evidence import Line, compose_list, is_web_address
from dashboard.ui.labels import plain
from dashboard.ui.links import link_to
from dashboard.ui.profile import count_lead, find_subject, offer_comparison, show_facts, show_sheet, show_work
from dashboard.ui.prose import show_title
from dashboard.ui.state import View, name_subject, view
from dashboard.ui.subject import narrow_to
from dashboard.words import _, ngettext

SHEET = ("partners-of-institution", "goals-of-institution", "events-over-time-by-kind")
MORE = ("event-lanes", "goals-bars")


def show_institution() -> None:
    """The institution that the address names with ``id``."""
    subject = find_subject(view(), "institutions")
    if not subject:
        return
    tables = view().tables
    row = tables.institutions.set_index("institution_id").loc[subject]
    about = narrow_to(view(), "institutions", subject)
    name_subject(str(row["name"]))
    country = row["country"] if isinstance(row["country"], str) else ""
    show_title(plain(row["name"]), count_lead(about.slice, _read(view(), country)))
    show_facts(_facts(row, tables.institution_names))
    if country:
        st.html(compose_list([Line(country_names(tables).get(country, country), link_to("country", id=country))]))
    show_sheet(about, SHEET)
    offer_comparison(about, "institution", subject)
    show_work(about, MORE)


def _read(current: View, country: str) -> str:
    if not country:
        return ""
    rows = current.tables.countries
    count = int(rows.loc[rows["country"] == country, "articles"].iloc[0])
    words = ngettext("{n} article read covers {country}.", "{n} articles read cover {country}.", count)
    return words.format(n=count, country=plain(country_names(current.tables).get(country, country)))


def _facts(row: Any, names: Mapping[str, str]) -> list[tuple[str, str]]:
    known = {name: plain(value) for name, value in row.items() if isinstance(value, str)}
    links = {name: f"<{row[name]}>" for name in ("ror", "homepage") if is_web_address(str(row[name]))}
    return [
        (_("Kind"), institution_kind_name(str(row["kind"])) if "kind" in known else ""),
        (_("City"), known.get("city", "")),
        (_("Acronym"), known.get("acronym", "")),
        (_("Also written"), known.get("aliases", "").replace(" \\| ", "; ")),
        (_("Part of"), plain(names.get(row["parent"], row["parent"])) if "parent" in known else ""),
        (_("ROR"), links.get("ror", "")),
        (_("Site"), links.get("homepage", "")),
        (
            _("Listed"),
            _("in the curated list of institutions") if row["listed"] else _("no; the name was found in articles only"),
        ),
    ]


show_institution()

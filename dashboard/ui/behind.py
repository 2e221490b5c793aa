"""The events behind a mark that was clicked, and how to keep only these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.measures.behind import list_behind_all
from dashboard.panels import Panel
from dashboard.selection import ADDRESS_NAMES, FILTER_NAMES, UNKNOWN, describe_filters, region_code, sort_codes
from dashboard.selection.asked import Selection
from dashboard.tables import Tables
from dashboard.ui import state
from dashboard.ui.accounts import show_accounts
from dashboard.ui.labels import plain
from dashboard.ui.marks import AND, name_mark
from dashboard.ui.state import View
from dashboard.words import _, ngettext

# Which filters say the same as the parts of a key; two parts of one filter must both be met. A city no filter can say.
KEEPING: Mapping[str, tuple[str, ...]] = {
    "kind": ("kinds",), "goal": ("goals",), "country": ("countries",), "venue": ("countries",), "seat": ("countries",),
    "area pair": ("countries", "partners"), "country goal country": ("countries", "goals", "partners"),
    "institution": ("institutions",), "country pair": ("countries", "partners"), "goal year": ("goals", "year"),
    "kind year": ("kinds", "year"), "partnering country": ("countries",), "language": ("languages",),
    "publisher": ("publishers",), "institution pair": ("institutions", "institutions"), "goal pair": ("goals", "goals"),
    "goal region": ("goals", "regions"), "goal country": ("goals", "countries"),
    "goal institution": ("goals", "institutions"), "institution or pair": ("institutions", "institutions"),
}  # fmt: skip
# What stands in a key for "none".
_NONE = {"regions": ("-", "countries"), "languages": ("", "languages"), "publishers": ("", "publishers")}


def show_behind(panel: Panel, view: View, opened: str) -> None:
    """The events behind the marks that are open, each with its evidence, and the button that narrows the whole page to them."""
    keys = opened.split(AND)
    part = list_behind_all(view.slice, panel.marks, keys)
    counted = ngettext("{n} event", "{n} events", len(part.rows)).format(n=f"{len(part.rows):,}")
    named = name_mark(panel, view, opened) or ngettext("This mark", "These marks", len(keys))
    st.markdown(f"**{plain(named)}**  \n{counted}")
    narrowed = narrow(panel.marks, keys[0]) if len(keys) == 1 else narrow_period(view.tables, panel.marks, keys)
    with st.container(horizontal=True, gap="small"):
        if narrowed and len(part.rows):
            _offer_keeping(panel, view, narrowed)
        st.button(_("Close"), key=f"close-{panel.key}", on_click=state.take_mark, args=(panel.key, ""), type="tertiary")
    show_accounts(part, f"behind-{panel.key}")


def _offer_keeping(panel: Panel, view: View, narrowed: dict[str, Any]) -> None:
    filters = describe_filters(view.tables, Selection(**narrowed))
    named = "; ".join(f"{_(FILTER_NAMES[name])} {text}" for name, text in filters)
    st.button(
        _("Keep only these"), key=f"keep-{panel.key}", on_click=_keep, args=(panel.key, narrowed), type="primary",
        help=_("Narrow the whole page to {filters}").format(filters=plain(named)),
    )  # fmt: skip


def narrow_period(tables: Tables, marks: str, keys: Sequence[str]) -> dict[str, Any]:
    """The period from the first to the last of several marks in time; none where they are not in time."""
    if marks == "event":
        rows = tables.event_rows(keys)
        days = tables.events.iloc[rows[rows >= 0]]
        found = [*days["first_day"].dropna(), *days["last_day"].dropna()]
    elif marks.endswith("year"):
        found = [key.rpartition("|")[2] for key in keys]
        found = [period for period in found if period[:1].isdigit() and int(period[:4])]
    else:
        return {}
    return {"since": min(found), "until": max(found)} if found else {}


def narrow(marks: str, key: str) -> dict[str, Any]:
    """The filters that say what a mark says; none where no filter can."""
    if marks == "area pair" and key.islower():
        return {}  # two regions at once no filter can say
    found: dict[str, Any] = {}
    for name, part in zip(KEEPING.get(marks, ()), key.split("|"), strict=False):
        found |= _narrow_year(part) if name == "year" else _narrow_code(name, part, found.get(name, ()))
    return found


def _narrow_year(year: str) -> dict[str, str]:
    if not year.isdigit():
        return {}
    return {"since": year, "until": year} if int(year) else {"undated": "only"}


def _narrow_code(name: str, part: str, others: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    nothing, asked = _NONE.get(name, (None, name))
    if part == nothing:
        return {asked: (UNKNOWN,)}
    if not part:
        return {}
    code = region_code(part) if name == "regions" else part
    every = {"every": (ADDRESS_NAMES[name],)} if others else {}
    return {name: sort_codes({*others, code})} | every


def _keep(panel: str, narrowed: dict[str, Any]) -> None:
    state.take_mark(panel, "")
    state.change(**narrowed)
    state.put("whole-page", True)

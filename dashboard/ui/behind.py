"""The events behind a mark that was clicked, and how to keep only these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.measures.behind import list_behind
from dashboard.panels import Panel
from dashboard.selection import ADDRESS_NAMES, FILTER_NAMES, UNKNOWN, describe_filters, region_code, sort_codes
from dashboard.selection.asked import Selection
from dashboard.ui import state
from dashboard.ui.events import show_events
from dashboard.ui.labels import plain
from dashboard.ui.state import View
from dashboard.words import _, ngettext

# Which filters say the same as the parts of a key; two parts of one filter must both be met. A city no filter can say.
KEEPING: Mapping[str, tuple[str, ...]] = {
    "kind": ("kinds",), "goal": ("goals",), "country": ("countries",), "venue": ("countries",), "seat": ("countries",),
    "institution": ("institutions",), "country pair": ("countries", "partners"), "goal year": ("goals", "year"),
    "kind year": ("kinds", "year"), "partnering country": ("countries",), "language": ("languages",),
    "publisher": ("publishers",), "institution pair": ("institutions", "institutions"), "goal pair": ("goals", "goals"),
    "goal region": ("goals", "regions"), "institution or pair": ("institutions", "institutions"),
}  # fmt: skip
# What stands in a key for "none".
_NONE = {"regions": ("-", "countries"), "languages": ("", "languages"), "publishers": ("", "publishers")}


def show_behind(panel: Panel, view: View, key: str) -> None:
    """The events behind the mark ``key`` of a panel, with the button that narrows the whole page to it."""
    part = list_behind(view.slice, panel.marks, key)
    words = ngettext("{n} event behind this mark", "{n} events behind this mark", len(part.rows)).format(n=len(part.rows))
    st.markdown(f"**{words}**")
    narrowed = narrow(panel.marks, key)
    if narrowed and len(part.rows):
        named = "; ".join(
            f"{_(FILTER_NAMES[name])} {text}" for name, text in describe_filters(view.tables, Selection(**narrowed))
        )
        label = _("Keep only these: {filters}").format(filters=plain(named))
        st.button(label, key=f"keep-{panel.key}", on_click=_keep, args=(narrowed,), type="primary")
    show_events(part, f"behind-{panel.key}")


def narrow(marks: str, key: str) -> dict[str, Any]:
    """The filters that say what a mark says; none where no filter can."""
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


def _keep(narrowed: dict[str, Any]) -> None:
    state.change(**narrowed)
    state.put("whole-page", True)

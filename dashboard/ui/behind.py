"""The events behind a mark that was clicked, and how to keep only these."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.measures.behind import list_behind
from dashboard.panels import Panel
from dashboard.selection import FILTER_NAMES, describe_filters
from dashboard.selection.asked import Selection
from dashboard.ui import state
from dashboard.ui.events import show_events
from dashboard.ui.labels import plain
from dashboard.ui.state import View
from dashboard.words import _, ngettext

# Which filters say the same as the parts of a key. Marks that no filter can say (a pair of goals, a city) are not here.
KEEPING: Mapping[str, tuple[str, ...]] = {
    "kind": ("kinds",), "goal": ("goals",), "country": ("countries",), "venue": ("countries",), "seat": ("countries",),
    "institution": ("institutions",), "country pair": ("countries", "partners"), "goal year": ("goals", "year"),
    "kind year": ("kinds", "year"), "partnering country": ("countries",), "language": ("languages",),
    "publisher": ("publishers",),
}  # fmt: skip


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
        if name == "year" and part.isdigit() and int(part):
            found |= {"since": part, "until": part}
        elif name != "year" and part:
            found[name] = (part,)
    return found


def _keep(narrowed: dict[str, Any]) -> None:
    state.change(**narrowed)
    state.put("whole-page", True)

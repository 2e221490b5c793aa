"""The events behind a mark that was clicked, and how to keep only these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import streamlit as st

from dashboard.measures.behind import list_behind
from dashboard.panels import Panel
from dashboard.selection import (
    ADDRESS_NAMES,
    FILTER_NAMES,
    UNKNOWN,
    Selection,
    Slice,
    describe_filters,
    region_code,
    sort_codes,
)
from dashboard.selection.narrowing import narrow_selection
from dashboard.selection.sides import COUNTRY, INSTITUTION, PERIOD
from dashboard.ui import state
from dashboard.ui.accounts import show_accounts
from dashboard.ui.labels import plain
from dashboard.ui.marks import name_mark, read_period, split_period
from dashboard.ui.state import View
from dashboard.words import _, ngettext, write_clauses, write_date, write_number, write_pair

# Which filters say the same as the parts of a key; two parts of one filter must both be met.
KEEPING: Mapping[str, tuple[str, ...]] = {
    "kind": ("kinds",), "goal": ("goals",), "country": ("countries",), "venue": ("countries",), "seat": ("countries",),
    "area pair": ("countries", "partners"), "country goal country": ("countries", "goals", "partners"),
    "institution": ("institutions",), "country pair": ("countries", "partners"), "goal year": ("goals", "year"),
    "country or pair": ("countries", "partners"),
    "kind year": ("kinds", "year"), "partnering country": ("countries",), "language": ("languages",),
    "publisher": ("publishers",), "institution pair": ("institutions", "institutions"), "goal pair": ("goals", "goals"),
    "goal region": ("goals", "regions"), "goal country": ("goals", "countries"),
    "goal institution": ("goals", "institutions"), "institution or pair": ("institutions", "institutions"),
}  # fmt: skip
# Of a mark of one of two that are compared: the filter for what follows the side; partners are asked for as the side is.
_OF_SIDES = {"side year": "year", "side goal": "goals", "side kind": "kinds"}
_FILTER_OF = {COUNTRY: "countries", INSTITUTION: "institutions"}
_PARTNERS = {COUNTRY: "partners", INSTITUTION: "institutions", PERIOD: "countries"}
# What stands in a key for "none".
_NONE = {"regions": ("-", "countries"), "languages": ("", "languages"), "publishers": ("", "publishers")}


def show_behind(panel: Panel, view: View, opened: str) -> None:
    """The events behind the mark or in the period that is open, each with its evidence; a button narrows the page to them."""
    period = split_period(opened)
    part = _within(view, period) if period else list_behind(view.slice, panel.marks, opened)
    counted = ngettext("{n} event", "{n} events", len(part.rows)).format(n=write_number(len(part.rows)))
    st.markdown(f"**{plain(_name(panel, view, opened))}**  \n{counted}")
    narrowed = dict(zip(("since", "until"), period, strict=True)) if period else narrow(panel.marks, opened)
    with st.container(horizontal=True, gap="small"):
        kept = find_kept(view, narrowed) if narrowed and len(part.rows) else None
        if kept:
            _offer_keeping(panel, view, narrowed, kept)
        st.button(_("Close"), key=f"close-{panel.key}", on_click=state.take_mark, args=(panel.key, ""), type="tertiary")
    show_accounts(part, f"behind-{panel.key}")


def _name(panel: Panel, view: View, opened: str) -> str:
    period = split_period(opened)
    if period:
        first, last = (write_date(prefix) for prefix in period)
        return _("From {first} until {last}").format(first=first, last=last)
    return name_mark(panel, view, opened) or _("This mark")


def _within(view: View, period: tuple[str, str]) -> Slice:
    """The events of the view that lie in a period at least in part."""
    timely = state.slice_of(view.tables, Selection(since=period[0], until=period[1]))
    return replace(view.slice, rows=np.intersect1d(view.slice.rows, timely.rows, assume_unique=True))


def find_kept(view: View, narrowed: Mapping[str, Any]) -> Selection | None:
    """The reader's filters with those of a mark; none where filters cannot say both, or would keep all events or none.

    They never let in what the reader has left out, nor what lies beyond the chart's own years.
    """
    asked = state.last_view()
    within = replace(asked.selection, since=view.selection.since, until=view.selection.until)
    kept = narrow_selection(view.tables, within, narrowed)
    if kept is None or kept == asked.selection:
        return None
    rows = state.slice_of(view.tables, kept).rows
    return kept if len(rows) and np.isin(rows, asked.slice.rows).all() else None


def _offer_keeping(panel: Panel, view: View, narrowed: Mapping[str, Any], kept: Selection) -> None:
    asked = state.last_view().selection
    told = [
        write_pair(_(FILTER_NAMES[name]), text)
        for name, text in describe_filters(view.tables, kept)
        if name in narrowed or getattr(kept, name) != getattr(asked, name)
    ]
    st.button(
        _("Keep only these"), key=f"keep-{panel.key}", on_click=_keep, args=(panel.key, kept), type="primary",
        help=_("Narrow the whole page to {filters}").format(filters=plain(write_clauses(told))),
    )  # fmt: skip


def narrow(marks: str, key: str) -> dict[str, Any]:
    """The filters that say what a mark says; none where no filter can."""
    if marks == "city":
        return {"cities": (key.replace(",", ";"),)}
    if marks == "area pair" and key.islower():
        return {} if "|" in key else {"regions": (key,)}  # two regions at once no filter can say
    if marks.endswith(" year") and key.endswith("|year"):
        return {}  # no filter asks for events of which the year alone is known
    if marks.startswith("side "):
        return _narrow_side(marks, *key.partition("|")[::2])
    return _narrow_parts(KEEPING.get(marks, ()), key.split("|"))


def _narrow_parts(names: Iterable[str], parts: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, part in zip(names, parts, strict=False):
        found |= _narrow_year(part) if name == "year" else _narrow_code(name, part, found.get(name, ()))
    return found


def _narrow_side(marks: str, side: str, part: str) -> dict[str, Any]:
    """The filters for one of two that are compared and its goal, kind, year or partner; within a period for its years."""
    kind, _colon, code = side.partition(":")
    if kind not in _PARTNERS:
        return {}
    other = _OF_SIDES.get(marks, _PARTNERS[kind])
    if kind != PERIOD:
        return _narrow_parts((_FILTER_OF[kind], other), (code, part))
    since, _dash, until = code.partition("-")
    return {"since": since, "until": until} | _narrow_parts((other,), (part,))


def _narrow_year(period: str) -> dict[str, str]:
    if period == "0":
        return {"undated": "only"}
    since, until = read_period(period)
    return {"since": since, "until": until} if since else {}


def _narrow_code(name: str, part: str, others: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    nothing, asked = _NONE.get(name, (None, name))
    if part == nothing:
        return {asked: (UNKNOWN,)}
    if not part:
        return {}
    code = region_code(part) if name == "regions" else part
    every = {"every": (ADDRESS_NAMES[name],)} if others else {}
    return {name: sort_codes({*others, code})} | every


def _keep(panel: str, kept: Selection) -> None:
    state.take_mark(panel, "")
    state.write_selection(kept)
    state.put("whole-page", True)

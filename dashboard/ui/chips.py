"""What is in force: the active filters, each cleared by a click, and what of the address is not known."""

from __future__ import annotations

import streamlit as st

from dashboard.selection import ADDRESS_NAMES, Selection, without
from dashboard.ui import state
from dashboard.ui.labels import FILTER_LABELS, name_code, plain
from dashboard.ui.state import View
from dashboard.words import _, ngettext

_SHOWN = 3


def show_active(view: View) -> None:
    """A notice for unknown values, then one chip for each active filter."""
    _show_unknown(view)
    active = [name for name in ADDRESS_NAMES if getattr(view.selection, name)]
    if not active:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for name in active:
            label = f"{_(FILTER_LABELS[name])}: {plain(_values(view, name))} ×"
            st.button(label, key=f"chip-{name}", on_click=_clear, args=(name,), help=_("Clear this filter"))
        st.button(_("Clear all"), key="chip-all", on_click=_clear_all, type="tertiary")


def _show_unknown(view: View) -> None:
    if not view.unknown:
        return
    named = ", ".join(f"{plain(key)} = {plain(value)}" for key, value in view.unknown)
    words = ngettext(
        "The address asks for a value that these data do not know: {named}. It is left out; everything else is shown as asked.",
        "The address asks for values that these data do not know: {named}. They are left out; everything else is shown as asked.",
        len(view.unknown),
    )
    st.warning(words.format(named=named))
    st.button(_("Take out what is not known"), on_click=state.clear_unknown, type="tertiary")


def _values(view: View, name: str) -> str:
    value = getattr(view.selection, name)
    if isinstance(value, str):
        return value
    named = [name_code(view.tables, name, code) for code in value[:_SHOWN]]
    rest = len(value) - len(named)
    return ", ".join(named) + (_(" and {n} more").format(n=rest) if rest else "")


def _clear(name: str) -> None:
    state.write_selection(without(state.view().selection, name))


def _clear_all() -> None:
    state.write_selection(Selection())

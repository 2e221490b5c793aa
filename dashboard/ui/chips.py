"""What is in force: the active filters, each cleared by a click, and what of the address is not known."""

from __future__ import annotations

import streamlit as st

from dashboard.selection import FILTER_NAMES, Selection, describe_filters, is_reversed, without
from dashboard.ui import state
from dashboard.ui.labels import plain
from dashboard.ui.state import View
from dashboard.words import _, ngettext, write_pair, write_series

# A chip longer than this would fill a line of a telephone; the sidebar has the rest.
_LONGEST = 60


def show_active(view: View) -> None:
    """A notice for unknown values, then one chip for each active filter."""
    _show_unknown(view)
    _show_reversed(view)
    active = describe_filters(view.tables, view.selection)
    if not active and not state.steps():
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for name, words in active:
            label = f"{write_pair(_(FILTER_NAMES[name]), plain(_shorten(words)))} ×"
            st.button(label, key=f"chip-{name}", on_click=_clear, args=(name,))
        if active:
            st.button(_("Clear all"), key="chip-all", on_click=_clear_all, type="tertiary")
        if state.steps():
            st.button(_("One step back"), key="chip-back", on_click=state.step_back, type="tertiary")


def _shorten(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _show_unknown(view: View) -> None:
    if not view.unknown:
        return
    named = write_series(f"{plain(key)} = {plain(value)}" for key, value in view.unknown)
    words = ngettext(
        "The address asks for a value that these data do not know: {named}. It is left out; everything else is shown as asked.",
        "The address asks for values that these data do not know: {named}. They are left out; all else is shown as asked.",
        len(view.unknown),
    )
    st.warning(words.format(named=named))
    st.button(_("Take out what is not known"), on_click=state.clear_unknown, type="tertiary")


def _show_reversed(view: View) -> None:
    if is_reversed(view.selection):
        words = _("The period ends before it begins: from {since} until {until}. No event can lie in it.")
        st.warning(words.format(since=view.selection.since, until=view.selection.until))


def _clear(name: str) -> None:
    state.write_selection(without(state.last_view().selection, name))


def _clear_all() -> None:
    state.write_selection(Selection())

"""The filters in the sidebar, the same on every page; each shows what the address says and writes to it."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.selection import FILTER_NAMES, sort_codes
from dashboard.ui import state
from dashboard.ui.labels import list_names
from dashboard.ui.state import View
from dashboard.words import _, mark

_HELP = {
    "countries": mark("Countries that host an event, seat an institution or are named as taking part. Several: any of them."),
    "partners": mark("Only events in which one of these countries takes part as well."),
    "goals": mark("Goals that the article states and goals inferred from its subject. Several: any of them."),
    "languages": mark("The language in which the article was published."),
    "publishers": mark("Who published the article that tells of the event."),
    "programmes": mark("Networks and programmes that frame the event."),
}
_FIRST, _MORE = ("countries", "partners", "goals", "institutions", "kinds"), ("publishers", "languages", "programmes")


def ask_filters(view: View) -> None:
    """All filters, in the sidebar; empty means everything."""
    with st.sidebar:
        st.subheader(_("Narrow the view"), anchor=False)
        for name in _FIRST:
            _ask_codes(view, name)
        _ask_period(view)
        ask_words(view, "ask-text")
        for name in _MORE:
            _ask_codes(view, name)


def _ask_codes(view: View, name: str) -> None:
    names = list_names(view.tables, name)
    key = f"ask-{name}"
    state.follow(key, list(getattr(view.selection, name)))
    st.multiselect(
        _(FILTER_NAMES[name]), list(_offered(view, name)), key=key, format_func=lambda code: names.get(code, code),
        placeholder=_("Any"), help=_(_HELP[name]) if name in _HELP else None, on_change=_take_codes, args=(name,),
        select_all=False,
    )  # fmt: skip


def _offered(view: View, name: str) -> Iterable[str]:
    """What can be asked for: of the countries those that an event or an article covers, of the rest all."""
    if name not in ("countries", "partners"):
        return list_names(view.tables, name)
    present = set(view.tables.event_countries["country"]) | set(getattr(view.selection, name))
    present |= set(view.tables.countries.loc[view.tables.countries["articles"] > 0, "country"])
    return [code for code in list_names(view.tables, name) if code in present]


def _take_codes(name: str) -> None:
    state.change(**{name: sort_codes(state.answer_of(f"ask-{name}") or ())})


def _ask_period(view: View) -> None:
    years = _years(view)
    for name in ("since", "until"):
        current = getattr(view.selection, name)
        state.follow(f"ask-{name}", current or None)
        st.selectbox(
            _(FILTER_NAMES[name]), sorted({*years, current} - {""}), index=None, key=f"ask-{name}", placeholder=_("Any"),
            on_change=_take_date, args=(name,),
        )  # fmt: skip


def _years(view: View) -> list[str]:
    starts = view.tables.events["start"].dropna().str[:4]
    return [str(year) for year in range(int(starts.min()), int(starts.max()) + 1)] if len(starts) else []


def ask_words(view: View, key: str) -> None:
    """The field for free text; it may stand on a page too, under another ``key``."""
    state.follow(key, view.selection.text)
    st.text_input(
        _(FILTER_NAMES["text"]), key=key, placeholder=_("Words in titles and digests"), on_change=_take_words, args=(key,)
    )


def _take_words(key: str) -> None:
    state.change(text=" ".join(str(state.answer_of(key) or "").split()))


def _take_date(name: str) -> None:
    state.change(**{name: state.answer_of(f"ask-{name}") or ""})

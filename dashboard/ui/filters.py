"""The filters in the sidebar, the same on every page; each shows what the address says and writes to it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.selection import ADDRESS_NAMES, BASES, BASIS_NAMES, FILTER_NAMES, SURE, TOGETHER, UNKNOWN, sort_codes
from dashboard.tables import Tables
from dashboard.ui import state
from dashboard.ui.counts import count_options
from dashboard.ui.kept import kept
from dashboard.ui.labels import list_names
from dashboard.ui.search import find_names
from dashboard.ui.state import View
from dashboard.words import _, mark, write_counted, write_number, write_percent

_HELP = {
    "countries": mark("Countries that host an event, seat an institution or are named as taking part. Several: any of them."),
    "partners": mark("Only events in which one of these countries takes part as well."),
    "goals": mark("Goals that the article states and goals inferred from its subject. Several: any of them."),
    "regions": mark("Regions of the world as the United Nations groups them, and groups of countries by need."),
    "languages": mark("The language in which the article was published."),
    "publishers": mark("Who published the article that tells of the event."),
    "counting": mark("Whether charts count events, or the articles that tell of them."),
    "sure": mark(
        "How likely kind, date and place of an event are right, as judged when it was read by machine. What people entered "
        "by hand counts as sure."
    ),
    "programmes": mark("Networks and programmes that frame the event."),
}
_JOINING = {"any": mark("Any of them"), "all": mark("All of them")}
# A list of more options than this is neither read nor quickly sent.
MOST_OFFERED = 500
_FIRST = ("countries", "partners", "regions", "goals", "institutions", "kinds")
_MORE = ("cities", "publishers", "languages", "programmes")


def ask_filters(view: View) -> None:
    """All filters, in the sidebar; empty means everything."""
    with st.sidebar:
        st.subheader(_("Narrow the view"), anchor=False)
        for name in _FIRST:
            _ask_codes(view, name)
            if name == "goals":
                _ask_basis(view)
        _ask_period(view)
        ask_words(view, "ask-text")
        _ask_more(view)


def _ask_more(view: View) -> None:
    """The filters that few ask for, folded up: what is not seen is neither counted nor sent."""
    asked = any(getattr(view.selection, name) for name in (*_MORE, "counting", "sure", "undated"))
    more = st.expander(_("More filters"), expanded=asked, key="more-filters", type="compact", on_change="rerun")
    if not (more.open or asked):
        return
    with more:
        for name in _MORE:
            _ask_codes(view, name)
        shares = {code: _("At least {share}").format(share=write_percent(float(code))) for code in SURE}
        _ask_word(view, "sure", shares, _("Any"))
        _ask_word(view, "counting", {"reports": _("Reports, an event as often as it is told")}, _("Events, each once"))
        state.follow("ask-undated", bool(view.selection.undated))
        st.checkbox(_("Only events without a date"), key="ask-undated", on_change=_take_undated)


def _ask_codes(view: View, name: str) -> None:
    names, counts = list_names(view.tables, name), count_options(view, name)
    key, chosen = f"ask-{name}", list(getattr(view.selection, name))
    state.follow(key, chosen)
    st.multiselect(
        _(FILTER_NAMES[name]), _offered(view, name, counts), key=key, placeholder=_("Any"), select_all=False,
        format_func=lambda code: _label(code, names, counts), help=_(_HELP[name]) if name in _HELP else None,
        on_change=_take_codes, args=(name,), accept_new_options=name == "institutions",
    )  # fmt: skip
    if name in TOGETHER and len(chosen) > 1:
        _ask_every(view, name)


def _label(code: str, names: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """What a code is called, with the number of events that it would leave under the other filters."""
    name = _("Not known") if code == UNKNOWN else names.get(code, code)
    return write_counted(name, write_number(counts.get(code, 0)))


def _offered(view: View, name: str, counts: Mapping[str, int]) -> list[str]:
    """What can be asked for: what events under the other filters have, what is asked for, countries read about, the unknown.

    Of institutions those with most events are offered; others are asked for by typing their names.
    """
    held = {code for code, count in counts.items() if count} | set(getattr(view.selection, name))
    if len(held) > MOST_OFFERED:
        leading = sorted(counts, key=lambda code: -counts[code])[:MOST_OFFERED]
        held = {*leading, *getattr(view.selection, name), *({UNKNOWN} & held)}
    if name in ("countries", "partners"):
        held |= _list_covered(view.tables, view.tables.digest)
    listed = [code for code in list_names(view.tables, name) if code in held or name in ("goals", "kinds")]
    return [*listed, *({UNKNOWN} & held)]


@kept(2)
def _list_covered(_tables: Tables, digest: str) -> frozenset[str]:
    """Countries of which any article was read."""
    return frozenset(_tables.countries.loc[_tables.countries["articles"] > 0, "country"])


def _ask_every(view: View, name: str) -> None:
    """Whether events must meet any of the codes chosen, or all of them."""
    key, own = f"ask-every-{name}", ADDRESS_NAMES[name]
    state.follow(key, "all" if own in view.selection.every else "any")
    st.segmented_control(
        _("Any or all: {filter}").format(filter=_(FILTER_NAMES[name])), list(_JOINING), key=key, required=True,
        format_func=lambda each: _(_JOINING[each]), on_change=_take_every, args=(name,), label_visibility="collapsed",
    )  # fmt: skip


def _take_every(name: str) -> None:
    own, every = ADDRESS_NAMES[name], set(state.last_view().selection.every)
    wanted = every | {own} if state.answer_of(f"ask-every-{name}") == "all" else every - {own}
    state.change(every=sort_codes(wanted))


def _ask_basis(view: View) -> None:
    """Goals that the text names, or those inferred from the subject."""
    state.follow("ask-basis", view.selection.basis or None)
    st.selectbox(
        _(FILTER_NAMES["basis"]), BASES, index=None, key="ask-basis", placeholder=_("Any"),
        format_func=lambda basis: _(BASIS_NAMES[basis]), on_change=_take_basis,
    )  # fmt: skip


def _take_basis() -> None:
    state.change(basis=state.answer_of("ask-basis") or "")


def _take_codes(name: str) -> None:
    asked = state.answer_of(f"ask-{name}") or ()
    found = (code if code in list_names(state.last_view().tables, name) else _resolve(name, code) for code in asked)
    state.change(**{name: sort_codes(code for code in found if code)})


def _resolve(name: str, typed: str) -> str:
    """The code that was meant by a name that no option had; empty where there is none."""
    hits = (code for kind, code, _label in find_names(state.last_view(), typed) if kind == name)
    return UNKNOWN if typed == UNKNOWN else next(hits, "")


def _ask_period(view: View) -> None:
    years = _years(view)
    for name in ("since", "until"):
        current = getattr(view.selection, name)
        state.follow(f"ask-{name}", current or None)
        st.selectbox(
            _(FILTER_NAMES[name]), sorted({*years, current} - {""}), index=None, key=f"ask-{name}", placeholder=_("Any"),
            on_change=_take_date, args=(name,),
        )  # fmt: skip


def _ask_word(view: View, name: str, labels: Mapping[str, str], nothing: str) -> None:
    """A filter of one word, ``nothing`` being what holds without it."""
    key = f"ask-{name}"
    state.follow(key, getattr(view.selection, name) or None)
    st.selectbox(
        _(FILTER_NAMES[name]), list(labels), index=None, key=key, placeholder=nothing, help=_(_HELP[name]),
        format_func=lambda code: labels[code], on_change=_take_date, args=(name,),
    )  # fmt: skip


def _take_undated() -> None:
    state.change(undated="only" if state.answer_of("ask-undated") else "")


def _years(view: View) -> list[str]:
    return _years_of(view.tables, view.tables.digest)


@kept(2)
def _years_of(_tables: Tables, digest: str) -> list[str]:
    starts = _tables.events["start"].dropna().str[:4]
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

"""The search box of every page: a name leads to its profile, a goal or programme becomes a filter."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import streamlit as st

from dashboard.selection import FILTER_NAMES, Selection
from dashboard.selection.matrices import count_columns
from dashboard.tables import Tables, fold
from dashboard.ui import state
from dashboard.ui.kept import kept
from dashboard.ui.labels import list_names, plain
from dashboard.ui.links import go, show_link
from dashboard.ui.state import View, slice_of
from dashboard.words import _, language, ngettext, write_pair

_BOX, _GOING, _TYPED = "search", "search-going", "search-typed"
_KINDS = ("countries", "goals", "programmes", "institutions")
_PROFILES = {"countries": "country", "institutions": "institution"}
_MOST = 12
# As many institutions as a browser takes at one go.
_MOST_OFFERED = 2000


def ask_search(view: View) -> None:
    """The search box, and below it what was found for words that are no name."""
    options = _options(view)
    st.selectbox(
        _("Find an institution, country, goal or programme"), list(options), index=None, key=_BOX, accept_new_options=True,
        format_func=lambda option: options.get(option, option), on_change=_take, args=(frozenset(options),),
        placeholder=_("Find an institution, country, goal or programme"), label_visibility="collapsed",
    )  # fmt: skip
    going = state.take(_GOING)
    if going:
        go(going[0], id=going[1])
    if state.answer_of(_TYPED):
        _show_found(view, str(state.answer_of(_TYPED)))


def _options(view: View) -> Mapping[str, str]:
    """Names that can be chosen, keyed ``filter/code``: of institutions those with most events, others are found by typing."""
    return _options_of(view.tables, view.tables.digest, language())


@kept(8)
def _options_of(_tables: Tables, digest: str, spoken: str) -> Mapping[str, str]:
    counts = count_columns(_tables.institution_matrix, slice_of(_tables, Selection()))
    leading = set(_tables.institution_index[np.argsort(-counts, kind="stable")[:_MOST_OFFERED]])
    return {
        f"{name}/{code}": _say(name, label)
        for name in _KINDS
        for code, label in list_names(_tables, name).items()
        if name != "institutions" or code in leading
    }


def _say(name: str, label: str) -> str:
    """A name as it is offered: what becomes a filter says which."""
    return label if name in _PROFILES else write_pair(_(FILTER_NAMES[name]), label)


def _take(known: frozenset[str]) -> None:
    answer = state.answer_of(_BOX)
    state.put(_BOX, None)
    state.put(_TYPED, None)
    if answer in known:
        _follow(*answer.split("/", 1))
    elif answer:
        found = find_names(state.last_view(), answer)
        if len(found) == 1:
            _follow(*found[0][:2])
        else:
            state.put(_TYPED, answer)


def _follow(name: str, code: str) -> None:
    if name in _PROFILES:
        state.put(_GOING, (_PROFILES[name], code))
    else:
        state.change(**{name: (code,)})


def _forget() -> None:
    state.put(_TYPED, None)


def find_names(view: View, typed: str) -> list[tuple[str, str, str]]:
    """What ``typed`` may mean, best first, as (filter, code, name): every word occurs in a name, an acronym or an alias."""
    words = fold(typed).split()
    ranked = []
    for name in _KINDS:
        aliases = _aliases(view, name)
        for code, label in list_names(view.tables, name).items():
            text = fold(f"{label} {aliases.get(code, '')}")
            if words and all(word in text for word in words):
                ranked.append((_rank(words, code, fold(label), text), (name, code, label)))
    return [hit for _place, hit in sorted(ranked, key=lambda each: each[0])]


def _rank(words: list[str], code: str, label: str, text: str) -> int:
    """0 for a code or whole name, 1 where a name begins so, 2 where words of it do, 3 for what lies within words."""
    typed = " ".join(words)
    if typed in (fold(code), label):
        return 0
    if label.startswith(typed):
        return 1
    return 2 if all(re.search(rf"\b{re.escape(word)}", text) for word in words) else 3


def _aliases(view: View, name: str) -> dict[str, str]:
    if name not in _PROFILES:
        return {}
    frame, key = (view.tables.institutions, "institution_id") if name == "institutions" else (view.tables.countries, "country")
    # the English name too, whatever language names are shown in
    return dict(zip(frame[key], frame["aliases"].fillna("") + " " + frame["name"], strict=True))


def _show_found(view: View, typed: str) -> None:
    found = find_names(view, typed)
    if not found:
        st.markdown(_("Nothing here is called “{words}”.").format(words=plain(typed)))
        show_link(_("Whether any article covers it: see the coverage of the data"), "coverage")
    else:
        count = ngettext("One name matches “{words}”:", "{n} names match “{words}”:", len(found))
        st.markdown(count.format(n=len(found), words=plain(typed)))
    for name, code, label in found[:_MOST]:
        _show_hit(name, code, label)
    if len(found) > _MOST:
        st.markdown(_("And {n} more: add a word.").format(n=len(found) - _MOST))
    st.button(_("Close the search"), on_click=_forget, type="tertiary")


def _show_hit(name: str, code: str, label: str) -> None:
    if name in _PROFILES:
        show_link(plain(label), _PROFILES[name], id=code)
    else:
        words = write_pair(_(FILTER_NAMES[name]), plain(label))
        st.button(words, key=f"hit-{name}-{code}", type="tertiary", on_click=_pick, args=(name, code))


def _pick(name: str, code: str) -> None:
    _forget()
    _follow(name, code)

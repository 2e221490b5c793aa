"""The reader's language: what the address asks for, else what the browser prefers; chosen beside the search box.

The address holds it as ``lang=fr``, bound to a text field out of sight like the filters. Each session has its own, so the
look-up of every text asks which session is running.
"""

from __future__ import annotations

from collections import OrderedDict

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.ui import state
from dashboard.words import LANGUAGES, RIGHT_TO_LEFT, _, language, set_language_provider

_BOX = "ask-language"
# The language of each session, the oldest forgotten beyond this many: whoever comes back is asked again by their next run.
_MOST_SESSIONS = 10_000
_spoken: OrderedDict[str, str] = OrderedDict()


def open_language() -> None:
    """Find the reader's language and tell the document; call once a run, before the first word."""
    with st.container(key="address-language"):
        _remember(_choose(state.bind(state.LANGUAGE), st.context.locale))
        side = "rtl" if language() in RIGHT_TO_LEFT else "ltr"
        # Codes of our own: nothing of the address reaches the script.
        script = f"document.documentElement.lang = '{language()}'; document.documentElement.dir = '{side}';"
        st.html(f'<script id="language">{script}</script>', unsafe_allow_javascript=True)


def _choose(asked: str, preferred: str | None) -> str:
    """The language asked for where there is such, else the browser's (``fr-CA``) where we have it, else English."""
    wishes = (asked, (preferred or "").partition("-")[0].lower())
    return next((wish for wish in wishes if wish in LANGUAGES), "en")


def _remember(code: str) -> None:
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return
    _spoken.pop(context.session_id, None)
    _spoken[context.session_id] = code
    if len(_spoken) > _MOST_SESSIONS:
        _spoken.popitem(last=False)


def _find_language() -> str:
    """The language of the session that is running; English where none is."""
    context = get_script_run_ctx(suppress_warning=True)
    return "en" if context is None else _spoken.get(context.session_id, "en")


def ask_language() -> None:
    """The choice of language, each in its own words."""
    state.follow(_BOX, language())
    st.selectbox(
        _("Language"), list(LANGUAGES), key=_BOX, format_func=lambda code: LANGUAGES[code], on_change=_take, width=140,
        label_visibility="collapsed",
    )  # fmt: skip


def _take() -> None:
    state.tell(state.LANGUAGE, state.answer_of(_BOX) or "")


set_language_provider(_find_language)

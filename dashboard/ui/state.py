"""The reader's state: the only module that touches the session and the address.

The address is the truth. For each filter in force one plain text value (``country`` is ``CHN,DEU``) stands in a text field
bound to the address and kept out of sight by ``page.css``; what a reader sees is unbound and writes to that value in its
callback. So addresses hold codes, and last, whatever labels, counts and languages become.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from dashboard import settings, words
from dashboard.charts.theme import LOOKS, Look
from dashboard.selection import ADDRESS_NAMES, Selection, Slice, read_address, select, write_address
from dashboard.tables import Tables
from dashboard.ui.kept import kept
from dashboard.ui.renaming import keep_marks, rename_ways

_VIEW, _SUBJECT, _STEPS = "view", "subject", "steps"
# How many steps back are kept for a reader.
_MOST_STEPS = 20
# Data, filters, language, and on profiles what the reader is told of the filters.
ViewKey = tuple[str, Selection, str, Selection | None]
# Parameters of the address that are a page's own (what it is about, how its panels are seen, which marks are open), and those
# that Streamlit reads.
_SUBJECTS, _WAYS, _MARKS = ("id", "event", "a", "b"), "show", "mark"
# The parameter of the language, bound like the filters (``ui.language``).
LANGUAGE = "lang"
_OWN, _FRAMEWORK = (*_SUBJECTS, _WAYS, _MARKS), {"embed", "embed_options"}


@dataclass(frozen=True, eq=False)
class View:
    """What one run of the page shows: the events that answer, in which look, and what of the address is not known.

    ``subject`` is the filter and code of the country or institution that a profile is about, empty on other pages; ``said`` is
    then what captions say of the filters, where measures need the subject alone.
    """

    slice: Slice
    look: Look
    unknown: tuple[tuple[str, str], ...]
    subject: tuple[str, str] = ("", "")
    said: Selection | None = None

    @property
    def tables(self) -> Tables:
        """All facts, whatever is selected."""
        return self.slice.tables

    @property
    def selection(self) -> Selection:
        """The filters in force."""
        return self.slice.selection

    @property
    def key(self) -> ViewKey:
        """What everything cached depends on, but for the look."""
        return self.tables.digest, self.selection, words.language(), self.said


def open_view(tables: Tables) -> View:
    """The view that the address asks for; call once a run, before anything that shows filters or facts."""
    with st.container(key="address"):
        asked = {name: value for name in ADDRESS_NAMES.values() if (value := bind(name))}
    selection, unknown = read_address(urlencode(asked), tables)
    view = View(slice_of(tables, selection), LOOKS[st.context.theme.type or "light"], (*unknown, *_foreign()))
    st.session_state[_VIEW] = view
    name_subject("")
    return view


def bind(name: str) -> str:
    """What the address says under ``name``; a field is made only where it says something, since each takes time of a run."""
    if not (name in st.query_params or st.session_state.get(name)):
        return ""
    return str(st.text_input(name, key=name, bind="query-params", label_visibility="collapsed") or "")


def tell(name: str, value: str) -> None:
    """Let the address say ``value`` under ``name``, empty for nothing; only from a callback."""
    if value and name not in st.session_state:
        st.query_params[name] = value  # its field comes up with the next run, and a new field tells the address nothing
    st.session_state[name] = value


def _foreign() -> list[tuple[str, str]]:
    """The parameters of the address that no page and no filter knows by their name."""
    known = {*ADDRESS_NAMES.values(), *_OWN, *_FRAMEWORK, LANGUAGE}
    spoken = answer_of(LANGUAGE)
    unspoken = [(LANGUAGE, str(spoken))] if spoken and spoken not in words.LANGUAGES else []
    return unspoken + [(name, str(value)) for name, value in st.query_params.items() if name not in known]


def slice_of(tables: Tables, selection: Selection) -> Slice:
    """The events that answer a selection, found once for all visitors."""
    return _select(tables, tables.digest, selection)


@kept(40)
def _select(_tables: Tables, digest: str, selection: Selection) -> Slice:
    return select(_tables, selection)


def claim_pages() -> bool:
    """Keep Streamlit from running a file of ``pages/`` by itself, until ``main`` has named them; whether it would have."""
    meant_to, PagesManager.uses_pages_directory = PagesManager.uses_pages_directory, False
    return bool(meant_to)


def view() -> View:
    """The view of this run, for pages and fragments."""
    if claim_pages():
        st.rerun()
    return last_view()


def last_view() -> View:
    """The view that the reader has before them, for callbacks."""
    current: View = st.session_state[_VIEW]
    return current


def write_selection(selection: Selection) -> None:
    """Make ``selection`` the reader's own, in session and address; only from a callback, before the next run begins."""
    before = last_view().selection
    if before != selection:
        st.session_state[_STEPS] = [*steps(), before][-_MOST_STEPS:]
    _write(selection)


def steps() -> list[Selection]:
    """The selections that the reader had before, the last one last."""
    return list(st.session_state.get(_STEPS, ()))


def step_back() -> None:
    """Return to the selection before; only from a callback."""
    *earlier, before = steps()
    st.session_state[_STEPS] = earlier
    _write(before)


def _write(selection: Selection) -> None:
    for name, key in ADDRESS_NAMES.items():
        value = getattr(selection, name)
        tell(key, value if isinstance(value, str) else ",".join(value))


def change(**values: Any) -> None:
    """Change some filters and keep the rest; only from a callback."""
    write_selection(replace(last_view().selection, **values))


def clear_unknown() -> None:
    """Take what is not known out of the address; only from a callback."""
    for name, _value in _foreign():
        if name == LANGUAGE:
            tell(LANGUAGE, "")
        else:
            del st.query_params[name]
    write_selection(last_view().selection)


def follow(key: str, value: object) -> None:
    """Let the widget ``key`` show what the address says, before it is drawn."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def answer_of(key: str) -> Any:
    """What the reader has put into the widget ``key``, or nothing yet."""
    return st.session_state.get(key)


def put(key: str, value: object) -> None:
    """Remember ``value`` for this session, or set the widget ``key`` from a callback."""
    st.session_state[key] = value


def take(key: str) -> Any:
    """What was remembered under ``key``, and forget it."""
    return st.session_state.pop(key, None)


def read_parameter(name: str) -> str:
    """A page's own value in the address (``id``, ``event``), empty where there is none."""
    return str(st.query_params.get(name, ""))


def take_parameter(name: str, value: str) -> None:
    """Note a page's own value (``a``, ``b``) in the address; an empty one takes it out."""
    _write_own(name, [value] if value else [])


def read_ways(panel: str) -> dict[str, str]:
    """How the address asks for a panel to be seen: codes by the names of its controls."""
    parts = (value.split(":", 2) for value in st.query_params.get_all(_WAYS))
    return {part[1]: part[2] for part in parts if len(part) == 3 and part[0] == panel}


def take_way(panel: str, name: str, code: str) -> None:
    """Note in the address how a panel is seen; an empty code means as by default."""
    begin = f"{panel}:{name}:"
    kept = [value for value in st.query_params.get_all(_WAYS) if not value.startswith(begin)]
    _write_own(_WAYS, [*kept, begin + code] if code else kept)


def read_mark(panel: str) -> str:
    """The key of the mark of a panel that the address holds open, empty where none is."""
    found = (value.partition(":") for value in st.query_params.get_all(_MARKS))
    return next((key for owner, _colon, key in found if owner == panel), "")


def take_mark(panel: str, key: str) -> None:
    """Note in the address which mark of a panel is open; an empty key closes it."""
    kept = [value for value in st.query_params.get_all(_MARKS) if not value.startswith(panel + ":")]
    _write_own(_MARKS, [*kept, f"{panel}:{key}"] if key else kept)


def rename_panels(keys: Mapping[str, str]) -> None:
    """Hand on how panels are seen to those that took their place: ``keys`` begin their keys and are what each is called now.

    Marks that were open in the earlier ones are closed.
    """
    for name, hand_on in ((_WAYS, rename_ways), (_MARKS, keep_marks)):
        shown = st.query_params.get_all(name)
        values = hand_on(shown, keys)
        if values != shown:
            _write_own(name, values)


def _write_own(name: str, values: list[str]) -> None:
    if values:
        st.query_params[name] = values
    elif name in st.query_params:
        del st.query_params[name]


def page_query(**own: str) -> dict[str, str]:
    """The parameters of a link to a page: its own beside language and filters in force."""
    filters = language_query() | dict(parse_qsl(write_address(view().selection)))
    return {key: value for key, value in filters.items() if key not in own} | own


def language_query() -> dict[str, str]:
    """The language as a parameter of a link, where it was asked for or is not English."""
    spoken = words.language()
    return {LANGUAGE: spoken} if spoken != "en" or answer_of(LANGUAGE) == spoken else {}


def view_address() -> str:
    """The address that restores this view in another browser: page, own parameters and filters."""
    query = "&".join(part for part in (_own_query(), urlencode(language_query()), write_address(view().selection)) if part)
    here = st.context.url or ""
    base = settings.public_address()
    if base:
        here = base.rstrip("/") + "/" + page_path()
    return f"{here}?{query}" if query else here


def is_touched() -> bool:
    """Whether the reader's browser says that it is one of a telephone or tablet."""
    agent = str(st.context.headers.get("User-Agent", ""))
    return any(word in agent for word in ("Mobile", "Android", "iPad"))


def page_path() -> str:
    """The path of the page that is shown, empty for the first."""
    return str(answer_of("page-path") or "")


def page_place() -> str:
    """The path of the page that is shown with what it is about, such as ``country?id=KAZ``."""
    own = urlencode({name: st.query_params[name] for name in _SUBJECTS if name in st.query_params})
    return f"{page_path()}?{own}" if own else page_path()


def _own_query() -> str:
    return urlencode([(name, value) for name in _OWN for value in st.query_params.get_all(name)], safe=":|,")


def name_subject(title: str) -> None:
    """Say what the page of this run is about: the event, institution or country that its address names."""
    st.session_state[_SUBJECT] = title


def subject_title() -> str:
    """What the page of this run is about, empty where it is about no single thing."""
    return str(st.session_state.get(_SUBJECT, ""))

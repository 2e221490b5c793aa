"""The one crossing to the left half: tables that are not there yet are built, once, with progress."""

from __future__ import annotations

import ctypes
import gc
import itertools
import threading
from contextlib import suppress

import streamlit as st

from dashboard.build import ensure_tables
from dashboard.errors import AtlasError
from dashboard.tables import Tables, release_pages
from dashboard.words import _

_BUILDING = threading.Lock()
_RUNS = itertools.count(1)


def open_tables() -> Tables:
    """The tables, loaded once per process; a visitor who comes first sees them being built."""
    try:
        return _load()
    except AtlasError as error:
        st.error(str(error))
        st.stop()


@st.cache_resource(show_spinner=False)
def _load() -> Tables:
    with _BUILDING:
        notice = st.empty()
        bar = notice.progress(0.0, _("Preparing the data; this happens once."))

        def report(done: int, total: int) -> None:
            """Move the bar to the share that is done."""
            bar.progress(min(1.0, done / max(1, total)))

        tables = ensure_tables(report)
        notice.empty()
        return tables


def settle() -> None:
    """Call at the end of each run: what stays for ever is kept out of every later collection.

    Streamlit collects garbage after each run, and looks through all that is alive: a third of a run, were it not for this. Much
    is loaded and kept only when it is first asked for, so this is done anew at the first, second, fourth, eighth … run. What
    was read of tables on disk meanwhile, and what is no longer used, leaves the memory.
    """
    run = next(_RUNS)
    if run & (run - 1) == 0:
        gc.collect()
        gc.freeze()
        release_pages()
        with suppress(OSError, AttributeError):  # where the C library can, what was freed goes back to the machine
            ctypes.CDLL(None).malloc_trim(0)

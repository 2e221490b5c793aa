"""The one crossing to the left half: tables that are not there yet are built, once, with progress."""

from __future__ import annotations

import gc
import threading

import streamlit as st

from dashboard.build import ensure_tables
from dashboard.errors import AtlasError
from dashboard.tables import Tables
from dashboard.words import _

_BUILDING = threading.Lock()


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
        # What is loaded now stays for ever: kept out of every later collection, a rerun takes a third of the time.
        gc.collect()
        gc.freeze()
        return tables

"""The table twin of a chart: the same rows as text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from typing import Any
from zlib import crc32

import pandas as pd
import streamlit as st
from pandas.api.types import is_any_real_numeric_dtype

from dashboard.exports.cells import count_digits
from dashboard.panels import Panel
from dashboard.ui.frames import measure_frame
from dashboard.ui.labels import plain
from dashboard.ui.state import View
from dashboard.words import _, write_number

# Rows of a table twin that stand on the page at once.
MOST_ROWS = 50


def show_twin(panel: Panel, view: View) -> None:
    """The table of what the panel counts in the view, a page of rows at a time; each row is headed by its first column."""
    frame = measure_frame(panel, view)
    pages = math.ceil(len(frame) / MOST_ROWS)
    page = st.pagination(pages, key=f"rows-{panel.key}") if pages > 1 else 1
    shown = twin(frame.iloc[(page - 1) * MOST_ROWS : page * MOST_ROWS], panel.name_columns(frame))
    name = _("{title}, as a table").format(title=_(panel.title))
    show_table(shown, name)


def show_table(frame: pd.DataFrame, name: str | None = None) -> None:
    """A table headed by its first column, called ``name`` for those who do not see it; numbers as its reader writes them."""
    rows = frame.set_index(frame.columns[0])
    digits = {column: count_digits(rows[column]) for column in rows.select_dtypes("number")}
    written: dict[Any, Any] = {column: partial(write_number, digits=each) for column, each in digits.items()}
    # a mark of its own, the same in each run: what has not changed is not sent again
    mark_of_table = f"{crc32(repr((name, *rows.columns)).encode()):08x}"
    st.table(rows.style.set_uuid(mark_of_table).format(written, na_rep=""), border="horizontal", alt=name)


def twin(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """The frame as a reader sees it: named columns in order, words of the data as inert text, nothing for what is missing."""
    kept = frame[[name for name in columns if name in frame]]
    said = {str(name): kept[name].astype("object").map(_say) for name in kept if not is_any_real_numeric_dtype(kept[name])}
    return kept.assign(**said).rename(columns={name: _(label) for name, label in columns.items()})


def _say(value: Any) -> object:
    return plain(value) if isinstance(value, str) else "" if pd.isna(value) else value

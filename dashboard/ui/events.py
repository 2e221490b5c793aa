"""Events as a list, newest first, each a link to the whole of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

from dashboard.model import Status
from dashboard.selection import Slice, kind_name
from dashboard.selection.matrices import list_newest
from dashboard.selection.naming import country_names
from dashboard.ui.evidence import Line, compose_list
from dashboard.ui.labels import list_rows, name_date
from dashboard.ui.links import link_to
from dashboard.ui.prose import show_quiet
from dashboard.words import _, ngettext, write_series

PAGE = 10


def show_events(part: Slice, key: str, most: int | None = None) -> None:
    """The events of ``part``, ten to a page, or only the ``most`` newest."""
    rows = sort_rows(part)
    if not len(rows):
        show_quiet(_("No event answers these filters."))
        return
    pages = math.ceil(len(rows) / PAGE)
    page = 1
    if most is None and pages > 1:
        page = st.pagination(pages, key=f"page-{key}")
    chosen = rows[:most] if most else rows[(page - 1) * PAGE : page * PAGE]
    st.html(compose_list(list_lines(part, chosen.tolist())))


def list_lines(part: Slice, rows: Sequence[int]) -> list[Line]:
    """A line for each of these events: its title as a link to the whole of it, and what is known in short."""
    return [_line(part, event) for event in list_rows(part.tables.events.iloc[list(rows)])]


def _line(part: Slice, event: Any) -> Line:
    return Line(event.title, link_to("events", event=event.event_id), describe_event(part, event), below=True)


def sort_rows(part: Slice) -> npt.NDArray[np.int64]:
    """The row numbers of ``part``, newest event first, undated ones last."""
    return list_newest(part)


def describe_event(part: Slice, event: Any) -> str:
    """Date, kind, place and number of reports of a row of the events table in one line of plain text."""
    city, country = event.city, country_names(part.tables).get(event.country)
    place = write_series(text for text in (city, country) if isinstance(text, str))
    reports = ngettext("{n} report", "{n} reports", event.reports).format(n=event.reports)
    if event.sources < event.reports:
        independent = ngettext("{n} independent source", "{n} independent sources", event.sources).format(n=event.sources)
        reports = f"{reports}, {independent}"
    announced = [_("announced")] if event.status == Status.ANNOUNCED else []
    return " · ".join([name_date(event.start, event.end), kind_name(event.kind), place or _("no place"), *announced, reports])

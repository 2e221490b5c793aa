"""Events as a list, newest first, each a link to the whole of it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.selection import Slice, kind_name
from dashboard.ui.labels import name_date, plain
from dashboard.ui.links import show_link
from dashboard.ui.prose import show_quiet
from dashboard.words import _, ngettext

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
    with st.container(key=f"list-{key}", gap="small"):
        for event in part.tables.events.iloc[chosen].itertuples(index=False):
            show_link(plain(event.title), "events", event=str(event.event_id))
            show_quiet(plain(describe_event(part, event)))


def sort_rows(part: Slice) -> np.ndarray:
    """The row numbers of ``part``, newest event first, undated ones last."""
    days = part.tables.events["first_day"].iloc[part.rows].fillna("")
    return part.rows[np.argsort(days.to_numpy(dtype=str), kind="stable")[::-1]]


def describe_event(part: Slice, event: object) -> str:
    """Date, kind, place and number of reports in one line."""
    tables = part.tables
    values = pd.Series(event._asdict())  # type: ignore[attr-defined]  (a named tuple of pandas)
    place = [text for text in (values["city"], tables.country_names.get(values["country"])) if isinstance(text, str)]
    reports = ngettext("{n} report", "{n} reports", values["reports"]).format(n=values["reports"])
    announced = [_("announced")] if values["status"] == "announced" else []
    parts = [name_date(values["start"], values["end"]), kind_name(values["kind"]), ", ".join(place) or _("no place"), *announced, reports]
    return " · ".join(parts)

"""Events with what stands behind each of them: fields, words in context, sources."""

from __future__ import annotations

import math
from collections.abc import Sequence

import streamlit as st

from dashboard.selection import Slice
from dashboard.ui.events import list_lines, sort_rows
from dashboard.ui.evidence import compose_account, compose_list
from dashboard.ui.prose import show_quiet
from dashboard.ui.testimony import find_account
from dashboard.words import _

PAGE = 5


def show_accounts(part: Slice, key: str) -> None:
    """The events of ``part``, newest first, five to a page, each with its evidence folded up below it."""
    rows = sort_rows(part)
    if not len(rows):
        show_quiet(_("No event answers these filters."))
        return
    pages = math.ceil(len(rows) / PAGE)
    page = st.pagination(pages, key=f"page-{key}") if pages > 1 else 1
    chosen = rows[(page - 1) * PAGE : page * PAGE]
    st.html(_compose(part, chosen.tolist()))


def _compose(part: Slice, rows: Sequence[int]) -> str:
    lines = list_lines(part, rows)
    return "".join(
        compose_list([line]) + compose_account(find_account(part.tables, row)) for line, row in zip(lines, rows, strict=True)
    )

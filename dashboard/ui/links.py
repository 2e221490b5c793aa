"""The pages, their fixed paths, and links to them that keep the filters."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import settings
from dashboard.ui.state import page_query
from dashboard.words import _, mark

# Paths are fixed in all languages: they stand in printed links.
PAGES: Mapping[str, str] = {
    "overview": mark("Overview"), "timeline": mark("Timeline"), "map": mark("Map"), "partnerships": mark("Partnerships"),
    "goals": mark("Goals"), "compare": mark("Compare"), "events": mark("Events"), "coverage": mark("Coverage"),
    "method": mark("Method"),
}  # fmt: skip
# Reached from a name, not from the bar.
PROFILES: Mapping[str, str] = {"institution": mark("Institution"), "country": mark("Country")}


def list_pages() -> list[Page]:
    """Every page, the ones in the bar first."""
    return [page_of(name) for name in (*PAGES, *PROFILES)]


def page_of(name: str) -> Page:
    """The page called ``name``."""
    return st.Page(
        settings.PACKAGE / "pages" / f"{name}.py", title=_({**PAGES, **PROFILES}[name]),
        url_path=None if name == "overview" else name,
        default=name == "overview", visibility="hidden" if name in PROFILES else "visible",
    )  # fmt: skip


def show_link(label: str, name: str, **own: str) -> None:
    """A link to a page with parameters of its own, filters kept; ``label`` is Markdown: make the data's words plain."""
    st.page_link(page_of(name), label=label, query_params=own)


def link_to(name: str, **own: str) -> str:
    """The address of a page within the dashboard, with parameters of its own, filters kept."""
    path = "." if name == "overview" else name
    query = urlencode(page_query(**own), safe=",")
    return f"{path}?{query}" if query else path


def go(name: str, **own: str) -> None:
    """Turn to another page at once; the filters go along by themselves, since they are bound to the address."""
    st.switch_page(page_of(name), query_params=own)

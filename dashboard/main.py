"""What every page shares: the data, the bar of pages, search, filters, what is in force, and the foot."""

from __future__ import annotations

import streamlit as st

from dashboard import settings
from dashboard.ui import state
from dashboard.ui.chips import show_active
from dashboard.ui.filters import ask_filters
from dashboard.ui.footer import show_footer
from dashboard.ui.language import ask_language, open_language
from dashboard.ui.links import list_pages
from dashboard.ui.search import ask_search
from dashboard.ui.sending import hold_messages
from dashboard.ui.upkeep import open_tables, settle

UI = settings.PACKAGE / "ui"


def show_dashboard() -> None:
    """One run of the dashboard."""
    st.set_page_config(page_title=settings.NAME, page_icon=str(UI / "icon.png"), layout="wide", initial_sidebar_state="auto")
    st.html(UI / "page.css")
    open_language()
    page = st.navigation(list_pages(), position="top")
    state.put("page-path", page.url_path)
    view = state.open_view(open_tables())
    st.logo(UI / f"wordmark_{view.look.name}.svg", size="large", icon_image=UI / "icon.png")
    with hold_messages():
        ask_filters(view)
        with st.container(horizontal=True, key="search-and-language"):
            with st.container():
                ask_search(view)
            ask_language()
        show_active(view)
        page.run()
        st.set_page_config(page_title=f"{state.subject_title() or page.title} – {settings.NAME}")
        show_footer(view, page.title)
    settle()


show_dashboard()

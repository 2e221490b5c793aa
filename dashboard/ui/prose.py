"""Headings and quiet lines: the few forms of text that every page is set in."""

from __future__ import annotations

import streamlit as st


def show_title(title: str, lead: str) -> None:
    """A page's heading and, below it, one sentence on what the page answers."""
    st.title(title, anchor=False)
    st.markdown(lead, width=720)


def show_section(title: str, lead: str = "") -> None:
    """The heading of a part of a page, with a quiet sentence where there is one."""
    st.header(title, anchor=False)
    if lead:
        show_quiet(lead)


def show_quiet(text: str) -> None:
    """A line in the quiet ink, of Markdown; what comes from data is made plain first."""
    st.markdown(f":gray[{text}]", width=720)


def show_small(text: str) -> None:
    """A quiet line in small type: what stands under a chart or a figure."""
    st.markdown(f":small[:gray[{text}]]", width=720)

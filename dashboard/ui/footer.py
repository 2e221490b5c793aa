"""The foot of every page: what data this is, how to link, cite, report and take it away, and what it is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import settings
from dashboard.exports.caption import DISCLAIMER, cite, write_link
from dashboard.selection import Selection, write_address
from dashboard.ui import state
from dashboard.ui.downloads import show_table_downloads, today
from dashboard.ui.labels import name_date, plain
from dashboard.ui.prose import show_small
from dashboard.ui.state import View, slice_of
from dashboard.words import _, mark, write_pair, write_sentences

NOT_APPROVED = mark(
    "The content of this dashboard has not been approved by the United Nations and does not reflect the views of the "
    "United Nations or its officials or Member States."
)


def show_footer(view: View, title: str) -> None:
    """The foot of the page called ``title``."""
    st.space("large")
    with st.container(key="footer"):
        about = view.tables.about
        show_small(
            _("{name}. Data version {version}, {n} articles read, the newest of {newest}. Licence: {licence}.").format(
                name=settings.NAME, version=plain(about.version), n=about.articles, newest=plain(name_date(about.newest)),
                licence=settings.LICENCE,
            )
        )  # fmt: skip
        _show_tools(view, title)
        show_small(write_sentences([_(DISCLAIMER), _(NOT_APPROVED)]))


@st.fragment
def _show_tools(view: View, title: str) -> None:
    """What is asked for at the foot; a small window is filled when it is opened."""
    with st.container(horizontal=True, gap="small", key="footer-tools"):
        for (key, label), show in _WINDOWS.items():
            window = st.popover(_(label), type="tertiary", key=f"foot-{key}", on_change="rerun")
            if window.open:
                with window:
                    show(view, title)
        _show_report()


def _show_address(_view: View, _title: str) -> None:
    st.code(state.view_address(), language=None, wrap_lines=True)


def _show_citation(view: View, title: str) -> None:
    address = write_link(state.page_place(), write_address(view.selection))
    title = write_pair(title, state.subject_title()) if state.subject_title() else title
    version = view.tables.about.version
    st.code(cite(title, version, today(), address), language=None, wrap_lines=True)
    st.code(write_bibtex(title, version, address), language="bibtex", wrap_lines=True)


def write_bibtex(title: str, version: str, address: str) -> str:
    """The entry for a list of references; what BibTeX would read as a command is escaped."""
    fields = {
        "title": f"{settings.NAME}: {title}", "year": str(today().year), "note": f"Data version {version}, {settings.LICENCE}",
        "urldate": today().isoformat(), "url": address if "://" in address else "",
    }  # fmt: skip
    lines = [f"  {name} = {{{value if name == 'url' else _escape(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{sdg-cooperation-atlas-{today().year},", *lines, "}"])


def _escape(text: str) -> str:
    return re.sub(r"([#$%&_{}])", r"\\\1", text.replace("\\", ""))


def _show_whole(view: View, _title: str) -> None:
    st.markdown(_("Every table with its dictionary, whatever is filtered."))
    show_table_downloads(slice_of(view.tables, Selection()), _("The whole data set"), "whole")


_WINDOWS: Mapping[tuple[str, str], Callable[[View, str], None]] = {
    ("link", mark("Copy link")): _show_address,
    ("cite", mark("Cite this view")): _show_citation,
    ("whole", mark("Take the whole data set")): _show_whole,
}


def _show_report() -> None:
    address = settings.report_address()
    if not address:
        with st.popover(_("Report an error"), type="tertiary"):
            st.markdown(
                _("Whoever runs this dashboard has not said where errors go. Tell the person who gave you its address.")
            )
        return
    target = address if "://" in address else f"mailto:{address}"
    st.link_button(_("Report an error"), target, type="tertiary")

"""Downloads: files made when they are asked for and not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from dashboard import exports
from dashboard.exports import Caption, Format, write_caption
from dashboard.exports.pictures import NO_CHROMIUM, PICTURES, find_chromium
from dashboard.panels import Panel
from dashboard.selection import Selection, Slice
from dashboard.ui.kept import kept
from dashboard.ui.prose import show_quiet
from dashboard.ui.state import View
from dashboard.words import _, language, speaking


def today() -> date:
    """The day that stands in captions, in UTC, since a server has no reader's clock."""
    return datetime.now(UTC).date()


def show_downloads(panel: Panel, view: View, caption: Caption) -> None:
    """One button for each format in which a panel can be taken away; pictures only where there is a browser to draw them."""
    drawn_here = find_chromium() is not None
    show_quiet(_("Each file carries title, filters, counts, sources, licence, date and the address of this view."))
    with st.container(horizontal=True, gap="small"):
        for kind, form in exports.FORMATS.items():
            if drawn_here or kind not in PICTURES:
                make = partial(exports.write_panel, panel, view.slice, kind, view.look, caption)
                _offer(kind.upper(), make, panel, (caption, form))
    if not drawn_here:
        show_quiet(_(NO_CHROMIUM))


def show_table_downloads(part: Slice, title: str, key: str) -> None:
    """The tables of the events in ``part`` as a zip of CSV files with their dictionary, and as a workbook."""
    caption = _write_caption(part, part.tables.digest, part.selection, (title, today(), language()))
    labels = {"csv": _("CSV with dictionary"), "xlsx": _("Excel workbook")}
    with st.container(horizontal=True, gap="small"):
        for kind, form in exports.TABLE_FORMATS.items():
            make = partial(exports.write_tables, part, kind, caption)
            _offer(labels[kind], make, key, (caption, form))


@kept(100)
def _write_caption(_part: Slice, digest: str, selection: Selection, said: tuple[str, date, str]) -> Caption:
    title, day, _spoken = said
    return write_caption(title, _part, day, "events")


def _offer(label: str, make: Callable[[], bytes], thing: Panel | str, said: tuple[Caption, Format]) -> None:
    """A button that makes a file when it is pressed, named from codes alone: nothing of an article reaches it."""
    made, (caption, form) = partial(_make, make, language()), said
    name = f"sdg-atlas_{exports.file_name(thing, caption, form)}"
    st.download_button(label, made, name, form.mime, key=f"take-{name}", on_click="ignore")


def _make(make: Callable[[], bytes], spoken: str) -> bytes:
    """The file in the language of the page: it is made after the run, where no session says whose it is."""
    with speaking(spoken):
        return make()

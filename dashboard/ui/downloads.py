"""Downloads: files made when they are asked for and not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import streamlit as st

from dashboard import exports
from dashboard.exports.caption import Caption, write_caption
from dashboard.exports.pictures import NO_CHROMIUM, PICTURES, find_chromium
from dashboard.panels import Panel
from dashboard.selection import Selection, Slice
from dashboard.ui.kept import kept
from dashboard.ui.prose import show_quiet
from dashboard.ui.state import View
from dashboard.words import _, language, speaking

MEDIA = {
    "png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf", "html": "text/html", "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
}  # fmt: skip
TABLE_ENDINGS = {"csv": "zip", "xlsx": "xlsx"}


def today() -> date:
    """The day that stands in captions, in UTC, since a server has no reader's clock."""
    return datetime.now(UTC).date()


def show_downloads(panel: Panel, view: View, caption: Caption) -> None:
    """One button for each format in which a panel can be taken away; pictures only where there is a browser to draw them."""
    drawn_here = find_chromium() is not None
    show_quiet(_("Each file carries title, filters, counts, sources, licence, date and the address of this view."))
    with st.container(horizontal=True, gap="small"):
        for kind in exports.FORMATS:
            if drawn_here or kind not in PICTURES:
                make = partial(exports.write_panel, panel, view.slice, kind, view.look, caption)
                _offer(kind.upper(), make, f"{name_file(panel.key, caption)}.{kind}", kind)
    if not drawn_here:
        show_quiet(_(NO_CHROMIUM))


def show_table_downloads(part: Slice, title: str, key: str) -> None:
    """The tables of the events in ``part`` as a zip of CSV files with their dictionary, and as a workbook."""
    caption = _write_caption(part, part.tables.digest, part.selection, (title, today(), language()))
    labels = {"csv": _("CSV with dictionary"), "xlsx": _("Excel workbook")}
    with st.container(horizontal=True, gap="small"):
        for kind, ending in TABLE_ENDINGS.items():
            make = partial(exports.write_tables, part, kind, caption)
            _offer(labels[kind], make, f"{name_file(key, caption)}.{ending}", ending)


@kept(100)
def _write_caption(_part: Slice, digest: str, selection: Selection, said: tuple[str, date, str]) -> Caption:
    title, day, _spoken = said
    return write_caption(title, _part, day, "events")


def name_file(key: str, caption: Caption) -> str:
    """A file name from codes alone: nothing of an article reaches it."""
    codes = "".join(sign if sign.isalnum() else "-" for sign in caption.query.lower())[:60].strip("-")
    return "-".join(part for part in ("sdg-atlas", key, codes, caption.date) if part)


def _offer(label: str, make: Callable[[], bytes], file_name: str, kind: str) -> None:
    made = partial(_make, make, language())
    st.download_button(label, made, file_name, MEDIA[kind], key=f"take-{file_name}", on_click="ignore")


def _make(make: Callable[[], bytes], spoken: str) -> bytes:
    """The file in the language of the page: it is made after the run, where no session says whose it is."""
    with speaking(spoken):
        return make()

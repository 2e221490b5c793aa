"""One panel on the page: its title, what it counts, chart, table twin, the events behind it, and downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.exports.caption import DISCLAIMER, Caption, write_caption
from dashboard.exports.pictures import find_chromium
from dashboard.panels import PANELS, Panel
from dashboard.selection import FILTER_NAMES, Slice, select, without
from dashboard.ui import state
from dashboard.ui.behind import show_behind
from dashboard.ui.downloads import show_downloads, today
from dashboard.ui.events import show_events
from dashboard.ui.frames import draw_figure, measure_frame
from dashboard.ui.labels import plain
from dashboard.ui.prose import show_quiet, show_small
from dashboard.ui.state import View, ViewKey
from dashboard.ui.subject import narrow_to
from dashboard.words import _, mark, ngettext

# Rows of a table twin that are set on the page; the whole table is among the downloads.
MOST_ROWS = 50
# These count more than events, and have something to say where no event answers.
_WITHOUT_EVENTS = {"designations", "coverage"}
# Which filter to loosen first where several would bring back as much.
_LOOSENED = (
    "text", "partners", "institutions", "programmes", "undated", "since", "until", "kinds", "basis", "goals", "countries",
    "regions", "publishers", "languages",
)  # fmt: skip
_FACES = {"chart": mark("Chart"), "table": mark("Table"), "events": mark("Events"), "take": mark("Download")}


@st.fragment
def show_panel(key: str, about: View | None = None) -> None:
    """The panel ``key`` for the reader's view, or for that of a profile; reruns by itself when its chart is clicked."""
    if state.take("whole-page"):
        st.rerun(scope="app")
    panel, current = PANELS[key], state.view()
    view = about or current
    caption = _write_caption(panel, view)
    st.space("small")
    st.header(_(panel.title), anchor=key)
    show_quiet(plain(_describe(caption)))
    face = st.segmented_control(
        _("How to see “{title}”").format(title=_(panel.title)), list(_FACES), default="chart", required=True,
        format_func=lambda each: _(_FACES[each]), key=f"face-{key}", label_visibility="collapsed",
    )  # fmt: skip
    _SHOWERS[face or "chart"](panel, view, caption)
    _show_foot(panel, caption)


def _write_caption(panel: Panel, view: View) -> Caption:
    """The caption of a panel; on a profile with the profile's address, and the filters as they can be said there."""
    place = None if view.said is None else state.page_place()
    return _caption_of(view, view.key, panel.key, today(), place)


@st.cache_resource(max_entries=400, show_spinner=False)
def _caption_of(_view: View, view_key: ViewKey, panel_key: str, day: date, place: str | None) -> Caption:
    part = _view.slice if _view.said is None else replace(_view.slice, selection=_view.said)
    return write_caption(PANELS[panel_key], part, day, place)


def _describe(caption: Caption) -> str:
    """The quiet line under the title: what is counted, filters and period where there are any."""
    parts = [caption.subtitle]
    parts += [caption.filters_text] if caption.filters else []
    return " · ".join([*parts, caption.period])


def _show_foot(panel: Panel, caption: Caption) -> None:
    show_small(plain(caption.basis))
    if panel.has_map:
        show_small(_(DISCLAIMER))


def _show_chart(panel: Panel, view: View, caption: Caption) -> None:
    if is_empty(panel, view):
        show_empty(view)
        return
    figure = draw_figure(panel, view)
    event = st.plotly_chart(
        figure, theme=None, key=f"chart-{panel.key}", on_select="rerun" if panel.marks else "ignore", selection_mode="points",
        config=configure(panel, caption), alt=_("{question} {counts}. The table says the same in words.").format(
            question=_(panel.question), counts=caption.counts
        ),
    )  # fmt: skip
    clicked = read_key(event) if panel.marks else None
    if clicked:
        show_behind(panel, view, clicked)


def configure(panel: Panel, caption: Caption) -> dict[str, Any]:
    """How Plotly behaves: boundaries from this server, no logo, its camera always there where no picture is made here."""
    return {
        "topojsonURL": "boundaries/",
        "displaylogo": False,
        "displayModeBar": True if find_chromium() is None else "hover",
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toggleSpikelines"],
        "toImageButtonOptions": {"format": "svg", "filename": f"sdg-atlas-{panel.key}-{caption.date}", "scale": 2},
    }


def read_key(event: Any) -> str | None:
    """The key of the mark that was clicked: the first of its ``customdata``, or a country's code."""
    points = event["selection"]["points"] if event else []
    if not points:
        return None
    given = points[0].get("customdata") or [points[0].get("location")]
    first = given[0] if isinstance(given, list | tuple) else next(iter(given.values())) if isinstance(given, Mapping) else given
    return None if first is None else str(first)


def is_empty(panel: Panel, view: View) -> bool:
    """Whether there is nothing to show: no event answers, or nothing of it can stand in this panel."""
    return measure_frame(panel, view).empty or (not len(view.slice.rows) and panel.key not in _WITHOUT_EVENTS)


def show_empty(view: View) -> None:
    """What would be here, and which filter to loosen; where events answer, that none of them has what the chart counts."""
    found = len(view.slice.rows)
    if found:
        words = ngettext(
            "{n} event answers these filters, and it has nothing that is counted here.",
            "{n} events answer these filters, and none has what is counted here.",
            found,
        )
        st.markdown(f"**{words.format(n=f'{found:,}')}**")
        return
    st.markdown(f"**{_('No event answers these filters.')}**")
    asked = state.last_view().selection
    named = [name for name in _LOOSENED if getattr(asked, name)]
    gains = [(len(_wider(view, name).rows), name) for name in named]
    if gains and max(gains)[0]:
        count, name = max(gains)
        words = _("Here would be the events that you asked for. Without the filter “{name}” there are {n}: clear it above.")
        show_quiet(words.format(name=_(FILTER_NAMES[name]), n=count))
    elif named:
        show_quiet(_("Here would be the events that you asked for: clear some of the filters above."))
    else:
        show_quiet(_("No filter is in force: nothing was found in what was read."))


def _show_table(panel: Panel, view: View, caption: Caption) -> None:
    if is_empty(panel, view):
        show_empty(view)
        return
    shown = twin(measure_frame(panel, view), panel.columns)
    st.table(shown.head(MOST_ROWS), border="horizontal", hide_index=True)
    if len(shown) > MOST_ROWS:
        show_quiet(_("The first {n} of {all} rows; the downloads hold all of them.").format(n=MOST_ROWS, all=len(shown)))


def twin(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """The frame as a reader sees it: named columns in order, words of the data as inert text, nothing for what is missing."""
    kept = frame[[name for name in columns if name in frame]]
    shown = kept.rename(columns={name: _(label) for name, label in columns.items()})
    return shown.map(lambda value: "" if pd.isna(value) else plain(value) if isinstance(value, str) else value)


def _wider(view: View, name: str) -> Slice:
    """What the page would show if the reader cleared the filter ``name``."""
    part = select(view.tables, without(state.last_view().selection, name))
    return narrow_to(replace(view, slice=part), *view.subject).slice if view.subject[0] else part


def _show_events(panel: Panel, view: View, caption: Caption) -> None:
    show_events(view.slice, f"events-{panel.key}")


_SHOWERS: Mapping[str, Callable[[Panel, View, Caption], None]] = {
    "chart": _show_chart, "table": _show_table, "events": _show_events, "take": show_downloads,
}  # fmt: skip

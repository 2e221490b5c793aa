"""One panel on the page: its title, what it counts, chart, table twin, the events behind its marks, and downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from dashboard.charts.lit import draw_lit
from dashboard.exports.caption import DISCLAIMER, Caption, write_caption
from dashboard.exports.pictures import find_chromium
from dashboard.panels import PANELS, Panel, state_finding
from dashboard.ui import state
from dashboard.ui.behind import show_behind
from dashboard.ui.downloads import show_downloads, today
from dashboard.ui.empty import is_empty, show_empty
from dashboard.ui.events import show_events
from dashboard.ui.frames import draw_figure, measure_frame
from dashboard.ui.kept import kept
from dashboard.ui.labels import plain
from dashboard.ui.marks import ask_mark, find_lit, take_click
from dashboard.ui.prose import show_quiet, show_small
from dashboard.ui.state import View, ViewKey
from dashboard.ui.sureness import describe_accuracy
from dashboard.ui.twin import show_twin
from dashboard.ui.ways import ask_choices, ask_face, ask_years, cut_years
from dashboard.words import _, write_sentences

# Pixels of the events that open beside a chart; where the page is narrower they stand below it.
_BESIDE = 280


@st.fragment
def show_panel(thing: str | Panel, about: View | None = None) -> None:
    """A panel, by its key or one made for the page, for the reader's view or that of a profile.

    It reruns by itself when its chart is clicked.
    """
    if state.take("whole-page"):
        st.rerun(scope="app")
    base, current = PANELS[thing] if isinstance(thing, str) else thing, state.view()
    panel = base.choose(state.read_ways(base.key))
    view = cut_years(panel, about or current)
    caption = _write_caption(panel, view)
    st.space("small")
    st.header(plain(_(panel.title)), anchor=panel.key)  # on the page that compares it holds names of the data
    show_quiet(_describe(caption))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key=f"ways-{panel.key}"):
        face = ask_face(panel)
        if face != "take":
            ask_choices(panel, face)
            ask_years(panel, about or current)
    _SHOWERS[face](panel, view, caption)
    _show_foot(panel, view, caption)


def _write_caption(panel: Panel, view: View) -> Caption:
    """The caption of a panel; on a profile with the profile's address, and the filters as they can be said there."""
    place = None if view.said is None else state.page_place()
    return _caption_of(panel, view, (panel.key, panel.chosen), view.key, (today(), place))


@kept(200)
def _caption_of(
    _panel: Panel, _view: View, panel_key: tuple[object, ...], view_key: ViewKey, said: tuple[date, str | None]
) -> Caption:
    part = _view.slice if _view.said is None else replace(_view.slice, selection=_view.said)
    return write_caption(_panel, part, *said)


def _describe(caption: Caption) -> str:
    """The quiet line under the title, as inert Markdown: what is counted, filters and period where there are any."""
    parts = [caption.subtitle]
    parts += [caption.filters_text] if caption.filters else []
    # a period never breaks at its dash, nor leaves its dot behind
    period = plain(caption.period).replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")
    return plain(" · ".join(parts)) + " ·\N{NO-BREAK SPACE}" + period


@kept(200)
def _accuracy_of(_panel: Panel, _view: View, panel_key: tuple[object, ...], view_key: ViewKey) -> str:
    return describe_accuracy(_panel.fields, _panel.list_counted(_view.slice))


def _show_foot(panel: Panel, view: View, caption: Caption) -> None:
    show_small(plain(write_sentences([caption.basis, _accuracy_of(panel, view, (panel.key, panel.chosen), view.key)])))
    if panel.has_map:
        show_small(_(DISCLAIMER))


def _show_chart(panel: Panel, view: View, caption: Caption) -> None:
    if is_empty(panel, view):
        show_empty(view)
        return
    opened = state.read_mark(panel.key) if panel.marks else ""
    with st.container(horizontal=True, gap="large", key=f"beside-{panel.key}"):
        with st.container(key=f"drawn-{panel.key}"):
            _draw_chart(panel, view, caption)
            if panel.marks:
                ask_mark(panel, view)
        if opened:
            with st.container(width=_BESIDE, key=f"behind-{panel.key}"):
                show_behind(panel, view, opened)


def _draw_chart(panel: Panel, view: View, caption: Caption) -> None:
    key, figure = f"chart-{panel.key}", draw_figure(panel, view)
    lit = find_lit(panel, key) if panel.marks else ""
    if lit:
        figure = draw_lit(figure, lit)
    if panel.brush and state.is_touched():
        # a finger that drags a box could not scroll past the chart
        figure = type(figure)(**figure.to_dict()).update_layout(dragmode=False)
    st.plotly_chart(
        figure, theme=None, key=key, height="stretch" if panel.has_map else "content",
        on_select=partial(take_click, panel, key) if panel.marks else "ignore",
        selection_mode=("points", "box") if panel.brush else "points",
        config=configure(panel, caption), alt=_describe_finding(panel, view, caption),
    )  # fmt: skip


def _describe_finding(panel: Panel, view: View, caption: Caption) -> str:
    """The alternative text: what is shown, what was found, how much stands behind it, and where it stands in words."""
    finding = state_finding(panel, measure_frame(panel, view))
    return _("{title}. {finding} {counts}. The table says the same in words.").format(
        title=_(panel.title), finding=finding, counts=caption.counts
    )


def configure(panel: Panel, caption: Caption) -> dict[str, Any]:
    """How Plotly behaves: boundaries from this server, no logo, its camera always there where no picture is made here."""
    return {
        "topojsonURL": "boundaries/",
        "displaylogo": False,
        "displayModeBar": True if find_chromium() is None else "hover",
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toggleSpikelines"],
        "toImageButtonOptions": {"format": "svg", "filename": f"sdg-atlas-{panel.key}-{caption.date}", "scale": 2},
    }


def _show_table(panel: Panel, view: View, caption: Caption) -> None:
    if is_empty(panel, view):
        show_empty(view)
        return
    show_twin(panel, view)


def _show_events(panel: Panel, view: View, caption: Caption) -> None:
    show_events(panel.list_counted(view.slice), f"events-{panel.key}")


_SHOWERS: Mapping[str, Callable[[Panel, View, Caption], None]] = {
    "chart": _show_chart, "table": _show_table, "events": _show_events, "take": show_downloads,
}  # fmt: skip

"""The two things that a page compares: what the address says, and the controls that choose them."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.selection.sides import COUNTRY, INSTITUTION, PERIOD, find_pair, read_side
from dashboard.ui import state
from dashboard.ui.counts import count_options
from dashboard.ui.labels import list_names, plain
from dashboard.ui.prose import show_quiet
from dashboard.ui.state import View
from dashboard.words import _, mark, write_counted, write_number

_KINDS: Mapping[str, str] = {COUNTRY: mark("Countries"), INSTITUTION: mark("Institutions"), PERIOD: mark("Periods")}
_FILTERS: Mapping[str, str] = {COUNTRY: "countries", INSTITUTION: "institutions"}
_ENDS = ("a", "b")
# More institutions than this make a list that nobody scrolls; those of most events are offered.
_MOST = 2000


def ask_sides(view: View) -> tuple[str, ...]:
    """The two sides that the address names with ``a`` and ``b``, or else two to begin with; and the controls to change them."""
    known = _read(view)
    kind = known[0].partition(":")[0] if known else COUNTRY
    sides = known if _match(known) else list(_begin(view, kind, known[:1]))
    state.follow("compare-kind", kind)
    st.segmented_control(
        _("What to compare"), list(_KINDS), key="compare-kind", required=True, format_func=lambda each: _(_KINDS[each]),
        on_change=_take_kind,
    )  # fmt: skip
    for column, end, side in zip(st.columns(2, gap="large"), _ENDS, (*sides, "", "")[:2], strict=True):
        with column:
            _ask_period(view, end, side) if kind == PERIOD else _ask_code(view, kind, end, side)
    return tuple(sides) if _match(sides) else ()


def _read(view: View) -> list[str]:
    """The sides that the address names, each once; of those that are not known it says so."""
    asked = [side for end in _ENDS if (side := state.read_parameter(end))]
    for side in asked:
        if not read_side(side, view.tables):
            show_quiet(_("Nothing here has the code “{id}”.").format(id=plain(side)))
    return list(dict.fromkeys(side for side in asked if read_side(side, view.tables)))


def _match(sides: list[str]) -> bool:
    """Whether these are two of one kind."""
    return len(sides) == 2 and sides[0].partition(":")[0] == sides[1].partition(":")[0]


def _begin(view: View, kind: str, known: list[str]) -> tuple[str, ...]:
    """Two sides of a kind to begin with: the one that is known, and those in most events; for periods, two halves."""
    if kind == PERIOD:
        years = _years(view)
        middle = len(years) // 2
        halves = (f"{PERIOD}:{years[0]}-{years[middle - 1]}", f"{PERIOD}:{years[middle]}-{years[-1]}") if middle else ()
        return tuple([*known[:1], *[half for half in halves if half not in known]][:2])
    if kind == COUNTRY and not known:
        return find_pair(view.slice)
    counts = count_options(view, _FILTERS[kind])
    names = list_names(view.tables, _FILTERS[kind])
    ranked = sorted((code for code in counts if code in names), key=lambda code: -counts[code])
    offered = [f"{kind}:{code}" for code in ranked[:3]]
    return tuple([*known[:1], *[side for side in offered if side not in known]][:2])


def _take_kind() -> None:
    kind = str(state.answer_of("compare-kind") or COUNTRY)
    sides = _begin(state.last_view(), kind, [])
    for end, side in zip(_ENDS, (*sides, "", "")[:2], strict=True):
        state.take_parameter(end, side)


def _ask_code(view: View, kind: str, end: str, side: str) -> None:
    names, counts = list_names(view.tables, _FILTERS[kind]), count_options(view, _FILTERS[kind])
    code = side.partition(":")[2]
    found = sorted((each for each in counts if each in names), key=lambda each: -counts[each])[:_MOST]
    wanted = {*found, code}
    offered = [each for each in names if each in wanted]
    key = f"compare-{kind}-{end}"
    state.follow(key, code or None)
    st.selectbox(
        _label(end), offered, key=key, index=None, on_change=_take_code, args=(kind, end),
        format_func=lambda each: write_counted(names.get(each, each), write_number(counts.get(each, 0))),
    )  # fmt: skip


def _label(end: str) -> str:
    return _("First") if end == "a" else _("Second")


def _take_code(kind: str, end: str) -> None:
    code = state.answer_of(f"compare-{kind}-{end}")
    _write(end, f"{kind}:{code}" if code else "")


def _write(end: str, side: str) -> None:
    """Note one side in the address, and the other as it is shown, so that the address holds both."""
    for each, shown in zip(_ENDS, state.answer_of("compare-sides") or (), strict=False):
        state.take_parameter(each, shown)
    state.take_parameter(end, side)


def _ask_period(view: View, end: str, side: str) -> None:
    years = _years(view)
    first, _dash, last = side.partition(":")[2].partition("-")
    if len(years) < 2 or not first:
        return
    offered = sorted({*years, first, last})
    key = f"compare-period-{end}"
    state.follow(key, (first, last))
    st.select_slider(_label(end), offered, key=key, on_change=_take_period, args=(end,))


def _take_period(end: str) -> None:
    first, last = state.answer_of(f"compare-period-{end}")
    _write(end, f"{PERIOD}:{first}-{last}")


def _years(view: View) -> list[str]:
    starts = view.tables.events["first_day"].dropna().str[:4]
    return [str(year) for year in range(int(starts.min()), int(starts.max()) + 1)] if len(starts) else []

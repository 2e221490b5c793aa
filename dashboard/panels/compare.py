"""Panels that set two countries, institutions or periods side by side; without a choice the two countries in most events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from dashboard.charts import two
from dashboard.measures import compare
from dashboard.panels.row import EVENTS, GOAL, KIND, YEAR, Choice, Panel
from dashboard.words import _, mark, ngettext, write_clauses, write_number, write_percent

_SEEN = Choice("seen", mark("Compared are"), {"events": mark("Events"), "share": mark("Shares (%)")}, of="draw")
_SIDE = {"side_name": mark("Compared")}
_COUNTS = EVENTS | {"share": mark("Share (%)")}


def state_leads(frame: pd.DataFrame) -> str:
    """In which row each side has its largest share."""
    if frame.empty or not frame["events"].sum():
        return ""
    told = _("{side} most: {row} ({events}, {share})")
    name = next(column for column in ("title", "kind_name", "year_name") if column in frame)
    best = frame.loc[frame.groupby("side", sort=False)["events"].idxmax()]
    parts = [
        told.format(side=side, row=row, events=_events(events), share=write_percent(share / 100))
        for side, row, events, share in zip(*(best[column] for column in ("side_name", name, "events", "share")), strict=True)
    ]
    return _("{parts}.").format(parts=write_clauses(parts))


def _events(count: int) -> str:
    return ngettext("{n} event", "{n} events", count).format(n=write_number(count))


def state_partners(frame: pd.DataFrame) -> str:
    """How many partners the two share, and how many each has alone."""
    if frame.empty or len(frame.attrs["sides"]) < 2:
        return ""
    said = frame.attrs
    words = _("{both} partners are of both, {one} of {first} alone, {other} of {second} alone.")
    return words.format(
        both=said["n_both"], one=said["n_one"], other=said["n_other"], first=said["sides"][0], second=said["sides"][1]
    )


COMPARE = (
    Panel(
        key="compare-years",
        title=mark("Events of two over time"),
        question=mark("When was each of the two active?"),
        measure=compare.count_years_of_two,
        draw=two.draw_two_years,
        columns=_SIDE | YEAR | _COUNTS,
        note=mark(
            "Distinct events by the year they began; an event in which both take part counts for each. One scale for both."
        ),
        marks="side year",
        choices=(_SEEN,),
        finding=state_leads,
        fields=("start", "countries"),
    ),
    Panel(
        key="compare-goals",
        title=mark("Goals of two"),
        question=mark("Which goals does each of the two work on?"),
        measure=compare.count_goals_of_two,
        draw=two.draw_two_goals,
        columns=_SIDE | GOAL | _COUNTS,
        note=mark("Distinct events by goal, stated or inferred; shares are of the events of each that bear on any goal."),
        marks="side goal",
        choices=(_SEEN,),
        finding=state_leads,
        fields=("sdgs", "countries"),
    ),
    Panel(
        key="compare-kinds",
        title=mark("Kinds of events of two"),
        question=mark("In what forms does each of the two cooperate?"),
        measure=compare.count_kinds_of_two,
        draw=two.draw_two_kinds,
        columns=_SIDE | KIND | _COUNTS,
        note=mark("Distinct events by what the headline reports; shares are of all events of each."),
        marks="side kind",
        choices=(_SEEN,),
        finding=state_leads,
        fields=("kind", "countries"),
    ),
    Panel(
        key="compare-partners",
        title=mark("Partners of two, shared and own"),
        question=mark("With whom does each of the two work, and with whom do both?"),
        measure=compare.rank_partners_of_two,
        draw=two.draw_two_partners,
        columns=_SIDE | {"name": mark("Partner")} | _COUNTS,
        note=mark(
            "Distinct events that join each with institutions seated in other countries, or with other institutions where "
            "institutions are compared; designations, awards and publications make no partners. Shares are of all events "
            "of each."
        ),
        marks="side partner",
        choices=(_SEEN,),
        finding=state_partners,
        fields=("institutions", "institution_country", "partnerships"),
    ),
)


def bind_sides(panel: Panel, sides: Sequence[str], names: Sequence[str]) -> Panel:
    """The panel for these two sides, which its title names, under a key of its own."""
    key = "-".join([panel.key, *(side.replace(":", "-") for side in sides)])
    one, other = names
    title = _("{title}: {one} and {other}").format(title=_(panel.title), one=one, other=other)
    return replace(panel, key=key, title=title, measure=partial(panel.measure, sides=tuple(sides)))

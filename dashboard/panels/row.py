"""What a panel is, and the columns that many panels share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.theme import Look, counting
from dashboard.measures.counted import list_counted
from dashboard.selection import Slice, repeat_reports
from dashboard.words import mark


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to see a panel that its reader chooses: codes with what they are called, the first of them the default.

    ``name`` stands in the address and is the keyword that the panel's ``of`` (``measure`` or ``draw``) takes.
    """

    name: str
    title: str
    options: Mapping[str, str]
    of: str = "measure"

    @property
    def default(self) -> str:
        """The code of what is seen before anything is chosen."""
        return next(iter(self.options))


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart. Texts are flagged with ``mark`` and translated where they are shown.

    ``measure`` turns a Slice into a small frame, ``draw`` that frame into a figure without title and caption (page and export
    add them); ``columns`` names, in order, the frame's columns that a reader sees, in the table twin and in exported rows;
    ``note`` says in one sentence what is counted and what is not; ``has_map`` adds the boundary disclaimer. ``marks`` says what
    the key is that every mark carries first in ``customdata``: ``measures.behind.list_behind(slice, panel.marks, key)`` is the
    events behind it. ``counts`` says which events the panel counts (``measures.counted``) where its marks do not tell, a choice
    in braces; ``unit`` is another thing than events that its rows count.

    ``choices`` are ways to see it and ``chosen`` those taken, as (name, code). ``by_years`` offers a slider of its own years,
    ``brush`` a box that is dragged over its marks to choose a period. ``finding`` states in a sentence what the frame shows and
    ``list_marks`` names the marks by key, where ``panels.reading`` would not say it well. ``fields`` are the fields of records
    on whose accuracy the panel depends. ``lists`` marks one whose rows are single events, agreements or dates, not counts.
    """

    key: str
    title: str
    question: str
    measure: Callable[..., pd.DataFrame]
    draw: Callable[..., go.Figure]
    columns: Mapping[str, str]
    note: str
    has_map: bool = False
    marks: str = ""
    counts: str = ""
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()
    by_years: bool = False
    brush: bool = False
    finding: Callable[[pd.DataFrame], str] | None = None
    list_marks: Callable[[pd.DataFrame], Mapping[str, str]] | None = None
    fields: tuple[str, ...] = ()
    lists: bool = False

    def list_counted(self, part: Slice) -> Slice:
        """The events of the Slice that stand in this panel: what its caption counts."""
        chosen = {choice.name: choice.default for choice in self.choices} | dict(self.chosen)
        return list_counted(part, (self.counts or self.marks).format(**chosen))

    def count(self, part: Slice) -> pd.DataFrame:
        """What the panel counts in the Slice: its measure, of reports in place of events where the selection asks for those."""
        by_reports = part.selection.counting == "reports" and self.counts_events
        frame = self.measure(repeat_reports(part) if by_reports else part)
        if by_reports:
            frame.attrs["counting"] = "reports"
        return frame

    def show(self, frame: pd.DataFrame, look: Look) -> go.Figure:
        """The drawing of what was counted, in words that say whether events or reports were."""
        with counting(str(frame.attrs.get("counting", "events"))):
            return self.draw(frame, look)

    def name_columns(self, frame: pd.DataFrame) -> Mapping[str, str]:
        """The columns that a reader sees; where the frame counts reports, those of events say so."""
        if frame.attrs.get("counting") != "reports":
            return self.columns
        return {name: REPORTS if label == EVENTS["events"] else label for name, label in self.columns.items()}

    @property
    def counts_events(self) -> bool:
        """Whether its rows are numbers of events, and not events one by one or other things."""
        return bool(self.marks) and self.marks != "event" and not self.unit and not self.lists

    def choose(self, asked: Mapping[str, str]) -> Panel:
        """The panel seen in the way that is asked for; names and codes that it does not know are left out."""
        taken: dict[str, dict[str, str]] = {"measure": {}, "draw": {}}
        for choice in self.choices:
            code = asked.get(choice.name, "")
            taken[choice.of][choice.name] = code if code in choice.options else choice.default
        ways: dict[str, Any] = {way: partial(getattr(self, way), **codes) for way, codes in taken.items() if codes}
        chosen = tuple((choice.name, taken[choice.of][choice.name]) for choice in self.choices)
        return replace(self, chosen=chosen, **ways)

    @property
    def departures(self) -> tuple[tuple[Choice, str], ...]:
        """What was chosen otherwise than by default: the choice and its code."""
        codes = dict(self.chosen)
        pairs = ((choice, codes.get(choice.name, choice.default)) for choice in self.choices)
        return tuple((choice, code) for choice, code in pairs if code != choice.default)


COUNTRY = {"short_name": mark("Country or area"), "country": mark("Code")}
READ = {"articles": mark("Articles read")}
EVENTS, REPORTS = {"events": mark("Events")}, mark("Reports")
GOAL = {"goal": mark("Goal"), "title": mark("Name of the goal")}
KIND = {"kind_name": mark("Kind")}
YEAR = {"year_name": mark("Year")}
DISTANCE = {"distance_km": mark("Distance (km)")}
READ_BOTH = {"articles_a": mark("Articles read (first)"), "articles_b": mark("Articles read (second)")}
ABSENCE = {"absence": mark("If none")}

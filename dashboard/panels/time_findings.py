"""What the charts of time show, in one sentence each, and their marks by name."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.charts.theme import events_text
from dashboard.words import _, ngettext, write_counted, write_date, write_list, write_number, write_sentences

# As many marks as a list can hold.
_MOST = 2000


def state_kinds(frame: pd.DataFrame) -> str:
    """In which period most events began, and how far the last one was read."""
    dated = frame[frame["place"] >= 0]
    if dated.empty:
        return _("No event has a date.") if len(frame) else ""
    totals = dated.groupby("period_name", sort=False)["events"].sum()
    found = _("Most in {period} ({events}).").format(period=totals.idxmax(), events=events_text(int(totals.max())))
    return write_sentences([found, *_state_reading(dated)])


def state_goals(frame: pd.DataFrame) -> str:
    """Which goal has most events, and in which period; how far the last one was read."""
    dated = frame[frame["place"] >= 0]
    if dated.empty:
        return _("No event with a goal has a date.") if len(frame) else ""
    goal = frame.groupby("goal", sort=True)["events"].sum().idxmax()
    own = frame[frame["goal"] == goal]
    counted = events_text(int(own["events"].sum()))
    named = _("Goal {number}, {title}").format(number=goal, title=own["title"].iloc[0])
    peak = own[own["place"] >= 0].nlargest(1, "events")
    if peak.empty:
        return _("{goal} has most: {events}, none of them dated.").format(goal=named, events=counted)
    words = _("{goal} has most: {events}, {most} of them in {period}.").format(
        goal=named, events=counted, most=write_number(int(peak["events"].iloc[0])), period=peak["period_name"].iloc[0]
    )
    return write_sentences([words, *_state_reading(dated)])


def _state_reading(dated: pd.DataFrame) -> list[str]:
    """That the last period is not read to its end, if it is among those shown."""
    attrs = dated.attrs
    last = dated.loc[dated["place"] == attrs.get("last_read"), "period_name"]
    if last.empty or attrs.get("whole", True):
        return []
    words = _("{period} is incomplete: read until {date}.")
    return [words.format(period=last.iloc[0], date=write_date(attrs["newest"]))]


def state_latest(frame: pd.DataFrame) -> str:
    """The newest event, and how many of all were only announced."""
    if frame.empty:
        return ""
    newest = frame.iloc[0]
    found = _("The newest: {title}, {date}.").format(
        title=newest["title"], date=write_date(newest["start"] or newest["first_day"])
    )
    announced = int((frame["status"] == "announced").sum())
    if not announced:
        return found
    words = ngettext(
        "{n} of {all} was announced and not reported to have taken place.",
        "{n} of {all} were announced and not reported to have taken place.",
        announced,
    )
    return write_sentences([found, words.format(n=write_number(announced), all=write_number(len(frame)))])


def list_events(frame: pd.DataFrame) -> Mapping[str, str]:
    """Single events by title and date."""
    shown = frame.head(_MOST)
    dates = [write_date(start) for start in shown["start"].fillna(shown["first_day"])]
    return {key: f"{title}, {date}" for key, title, date in zip(shown["event_id"], shown["title"], dates, strict=True)}


def state_lives(frame: pd.DataFrame) -> str:
    """What became of the first partnership, and how many of those shown are silent."""
    if frame.empty:
        return ""
    lives = frame.drop_duplicates("life")
    first = lives.iloc[0]
    found = _("{partners} ({now}): last confirmed {confirmed}.").format(
        partners=first["partners"], now=first["now"], confirmed=first["confirmed"]
    )
    counts = lives["now"].value_counts()
    told = [write_counted(str(now), write_number(int(count))) for now, count in counts.items()]
    return write_sentences([found, _("Of those shown: {counts}.").format(counts=write_list(told))])


def list_stages(frame: pd.DataFrame) -> Mapping[str, str]:
    """The events of partnerships by stage, title and date."""
    shown = frame.drop_duplicates("event_id").head(_MOST)
    dates = [write_date(start) for start in shown["start"].fillna(shown["first_day"])]
    columns = (shown[column].tolist() for column in ("event_id", "stage_name", "title"))
    return {
        key: f"{title}, {date}: {stage}" for (key, stage, title), date in zip(zip(*columns, strict=True), dates, strict=True)
    }


def state_designations(frame: pd.DataFrame) -> str:
    """How many institutions hold or held how many designations."""
    if frame.empty:
        return ""
    institutions = frame["institution_id"].nunique()
    words = ngettext("{n} designation of {all}.", "{n} designations of {all}.", len(frame))
    held = ngettext("{n} institution", "{n} institutions", institutions).format(n=write_number(institutions))
    return words.format(n=write_number(len(frame)), all=held)

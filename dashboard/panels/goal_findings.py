"""What the panels of goals show, each in one sentence."""

from __future__ import annotations

import pandas as pd

from dashboard.words import _, ngettext, write_counted, write_number, write_percent, write_series

# As many goals are named in a sentence.
_NAMED = 3
# From here on a goal goes with another more often than chance would have it.
_OFTEN, _SURE = 1.5, 5


def _goal(number: object, title: object) -> str:
    return _("SDG {number} {title}").format(number=number, title=title)


def state_goals(frame: pd.DataFrame) -> str:
    """The goals of most events, and how many of the links are stated."""
    every = int(frame["events"].sum())
    if not every:
        return ""
    top = frame.sort_values("events", ascending=False, kind="stable").head(_NAMED)
    named = write_series(
        write_counted(_goal(goal, title), write_number(events))
        for goal, title, events in zip(top["goal"], top["title"], top["events"], strict=True)
        if events
    )
    words = _("Most events bear on {goals}; {share:.0f} of 100 goals of events are named in the text.")
    return words.format(goals=named, share=100 * frame["stated"].sum() / every)


def state_gaps(frame: pd.DataFrame) -> str:
    """How many pairs of country and goal are gaps, and which goals are missing in most countries."""
    gaps = frame[frame["state"] == "gap"]
    if frame.empty:
        return ""
    if gaps.empty:
        return _("Each of these countries has events on every goal, or too little was read about it to tell.")
    counts = gaps["goal"].value_counts(sort=False).sort_values(ascending=False, kind="stable").head(_NAMED)
    titles = dict(zip(gaps["goal"], gaps["title"], strict=True))
    named = write_series(write_counted(_goal(goal, titles[goal]), str(n)) for goal, n in zip(counts.index, counts, strict=True))
    words = _("In {n} of {all} pairs of country and goal nothing was found though much was read, most often on {goals}.")
    return words.format(n=len(gaps), all=len(frame), goals=named)


def state_against(frame: pd.DataFrame) -> str:
    """The goals on which a subject differs most from the widest group around it, where chance alone would not do it."""
    far = "far" if "far_share" in frame and frame["far_share"].notna().any() else "near"
    if frame.empty or frame["own_share"].isna().all() or frame[f"{far}_share"].isna().all():
        return ""
    said, others = frame.attrs, frame[f"{far}_share"]
    apart = (frame["own_share"] - others).where((others < frame["low"]) | (others > frame["high"]))
    order = apart.abs().sort_values(ascending=False, kind="stable").dropna().index[:_NAMED]
    if not len(order):
        words = _("{name} and {others}: no goal differs by more than chance allows.")
        return words.format(name=said["own_name"], others=said[f"{far}_name"])
    told = _("{goal} ({own} against {theirs})")
    named = write_series(
        told.format(goal=_goal(goal, title), own=write_percent(own / 100), theirs=write_percent(theirs / 100))
        for goal, title, own, theirs in zip(
            *(frame.loc[order, column] for column in ("goal", "title", "own_share", f"{far}_share")), strict=True
        )
    )
    words = _("{name} differs from {others} most on {goals}.")
    return words.format(name=said["own_name"], others=said[f"{far}_name"], goals=named)


def state_together(frame: pd.DataFrame) -> str:
    """The goals that most events share, and the two that meet most often compared with chance."""
    if frame.empty:
        return ""
    top = frame.iloc[0]
    words = ngettext(
        "Most often together: {one} and {other} ({n} event).",
        "Most often together: {one} and {other} ({n} events).",
        int(top["events"]),
    )
    first = words.format(
        one=_goal(top["goal_a"], top["title_a"]), other=_goal(top["goal_b"], top["title_b"]), n=write_number(top["events"])
    )
    sure = frame[(frame["events"] >= _SURE) & (frame["lift"] >= _OFTEN)].sort_values("lift", ascending=False, kind="stable")
    if sure.empty:
        return first
    pair = sure.iloc[0]
    words = _("{most} Most tied to each other: {one} and {other}, {lift} times as often as by chance.")
    return words.format(
        most=first,
        one=_goal(pair["goal_a"], pair["title_a"]),
        other=_goal(pair["goal_b"], pair["title_b"]),
        lift=write_number(pair["lift"], 1),
    )

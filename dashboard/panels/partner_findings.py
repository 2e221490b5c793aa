"""What the panels of partnerships show, each in one sentence, and the marks of the network by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.words import _, ngettext, write_counted, write_date, write_number, write_series

# As many marks are named in a sentence, and as many institutions and links of the network in a list.
_NAMED, _LISTED = 3, 400


def state_pairs(frame: pd.DataFrame) -> str:
    """The pairs of countries or regions that share most events."""
    found = frame[frame["events"] > 0].drop_duplicates("key").sort_values("events", ascending=False, kind="stable")
    named = [
        _("{one} and {other} ({n})").format(one=a, other=b, n=write_number(count))
        if a != b
        else _("countries of {region} among themselves ({n})").format(region=a, n=write_number(count))
        for a, b, count in _rows(found.head(_NAMED), "name_a", "name_b", "events")
    ]
    return _("Most events join {pairs}.").format(pairs=write_series(named)) if named else ""


def list_area_marks(frame: pd.DataFrame) -> Mapping[str, str]:
    """Countries or regions with their events with partners abroad, then their ribbons, by the keys of their marks."""
    ends = [_rows(frame, f"area_{end}", f"name_{end}", f"total_{end}") for end in "ab"]
    areas = {str(area): write_counted(name, write_number(total)) for rows in ends for area, name, total in rows}
    pairs = _rows(frame, "key", "name_a", "name_b", "events")
    return areas | {str(key): write_counted(f"{a} · {b}", write_number(count)) for key, a, b, count in pairs}


def state_flows(frame: pd.DataFrame) -> str:
    """The widest flows, and the goal of most."""
    if frame.empty:
        return ""
    named = [
        _("{one} and {other} on SDG {goal} ({n})").format(one=a, other=b, goal=goal, n=write_number(count))
        for a, b, goal, count in _rows(frame.head(_NAMED), "name_a", "name_b", "goal", "events")
    ]
    goals = frame.groupby(["goal", "title"])["events"].sum()
    goal, title = goals.index[int(goals.to_numpy().argmax())]
    words = _("The widest flows join {flows}; most are on SDG {goal} {title}.")
    return words.format(flows=write_series(named), goal=goal, title=title)


def state_partners(frame: pd.DataFrame) -> str:
    """With whom one institution or country works most, and with how many more."""
    if frame.empty:
        return ""
    named = write_series(
        write_counted(name, write_number(count)) for name, count in _rows(frame.head(_NAMED), "name", "events")
    )
    count = len(frame) + int(frame.attrs.get("others", 0))
    words = ngettext("{of} has {n} partner: {named}.", "{of} has {n} partners, most often {named}.", count)
    return words.format(of=frame["of_name"].iloc[0], n=write_number(count), named=named)


def list_pair_marks(frame: pd.DataFrame) -> Mapping[str, str]:
    """Pairs by their keys: both names and the number of their events."""
    pairs = _rows(frame, "key", "name_a", "name_b", "events")
    return {str(key): write_counted(f"{a} · {b}", write_number(count)) for key, a, b, count in pairs}


def state_ranked_pairs(frame: pd.DataFrame) -> str:
    """The first pair in the order that was chosen."""
    return "" if frame.empty else _RANKED[frame.attrs["order"]](frame)


def _state_strongest(frame: pd.DataFrame) -> str:
    """The pair with most events, and how many of those shown have as many."""
    row, alike = frame.iloc[0], int((frame["events"] == frame["events"].iloc[0]).sum()) - 1
    words = _("{one} and {other} take part in most events together ({n}).")
    if alike:
        words = ngettext(
            "{one} and {other} and {alike} more pair take part in most events together ({n} each).",
            "{one} and {other} and {alike} more pairs take part in most events together ({n} each).",
            alike,
        )
    return words.format(one=row["name_a"], other=row["name_b"], n=write_number(row["events"]), alike=alike)


def _state_newest(frame: pd.DataFrame) -> str:
    row, words = frame.iloc[0], _("{one} and {other} were seen together last, in {date}.")
    if len(str(row["last_seen"])) > len("2026-03"):
        words = _("{one} and {other} were seen together last, on {date}.")
    return words.format(one=row["name_a"], other=row["name_b"], date=write_date(row["last_seen"]))


def _state_silent(frame: pd.DataFrame) -> str:
    row = frame.iloc[0]
    words = _("Nothing was read of {one} and {other} together since {date}: longest of all pairs seen at two dates or more.")
    return words.format(one=row["name_a"], other=row["name_b"], date=write_date(row["last_seen"]))


def _state_farthest(frame: pd.DataFrame) -> str:
    row, words = frame.iloc[0], _("{one} and {other} work together over the longest distance, {km} km.")
    return words.format(one=row["name_a"], other=row["name_b"], km=write_number(row["distance_km"]))


_RANKED: Mapping[str, Callable[[pd.DataFrame], str]] = {
    "strongest": _state_strongest, "newest": _state_newest, "silent": _state_silent, "farthest": _state_farthest,
}  # fmt: skip


def state_agreements(frame: pd.DataFrame) -> str:
    """How many agreements there are, and which is the largest of those shown."""
    if frame.empty:
        return ""
    count, largest = len(frame) + int(frame.attrs["others"]), frame.iloc[int(frame["parties"].to_numpy().argmax())]
    words = ngettext(
        "{n} agreement of three parties or more; the largest of those shown, “{title}”, binds {parties}.",
        "{n} agreements of three parties or more; the largest of those shown, “{title}”, binds {parties}.",
        count,
    )
    return words.format(n=write_number(count), title=largest["title"], parties=largest["parties"])


def list_agreement_marks(frame: pd.DataFrame) -> Mapping[str, str]:
    """Agreements by the ids of their events: date, title and number of parties."""
    words = _("{date}: {title} ({parties} parties)")
    return {
        str(key): words.format(date=write_date(start) if isinstance(start, str) else _("undated"), title=title, parties=parties)
        for key, start, title, parties in _rows(frame, "key", "start", "title", "parties")
    }


def state_network(frame: pd.DataFrame) -> str:
    """How many institutions and links are drawn, and who has most events with partners."""
    if frame.empty:
        return ""
    nodes = _list_institutions(frame)
    named = write_series(
        write_counted(name, write_number(count)) for name, count in _rows(nodes.head(_NAMED), "name", "events")
    )
    words = _("{institutions} institutions and {links} links; most events with partners have {named}.")
    return words.format(institutions=len(nodes), links=len(frame), named=named)


def list_network_marks(frame: pd.DataFrame) -> Mapping[str, str]:
    """Institutions, those with most events first, then links, the strongest first, by the keys of their marks."""
    nodes, links = _list_institutions(frame), frame.head(_LISTED)
    found = {
        str(key): write_counted(name, write_number(count)) for key, name, count in _rows(nodes, "institution", "name", "events")
    }
    pairs = _rows(links, "key", "name_a", "name_b", "events")
    return found | {str(key): write_counted(f"{a} · {b}", write_number(count)) for key, a, b, count in pairs}


def _list_institutions(frame: pd.DataFrame) -> pd.DataFrame:
    columns = ["institution", "name", "events"]
    ends = [frame[[f"{column}_{end}" for column in columns]].set_axis(columns, axis=1) for end in "ab"]
    nodes = pd.concat(ends).drop_duplicates("institution")
    return nodes.sort_values(["events", "institution"], ascending=[False, True], ignore_index=True)


def _rows(frame: pd.DataFrame, *columns: str) -> Iterable[tuple[Any, ...]]:
    return zip(*(frame[column].tolist() for column in columns), strict=True)

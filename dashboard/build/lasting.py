"""Ids that last: an event keeps the id under which it was published, and an id once published leads somewhere or is reported.

The rule. A report's own id is its article's with its place in it ("x.1"); an event that is new takes that of its lead, the
report published first. Once published (that is, in the tables that a build replaces), an id stays with its event whatever
is read later:

- more reports of it, also earlier ones, change nothing;
- where two published events turn out to be one, the id of the one with more reports stays, and the other leads on to it;
- where one falls apart, the id stays with the part that has the report it is named after, else with the larger part;
- where the report it is named after is no longer read, the id stays with the remaining reports;
- where none remains, the id is kept in ``former_ids`` as gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard.build.merging import Happening

MERGED, GONE = "merged", "gone"
# What an id led to when tables were last published: an event id, itself included, or nothing where it is gone.
Published = Mapping[str, str | None]


def name_events(happenings: Iterable[Happening], published: Published) -> list[Happening]:
    """The events under ids that last, in their order."""
    happenings = sorted(happenings, key=lambda happening: happening.event_id)
    kept = _keep(happenings, published)
    taken = set(kept.values())
    named = []
    for number, happening in enumerate(happenings):
        event_id = kept.get(number) or _fresh(happening, taken)
        taken.add(event_id)
        named.append(replace(happening, event_id=event_id))
    return sorted(named, key=lambda happening: happening.event_id)


def _keep(happenings: Sequence[Happening], published: Published) -> dict[int, str]:
    """Which published id stays with which of the events, by number: at most one each."""
    shares: dict[tuple[int, str], int] = Counter(
        (number, former)
        for number, happening in enumerate(happenings)
        for report in happening.reports
        if (former := published.get(report.event_id))
    )
    own = {report.event_id: number for number, happening in enumerate(happenings) for report in happening.reports}
    # the part that has the report of that name first, then the larger part; ties by the id of the lead
    ranked = sorted(shares, key=lambda pair: (own.get(pair[1]) != pair[0], -shares[pair], pair[0], pair[1]))
    winner: dict[str, int] = {}
    for number, former in ranked:
        winner.setdefault(former, number)
    kept: dict[int, str] = {}
    for former, number in sorted(winner.items(), key=lambda item: (-shares[item[1], item[0]], item[0])):
        kept.setdefault(number, former)
    return kept


def _fresh(happening: Happening, taken: set[str]) -> str:
    """The id of its lead, else of a later report, else one with a number."""
    own = [report.event_id for report in happening.reports]
    numbered = (f"{own[0]}~{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (*own, *numbered) if name not in taken)


def list_former(happenings: Sequence[Happening], published: Published) -> list[tuple[str, str | None, str]]:
    """Every id that is no event's any more, with the event that it leads on to (none where it is gone) and why."""
    current = {happening.event_id for happening in happenings}
    leads: dict[str, str] = {report.event_id: h.event_id for h in happenings for report in h.reports}
    shares = Counter(
        (former, leads[name]) for name, former in published.items() if former and name in leads and leads[name] in current
    )
    heirs: dict[str, str] = {}
    for before, event_id in sorted(shares, key=lambda pair: (-shares[pair], pair)):
        heirs.setdefault(before, event_id)
    rows = []
    for name in sorted((leads.keys() | published.keys()) - current):
        former = published.get(name)
        target = leads.get(name) or (former if former in current else heirs.get(former or ""))
        rows.append((name, target, MERGED if target else GONE))
    return rows

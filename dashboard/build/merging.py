"""One event counted once: reports of the same event brought together, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from dashboard.build.likeness import Sight, explain_sameness, sight_of
from dashboard.build.reports import Report
from dashboard.model import Event, Status

# Reports of one institution and kind are compared with at most so many of the next ones in time: enough for any real cluster,
# and a body that is everywhere does not make the build quadratic.
_REACH = 400


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with every report of it, the lead first; ``because`` says for each why it belongs, empty for the lead."""

    event: Event
    reports: tuple[Report, ...]
    because: tuple[str, ...]

    @property
    def event_id(self) -> str:
        """The id under which the lead tells of it."""
        return self.reports[0].event_id

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({report.article.id for report in self.reports})


def link_reports(reports: Iterable[Report]) -> list[Happening]:
    """The events that the reports tell of, by id: reports of the same event as one."""
    reports = list(reports)
    clusters = _cluster([sight for report in reports if (sight := sight_of(report))])
    merged = {sight.report.event_id for cluster in clusters for sight in cluster}
    happenings = [_merge(cluster) for cluster in clusters]
    happenings += [Happening(report.event, (report,), ("",)) for report in reports if report.event_id not in merged]
    return sorted(happenings, key=lambda happening: happening.event_id)


def _cluster(sights: Iterable[Sight]) -> list[list[Sight]]:
    """Groups of two and more in which every pair tells of the same event; closer pairs are joined first."""
    group: dict[str, list[Sight]] = {}
    for one, other in sorted(_list_pairs(sights), key=_closeness):
        left = group.setdefault(one.report.event_id, [one])
        right = group.setdefault(other.report.event_id, [other])
        if left is not right and all(explain_sameness(a, b) for a, b in product(left, right)):
            left += right
            group.update((sight.report.event_id, left) for sight in right)
    return [cluster for name, cluster in group.items() if len(cluster) > 1 and cluster[0].report.event_id == name]


def _list_pairs(sights: Iterable[Sight]) -> Iterator[tuple[Sight, Sight]]:
    """Pairs of reports that tell of the same event, each once, sought among those of one kind, institution and time."""
    shelves: dict[tuple[str, str], list[Sight]] = {}
    for sight in sights:
        for party in sight.parties:
            shelves.setdefault((sight.report.event.kind, party), []).append(sight)
    seen: set[tuple[str, str]] = set()
    for _, shelf in sorted(shelves.items()):
        shelf.sort(key=lambda sight: (sight.first, sight.report.event_id))
        for place, one in enumerate(shelf):
            for other in shelf[place + 1 : place + 1 + _REACH]:
                if other.first > one.last + 1:
                    break
                key = (one.report.event_id, other.report.event_id)
                if key not in seen and explain_sameness(one, other):
                    yield one, other
                seen.add(key)


def _closeness(pair: tuple[Sight, Sight]) -> tuple[int, int, str, str]:
    """Sorts the most exact and those with most in common first."""
    one, other = pair
    return (
        max(one.last, other.last) - min(one.first, other.first),
        -len(one.parties.keys() & other.parties.keys()),
        one.report.event_id,
        other.report.event_id,
    )


def _merge(cluster: Iterable[Sight]) -> Happening:
    """The lead is the report published first; what it leaves open is filled from the others in their order."""
    ordered = sorted(cluster, key=lambda s: (s.report.article.published or "9999", s.report.article.id))
    lead, *others = ordered
    event = lead.report.event
    for sight in others:
        event = _fill(event, sight.report.event)
    because = ("", *(explain_sameness(lead, sight) for sight in others))
    return Happening(event, tuple(sight.report for sight in ordered), because)


def _fill(event: Event, other: Event) -> Event:
    """The event with gaps filled from another report; the more exact date counts, and what was held is no longer announced."""
    if len(other.start or "") > len(event.start or ""):
        event = replace(event, start=other.start, end=other.end)
    if other.status == Status.HELD:
        event = replace(event, status=Status.HELD)
    if not event.city and other.city:
        event = replace(event, city=other.city, country=other.country)
    return replace(
        event,
        mode=event.mode or other.mode,
        country=event.country or other.country,
        participants=event.participants if event.participants is not None else other.participants,
    )

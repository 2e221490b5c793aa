"""One event counted once: reports of the same event brought together, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from dashboard.build.blocks import list_pairs
from dashboard.build.likeness import SAME, Verdict, judge, score_pair
from dashboard.build.reports import Report
from dashboard.build.sight import Sight, sight_of
from dashboard.model import Event, Status

# Groups are joined if no two of their reports contradict each other, each two are at least so alike, and all of them together
# as alike as two reports must be. So no chain of neighbours grows into one event (between single and complete linkage).
_LEAST = 0.2
# Of a large group, so many reports are compared: the first by id, always the same.
_MOST = 30


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with every report of it, the lead first; ``verdicts`` say for each why it belongs, nothing for the lead."""

    event_id: str
    event: Event
    reports: tuple[Report, ...]
    verdicts: tuple[Verdict | None, ...]

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({report.article.id for report in self.reports})


class _Scores:
    """Scores of pairs, kept where groups are judged by them: most pairs are of two events and never asked for again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], float] = {}

    def score(self, one: Sight, other: Sight) -> float:
        """The score of a pair, in whatever order it is given."""
        key = one.report.event_id, other.report.event_id
        if key[0] > key[1]:
            return self.score(other, one)
        if key not in self._known:
            self._known[key] = score_pair(one, other)
        return self._known[key]

    def keep(self, one: Sight, other: Sight, score: float) -> None:
        """Remember a score that will be asked for."""
        self._known[one.report.event_id, other.report.event_id] = score

    def joins(self, left: Iterable[Sight], right: Iterable[Sight]) -> bool:
        """Whether two groups are one event."""
        scores = [self.score(a, b) for a, b in product(_some(left), _some(right))]
        return min(scores) >= _LEAST and sum(scores) >= SAME * len(scores)


def _some(group: Iterable[Sight]) -> list[Sight]:
    return sorted(group, key=lambda sight: sight.report.event_id)[:_MOST]


def link_reports(reports: Iterable[Report]) -> list[Happening]:
    """The events that the reports tell of, by id: reports of the same event as one."""
    happenings = [_merge(cluster) for cluster in _cluster([sight_of(report) for report in reports])]
    return sorted(happenings, key=lambda happening: happening.event_id)


def _cluster(sights: list[Sight]) -> list[list[Sight]]:
    """Every report in one group; the most alike are joined first."""
    known = _Scores()
    group = {sight.report.event_id: [sight] for sight in sights}
    ranked = []
    for one, other in list_pairs(sights):
        score = score_pair(one, other, SAME)
        if score >= SAME:
            known.keep(one, other, score)
            ranked.append((-score, one.report.event_id, other.report.event_id))
    for _, one_id, other_id in sorted(ranked):
        left, right = group[one_id], group[other_id]
        if left is not right and known.joins(left, right):
            left += right
            group.update((sight.report.event_id, left) for sight in right)
    return [cluster for name, cluster in group.items() if cluster[0].report.event_id == name]


def _merge(cluster: Iterable[Sight]) -> Happening:
    """The lead is the report published first; what it leaves open is filled from the others in their order."""
    ordered = sorted(cluster, key=lambda s: (s.report.article.published or "9999", s.report.article.id))
    lead, *others = ordered
    event = lead.report.event
    for sight in others:
        event = _fill(event, sight.report.event)
    verdicts = (None, *(judge(lead, sight) for sight in others))
    return Happening(lead.report.event_id, event, tuple(sight.report for sight in ordered), verdicts)


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

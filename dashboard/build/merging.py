"""One event counted once: reports of the same event brought together, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.build.reports import Report
from dashboard.model import Event


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
    """The events that the reports tell of, by id."""
    return sorted((Happening(report.event, (report,), ("",)) for report in reports), key=lambda h: h.event_id)

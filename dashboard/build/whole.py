"""All tables from articles and their records."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.build import facts
from dashboard.build.merging import link_reports
from dashboard.build.parties import build_institutions
from dashboard.build.reference import build_countries, build_designations, build_goals, read_listed
from dashboard.build.reports import Pair, list_reports
from dashboard.tables import About, Tables, digest_of, frame_of


def build_tables(pairs: Iterable[Pair], version: str = "unnamed", inputs: str = "") -> Tables:
    """The tables of these articles and records; the order in which they come makes no difference."""
    pairs = sorted(pairs, key=lambda pair: pair[0].id)
    happenings = link_reports(list_reports(pairs))
    designations = build_designations()
    institutions = build_institutions(pairs, designations["institution_id"])
    seated = institutions.dropna(subset="country")
    seats = dict(zip(seated["institution_id"], seated["country"], strict=True))
    event_countries = facts.build_event_countries(happenings, seats)
    frames = {
        "articles": facts.build_articles(pairs),
        "events": facts.build_events(happenings, _points()),
        "event_articles": facts.build_event_articles(happenings),
        "participations": facts.build_participations(happenings),
        "institutions": institutions,
        "countries": build_countries(facts.count_coverage(pairs, happenings, event_countries)),
        "goals": build_goals(),
        "event_goals": facts.build_event_goals(happenings),
        "event_countries": event_countries,
        "programmes": facts.build_programmes(happenings),
        "people": facts.build_people(pairs),
        "designations": designations,
        "evidence": frame_of("evidence", []),
        "former_ids": facts.build_former_ids(happenings),
    }
    newest = max((article.published for article, _ in pairs if article.published), default=None)
    about = About(version, inputs, len(pairs), newest)
    return Tables(**frames, about=about, digest=digest_of(frames, about))


def _points() -> dict[tuple[str, str | None], tuple[float, float]]:
    rows = (row for row in read_listed().values() if row["latitude"])
    return {(row["city"], row["country"] or None): (float(row["latitude"]), float(row["longitude"])) for row in rows}

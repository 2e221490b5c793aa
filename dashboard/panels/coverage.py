"""Panels of what was read: by place, source, publisher, language and year."""

from __future__ import annotations

import pandas as pd

from dashboard.charts import bars
from dashboard.charts import coverage as drawings
from dashboard.measures import coverage, reading
from dashboard.panels.row import COUNTRY, READ, YEAR, Panel
from dashboard.words import _, mark, write_number, write_percent

ARTICLES = {"articles": mark("Articles")}


def state_silence(frame: pd.DataFrame) -> str:
    """Of how many countries something is known, and of how many nothing can be."""
    if frame.empty:
        return ""
    said = frame.attrs
    words = _(
        "Of {all} countries and areas, {found} have events here, {none} are covered by articles in which none was found, and "
        "{unread} by no article: of these nothing can be said."
    )
    return words.format(all=sum(said[state] for state in reading.STATES), **{state: said[state] for state in reading.STATES})


def state_publishers(frame: pd.DataFrame) -> str:
    """How much of what was read comes from the five publishers with most articles."""
    if frame.empty or not frame.attrs["articles"]:
        return ""
    top, every = int(frame["articles"].head(5).sum()), frame.attrs["articles"]
    words = _("The five publishers with most articles wrote {top} of {all} ({share}); the first is {name}.")
    first, share = frame["name"].iloc[0], write_percent(top / every)
    return words.format(top=write_number(top), all=write_number(every), share=share, name=first)


COVERAGE = (
    Panel(
        key="silence",
        title=mark("Silent, or not read?"),
        question=mark("Of which countries can nothing be said, because no article covers them?"),
        measure=reading.count_silence,
        draw=drawings.draw_silence,
        columns={
            "name": mark("Subregion"),
            "state_name": mark("What is known"),
            "countries": mark("Countries and areas"),
            "names": mark("Which"),
        },
        note=mark(
            "Countries and areas of each subregion: with events under the filters, with none though articles cover them, and "
            "those that no article covers."
        ),
        marks="subregion state",
        counts="every event",
        finding=state_silence,
        fields=("countries",),
    ),
    Panel(
        key="coverage",
        title=mark("Articles read and events found, by country"),
        question=mark("How much was read about each country?"),
        measure=coverage.count_coverage,
        draw=bars.draw_coverage,
        columns=COUNTRY | READ | {"events": mark("Events found")},
        note=mark(
            "All articles read that cover the country, whatever the filters, beside the distinct events found under them."
        ),
        marks="country",
        counts="every event",
        fields=("countries",),
    ),
    Panel(
        key="sources",
        title=mark("Who tells of the events"),
        question=mark("Do parties speak of themselves, or do others report?"),
        measure=reading.count_source_kinds,
        draw=bars.draw_sources,
        columns={"name": mark("Site")} | ARTICLES,
        note=mark(
            "Articles that report the events shown, by whose site they stand on, seen from the event; an article that tells of "
            "several events may count in more than one."
        ),
        marks="source kind",
    ),
    Panel(
        key="publishers",
        title=mark("Publishers of the sources"),
        question=mark("Who published what was read?"),
        measure=coverage.count_publishers,
        draw=bars.draw_publishers,
        columns={"name": mark("Publisher")} | ARTICLES,
        note=mark("Articles that report the events shown, by publisher."),
        marks="publisher",
        finding=state_publishers,
    ),
    Panel(
        key="languages",
        title=mark("Languages of the sources"),
        question=mark("In which languages were the articles written?"),
        measure=coverage.count_languages,
        draw=bars.draw_languages,
        columns={"name": mark("Language"), "language": mark("Code")} | ARTICLES,
        note=mark("Articles that report the events shown, by the language of the source, not of our summary."),
        marks="language",
    ),
    Panel(
        key="articles-by-year",
        title=mark("Articles by year of publication"),
        question=mark("From which years are the articles that were read?"),
        measure=reading.count_published,
        draw=drawings.draw_published,
        columns=YEAR | ARTICLES,
        note=mark(
            "Articles that report the events shown, by the year they were published: fewer articles of a year mean fewer "
            "events found of it, not fewer that happened."
        ),
        marks="published",
    ),
)

"""The words that go with everything taken away: title, filters, period, counts, sources, licence, date, version, address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode, urlsplit

import pandas as pd

from dashboard import settings
from dashboard.measures.sources import count_sources, list_years
from dashboard.panels import Panel
from dashboard.selection import Selection, Slice, list_filters, without, write_address
from dashboard.words import (
    _,
    isolate,
    language,
    mark,
    ngettext,
    write_date,
    write_number,
    write_pair,
    write_sentences,
    write_series,
)

DISCLAIMER = mark(
    "The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance "
    "by the United Nations."
)
# The page on which a panel stands, by the beginning of its key; all others stand on the overview.
_INSTITUTIONS = "partnerships?show=partnerships:part:institutions"
_SINGLE, _LIVES = (f"timeline?show=timeline:part:{part}" for part in ("single", "lives"))
_PLACES, _BESIDE = (f"goals?show=goals:part:{part}" for part in ("places", "beside"))
PAGES = {
    "map": "map", "top-countries": "map", "top-institutions": _INSTITUTIONS, "institution-network": _INSTITUTIONS,
    "partners-of": _INSTITUTIONS, "partner-agreements": _INSTITUTIONS, "kinds": "goals",
    "events-over-time": "timeline", "event-lanes": _SINGLE, "life-cycles": _LIVES, "designations": _SINGLE,
    "country-": "partnerships", "strongest-": _INSTITUTIONS, "partner": "partnerships",
    "goals-by": _PLACES, "goals-of": _BESIDE, "goals": "goals",
    "compare": "compare", "languages": "coverage", "publishers": "coverage", "coverage": "coverage",
    "silence": "coverage", "sources": "coverage", "articles-by-year": "coverage",
}  # fmt: skip
TOP_SOURCES = 5
# The filters that a list kept by hand follows.
_FOLLOWED = ("countries", "partners", "goals", "institutions")
# Hosts that mean nothing to other readers.
_LOCAL = ("localhost", "127.", "0.0.0.0", "::1")


@dataclass(frozen=True, slots=True)
class Caption:
    """What every export says of itself, in the reader's language; all plain text, to be escaped where it is set.

    ``events`` counts distinct events and ``reports`` the articles that tell of them; ``address`` restores the view, or is the
    query alone where no public address is known; ``query`` holds the filters' codes, for file names. ``rows`` is the number of
    designations where a panel shows those in place of events.
    """

    title: str
    subtitle: str
    filters: tuple[tuple[str, str], ...]
    period: str
    events: int
    reports: int
    sources: str
    licence: str
    date: str
    version: str
    disclaimer: str | None
    address: str
    citation: str
    query: str = ""
    rows: int | None = None

    @property
    def counts(self) -> str:
        """Events and reports in one phrase; designations where the panel counts those."""
        if self.rows is not None:
            return ngettext("{n} designation", "{n} designations", self.rows).format(n=write_number(self.rows))
        return describe_counts(self.events, self.reports)

    @property
    def basis(self) -> str:
        """What stands behind the numbers, in one line: events, reports and who published them."""
        words = _("n = {counts}. Sources: {sources}.") if self.sources else _("n = {counts}.")
        return words.format(counts=self.counts, sources=self.sources)

    @property
    def terms(self) -> str:
        """Licence, data version and day in one line."""
        version = _("Data version {version}").format(version=self.version)
        return f"{self.licence} · {version} · {isolate(self.date)}"

    @property
    def filters_text(self) -> str:
        """All filters in one line, or that there are none."""
        return " · ".join(write_pair(label, text) for label, text in self.filters) or _("none (all events)")

    def items(self) -> Iterator[tuple[str, str]]:
        """Every part that is not empty as (label, text), in the order in which a file lists them."""
        parts = (
            (_("Title"), self.title), (_("What is counted"), self.subtitle), (_("Filters"), self.filters_text),
            (_("Period"), self.period), (_("Number"), self.counts), (_("Sources"), self.sources),
            (_("Licence"), self.licence), (_("Date"), self.date), (_("Data version"), self.version),
            (_("Address"), self.address), (_("Cite as"), self.citation), (_("Note on maps"), self.disclaimer or ""),
        )  # fmt: skip
        return ((label, text) for label, text in parts if text)


def write_caption(thing: Panel | str, part: Slice, today: date, path: str | None = None) -> Caption:
    """The caption of a panel (or of anything by its title) for the events of ``part``.

    ``path`` is the page that shows it, with its own parameters where it has any (``country?id=KAZ``); by default the page
    on which the panel stands.
    """
    query = write_address(part.selection)
    if isinstance(thing, str):
        return _write_caption(thing, part, part, today, write_link(path or "", query))
    query = "&".join(said for said in (query, write_ways(thing)) if said)
    address = write_link(page_of(thing.key) if path is None else path, query)
    caption = _write_caption(_(thing.title), part, thing.list_counted(part), today, address)
    disclaimer = _(DISCLAIMER) if thing.has_map else None
    caption = replace(caption, subtitle=describe_panel(thing), disclaimer=disclaimer)
    return _say_terms(caption, part, thing.count(part)) if thing.unit else caption


def _write_caption(title: str, part: Slice, counted: Slice, today: date, address: str) -> Caption:
    """The caption of what is called ``title`` and counts the events of ``counted``."""
    sources, version = count_sources(counted), part.tables.about.version
    return Caption(
        title=title,
        subtitle="",
        filters=_filters(part),
        period=describe_period(part),
        events=len(counted.rows),
        reports=sources.reports,
        sources=describe_publishers(sources.publishers),
        licence=settings.LICENCE,
        date=today.isoformat(),
        version=version,
        disclaimer=None,
        address=address,
        citation=cite(title, version, today, address),
        query=write_address(part.selection),
    )


def _say_terms(caption: Caption, part: Slice, terms: pd.DataFrame) -> Caption:
    """The caption of designations, which come from a list of their own and follow some filters only."""
    return replace(
        caption, filters=_filters(part, _FOLLOWED), period=_describe_terms(part, terms), rows=len(terms),
        sources=_("a list kept by hand"),
    )  # fmt: skip


def describe_counts(events: int, reports: int) -> str:
    """Events, and the articles that tell of them, in one phrase."""
    told = ngettext("{n} event", "{n} events", events).format(n=write_number(events))
    telling = ngettext("{n} report", "{n} reports", reports).format(n=write_number(reports))
    return _("{events} in {reports}").format(events=told, reports=telling)


def describe_panel(panel: Panel) -> str:
    """What the panel counts, and in which way it is seen where that is not the default."""
    ways = (f"{_(choice.title)}: {_(choice.options[code])}." for choice, code in panel.departures)
    return write_sentences([_(panel.note), *ways])


def write_ways(panel: Panel) -> str:
    """The part of the address that restores the way in which the panel is seen."""
    return urlencode([("show", f"{panel.key}:{choice.name}:{code}") for choice, code in panel.departures], safe=":")


def _filters(part: Slice, followed: Sequence[str] | None = None) -> tuple[tuple[str, str], ...]:
    """The active filters in words, without the period, which a caption states by itself; only those that are followed."""
    asked = without(without(part.selection, "since"), "until")
    if followed is not None:
        asked = Selection(**{name: getattr(asked, name) for name in followed})
    return tuple(list_filters(part.tables, asked))


def cite(title: str, version: str, today: date, address: str) -> str:
    """How to cite a view: name, year, title, data version, day, licence and address."""
    return (
        _("{name} ({year}). {title}. Data version {version}, taken {date}, {licence}. {address}")
        .format(
            name=settings.NAME,
            year=today.year,
            title=title,
            version=version,
            date=today.isoformat(),
            licence=settings.LICENCE,
            address=address,
        )
        .strip()
    )


def page_of(key: str) -> str:
    """The path of the page on which a panel stands; empty for the overview."""
    return next((page for start, page in PAGES.items() if key.startswith(start)), "")


def write_link(path: str, query: str) -> str:
    """The address that restores a view; the query alone where no public address is set, and never a local host."""
    base = settings.public_address()
    host = (urlsplit(base).hostname or "") if base else ""
    own = path.partition("?")[2]
    spoken = "" if language() == "en" else f"lang={language()}"
    tail = "&".join(part for part in (own, spoken, query) if part)
    if not base or not host or host.startswith(_LOCAL):
        return f"?{tail}" if tail else ""
    page = f"{base.rstrip('/')}/{path.partition('?')[0]}"
    return f"{page}?{tail}" if tail else page


def describe_publishers(ranked: Sequence[str]) -> str:
    """The publishers with most articles, and how many more there are."""
    more = len(ranked) - TOP_SOURCES
    if more <= 1:
        return write_series(map(isolate, ranked))
    words = ngettext("{names} and {n} more publisher", "{names} and {n} more publishers", more)
    return words.format(names=write_series(map(isolate, ranked[:TOP_SOURCES])), n=more)


def _describe_terms(part: Slice, terms: pd.DataFrame) -> str:
    """The period that was asked for, or else the years from the first begin to the last end of terms."""
    if part.selection.since or part.selection.until or terms.empty:
        return describe_period(part)
    years = [str(day)[:4] for day in (terms["start"].min(), terms["end"].max()) if isinstance(day, str)]
    return "–".join(dict.fromkeys(years)) or describe_period(part)


def describe_period(part: Slice) -> str:
    """The period that was asked for, or else the years that the dated events cover."""
    since, until = part.selection.since, part.selection.until
    if since and until:
        return _describe_between(since, until)
    if since:
        return _("since {date}").format(date=write_date(since))
    if until:
        return _("until {date}").format(date=write_date(until))
    return "–".join(str(year) for year in list_years(part)) or _("no dated event")


def _describe_between(since: str, until: str) -> str:
    """From one date to another, both included; years stand close together."""
    dash = "–" if len(since) == len(until) == 4 else " – "
    return write_date(since) if since == until else f"{write_date(since)}{dash}{write_date(until)}"

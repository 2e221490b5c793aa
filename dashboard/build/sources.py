"""Who tells of an event: its parties, the United Nations, the press; how many do so independently; whether both sides do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from dashboard.build.copies import is_copy
from dashboard.build.reference import read_listed
from dashboard.build.reports import Report, slug
from dashboard.build.sight import name_code
from dashboard.knowledge.files import read_rows, split_list
from dashboard.knowledge.folding import fold
from dashboard.model import Article, Institution

OWN, PARTNER, UN, PRESS, OTHER = SOURCE_KINDS = ("own", "partner", "un", "press", "other")
_UN_HOSTS = (
    "un.org",
    "unesco.org",
    "undp.org",
    "unicef.org",
    "unu.edu",
    "who.int",
    "fao.org",
    "unhcr.org",
    "unep.org",
    "ilo.org",
)
# A name shorter than this is looked for as a whole only.
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Source:
    """One article as a source of an event: its kind, the party whose site it is, and the article it copies, if it does."""

    kind: str
    party: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of an event in the order of its reports; ``independent`` counts them with copies and repeats as one."""

    each: tuple[Source, ...]
    independent: int
    confirmed: bool


def weigh_sources(reports: Sequence[Report]) -> Sources:
    """Who tells of an event, the lead first.

    Articles that copy one another count as one source, and so do those of one publisher. Two parties that both tell of it
    confirm each other, in whatever words.
    """
    sites = [find_site(report, reports) for report in reports]
    first = next((site for site in sites if site), None)
    copies = [_copied(number, reports) for number in range(len(reports))]
    each = tuple(
        Source(_kind_of(report.article, site, first), site, copied.article.id if copied else None)
        for report, site, copied in zip(reports, sites, copies, strict=True)
    )
    return Sources(each, _count_independent(reports, copies), len({site for site in sites if site}) > 1)


def _kind_of(article: Article, site: str | None, first: str | None) -> str:
    if site:
        return OWN if site == first else PARTNER
    named = fold(article.publisher or "")
    if is_un(article):
        return UN
    return PRESS if any(word in read_press() for word in re.findall(r"\w+", named)) else OTHER


def is_un(article: Article) -> bool:
    """Whether a body of the United Nations published it, by its name or host."""
    words = set(re.findall(r"\w+", fold(article.publisher or "")))
    host = host_of(article)
    return bool(words & read_un()) or "united nations" in fold(article.publisher or "") or host.endswith(_UN_HOSTS)


def host_of(article: Article) -> str:
    """The host of its address, without www; empty where there is none."""
    try:
        return (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def find_site(report: Report, reports: Sequence[Report]) -> str | None:
    """The party of the event, as any report knows it, on whose site an article stands: by name of the publisher or by host."""
    parties = {institution_key: party for each in reports for institution_key, party in _parties(each)}
    named, host = fold(report.article.publisher or ""), host_of(report.article)
    exact = [key for key, party in parties.items() if any(name == slug(named) for name in _names(party))]
    within = [key for key, party in parties.items() if _is_within(party, named)]
    hosted = [key for key, party in parties.items() if host and _homepage(party) and _same_site(host, _homepage(party))]
    return next(iter([*sorted(exact), *sorted(within), *sorted(hosted)]), None)


def _parties(report: Report) -> list[tuple[str, Institution]]:
    by_name = {party.name: party for party in report.record.institutions}
    return [(key, by_name[name]) for key, name in report.parties.items()]


@lru_cache(maxsize=20000)
def _names(party: Institution) -> frozenset[str]:
    row = read_listed().get(party.key or "", {})
    aliases = split_list(row.get("aliases", ""))
    names = (party.name, party.as_written, party.acronym, row.get("name"), row.get("acronym"), *aliases)
    return frozenset(slug(name) for name in names if name)


def _is_within(party: Institution, publisher: str) -> bool:
    """Whether a publisher's name holds a name of the party ("News of the University of Basel"), or the same words."""
    held = f"-{slug(publisher)}-" if publisher else ""
    return any(len(name) >= _SHORT and f"-{name}-" in held for name in _names(party)) or (
        bool(publisher) and name_code(party.name) == name_code(publisher)
    )


@lru_cache(maxsize=20000)
def _homepage(party: Institution) -> str:
    return (urlsplit(read_listed().get(party.key or "", {}).get("homepage", "")).hostname or "").removeprefix("www.")


def _same_site(host: str, homepage: str) -> bool:
    return host == homepage or host.endswith(f".{homepage}")


def _copied(number: int, reports: Sequence[Report]) -> Report | None:
    """The first report before this one whose text it shares."""
    article = reports[number].article
    return next(
        (other for other in reports[:number] if other.article.id != article.id and is_copy(other.article, article)), None
    )


def _count_independent(reports: Sequence[Report], copies: Sequence[Report | None]) -> int:
    group: dict[str, str] = {}
    publishers: dict[str, str] = {}
    for report, copied in zip(reports, copies, strict=True):
        article = report.article
        publisher = slug(article.publisher) if article.publisher else host_of(article) or f"article {article.id}"
        known = group.get(copied.article.id if copied else "", publishers.get(publisher, article.id))
        group[article.id] = group.get(article.id, known)
        publishers.setdefault(publisher, known)
    return len(set(group.values()))


@cache
def read_press() -> frozenset[str]:
    """Words in the names of newspapers, agencies and broadcasters."""
    return frozenset(row["word"] for row in read_rows("publisher_words.csv", ("word", "kind")) if row["kind"] == PRESS)


@cache
def read_un() -> frozenset[str]:
    """Short names of bodies of the United Nations."""
    return frozenset(row["word"] for row in read_rows("publisher_words.csv", ("word", "kind")) if row["kind"] == UN)

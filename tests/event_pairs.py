"""Reports of the same and of nearly the same events, written by hand, and how well two reports are told to be of one event.

``tests/data/event_pairs.jsonl`` holds scenes: reports that lie close together, each labelled with the event that it tells of. A
line is a report made up for the purpose, with what an annotator reads from it, or names an event of a curated record. Every two
reports of a scene are a pair. Scenes are split by hash: one half to develop on, one kept aside.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from dashboard import settings
from dashboard.build.merging import link_reports
from dashboard.build.reference import read_listed
from dashboard.build.reports import Pair, list_reports
from dashboard.extract import find_mentions
from dashboard.knowledge.files import split_list
from dashboard.model import Article, Basis, Event, Institution, Record
from dashboard.records import read_records
from dashboard.resolve.record import compose_record

FILE = Path(__file__).parent / "data" / "event_pairs.jsonl"


@dataclass(frozen=True)
class Told:
    """A report of a scene: its article and record, the place of the event in the record, and the label of the event."""

    scene: str
    label: str
    pair: Pair
    position: int = 0


@dataclass(frozen=True)
class Figures:
    """Pairs rightly joined, wrongly joined, and wrongly left apart."""

    right: int
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        return 2 * self.right / max(1, 2 * self.right + len(self.wrong) + len(self.missed))


@cache
def _keys() -> Mapping[str, str]:
    rows = read_listed().values()
    return {name.casefold(): row["key"] for row in rows for name in (*split_list(row["aliases"]), row["name"])}


def _curated() -> tuple[Mapping[str, Article], Mapping[str, Record]]:
    from dashboard.articles import read_articles

    articles = {article.id: article for article in read_articles([settings.ARTICLES], lambda fault: None)}
    return articles, {record.id: record for record in read_records(settings.RECORDS)}


@cache
def read_scenes() -> tuple[Told, ...]:
    """Every report of every scene."""
    articles, records = _curated()
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return tuple(_told(line, articles, records) for line in lines)


def _told(line: dict[str, Any], articles: Mapping[str, Article], records: Mapping[str, Record]) -> Told:
    if "curated" in line:
        pair = articles[line["curated"]], records[line["curated"]]
        return Told(line["scene"], line["event"], pair, line["number"] - 1)
    parties = tuple(Institution(**each, key=_keys().get(each["name"].casefold())) for each in line["institutions"])
    fields = {name: line[name] for name in ("id", "title", "publisher", "published", "language")}
    event = Event(title=line["title"], institutions=tuple(party.name for party in parties), **line["told"])
    article = Article(url=None, source_language=line["language"], text=line["text"], basis=Basis.QUOTED, **fields)
    return Told(line["scene"], line["event"], (article, Record(events=(event,), institutions=parties, **fields)))


def is_developed(scene: str) -> bool:
    """Whether a scene may be looked at while rules and weights are made; the others are kept aside."""
    return int(hashlib.sha256(scene.encode()).hexdigest()[-1], 16) < 8


def list_pairs(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Every two reports of a scene."""
    scenes: dict[str, list[Told]] = {}
    for each in told:
        scenes.setdefault(each.scene, []).append(each)
    for reports in scenes.values():
        yield from combinations(reports, 2)


def read_by_machine(pair: Pair) -> Pair:
    """The article with the record that extraction makes of it."""
    return pair[0], compose_record(pair[0], find_mentions(pair[0]))


def measure_pairs(told: Iterable[Told], by_machine: bool = False) -> Figures:
    """How the pairs come out when all these reports are linked at once.

    By hand, the labelled events are looked at; by machine any event of one article that is one with any of the other.
    """
    told = list(told)
    pairs = {each.pair[0].id: read_by_machine(each.pair) if by_machine else each.pair for each in told}
    owner: dict[tuple[str, int], str] = {}
    for happening in link_reports(list_reports(pairs.values())):
        owner.update({(report.article.id, report.position): happening.event_id for report in happening.reports})
    found: dict[str, set[str]] = {}
    for (article, position), event in owner.items():
        found.setdefault(article, set()).add(event)
        found.setdefault(f"{article}.{position}", set()).add(event)
    right, wrong, missed = 0, [], []
    for one, other in list_pairs(told):
        if one.pair[0].id == other.pair[0].id:
            continue
        left, right_ = (found.get(_name(each, by_machine), set()) for each in (one, other))
        joined, same = bool(left & right_), one.label == other.label
        right += joined and same
        names = (_name(one, False), _name(other, False))
        wrong += [names] if joined and not same else []
        missed += [names] if same and not joined else []
    return Figures(right, tuple(wrong), tuple(missed))


def _name(told: Told, whole: bool) -> str:
    return told.pair[0].id if whole else f"{told.pair[0].id}.{told.position}"

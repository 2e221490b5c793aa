"""Measurements as JSON: one of them, and the collection that ships and that the dashboard shows (``data/quality.json``)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard import __version__
from dashboard.evaluate.cases import Case, count_cases, list_cases
from dashboard.evaluate.comparing import Compared
from dashboard.evaluate.reliability import Reliability, measure_reliability
from dashboard.evaluate.scores import Scores, measure_articles, measure_languages

# Where the measurement on the bundled digests stands in the collection; the one on unseen articles is the collection itself.
DIGESTS = "digests"
# At what two annotators agree who work apart: entered by hand, and kept.
CEILING = "ceiling"
CASES = "cases"
# Pairs go wrong where institutions do, by their square: their cases tell nothing more. Long names are cut.
_WITHOUT_CASES = frozenset({"partnerships"})
_LONGEST = 100
_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Gold:
    """What was measured on: its name, the SHA-256 digest of its file, and the day of the measurement (ISO)."""

    name: str
    sha256: str
    date: str


def describe_measurement(compared: Sequence[Compared], gold: Gold) -> dict[str, Any]:
    """One measurement: when, with which version, on what, and the scores by field and language, reliability and cases."""
    cases = list_cases(compared)
    return {
        "date": gold.date,
        "version": __version__,
        "gold": {"name": gold.name, "sha256": gold.sha256},
        "articles": len(compared),
        "fields": _rows(measure_articles(compared)),
        "languages": {
            language: {"articles": articles, "fields": _rows(scores)}
            for language, (articles, scores) in measure_languages(compared).items()
        },
        "reliability": {field: _reliability(its) for field, its in measure_reliability(compared).items()},
        "ways": count_cases(cases),
        CASES: [_case(case) for case in cases if case.field not in _WITHOUT_CASES],
    }


def write_quality(measurement: Mapping[str, Any]) -> str:
    """A measurement as JSON that people can compare line by line: one field or case a line."""
    return _lines(measurement) + "\n"


def publish_measurement(collection: Mapping[str, Any], measurement: Mapping[str, Any], *, bundled: bool) -> dict[str, Any]:
    """The collection with a measurement in place of the former one: on the bundled digests, or on unseen articles.

    Of articles that do not ship nothing but figures is published: their cases would be the annotations themselves.
    """
    if bundled:
        return {**collection, DIGESTS: dict(measurement)}
    kept = {name: collection[name] for name in (CEILING, DIGESTS) if name in collection}
    return {name: [] if name == CASES else its for name, its in measurement.items()} | kept


def _rows(scores: Mapping[str, Scores]) -> dict[str, dict[str, Any]]:
    return {name: write_row(its) for name, its in scores.items()}


def write_row(its: Scores) -> dict[str, Any]:
    """One field's scores, rounded to four places, with their 95 % intervals where they were measured."""
    row: dict[str, Any] = {
        "precision": round(its.precision, 4), "recall": round(its.recall, 4), "f1": round(its.f1, 4), "n": its.n,
    }  # fmt: skip
    if its.interval:
        row["interval"] = {name: [round(end, 4) for end in ends] for name, ends in asdict(its.interval).items()}
    return row


def _case(case: Case) -> list[str]:
    return [case.field, case.article, case.way, case.missed[:_LONGEST], case.wrong[:_LONGEST]]


def _reliability(its: Reliability) -> dict[str, Any]:
    bins = [[each.n, round(each.confidence, 4), round(each.right, 4)] for each in its.bins]
    return {"n": its.n, "error": round(its.error, 4), "brier": round(its.brier, 4), "bins": bins}


def _lines(value: Any, indent: str = "") -> str:
    """JSON in which what fits on a line stands on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + len(indent) <= _WIDTH or not isinstance(value, Mapping | list):
        return flat
    deeper = indent + " "
    if isinstance(value, Mapping):
        parts = [f"{json.dumps(str(key))}: {_lines(item, deeper)}" for key, item in value.items()]
        return "{\n" + ",\n".join(deeper + part for part in parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(deeper + _lines(item, deeper) for item in value) + f"\n{indent}]"

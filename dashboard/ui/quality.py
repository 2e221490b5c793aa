"""Measured accuracy as a reader sees it: figures beside what people reach, the cases that go wrong, and confidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard import settings
from dashboard.selection import language_name
from dashboard.ui.labels import list_rows
from dashboard.words import _, mark, write_counted, write_number, write_pair, write_percent, write_series

FIELD_NAMES: Mapping[str, str] = {
    "irrelevant": mark("no cooperation reported"),
    "kind": mark("kind of the event"),
    "start": mark("first day"),
    "start_month": mark("month"),
    "end": mark("last day"),
    "status": mark("held or announced"),
    "event_country": mark("country of the event"),
    "city": mark("city"),
    "mode": mark("in person or online"),
    "participants": mark("number of participants"),
    "events": mark("all events"),
    "countries": mark("countries taking part"),
    "institutions": mark("institutions taking part"),
    "institution_country": mark("country of institutions"),
    "institution_kind": mark("kind of institutions"),
    "institution_role": mark("role of institutions"),
    "institution_key": mark("link of institutions"),
    "partnerships": mark("partnerships"),
    "sdgs_explicit": mark("goals stated"),
    "sdgs": mark("goals"),
    "people": mark("people"),
    "programmes": mark("programmes"),
    "all": mark("all fields"),
}
WAYS: Mapping[str, str] = {
    "missed": mark("missed"),
    "too many": mark("found though not there"),
    "another value": mark("another value"),
    "less exact": mark("less exact"),
    "more exact": mark("more exact than the article"),
    "named otherwise": mark("found under a name that shares words"),
    "other kind": mark("of another kind"),
    "other month": mark("in another month"),
}
DIGESTS = "digests"
# A figure of fewer values than this tells nothing.
_FEWEST = 5


def read_measurements() -> dict[str, dict[str, Any]]:
    """The measurements that ship: on articles of other publishers ("articles"), and on our own digests ("digests")."""
    quality = settings.read_quality()
    found = {"articles": quality} if quality.get("fields") else {}
    return found | ({DIGESTS: quality[DIGESTS]} if quality.get(DIGESTS) else {})


def list_languages(measurement: Mapping[str, Any]) -> dict[str, str]:
    """The languages that were measured apart, with their number of articles; all of them together first, under ""."""
    languages = {code: its["articles"] for code, its in measurement.get("languages", {}).items()}
    named = {code: write_counted(language_name(code), write_number(articles)) for code, articles in languages.items()}
    return {"": _("all languages ({n})").format(n=write_number(measurement.get("articles", 0)))} | named


def list_accuracy(measurement: Mapping[str, Any], language: str = "") -> pd.DataFrame:
    """Each field that was measured: F1 with its interval, precision, recall, values, and at what two annotators agree."""
    part = measurement.get("languages", {}).get(language) or measurement
    people = settings.read_quality().get("ceiling", {}).get("fields", {})
    rows = [
        {"field": field, "name": _(FIELD_NAMES.get(field, field)), "people": people.get(field), **_figures(scores)}
        for field, scores in part.get("fields", {}).items()
        if scores["n"] >= _FEWEST
    ]
    return pd.DataFrame(rows).astype({"people": float}) if rows else pd.DataFrame()


def _figures(scores: Mapping[str, Any]) -> dict[str, Any]:
    low, high = scores.get("interval", {}).get("f1", (scores["f1"], scores["f1"]))
    return {key: scores[key] for key in ("f1", "precision", "recall", "n")} | {"low": low, "high": high}


def list_quality(accuracy: pd.DataFrame) -> pd.DataFrame:
    """The table of ``list_accuracy`` in words: shares from 0 to 1, and on how many values each rests."""
    return pd.DataFrame(
        {
            _("Field"): row.name,
            _("F1"): f"{row.f1:.2f}",
            _("95 of 100"): f"{row.low:.2f}–{row.high:.2f}",
            _("Two annotators"): "" if pd.isna(row.people) else f"{row.people:.2f}",
            _("Precision"): f"{row.precision:.2f}",
            _("Recall"): f"{row.recall:.2f}",
            _("Values"): write_number(row.n),
        }
        for row in list_rows(accuracy)
    )


def list_wrong(measurement: Mapping[str, Any]) -> dict[str, list[list[str]]]:
    """The cases that go wrong by field, most first: each with article, way, what is true and what was found."""
    shelves: dict[str, list[list[str]]] = {}
    for field, *case in measurement.get("cases", ()):
        shelves.setdefault(field, []).append(case)
    return dict(sorted(shelves.items(), key=lambda shelf: -len(shelf[1])))


def describe_ways(measurement: Mapping[str, Any], field: str) -> str:
    """In which ways a field goes wrong, and how often, as one sentence."""
    ways = measurement.get("ways", {}).get(field, {})
    every = sum(ways.values()) or 1
    named = [
        write_counted(f"{_(WAYS.get(way, way))} {write_number(count)}", write_percent(count / every))
        for way, count in ways.items()
    ]
    return write_series(named)


def describe_case(way: str, missed: str, wrong: str) -> str:
    """What went wrong in one case, in words."""
    if missed and wrong:
        return _("{way}: {wrong} instead of {missed}").format(way=_(WAYS.get(way, way)), wrong=wrong, missed=missed)
    return write_pair(_(WAYS.get(way, way)), missed or wrong)


def list_reliability(reliability: Mapping[str, Any], field: str) -> pd.DataFrame:
    """For each tenth of confidence how many values there are, their mean confidence, and the share that is right."""
    return pd.DataFrame(reliability.get(field, {}).get("bins", []), columns=["n", "confidence", "right"])


def describe_confidence(reliability: Mapping[str, Any], field: str) -> str:
    """How far confidence and truth lie apart in a field, in plain words."""
    its = reliability[field]
    words = _("{n} values; confidence and truth differ by {error} of 100 on average.")
    return words.format(n=write_number(its["n"]), error=write_number(100 * its["error"], 1))


def describe_bins(reliability: pd.DataFrame) -> pd.DataFrame:
    """The table of ``list_reliability`` in words."""
    return pd.DataFrame(
        {
            _("Confidence given"): write_percent(row.confidence),
            _("Right"): write_percent(row.right),
            _("Values"): write_number(row.n),
        }
        for row in list_rows(reliability)
    )

"""Each value is judged by its evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article, Basis, Evidence, Record
from dashboard.resolve.confidence import Surroundings, field_of, list_confidence_features, rate_evidence
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading
from dashboard.resolve.record import compose_record, compose_unrated

TEXT = (
    "On 12 May 2024 the University of Vienna and the University of Nairobi signed a memorandum of understanding in Nairobi, "
    "Kenya. Rector Anna Huber and Vice-Chancellor Peter Otieno signed it in the presence of 40 guests. SDG 4 guides the work. "
    "The University of Nairobi will host the first students."
)
ARTICLE = Article(
    "a", None, "University of Vienna and University of Nairobi sign a memorandum", "University of Nairobi", "2024-05-14",
    "en", "en", TEXT,
)  # fmt: skip


@pytest.fixture(scope="module")
def record() -> Record:
    return compose_record(ARTICLE, find_mentions(ARTICLE))


def test_values_carry_a_probability(record: Record) -> None:
    rated = {item.field: item.confidence for item in record.evidence if item.confidence is not None}
    assert {"events/0/kind", "events/0/start", "institutions/0/name", "people/0/name"} <= set(rated)
    assert all(0 <= confidence <= 0.99 for confidence in rated.values())


def test_what_nobody_can_judge_carries_none(record: Record) -> None:
    assert {item.confidence for item in record.evidence if item.field.endswith("/role")} <= {None}


def around() -> Surroundings:
    reading = Reading(ARTICLE, find_mentions(ARTICLE))
    kinds = rank_kinds(reading)
    return Surroundings(reading, compose_unrated(reading, kinds), {ranked.kind: ranked.score for ranked in kinds})


def test_confidence_comes_from_the_evidence_and_not_from_a_constant() -> None:
    """The same value, named in the headline and again, is surer than named once and late."""
    found = around()
    item = next(item for item in found.record.evidence if item.field.startswith("institutions/") and item.start is not None)
    features = list_confidence_features(item, found)
    assert features["always"] == 1.0
    assert features["same"] > 0
    assert list_confidence_features(replace(item, confidence=0.99), found)["chance"] > features.get("chance", 0) - 1e-9
    assert {item.confidence for item in rate_evidence(found) if item.confidence} != {0.5}
    assert len({item.confidence for item in rate_evidence(found)}) > 3


def test_entries_by_hand_are_not_judged() -> None:
    found = around()
    curated = Evidence("events/0/kind", "agreement", Basis.CURATED)
    (rated,) = rate_evidence(replace(found, record=replace(found.record, evidence=(curated,))))
    assert rated.confidence is None


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("events/0/kind", "kind"), ("events/0/country", "event_country"), ("events/1/start", "events"), ("events/1/city", None),
        ("institutions/3/name", "institutions"), ("institutions/3/country", "institution_country"),
        ("countries/KEN", "countries"),
        ("sdgs_explicit/4", "sdgs"), ("sdgs_implied/4", "sdgs"), ("people/0/name", "people"), ("people/0/role", None),
        ("programmes/0", "programmes"),
    ],
)  # fmt: skip
def test_the_path_of_the_evidence_tells_the_field(path: str, field: str | None) -> None:
    found = field_of(path)
    assert (found and found[0]) == field

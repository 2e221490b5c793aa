"""Measured accuracy in the words of the page Method."""

import json
from pathlib import Path

import pytest

from dashboard import settings
from dashboard.ui.quality import (
    describe_bins,
    describe_case,
    describe_confidence,
    describe_ways,
    list_accuracy,
    list_languages,
    list_quality,
    list_reliability,
    list_wrong,
    read_measurements,
)

ROW = {"precision": 0.91, "recall": 0.8, "f1": 0.8515, "n": 1200, "interval": {"f1": [0.8, 0.9]}}
MEASUREMENT = {
    "articles": 20,
    "fields": {"event_country": ROW, "city": {"precision": 0, "recall": 0, "f1": 0, "n": 3}},
    "languages": {"fr": {"articles": 4, "fields": {"event_country": ROW | {"f1": 0.5}}}},
    "ways": {"start": {"missed": 3, "less exact": 1}},
    "cases": [["city", "a", "missed", "Almaty", ""], ["start", "b", "less exact", "2024-05-29", "2024-05"],
              ["start", "c", "missed", "2024", ""]],
    "ceiling": {"fields": {"event_country": 1.0}},
    "reliability": {"all": {"n": 1234, "error": 0.042, "brier": 0.1, "bins": [[34, 0.15, 0.2], [1200, 0.95, 0.91]]}},
}  # fmt: skip


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file of measurements, which no test has written yet."""
    monkeypatch.setattr(settings, "QUALITY", tmp_path / "quality.json")
    return tmp_path / "quality.json"


def test_each_field_is_listed_with_its_interval_beside_what_people_reach(shipped: Path) -> None:
    shipped.write_text(json.dumps(MEASUREMENT))
    assert list_quality(list_accuracy(read_measurements()["articles"])).to_dict("records") == [
        {
            "Field": "country of the event", "F1": "0.85", "95 of 100": "0.80–0.90", "Two annotators": "1.00",
            "Precision": "0.91", "Recall": "0.80", "Values": "1,200",
        }
    ]  # fmt: skip


def test_a_language_is_listed_apart(shipped: Path) -> None:
    shipped.write_text(json.dumps(MEASUREMENT))
    assert list_languages(MEASUREMENT) == {"": "all languages (20)", "fr": "French (4)"}
    assert list(list_accuracy(MEASUREMENT, "fr")["f1"]) == [0.5]


@pytest.mark.parametrize("content", [None, "", "{}", "not JSON"])
def test_without_a_measurement_nothing_is_listed(shipped: Path, content: str | None) -> None:
    if content is not None:
        shipped.write_text(content)
    assert read_measurements() == {}
    assert list_quality(list_accuracy({})).empty


def test_cases_stand_by_field_the_most_frequent_first() -> None:
    assert list(list_wrong(MEASUREMENT)) == ["start", "city"]
    assert describe_ways(MEASUREMENT, "start") == "missed 3 (75%), less exact 1 (25%)"


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (("missed", "Almaty", ""), "missed: Almaty"),
        (("too many", "", "FRA"), "found though not there: FRA"),
        (("less exact", "2024-05-29", "2024-05"), "less exact: 2024-05 instead of 2024-05-29"),
    ],
)
def test_a_case_says_what_is_true_and_what_was_found(case: tuple[str, str, str], words: str) -> None:
    assert describe_case(*case) == words


def test_confidence_is_described_by_how_far_it_lies_from_the_truth() -> None:
    words = describe_confidence(MEASUREMENT["reliability"], "all")
    assert words == "1,234 values; confidence and truth differ by 4.2 of 100 on average."
    assert list(list_reliability(MEASUREMENT["reliability"], "all")["right"]) == [0.2, 0.91]
    assert list_reliability(MEASUREMENT["reliability"], "kind").empty
    first = describe_bins(list_reliability(MEASUREMENT["reliability"], "all")).to_dict("records")[0]
    assert first == {"Confidence given": "15%", "Right": "20%", "Values": "34"}

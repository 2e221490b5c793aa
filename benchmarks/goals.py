"""How well goals are inferred: mean accuracy over the 17 goals on the SDG Classification Benchmark, beside published figures.

    python -m benchmarks.goals [benchmark.csv] [--held-out]

The table of the benchmark (https://github.com/SDGClassification/benchmark, MIT) is given by path, or found in the package
``sdgclassification-benchmark`` where that is installed. Each of its rows asks of one text whether it is about one goal. The
words of the lexicon were revised on the rows whose id begins with 0 to 7; ``--held-out`` measures on the others.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.extract.goals import find_goals
from dashboard.model import Article
from dashboard.resolve.subjects import match_goals

_PACKAGE = "sdgclassification"
_TABLE = Path("benchmark", "resources", "benchmark.csv")
_DEVELOPED_ON = frozenset("01234567")
# mean accuracy in per cent on the whole benchmark, from its README of version 1.0.0
PUBLISHED = {
    "AFD SDG Prospector": 88,
    "OpenAI GPT-4o": 87,
    "Meta Llama 3 70B": 86,
    "OpenAI GPT-4 Turbo": 85,
    "Mixtral 8x7B": 85,
    "text2sdg": 83,
    "Meta Llama 2 70B": 83,
    "Global Goals Directory": 81,
    "OpenAI GPT-3.5 Turbo": 80,
    "Aurora SDG": 79,
    "JRC SDG Mapper": 77,
    "OSDG v1": 70,
}


@dataclass(frozen=True, slots=True)
class Row:
    """A text, a goal, and whether the text is about it."""

    id: str
    text: str
    goal: int
    label: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How the answers for one goal compare with its labels; shares from 0 to 1."""

    goal: int
    texts: int
    accuracy: float
    precision: float
    recall: float
    f1: float


def find_table() -> Path:
    """The table within the installed package; ``SystemExit`` where it is not installed."""
    found = importlib.util.find_spec(_PACKAGE)
    places = [Path(place) / _TABLE for place in (found.submodule_search_locations or ())] if found else []
    for place in places:
        if place.is_file():
            return place
    sys.exit("The benchmark is not installed; give the path of its benchmark.csv, or: pip install sdgclassification-benchmark")


def read_rows(path: Path, held_out: bool) -> list[Row]:
    """The rows of one half of the table."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = [Row(row["id"], row["text"], int(row["sdg"]), row["label"] == "True") for row in csv.DictReader(stream)]
    except (OSError, UnicodeDecodeError, KeyError, ValueError) as error:
        sys.exit(f"{path}: is not the table of the benchmark ({error}); it has the columns id, text, sdg and label")
    return [row for row in rows if (row.id[:1] not in _DEVELOPED_ON) == held_out]


def answer(text: str) -> frozenset[int]:
    """The goals of a text, stated or inferred."""
    article = Article("text", None, "", None, None, None, None, text)
    return frozenset(goal.goal for goal in match_goals(article, list(find_goals(article))))


def score_goal(goal: int, labels: Sequence[bool], answers: Sequence[bool]) -> Score:
    """Accuracy, precision, recall and F1; a share of nothing is 0, as the benchmark has it."""
    right = sum(label and given for label, given in zip(labels, answers, strict=True))
    agreed = sum(label == given for label, given in zip(labels, answers, strict=True))
    found, true = sum(answers), sum(labels)
    return Score(
        goal,
        len(labels),
        agreed / max(1, len(labels)),
        right / max(1, found),
        right / max(1, true),
        2 * right / max(1, found + true),
    )


def score_rows(rows: Sequence[Row]) -> list[Score]:
    """The scores of the goals that have rows."""
    scores = []
    for goal in range(1, 18):
        asked = [row for row in rows if row.goal == goal]
        if asked:
            scores.append(score_goal(goal, [row.label for row in asked], [goal in answer(row.text) for row in asked]))
    return scores


def main() -> None:
    """Print the scores of this project and the published means."""
    parser = argparse.ArgumentParser(description="Measure inferred goals on the SDG Classification Benchmark.")
    parser.add_argument("table", type=Path, nargs="?", help="benchmark.csv (default: that of the installed package)")
    parser.add_argument("--held-out", action="store_true", help="the half that the lexicon was not revised on")
    options = parser.parse_args()
    scores = score_rows(read_rows(options.table or find_table(), options.held_out))
    if not scores:
        sys.exit("The table has no rows of this half; give the benchmark.csv of version 1.0.0")
    print("goal texts accuracy precision recall   F1")
    for score in scores:
        print(
            f"{score.goal:4} {score.texts:5} {score.accuracy:8.1%} {score.precision:9.1%} {score.recall:6.1%} {score.f1:4.2f}"
        )
    half = "held-out half" if options.held_out else "half developed on"
    print(f"\nmean accuracy over the goals, {half}: {sum(score.accuracy for score in scores) / len(scores):.1%}")
    print("published, whole benchmark: " + ", ".join(f"{name} {mean}%" for name, mean in PUBLISHED.items()))


if __name__ == "__main__":
    main()

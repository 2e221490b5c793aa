"""Quality floors: the F1 below which no field may fall, pinned to the gold that they were measured on.

Gold is known by the SHA-256 digest of its file, so that figures cannot rise because the gold was made easier. Floors only rise.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from dashboard.errors import RecordError
from dashboard.evaluate.scores import Scores

# A floor stands a point below the figure, on a full point: less than that moves with every word of a gazetteer.
_STEPS, _MARGIN = 100, 0.01
# Fewer values than this say nothing about a rule.
_LEAST = 20
_HOW = '{"golds": [{"name": …, "sha256": …, "articles": …, "floors": {FIELD: F1}}]}'


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each field on one gold, which is named, digested (SHA-256, hexadecimal) and counted in articles."""

    name: str
    sha256: str
    articles: int
    floors: Mapping[str, float]


def read_floors(text: str, where: str) -> tuple[Floors, ...]:
    """The floors of every gold that a file pins; ``where`` names it in errors."""
    try:
        golds = tuple(Floors(**entry) for entry in json.loads(text)["golds"])
        for gold in golds:
            for figure in gold.floors.values():
                if not 0 <= figure <= 1:
                    raise ValueError(f"{figure} is no share from 0 to 1")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecordError(f"{where}: not a file of floors ({error}); it should read {_HOW}") from error
    return golds


def write_floors(golds: Iterable[Floors]) -> str:
    """The floors of every gold as JSON."""
    return json.dumps({"golds": [asdict(gold) for gold in golds]}, indent=1) + "\n"


def find_floors(golds: Iterable[Floors], sha256: str, name: str) -> Floors | None:
    """The floors pinned to a gold, by its digest; ``RecordError`` where its name is pinned to another digest."""
    known = tuple(golds)
    found = next((gold for gold in known if gold.sha256 == sha256), None)
    namesake = next((gold for gold in known if gold.name == name), None)
    if found is None and namesake:
        raise RecordError(
            f"The gold {name} is not the one that the floors were measured on (its SHA-256 is {sha256[:12]}…, pinned is "
            f"{namesake.sha256[:12]}…); restore it, or write the new digest into the floors by hand if it changed on purpose"
        )
    return found


def check_floors(scores: Mapping[str, Scores], floors: Floors) -> None:
    """Nothing, or ``RecordError`` naming every field that fell below its floor."""
    fallen = [
        f"{field} {scores[field].f1:.3f} (floor {floor:.2f})"
        for field, floor in floors.floors.items()
        if field in scores and scores[field].f1 < floor
    ]
    if fallen:
        raise RecordError(
            f"F1 fell below its floor on {floors.name}: {', '.join(fallen)}; see `sdg-atlas evaluate --errors FIELD` for the "
            "cases that go wrong"
        )


def raise_floors(scores: Mapping[str, Scores], floors: Floors) -> Floors:
    """The floors lifted to a point below what is measured; refused where any figure lies below its floor."""
    check_floors(scores, floors)
    measured = {
        field: max(0, math.floor((its.f1 - _MARGIN) * _STEPS + 1e-9)) / _STEPS
        for field, its in scores.items()
        if its.n >= _LEAST
    }
    return replace(floors, floors={**floors.floors, **{k: max(v, floors.floors.get(k, 0.0)) for k, v in measured.items()}})

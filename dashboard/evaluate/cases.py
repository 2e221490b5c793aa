"""The cases that go wrong: what was missed and what was wrong, article by article, and in which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.evaluate.comparing import Compared, Outcome
from dashboard.evaluate.fields import ANOTHER, FIELDS, MISSED, ORDER, TOO_MANY, Field

_PLAIN = Field(lambda record: ())
_ONE_VALUE = Field(lambda record: (), differ=lambda one, other: ANOTHER)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that went wrong: the article, the field, in which way, what is true and what was found instead."""

    article: str
    field: str
    way: str
    missed: str
    wrong: str


def list_cases(compared: Iterable[Compared], field: str | None = None) -> list[Case]:
    """Every case, or those of one field, in the order of fields and articles."""
    articles = tuple(compared)
    return [case for name in ([field] if field else ORDER) for article in articles for case in _of_article(article, name)]


def count_cases(cases: Iterable[Case]) -> dict[str, dict[str, int]]:
    """How many cases of each way there are in each field, most frequent first."""
    counted: dict[str, Counter[str]] = {}
    for case in cases:
        counted.setdefault(case.field, Counter())[case.way] += 1
    return {field: dict(ways.most_common()) for field, ways in counted.items()}


def _of_article(article: Compared, name: str) -> Iterator[Case]:
    its = FIELDS.get(name, _PLAIN if name == "irrelevant" else _ONE_VALUE)
    for outcome in article.outcomes.get(name, ()):
        for way, missed, wrong in _differences(its, outcome):
            about = f" ({outcome.about})" if outcome.about else ""
            yield Case(article.true.id, name, way, missed and missed + about, wrong if missed else wrong + about)


def _differences(its: Field, outcome: Outcome) -> Iterator[tuple[str, str, str]]:
    """How each item without a partner differs from the nearest without one on the other side."""
    right = {one for one, _ in outcome.pairs}, {other for _, other in outcome.pairs}
    missed = [item for number, item in enumerate(outcome.true) if number not in right[0]]
    wrong = [item for number, item in enumerate(outcome.found) if number not in right[1]]
    for one in missed:
        ways = ((place, its.differ(one, other)) for place, other in enumerate(wrong))
        place, way = next(((place, way) for place, way in ways if way), (-1, MISSED))
        yield way, its.show(one), its.show(wrong.pop(place)) if place >= 0 else ""
    for other in wrong:
        yield TOO_MANY, "", its.show(other)

"""Each value of a predicted record judged right or wrong, by the path under which its evidence stands."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.evaluate.comparing import Compared, Outcome
from dashboard.evaluate.fields import MAIN_EVENT

_EMPTY = (Outcome((), (), ()),)


def judge_values(article: Compared) -> dict[str, tuple[str, bool]]:
    """For each path of the evidence that gold can decide: the field that it is a value of, and whether the value is right.

    Of further events only the kind and start are judged: together they say whether the event is one of the gold's.
    """
    if not article.true.relevant:
        return {}
    return {path: (field, right) for path, field, right in (*_of_events(article), *_of_parties(article), *_of_sets(article))}


def _outcome(article: Compared, field: str) -> Outcome:
    return article.outcomes.get(field, _EMPTY)[0]


def _right(article: Compared, field: str) -> set[int]:
    """The positions of the predicted items that are right."""
    return {other for _, other in _outcome(article, field).pairs}


def _of_events(article: Compared) -> Iterator[tuple[str, str, bool]]:
    for field, attribute in MAIN_EVENT.items():
        if _outcome(article, field).found:
            yield f"events/0/{attribute}", field, bool(_right(article, field))
    right = _right(article, "events")
    for number in range(1, len(article.guess.events)):
        for attribute in ("kind", "start"):
            yield f"events/{number}/{attribute}", "events", number in right


def _of_parties(article: Compared) -> Iterator[tuple[str, str, bool]]:
    for field in ("institutions", "people"):
        right = _right(article, field)
        for number in range(len(_outcome(article, field).found)):
            yield f"{field}/{number}/name", field, number in right
    right = _right(article, "programmes")
    yield from ((f"programmes/{number}", "programmes", number in right) for number in range(len(article.guess.programmes)))
    # an institution that takes no part has no country to be right about
    found = [other for _, other in _outcome(article, "institutions").pairs]
    for number, outcome in zip(found, article.outcomes["institution_country"], strict=True):
        if outcome.found:
            yield f"institutions/{number}/country", "institution_country", bool(outcome.pairs)


def _of_sets(article: Compared) -> Iterator[tuple[str, str, bool]]:
    countries, goals = set(_outcome(article, "countries").true), set(_outcome(article, "sdgs").true)
    for code in article.guess.countries:
        yield f"countries/{code}", "countries", code in countries
    for name in ("sdgs_explicit", "sdgs_implied"):
        yield from ((f"{name}/{goal}", "sdgs", goal in goals) for goal in getattr(article.guess, name))

"""Weights that choose the date of the main event among those of its article."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import Status
from dashboard.resolve.events import list_triggers
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.manner import choose_status
from dashboard.resolve.reading import Reading
from dashboard.resolve.times import Candidate, Told, list_candidates
from dashboard.training.choosing import Choice, Option, fit_order, measure_order
from dashboard.training.examples import Example
from dashboard.training.fitting import Fitted, list_rows

_STRENGTH = 0.1
_MONTH = len("2024-05")


def fit_times(examples: Sequence[Example]) -> Fitted:
    """A regression on the dates of every article: the day of its main event is right, another of that month half so."""
    choices = [choice for example in examples if (choice := _list_choice(example))]
    figure = f"date of the main event, unseen publishers: {measure_order(choices, _STRENGTH):.3f} of what the dates found allow"
    return Fitted(("feature", "weight"), list_rows(fit_order(choices, _STRENGTH)), (figure,))


def _list_choice(example: Example) -> Choice | None:
    reading = Reading(example.article, example.mentions)
    kinds = rank_kinds(reading)
    if not kinds or not example.gold.relevant or not example.gold.events:
        return None
    sentences = frozenset(reading.sentence(trigger.start) for trigger in list_triggers(reading, kinds[0]))
    told = Told(kinds[0].kind, sentences, choose_status(reading)[0] == Status.ANNOUNCED)
    start = example.gold.events[0].start
    options = tuple(Option(found.features, _worth(found, start)) for found in list_candidates(reading, told))
    return Choice(options, example.article.publisher or example.article.id)


def _worth(found: Candidate, start: str | None) -> float:
    if start is None or found.start is None:
        return 2.0 * (found.start == start)
    return float(found.start == start) + float(found.start[:_MONTH] == start[:_MONTH])

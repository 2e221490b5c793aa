"""Weights that tell further events of an article from what it mentions by the way."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import Event
from dashboard.resolve.events import assemble_ranked
from dashboard.resolve.further import list_further
from dashboard.resolve.kinds import KindScore, rank_kinds
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up
from dashboard.training.examples import Example
from dashboard.training.fitting import Case, Fitted, fit_yes, list_folds, list_rows, measure_choice
from dashboard.training.kinds import weigh_unseen

_STRENGTH = 0.3
_LIKELY, _MONTH = 0.3, len("2024-11")


def fit_further(examples: Sequence[Example]) -> Fitted:
    """A regression on every kind and month that an article names together: right are those of the gold's events."""
    told = [example for example in examples if example.gold.relevant and example.gold.events]
    cases, missed, mains = [], 0, []
    for example, chances in zip(told, weigh_unseen(told), strict=True):
        found, rest, main = _list_cases(example, chances)
        cases += found
        missed += rest
        mains.append(main)
    chosen = _choose_unseen(cases)
    answers = [*(bool(case.answer) for case in cases), *mains]
    precision, recall, f1 = measure_choice(answers, [*chosen, *(True for _ in mains)], missed)
    figure = f"all events, unseen publishers: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    alone = measure_choice(answers, [*(False for _ in cases), *(True for _ in mains)], missed)
    figure += f"; {alone[2]:.3f} by the main events alone"
    return Fitted(("feature", "weight"), list_rows(fit_yes(cases, _STRENGTH)), (figure,))


def _choose_unseen(cases: Sequence[Case]) -> list[bool]:
    """Which cases weights fitted on other publishers choose."""
    chosen = [False] * len(cases)
    for seen, unseen in list_folds([case.publisher for case in cases]):
        weights = fit_yes([cases[number] for number in seen], _STRENGTH)
        for number in unseen:
            chosen[number] = add_up(weights, cases[number].features) >= _LIKELY
    return chosen


def _list_cases(example: Example, chances: dict[str, float]) -> tuple[list[Case], int, bool]:
    """The cases of an article, how many events of the gold are none of them, and whether the main event is right."""
    reading = Reading(example.article, example.mentions)
    ranked = [KindScore(one.kind, chances[one.kind], one.because) for one in rank_kinds(reading)]
    ranked.sort(key=lambda one: -one.score)
    assembled = assemble_ranked(reading, ranked, example.gold.institutions)
    main = assembled.events[0] if assembled.events else Event("", "")
    left = [_key(event) for event in example.gold.events]
    is_right = _take(left, _key(main))
    publisher = example.article.publisher or example.gold.publisher or example.article.id
    cases = []
    for one in list_further(reading, main, chances):
        month = (one.days[0] if one.days else main.start or "")[:_MONTH]
        cases.append(Case(one.features, _take(left, (one.kind, month)), publisher))
    return cases, len(left), is_right


def _take(left: list[tuple[str, str]], key: tuple[str, str]) -> bool:
    """Whether a key is among those left; it is taken from them."""
    if key in left:
        left.remove(key)
        return True
    return False


def _key(event: Event) -> tuple[str, str]:
    return event.kind, (event.start or "")[:_MONTH]

"""Weights that tell which kind of event an article reports: a choice among kinds, learned from annotated articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.model import EventKind, MentionKind
from dashboard.resolve.kind_features import KindFeatures, list_kind_features, trigger_key
from dashboard.resolve.kinds import share_out
from dashboard.resolve.reading import Reading
from dashboard.training.examples import Example
from dashboard.training.fitting import Fitted, list_folds

_KINDS = tuple(kind.value for kind in EventKind)
# penalties on the weights of what all kinds share, of words, and of "always"; digests are told otherwise than articles
_SHARED, _WORDS, _ALWAYS, _ROUNDS = 0.3, 6.0, 0.1, 100
_DIGESTS = 0.7
_PUBLISHERS = 3
_LEAST, _PLACES = 0.05, 2


@dataclass(frozen=True, slots=True)
class _Case:
    features: KindFeatures
    kind: str
    publisher: str
    weight: float


def fit_kinds(examples: Sequence[Example]) -> Fitted:
    """A choice among kinds on every relevant article with an event."""
    told = [example for example in examples if example.gold.relevant and example.gold.events]
    articles = [n for n, example in enumerate(told) if not _is_digest(example)] or range(len(told))
    chances = weigh_unseen(told)
    right = sum(max(chances[n], key=lambda kind: chances[n][kind]) == told[n].gold.events[0].kind for n in articles)
    figure = f"kind of the main event, unseen publishers: {right / len(articles):.3f} right of {len(articles)}"
    return Fitted(("feature", "kind", "weight"), tuple(_fit(_list_cases(told))), (figure,))


def weigh_unseen(told: Sequence[Example]) -> list[dict[str, float]]:
    """How likely each kind is for each article with an event, by weights fitted on other publishers."""
    cases = _list_cases(told)
    chances: dict[int, dict[str, float]] = {}
    for seen, unseen in list_folds([case.publisher for case in cases]):
        rows = _fit([cases[number] for number in seen])
        chances |= {number: _weigh(rows, cases[number]) for number in unseen}
    return [chances[number] for number in range(len(cases))]


def _list_cases(examples: Sequence[Example]) -> list[_Case]:
    """Articles with an event; triggers that one publisher alone uses are left out, since they may have been written for it."""
    readings = [(Reading(example.article, example.mentions), example) for example in examples]
    publishers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reading, example in readings:
        triggers = (*reading.title_mentions, *reading.of_kind(MentionKind.KIND))
        for key in {trigger_key(mention) for mention in triggers if mention.kind == MentionKind.KIND}:
            publishers[key].add(_publisher(example))
    rare = frozenset(key for key, users in publishers.items() if len(users) == 1)
    return [
        _Case(
            list_kind_features(reading, rare),
            example.gold.events[0].kind,
            _publisher(example),
            _DIGESTS if _is_digest(example) else 1.0,
        )
        for reading, example in readings
    ]


def _publisher(example: Example) -> str:
    return example.article.publisher or example.gold.publisher or example.article.id


def _is_digest(example: Example) -> bool:
    return example.article.basis == "digest"


def _weigh(rows: Sequence[tuple[str, str, str]], case: _Case) -> dict[str, float]:
    weights = {(name, kind): float(weight) for name, kind, weight in rows}
    sums = {
        kind: sum(weights.get((name, ""), 0.0) * value for name, value in own.items())
        + sum(weights.get((name, kind), 0.0) * value for name, value in case.features.words.items())
        for kind, own in case.features.own.items()
    }
    return share_out(sums)


def _fit(cases: Sequence[_Case]) -> list[tuple[str, str, str]]:
    """The weights as rows: feature, kind (empty for what all share), weight; small ones are left out."""
    own = sorted({name for case in cases for features in case.features.own.values() for name in features})
    words = _list_common(cases)
    shared, by_kind = _minimise(cases, own, words)
    rows = [(name, "", weight) for name, weight in zip(own, shared, strict=True)]
    rows += [(name, kind, by_kind[k][w]) for w, name in enumerate(words) for k, kind in enumerate(_KINDS)]
    return [(name, kind, f"{round(weight, _PLACES):g}") for name, kind, weight in rows if abs(weight) >= _LEAST]


def _list_common(cases: Sequence[_Case]) -> list[str]:
    """The words that several publishers use."""
    users: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        for name in case.features.words:
            users[name].add(case.publisher)
    return sorted(name for name, publishers in users.items() if len(publishers) >= _PUBLISHERS)


def _lay_out(cases: Sequence[_Case], own: Sequence[str], words: Sequence[str]) -> tuple[Any, Any]:
    """Features as arrays: case by kind by what all kinds share, and case by word."""
    import numpy as np
    from scipy.sparse import csr_matrix

    columns, places = {name: n for n, name in enumerate(own)}, {name: n for n, name in enumerate(words)}
    tables = np.zeros((len(cases), len(_KINDS), len(own)))
    for number, case in enumerate(cases):
        for k, kind in enumerate(_KINDS):
            for name, value in case.features.own[kind].items():
                tables[number, k, columns[name]] = value
    cells = [
        (value, number, places[name])
        for number, case in enumerate(cases)
        for name, value in case.features.words.items()
        if name in places
    ]
    values, rows, places_of = zip(*cells, strict=True)
    return tables, csr_matrix((values, (rows, places_of)), shape=(len(cases), len(words)))


def _minimise(cases: Sequence[_Case], own: Sequence[str], words: Sequence[str]) -> tuple[Any, Any]:
    """The likeliest weights under the penalties: of what all kinds share, and of words for each kind."""
    import numpy as np
    from scipy.optimize import minimize

    tables, texts = _lay_out(cases, own, words)
    right = np.array([[case.kind == kind for kind in _KINDS] for case in cases], dtype=float)
    weight = np.array([case.weight for case in cases])[:, None]
    penalties = np.where(np.array(words) == "always", _ALWAYS, _WORDS)[None, :]

    def lose(flat: Any) -> tuple[float, Any]:
        """The loss at some weights, and its slope."""
        shared, by_kind = flat[: len(own)], flat[len(own) :].reshape(len(_KINDS), len(words))
        sums = tables @ shared + texts @ by_kind.T
        sums -= sums.max(axis=1, keepdims=True)
        chances = np.exp(sums)
        chances /= chances.sum(axis=1, keepdims=True)
        loss = -(weight * right * np.log(chances + 1e-12)).sum()
        loss += 0.5 * (_SHARED * (shared**2).sum() + (penalties * by_kind**2).sum())
        slope = (chances - right) * weight
        slopes = (np.einsum("ij,ijk->k", slope, tables) + _SHARED * shared, (texts.T @ slope).T + penalties * by_kind)
        return float(loss), np.concatenate([part.ravel() for part in slopes])

    start = np.zeros(len(own) + len(_KINDS) * len(words))
    flat = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS}).x
    return flat[: len(own)], flat[len(own) :].reshape(len(_KINDS), len(words))

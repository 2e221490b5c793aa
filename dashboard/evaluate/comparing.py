"""Records paired by id and compared: for every article and field, the items of both and which of them agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.evaluate.fields import FIELDS, OF_INSTITUTIONS, STATED_OF_INSTITUTIONS, Items, value_items
from dashboard.model import Record

_NOTHING = Record(id="")
Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One field of one article: the items that are true, those predicted, and the positions of those that agree.

    ``about`` names the institution whose country, kind, role or key is compared.
    """

    true: Items
    found: Items
    pairs: Pairs
    about: str = ""

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many items are right, predicted and true."""
        return len(self.pairs), len(self.found), len(self.true)


@dataclass(frozen=True, slots=True)
class Compared:
    """One article compared: both records, and the outcomes of each field that counts for it (of an institution's, several)."""

    true: Record
    guess: Record
    outcomes: Mapping[str, tuple[Outcome, ...]]

    def counts(self, field: str) -> tuple[int, int, int]:
        """How many items of a field are right, predicted and true."""
        columns = zip(*(outcome.counts for outcome in self.outcomes.get(field, ())), strict=True)
        right, found, true = (sum(column) for column in columns) if self.outcomes.get(field) else (0, 0, 0)
        return right, found, true


def pair_items(true: Items, found: Items, same: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs of items that agree: each true item takes the first predicted one that is free."""
    free = list(range(len(found)))
    pairs = []
    for number, item in enumerate(true):
        match = next((other for other in free if same(item, found[other])), None)
        if match is not None:
            free.remove(match)
            pairs.append((number, match))
    return pairs


def compare_articles(gold: Iterable[Record], predicted: Iterable[Record]) -> tuple[Compared, ...]:
    """Every article of the gold with what was predicted of it; of two records of one id the later counts."""
    guesses = {record.id: record for record in predicted}
    return tuple(_compare(true, guesses.get(true.id, _NOTHING)) for true in {record.id: record for record in gold}.values())


def _compare(true: Record, guess: Record) -> Compared:
    relevance = _outcome([] if true.relevant else ["irrelevant"], [] if guess.relevant else ["irrelevant"], str.__eq__)
    outcomes: dict[str, tuple[Outcome, ...]] = {"irrelevant": (relevance,)}
    if true.relevant:
        for name, its in FIELDS.items():
            items = its.items(true)
            outcomes[name] = (_outcome(items, its.items(guess) if items or not its.where_stated else [], its.same),)
        outcomes |= dict(_of_institutions(true, guess, outcomes["institutions"][0].pairs))
    return Compared(true, guess, outcomes)


def _outcome(true: Items, found: Items, same: Callable[[Any, Any], bool]) -> Outcome:
    return Outcome(true, found, pair_items(true, found, same))


def _of_institutions(true: Record, guess: Record, pairs: Pairs) -> Iterator[tuple[str, tuple[Outcome, ...]]]:
    """Country, kind, role and key of each institution that was found."""
    for name, attribute in OF_INSTITUTIONS.items():
        outcomes = []
        for one, other in pairs:
            items = value_items(getattr(true.institutions[one], attribute))
            if items or name not in STATED_OF_INSTITUTIONS:
                found = value_items(getattr(guess.institutions[other], attribute))
                outcomes.append(Outcome(items, found, pair_items(items, found, str.__eq__), true.institutions[one].name))
        yield name, tuple(outcomes)

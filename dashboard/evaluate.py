"""Records compared with gold, field by field: precision, recall and F1, by the rules of the annotation guide.

Values and sets are scored over all items of the records that are relevant in the gold (micro average); partnerships, whose
number grows with the square of the institutions, as the mean over articles. What was not predicted counts as predicted empty.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Any

from dashboard.model import Event, Institution, Person, Record

# Words that do not tell one name from another, and first words that languages share under different spellings.
_SMALL_WORDS = frozenset(re.findall(r"\w+", "the of and for in at on de la del da do des di du y e et und der die das dan a l"))
_HEADS = {
    "university": "universitas universidad universidade universite universita universitat universiti universiteit univerzita",
    "institute": "institut instituto istituto instituut",
    "faculty": "facultad faculdade faculte fakultas fakultat",
    "ministry": "ministerio ministere kementerian ministerium ministero",
    "college": "colegio",
    "centre": "center centro zentrum pusat",
    "national": "nacional nationale nazionale nasional",
    "international": "internacional internationale internasional",
}
_HEAD_OF = {word: head for head, words in _HEADS.items() for word in words.split()}
_LETTERS = str.maketrans("ıłŁøØđĐ", "ilLoOdD") | str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe"})
_EMBASSY = re.compile(r"^((?:\w+ )?embassy of .*?) (?:in|to) .*$")
# The share of words of two names that must agree for them to be one body.
_ALIKE = 0.75
_NO_EVENT = Event(title="", kind="")
_NOTHING = Record(id="")
Items = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well one field was found: ``n`` items in the gold, and the shares (0 to 1) that are right and that are found."""

    precision: float
    recall: float
    f1: float
    n: int


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the comparison: its items in a record, when two of them agree, and whether only gold that states it counts."""

    items: Callable[[Record], Items]
    same: Callable[[Any, Any], bool] = lambda one, other: bool(one == other)
    where_stated: bool = False
    by_article: bool = False


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts of one field, an entry an article: items right, predicted and true."""

    counts: list[tuple[int, int, int]] = field(default_factory=list)

    def add(self, true: Items, predicted: Items, same: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
        """Count one article; returns which items were paired."""
        pairs = _pair(true, predicted, same)
        self.counts.append((len(pairs), len(predicted), len(true)))
        return pairs

    def scores(self, *, by_article: bool) -> Scores:
        """Precision, recall and F1 over all items, or as means over the articles that have any."""
        right, predicted, true = (sum(column) for column in zip(*self.counts, strict=True)) if self.counts else (0, 0, 0)
        precision, recall = _share(right, predicted), _share(right, true)
        if by_article:
            precision = _mean([hits / found for hits, found, _ in self.counts if found])
            recall = _mean([hits / there for hits, _, there in self.counts if there])
        return Scores(precision, recall, _share(2 * precision * recall, precision + recall), true)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _mean(values: Sequence[float]) -> float:
    return _share(sum(values), len(values))


def _pair(true: Items, predicted: Items, same: Callable[[Any, Any], bool]) -> list[tuple[int, int]]:
    """One-to-one pairs of items that agree: each true item takes the first predicted one that is free."""
    free = list(range(len(predicted)))
    pairs = []
    for number, item in enumerate(true):
        match = next((other for other in free if same(item, predicted[other])), None)
        if match is not None:
            free.remove(match)
            pairs.append((number, match))
    return pairs


@lru_cache(maxsize=65_536)
def _words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: without accents, case, punctuation and small words."""
    letters = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().replace(".", "")
    words = [_HEAD_OF.get(word, word) for word in re.findall(r"\w+", _EMBASSY.sub(r"\1", plain))]
    return frozenset(word for word in words if word not in _SMALL_WORDS) or frozenset(words)


def _same_body(one: Institution, other: Institution) -> bool:
    """Whether two names are one body: their words agree by three quarters, or one is the other's acronym."""
    names, others = _words(one.name), _words(other.name)
    if not names or not others:
        return False
    if len(names & others) >= _ALIKE * len(names | others):
        return True
    return _same_acronym(one, other)


def _same_acronym(one: Institution, other: Institution) -> bool:
    """Whether two bodies share an acronym and a word, or one is called by the other's acronym."""
    names, others = _words(one.name), _words(other.name)
    acronym, other_acronym = _words(one.acronym or ""), _words(other.acronym or "")
    if acronym and acronym == other_acronym:
        return bool(names & others) or acronym in (names, others)
    return (bool(acronym) and acronym == others) or (bool(other_acronym) and other_acronym == names)


def _same_person(one: Person, other: Person) -> bool:
    """Whether all words of the shorter name stand in the longer: two at least, unless both are one word."""
    shorter, longer = sorted((_words(one.name), _words(other.name)), key=len)
    return bool(shorter) and shorter <= longer and (len(shorter) > 1 or len(longer) == 1)


def _same_event(one: Event, other: Event) -> bool:
    return one.kind == other.kind and (one.start or "")[:7] == (other.start or "")[:7]


def _same_pair(one: tuple[Institution, Institution], other: tuple[Institution, Institution]) -> bool:
    straight = _same_body(one[0], other[0]) and _same_body(one[1], other[1])
    return straight or (_same_body(one[0], other[1]) and _same_body(one[1], other[0]))


def _main(record: Record) -> Event:
    return record.events[0] if record.events else _NO_EVENT


def _value(item: object) -> Items:
    """A single value as a list of one or none, so that values and sets are counted alike."""
    return [item] if item not in (None, "") else []


def _partnerships(record: Record) -> Items:
    """Unordered pairs of the main event's institutions, with the acronyms that the record gives them."""
    members = [Institution(name) for name in _main(record).institutions if name]
    known = [next((body for body in record.institutions if _same_body(body, member)), member) for member in members]
    return list(combinations(known, 2))


_FIELDS: Mapping[str, _Field] = {
    "kind": _Field(lambda record: _value(_main(record).kind)),
    "start": _Field(lambda record: _value(_main(record).start)),
    "start_month": _Field(lambda record: _value((_main(record).start or "")[:7])),
    "event_country": _Field(lambda record: _value(_main(record).country)),
    "city": _Field(lambda record: _value(_main(record).city), lambda one, other: _words(one) == _words(other)),
    "mode": _Field(lambda record: _value(_main(record).mode), where_stated=True),
    "participants": _Field(lambda record: _value(_main(record).participants)),
    "events": _Field(lambda record: record.events, _same_event),
    "countries": _Field(lambda record: sorted(set(record.countries))),
    "institutions": _Field(lambda record: record.institutions, _same_body),
    "partnerships": _Field(_partnerships, _same_pair, by_article=True),
    "sdgs_explicit": _Field(lambda record: sorted(set(record.sdgs_explicit))),
    "sdgs": _Field(lambda record: sorted({*record.sdgs_explicit, *record.sdgs_implied})),
    "people": _Field(lambda record: record.people, _same_person),
}
# In the order shown: what the article is, its main event, all events, who takes part, goals, people.
_ORDER = (
    "irrelevant", "kind", "start", "start_month", "event_country", "city", "mode", "participants", "events", "countries",
    "institutions", "institution_country", "partnerships", "sdgs_explicit", "sdgs", "people",
)  # fmt: skip


def compare_records(gold: Iterable[Record], predicted: Iterable[Record]) -> dict[str, Scores]:
    """The scores of every field, records paired by ``id``; "irrelevant" counts the articles that report no cooperation."""
    guesses = {record.id: record for record in predicted}
    tallies = {name: _Tally() for name in _ORDER}
    for true in {record.id: record for record in gold}.values():
        guess = guesses.get(true.id, _NOTHING)
        tallies["irrelevant"].add([] if true.relevant else [1], [] if guess.relevant else [1], int.__eq__)
        if true.relevant:
            _compare(true, guess, tallies)
    by_article = {name for name, its in _FIELDS.items() if its.by_article}
    return {name: tally.scores(by_article=name in by_article) for name, tally in tallies.items()}


def _compare(true: Record, guess: Record, tallies: Mapping[str, _Tally]) -> None:
    for name, its in _FIELDS.items():
        items = its.items(true)
        found = its.items(guess) if items or not its.where_stated else []
        pairs = tallies[name].add(items, found, its.same)
        if name == "institutions":
            for one, other in pairs:
                seats = _value(true.institutions[one].country), _value(guess.institutions[other].country)
                tallies["institution_country"].add(*seats, str.__eq__)


def write_scores(scores: Mapping[str, Scores]) -> str:
    """The scores as a table of plain text, a field a line."""
    lines = [f"{'field':<20} {'precision':>9} {'recall':>7} {'F1':>7} {'n':>6}"]
    lines += [f"{name:<20} {its.precision:>9.3f} {its.recall:>7.3f} {its.f1:>7.3f} {its.n:>6}" for name, its in scores.items()]
    return "\n".join(lines)


def write_quality(scores: Mapping[str, Scores], articles: int) -> str:
    """The scores as the JSON that the dashboard shows in Method (``data/quality.json``), rounded to four places."""
    rows = {name: {key: round(value, 4) for key, value in asdict(its).items()} for name, its in scores.items()}
    return json.dumps({"articles": articles, "fields": rows}, indent=2) + "\n"

"""How likely each value of a record is right, judged from its evidence.

What counts is the rule and the words, their place, how often the article says the same and how often something else, and how
sure the reading itself was. The weights in ``confidence_weights.csv`` are those of a logistic regression for each field,
calibrated on further articles; ``sdg-atlas train confidence`` fits them again.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from dashboard.knowledge.files import read_weights
from dashboard.model import Basis, Evidence, Institution, Mention, MentionKind, Record
from dashboard.resolve.reading import Reading
from dashboard.resolve.scoring import add_up

# The fields that are judged, by the path of their evidence, with the kind of mention that speaks for and against them.
_OF_EVENT: Mapping[str, tuple[str, MentionKind]] = {
    "kind": ("kind", MentionKind.KIND), "start": ("start", MentionKind.DATE), "end": ("end", MentionKind.DATE),
    "country": ("event_country", MentionKind.COUNTRY), "city": ("city", MentionKind.CITY), "mode": ("mode", MentionKind.MODE),
    "participants": ("participants", MentionKind.PARTICIPANTS), "status": ("status", MentionKind.STATUS),
}  # fmt: skip
_OF_RECORD: Mapping[str, tuple[str, MentionKind]] = {
    "institutions": ("institutions", MentionKind.INSTITUTION), "people": ("people", MentionKind.PERSON),
    "programmes": ("programmes", MentionKind.PROGRAMME), "countries": ("countries", MentionKind.COUNTRY),
    "sdgs_explicit": ("sdgs", MentionKind.GOAL), "sdgs_implied": ("sdgs", MentionKind.SUBJECT),
}  # fmt: skip
# The values of these are few, so each may be of a certainty of its own.
_FEW = frozenset({"kind", "mode", "status", "sdgs", "events"})
_SEAT, _VENUE = "seat of ", "venue of "
_EARLY, _LATE = 300, 2_000
_DIGITS = re.compile(r" [\d.]+\Z")
_PLACES = 3
# nothing is certain: beyond this no calibration can be shown on a hundred articles
_SUREST = 0.99


@lru_cache(maxsize=1024)
def field_of(path: str) -> tuple[str, MentionKind] | None:
    """The field that a path of the evidence is a value of, and the kind of its mentions; none where it is not judged."""
    what, _, rest = path.partition("/")
    if what != "events":
        if what == "institutions" and rest.endswith("/country"):
            return "institution_country", MentionKind.COUNTRY
        return None if rest.endswith(("/role", "/key")) else _OF_RECORD.get(what)
    number, _, name = rest.partition("/")
    found = _OF_EVENT.get(name)
    # of a further event, kind and start say together whether it is one
    if found and number != "0":
        return ("events", found[1]) if name in ("kind", "start") else None
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """How often each value of a kind is mentioned, the two most frequent, and the value of each mention by its place."""

    counts: Mapping[str, int]
    strongest: Sequence[tuple[str, int]]
    places: Mapping[int, str]

    def value(self, item: Evidence) -> str:
        """What the mention behind a value is worth, or the value itself."""
        return item.value if item.start is None else self.places.get(item.start, item.value)

    def rival(self, value: str) -> int:
        """How often the most frequent other value is mentioned."""
        return next((count for other, count in self.strongest if other != value), 0)


@dataclass(frozen=True)
class Surroundings:
    """A record with what its article says beside each value; ``kinds`` are the chances of each kind of event."""

    reading: Reading
    record: Record
    kinds: Mapping[str, float]

    @cached_property
    def _said(self) -> dict[MentionKind, Said]:
        return {}

    def said(self, kind: MentionKind) -> Said:
        """What the part that tells the news says of a kind."""
        if kind not in self._said:
            found = self.reading.early(kind)
            counts = Counter(map(_value, found))
            strongest = counts.most_common(2)
            self._said[kind] = Said(counts, strongest, {mention.start: _value(mention) for mention in found})
        return self._said[kind]

    @cached_property
    def chances(self) -> dict[str, float]:
        """For each country the best chance of an institution seated there."""
        best: dict[str, float] = {}
        for item in self.record.evidence:
            number = _number_of(item.field) if item.field.startswith("institutions/") else None
            country = self.record.institutions[number].country if number is not None else None
            if country and item.confidence is not None:
                best[country] = max(best.get(country, 0.0), item.confidence)
        return best


def _value(mention: Mention) -> str:
    """The first day of a span, the name of a city without its country; else the value as it is."""
    if mention.kind == MentionKind.DATE:
        return mention.value.partition("/")[0]
    return mention.value.partition("|")[0] if mention.kind == MentionKind.CITY else mention.value


def _number_of(path: str) -> int:
    return int(path.split("/")[1])


def list_confidence_features(item: Evidence, around: Surroundings) -> dict[str, float]:
    """What speaks for or against a value, as numbers near 0 to 1; nothing where its field is not judged."""
    found = field_of(item.field)
    if found is None:
        return {}
    field, kind = found
    features = dict.fromkeys(_list_flags(item, field, around), 1.0)
    said = around.said(kind)
    value = said.value(item)
    same, other = said.counts.get(value, 0), said.rival(value)
    features["same"] = math.log2(1 + same) / 4
    features["other"] = math.log2(1 + other) / 4
    features["values"] = math.log2(1 + len(said.counts)) / 4
    if same > other:
        features["most frequent"] = 1.0
    if item.confidence is not None:
        features["chance"] = _log_odds(item.confidence)
    features |= _list_numbers(item, field, around)
    return features


def _list_numbers(item: Evidence, field: str, around: Surroundings) -> dict[str, float]:
    """What only values of one field have: the chance of a kind, the institutions of a country, the place in a list."""
    if field == "kind":
        return {"chance": _log_odds(around.kinds.get(item.value, 0.0))}
    if field == "countries":
        chance, seated = around.chances.get(item.value, 0.0), _seated(around.record, item.value)
        return {"chance": _log_odds(chance), "seated": math.log2(1 + len(seated)) / 3}
    if field in ("institutions", "people"):
        return {"number": math.log2(1 + _number_of(item.field)) / 4}
    return {}


def _list_flags(item: Evidence, field: str, around: Surroundings) -> Iterator[str]:
    yield "always"
    yield f"rule {_plain_rule(item.rule)}"
    if item.start is None:
        yield "in headline" if item.text else "inferred"
    else:
        depth = around.reading.depth(item.start)
        yield "in headline" if depth == 0 else "early" if depth < _EARLY else "late" if depth > _LATE else "within"
    if field in _FEW:
        yield f"value {item.value}"
    if len(around.record.events) > 1:
        yield "further events"
    if not around.record.relevant:
        yield "no cooperation"
    yield from _FLAGS_OF[field](item, around) if field in _FLAGS_OF else ()


@lru_cache(maxsize=4096)
def _plain_rule(rule: str) -> str:
    """The rule without the name, number or headline that it tells of."""
    rule = rule.removeprefix("headline, ").partition(":")[0]
    if rule.startswith((_SEAT, _VENUE)):
        return rule.split()[0]
    if rule.startswith("subject"):
        return rule.partition(" of ")[0]
    return rule if rule.startswith("trigger") else _DIGITS.sub("", rule)


def _flags_of_date(item: Evidence, around: Surroundings) -> Iterator[str]:
    yield f"precision {len(item.value)}"
    published = around.record.published
    if not published:
        yield "not published"
    elif item.value[:7] == published[:7]:
        yield "month of publication"
    elif item.value > published:
        yield "after publication"
    elif item.value[:4] != published[:4]:
        yield "another year"


def _flags_of_institution(item: Evidence, around: Surroundings) -> Iterator[str]:
    body = around.record.institutions[_number_of(item.field)]
    yield f"kind {body.kind}"
    yield f"role {body.role}"
    yield f"words {min(4, len(body.name.split()))}"
    yield "linked" if body.key else "not linked"
    if body.country is None:
        yield "no country"
    if around.record.events and body.name in around.record.events[0].institutions:
        yield "in the main event"


def _flags_of_person(item: Evidence, around: Surroundings) -> Iterator[str]:
    person = around.record.people[_number_of(item.field)]
    yield f"words {min(4, len(person.name.split()))}"
    if person.role:
        yield "role"
    if person.institution:
        yield "institution"


def _flags_of_place(item: Evidence, around: Surroundings) -> Iterator[str]:
    event = around.record.events[0]
    if event.mode:
        yield f"mode {event.mode}"
    if event.country and any(body.country == event.country for body in around.record.institutions):
        yield "seat there"


def _flags_of_country(item: Evidence, around: Surroundings) -> Iterator[str]:
    if around.record.events and around.record.events[0].country == item.value:
        yield "venue"
    yield f"countries {min(4, len(around.record.countries))}"


def _flags_of_goal(item: Evidence, around: Surroundings) -> Iterator[str]:
    yield item.field.partition("/")[0]
    if around.record.events:
        yield f"goal of {around.record.events[0].kind}"


_FLAGS_OF = {
    "start": _flags_of_date, "end": _flags_of_date, "events": _flags_of_date, "institutions": _flags_of_institution,
    "people": _flags_of_person, "city": _flags_of_place, "event_country": _flags_of_place, "countries": _flags_of_country,
    "sdgs": _flags_of_goal,
}  # fmt: skip


def _seated(record: Record, country: str) -> list[Institution]:
    return [body for body in record.institutions if body.country == country]


def _log_odds(chance: float) -> float:
    """A probability on the scale of sums of weights, a quarter of it, within bounds."""
    bounded = min(0.98, max(0.02, chance))
    return math.log(bounded / (1 - bounded)) / 4


@cache
def _read_weights() -> Mapping[str, Mapping[str, float]]:
    fields: dict[str, dict[str, float]] = {}
    for row in read_weights("confidence_weights.csv", ("field", "feature", "weight")):
        fields.setdefault(row["field"], {})[row["feature"]] = float(row["weight"])
    return fields


def rate_evidence(around: Surroundings) -> tuple[Evidence, ...]:
    """The evidence of a record, each value with its confidence where one can be judged."""
    return tuple(_rate(item, around) for item in around.record.evidence)


def _rate(item: Evidence, around: Surroundings) -> Evidence:
    found = field_of(item.field)
    weights = _read_weights().get(found[0]) if found and item.basis != Basis.CURATED else None
    if weights is None:
        return item if item.confidence is None else replace(item, confidence=None)
    confidence = round(min(_SUREST, add_up(weights, list_confidence_features(item, around))), _PLACES)
    return Evidence(item.field, item.value, item.basis, item.start, item.end, item.text, item.rule, confidence)

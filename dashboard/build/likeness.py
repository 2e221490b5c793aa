"""Whether two reports tell of the same event: a score from 0 to 1, and the words that say why.

What speaks for it is weighed (a logistic regression, ``data/reference/sameness_weights.csv``); what contradicts it ends the
matter, because two events taken for one cannot be told apart again, and one counted twice can still be joined.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.build.copies import is_copy
from dashboard.build.sight import Sight
from dashboard.knowledge.files import read_rows
from dashboard.model import Event, EventKind, Mode

# At this score two reports tell of one event rather than of two.
SAME = 0.5
# Dates that are stated to the day may differ by one (time zones, evenings reported the day after), or by so many where the
# report itself appeared so soon that a day of publication may have been taken for that of the event.
_SLACK, _SOON = 1, 4
_EXACTNESS = ("day", "month", "year", "none")
# Kinds that two sides conclude with each other: with another partner it is another event.
_OF_TWO = frozenset({EventKind.AGREEMENT, EventKind.VISIT, EventKind.EXCHANGE, EventKind.DESIGNATION})
# So many institutions in common on the same day need little else.
_MANY = 3
# So many institutions in common are named in the reason; so many names and numbers suffice.
_NAMED, _ENOUGH, _SIMILAR = 3, 3, 0.4
# Subjects of fewer words tell less; below this share two subjects differ.
_FEW_WORDS, _LITTLE = 4, 0.3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How surely two reports tell of the same event, 0 to 1, and why in words; ``against`` is what rules it out."""

    score: float
    because: str
    against: str = ""


def score_pair(one: Sight, other: Sight, least: float = 0.0) -> float:
    """The score of two reports alone, which most pairs need no reasons for; 0 as soon as it cannot reach ``least``."""
    if next(_contradictions(one, other), ""):
        return 0.0
    bound = math.log(least / (1 - least)) if least else -math.inf
    weights = read_weights()
    total = weights["constant"]
    for compare_more, beyond in _read_steps():
        total += sum(weights.get(name, 0.0) * value for name, value in compare_more(one, other).items())
        if total + beyond < bound:
            return 0.0
    return 1 / (1 + math.exp(-total))


def judge(one: Sight, other: Sight) -> Verdict:
    """The score of two reports with its reasons; 0 where something known contradicts."""
    against = next(_contradictions(one, other), "")
    if against:
        return Verdict(0.0, "", against)
    features = compare(one, other)
    return Verdict(weigh(features), _because(one, other, features))


def weigh(features: Mapping[str, float]) -> float:
    """The features under their weights as a probability."""
    weights = read_weights()
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


@cache
def read_weights() -> Mapping[str, float]:
    """The weight of each feature."""
    return {row["feature"]: float(row["weight"]) for row in read_rows("sameness_weights.csv", ("feature", "weight"))}


@cache
def read_kinds() -> Mapping[tuple[str, str], float]:
    """How readily one event is told as one kind here and another there, 0 to 1; by both orders of the pair."""
    rows = read_rows("kind_likeness.csv", ("one", "other", "likeness"))
    return {pair: float(row["likeness"]) for row in rows for pair in ((row["one"], row["other"]), (row["other"], row["one"]))}


def _contradictions(one: Sight, other: Sight) -> Iterator[str]:
    """What is known of the two that cannot be true of one event, the cheapest to find first."""
    a, b = one.report.event, other.report.event
    if one.report.article.id == other.report.article.id:
        yield "told as two in one article"
    if a.country and b.country and a.country != b.country:
        yield f"different countries ({a.country}, {b.country})"
    if a.city and b.city and a.city != b.city:
        yield f"different cities ({a.city}, {b.city})"
    if {a.mode, b.mode} == {Mode.IN_PERSON, Mode.ONLINE}:
        yield "one online, one in person"
    if _apart(one, other) > _slack(one, other):
        yield f"different dates ({a.start or 'told ' + str(one.report.article.published)}, {b.start or 'undated'})"
    yield from _contradictory_titles(one, other)


def _contradictory_titles(one: Sight, other: Sight) -> Iterator[str]:
    for what, left, right in (("numbers", one.figures, other.figures), ("years", one.years, other.years)):
        if left and right and not left & right:
            yield f"different {what} in the titles ({', '.join(sorted(left))}; {', '.join(sorted(right))})"
    if one.editions and other.editions and not one.editions & other.editions:
        yield f"different editions ({min(one.editions)}, {min(other.editions)})"


def _apart(one: Sight, other: Sight) -> int:
    """How many days lie between the two; 0 and less where they can be the same days."""
    left, right = one.span, other.span
    return max(left[0], right[0]) - min(left[1], right[1]) if left and right else 0


def _slack(one: Sight, other: Sight) -> int:
    """How many days the two may lie apart."""
    if one.exactness != "day" or other.exactness != "day":
        return 0
    dated = any(s.told is not None and s.told in (s.first, s.last) for s in (one, other))
    shared = len(one.parties.keys() & other.parties.keys())
    return 0 if shared < 2 else _SOON if dated else _SLACK


def compare(one: Sight, other: Sight) -> dict[str, float]:
    """What speaks for and against one event, each feature from 0 to 1."""
    return {name: value for compare_more, _ in _STEPS for name, value in compare_more(one, other).items()}


def _compare_facts(one: Sight, other: Sight) -> dict[str, float]:
    """What their records say: days, parties, kind, place, crowd."""
    a, b = one.report.event, other.report.event
    exact = one.exactness == other.exactness == "day"
    unlike = 0.0 if a.kind == b.kind else 1 - read_kinds().get((a.kind, b.kind), 0.0)
    publisher = one.report.article.publisher
    features = {
        "unlike kinds": unlike,
        "one of many, vague dates": float(not exact and a.kind not in _OF_TWO and b.kind not in _OF_TWO),
        "unlike kinds, vague dates": 0.0 if exact else unlike,
        "same city": float(bool(a.city) and a.city == b.city),
        "same country": float(bool(a.country) and a.country == b.country),
        "city open": float(not a.city or not b.city),
        "same publisher": float(bool(publisher) and publisher == other.report.article.publisher),
    }
    return features | _compare_dates(one, other) | _compare_parties(one, other) | _compare_crowds(a, b)


def _compare_crowds(one: Event, other: Event) -> dict[str, float]:
    if not (one.participants and other.participants):
        return {}
    low, high = sorted((one.participants, other.participants))
    return {"crowd": float(low == high), "other crowd": float(2 * low < high)}


def _compare_words(one: Sight, other: Sight) -> dict[str, float]:
    """What their titles say, and what they are about."""
    vague = not one.exactness == other.exactness == "day"
    differ = _differ(one, other)
    return {
        "title": max(_alike(one.words, other.words), _alike(one.headline, other.headline)),
        "other title": differ,
        "other title, vague dates": differ if vague else 0.0,
    } | _compare_subjects(one, other)


def _compare_texts(one: Sight, other: Sight) -> dict[str, float]:
    """What else their articles have in common, which may be of the main event only."""
    features = {"copy": float(is_copy(one.report.article, other.report.article))}
    if one.report.position == other.report.position == 0:
        features["names"] = min(_ENOUGH, len(one.names & other.names)) / _ENOUGH
        features["amounts"] = min(_ENOUGH, len(one.amounts & other.amounts)) / _ENOUGH
    return features


Step = Callable[[Sight, Sight], dict[str, float]]
# From what is cheap to compare to what is not, each with the features that may speak for one event.
_STEPS: tuple[tuple[Step, tuple[str, ...]], ...] = (
    (_compare_facts, ()),
    (_compare_words, ("title", "other title", "other title, vague dates", "subject", "other subject")),
    (_compare_texts, ("copy", "names", "amounts")),
)


@cache
def _read_steps() -> tuple[tuple[Step, float], ...]:
    """The steps of a comparison, each with the most that those after it can add."""
    most = [sum(max(0.0, read_weights().get(name, 0.0)) for name in names) for _, names in _STEPS]
    return tuple((step, sum(most[number + 1 :])) for number, (step, _) in enumerate(_STEPS))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words in common; a single one tells half as much."""
    common, union = len(one & other), len(one | other)
    return common / union * min(1.0, common / 2) if union else 0.0


def _differ(one: Sight, other: Sight) -> float:
    """1 where the titles, in one language, have no word in common; half where one of them says but a word."""
    if one.entitled & other.entitled or one.report.article.language != other.report.article.language:
        return 0.0
    return min(1.0, len(one.entitled) / 2, len(other.entitled) / 2)


def _compare_subjects(one: Sight, other: Sight) -> dict[str, float]:
    """How much of the shorter report's subject the longer one has; little of it tells only within one language."""
    fewer = min(len(one.subject), len(other.subject))
    if not fewer:
        return {}
    trust, share = min(1.0, fewer / _FEW_WORDS), len(one.subject & other.subject) / fewer
    alike = one.report.article.language == other.report.article.language
    return {"subject": trust * share, "other subject": trust * max(0.0, 1 - share / _LITTLE) if alike else 0.0}


def _compare_dates(one: Sight, other: Sight) -> dict[str, float]:
    """One of: the same days, overlapping or neighbouring days, a month, a year, or a date that is open."""
    a, b = one.report.event, other.report.event
    exactness = max(one.exactness, other.exactness, key=_EXACTNESS.index)
    if exactness == "day":
        same = a.start == b.start
        return {"same days" if same else "overlapping days" if _apart(one, other) <= 0 else "days apart": 1.0}
    return {f"date to the {exactness}" if exactness != "none" else "date open": 1.0}


def _compare_parties(one: Sight, other: Sight) -> dict[str, float]:
    common = one.parties.keys() & other.parties.keys()
    if not common:
        told = bool(one.parties and other.parties)
        return {"no party in common": float(told), "parties open": float(not told)}
    weight = sum(one.weights[party] for party in common)
    fewer = min(one.weight, other.weight)
    beyond = fewer - weight  # what each has at least that the other has not
    lone = len(common) == 1 == min(len(one.parties), len(other.parties))
    exact = one.exactness == other.exactness == "day"
    two = one.report.event.kind in _OF_TWO and other.report.event.kind in _OF_TWO
    return {
        "party": float(weight >= 1),
        "parties": min(1.0, weight / 2),
        "many parties": float(weight >= _MANY),
        "share of parties": weight / fewer if len(common) > 1 else 0.0,
        "one party": float(lone),
        "one party, vague dates": float(lone and not exact),
        "other parties": max(0.0, beyond) / (weight + beyond),
        "only a wide body in common": float(0 < weight < 1 <= beyond),
        "other partner": float(two and len(common) == 1 and beyond > 0),
    }


def _because(one: Sight, other: Sight, features: Mapping[str, float]) -> str:
    a, b = one.report.event, other.report.event
    reasons = [f"same kind ({a.kind})" if a.kind == b.kind else f"kinds that go together ({a.kind}, {b.kind})"]
    reasons.append("same date" if (a.start, a.end) == (b.start, b.end) and a.start else _dates(one, other))
    reasons += [f"same city ({a.city})"] if features["same city"] else []
    reasons += ["one text is a copy of the other"] if features["copy"] else []
    reasons += ["similar titles"] if features["title"] >= _SIMILAR else []
    common = sorted(one.parties[party] for party in one.parties.keys() & other.parties.keys())
    reasons += [f"both name {_listed(common)}"] if common else []
    shared = sorted(one.names & other.names) + sorted(one.amounts & other.amounts)
    reasons += [f"both tell of {_listed(shared)}"] if shared else []
    return ", ".join(reasons)


def _dates(one: Sight, other: Sight) -> str:
    a, b = one.report.event, other.report.event
    return f"dates agree ({a.start}, {b.start})" if a.start and b.start else "dates do not contradict"


def _listed(words: list[str]) -> str:
    shown = words if len(words) <= _NAMED else [*words[:_NAMED], f"{len(words) - _NAMED} more"]
    *others, last = shown
    return f"{', '.join(others)}{' and ' if others else ''}{last}"

"""The part that an institution plays: the likeliest by the cue words around it, its standing and the kind of event.

The weights in ``role_weights.csv`` are those of a multinomial regression that ``sdg-atlas train roles`` fits.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_weights
from dashboard.model import Role
from dashboard.resolve.participation import Company
from dashboard.resolve.parties import Party
from dashboard.resolve.surroundings import Cue

_READ = 8
_CLOSE = 60
_FIRST = 2
# words next to a name and words of the name tell who takes part, but not in which role
_LEFT_OUT = ("begins ", "ends ", "rule ")
_SENSES: Mapping[str, str] = {
    "sign": Role.SIGNATORY, "host": Role.HOST, "organise": Role.ORGANISER, "fund": Role.FUNDER, "subject": Role.SUBJECT,
    "rank": Role.SUBJECT, "attend": Role.PARTICIPANT, "partner": Role.PARTICIPANT, "visit": Role.PARTICIPANT,
}  # fmt: skip
_SIDES = ("{} before", "{} after", "list {} before", "list {} after")


@dataclass(frozen=True, slots=True)
class Part:
    """A role, and the cue nearest to a mention that speaks for it, where there is one."""

    role: Role
    because: Cue | None


def list_role_features(features: Mapping[str, float], event: str | None, number: int) -> Mapping[str, float]:
    """What speaks for one role or another, from the features of taking part; ``number`` counts those that take part, from 0."""
    kept = {name: value for name, value in features.items() if "..." not in name and not name.startswith(_LEFT_OUT)}
    return kept | dict.fromkeys(_pair(features, event, number), 1.0)


def _pair(features: Mapping[str, float], event: str | None, number: int) -> Iterator[str]:
    """Features that tell something only together with the kind of event."""
    if number < _FIRST:
        yield from ("among first two", f"first two {event}")
    if number == 0:
        yield from ("is first", f"is first {event}")
    if "publisher" in features:
        yield f"publisher {event}"
    yield from (f"{sense} in {event}" for sense in _SENSES if any(side.format(sense) in features for side in _SIDES))


@cache
def _read_weights() -> tuple[tuple[str, ...], Mapping[str, Sequence[tuple[str, float]]]]:
    """The roles in order, and the weights of each feature by role, so that features without any are passed over once."""
    weights: dict[str, list[tuple[str, float]]] = defaultdict(list)
    rows = read_weights("role_weights.csv", ("role", "feature", "weight"))
    for row in rows:
        weights[row["feature"]].append((row["role"], float(row["weight"])))
    return tuple(sorted({row["role"] for row in rows})), dict(weights)


def choose_role(party: Party, company: Company, features: Mapping[str, float]) -> Part:
    """The role of a party with these features."""
    roles, weights = _read_weights()
    pulls: dict[str, list[float]] = {role: [] for role in roles}
    for name, value in features.items():
        for role_of_weight, weight in weights.get(name, ()):
            pulls[role_of_weight].append(weight * value)
    role = Role(max(roles, key=lambda one: math.fsum(pulls[one])))
    return Part(role, _find_cue(party, company, role))


def _find_cue(party: Party, company: Company, role: Role) -> Cue | None:
    """The cue nearest to a mention of the party, or to the enumeration it stands in, that speaks for a role."""
    near: list[tuple[int, int, Cue]] = []
    for mention in party.mentions[:_READ]:
        chain = company.around.chains[mention.start]
        for cue, _, distance in company.around.cues_around(chain.start, chain.end):
            if _SENSES.get(cue.sense) == role and distance < _CLOSE:
                near.append((distance, cue.start, cue))
    return min(near)[2] if near else None

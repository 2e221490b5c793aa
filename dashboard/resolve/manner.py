"""How an event was held: whether it has been, in person or online, and by how many people."""

from __future__ import annotations

import re
from itertools import pairwise

from dashboard.model import EventKind, Mention, MentionKind, Mode, Status
from dashboard.resolve.reading import Reading

_READ = 1500
# a word of holding or announcing counts by where it stands; announcing must weigh nearly as much as holding
_DEPTHS = ((400.0, 2.0), (1000.0, 1.0), (float("inf"), 0.3))
_BACK = 0.9
# "in person and another 3,000 online"
_MORE = re.compile(r"[^.!?\n]{0,60}\b(?:and|while|y|et|und|dan|e)\b[^.!?\n]{0,30}\b\d[\d.,]*\b[^.!?\n]{0,40}")
_OPENING, _CROWD = 500, 20
_VERY_OPENING, _FEW = 150, 3
# kinds that need people in one place
_MEETING_KINDS = frozenset(
    {EventKind.MEETING, EventKind.CONFERENCE, EventKind.TRAINING, EventKind.VISIT, EventKind.EXCHANGE, EventKind.CAMPAIGN}
)
_MET_KINDS = _MEETING_KINDS | {EventKind.AGREEMENT, EventKind.AWARD}
_COUNTED_KINDS = _MEETING_KINDS | {EventKind.AWARD, EventKind.PROGRAMME}


def choose_status(reading: Reading) -> tuple[str, Mention | None]:
    """Announced where the beginning looks ahead and hardly back."""
    ahead, back = 0.0, 0.0
    first: Mention | None = None
    for mention in reading.of_kind(MentionKind.STATUS):
        weight = next(worth for limit, worth in _DEPTHS if reading.depth(mention.start) < limit)
        if mention.value == Status.ANNOUNCED:
            ahead += weight
            first = first or mention
        else:
            back += weight
    return (Status.ANNOUNCED, first) if ahead >= max(1.0, _BACK * back) else (Status.HELD, None)


def choose_mode(reading: Reading, kind: str) -> tuple[str | None, Mention | None]:
    """Online or hybrid where the beginning says so; in person where it says so and not otherwise."""
    if kind not in _MET_KINDS:
        return None, None
    found: dict[str, Mention] = {}
    for mention in reading.of_kind(MentionKind.MODE):
        if reading.depth(mention.start) < _READ:
            found.setdefault(mention.value, mention)
    if Mode.HYBRID in found:
        return Mode.HYBRID, found[Mode.HYBRID]
    if mixed := _find_mixed(reading):
        return Mode.HYBRID, mixed
    said = [found[mode] for mode in (Mode.ONLINE, Mode.IN_PERSON) if mode in found]
    first = min(said, key=lambda mention: mention.start, default=None)
    return (first.value, first) if first else (None, None)


def _find_mixed(reading: Reading) -> Mention | None:
    """A word of being online (or there) right after one of the other, where people are counted for it too."""
    modes = [mention for mention in reading.of_kind(MentionKind.MODE) if reading.depth(mention.start) < _READ]
    for one, other in pairwise(modes):
        if {one.value, other.value} == {Mode.IN_PERSON, Mode.ONLINE} and _MORE.fullmatch(
            reading.article.text, one.end, other.start
        ):
            return other
    return None


def guess_mode(kind: str, has_place: bool) -> str | None:
    """People meet in person unless something says otherwise, where they meet, sign or are honoured, or a place is named."""
    return Mode.IN_PERSON if kind in _MET_KINDS or has_place else None


def choose_participants(reading: Reading, kind: str) -> Mention | None:
    """The first number of people said to attend, for kinds of event that people attend."""
    if kind not in _COUNTED_KINDS:
        return None
    early = [mention for mention in reading.of_kind(MentionKind.PARTICIPANTS) if reading.depth(mention.start) < 2 * _READ]
    attending = next((mention for mention in early if mention.rule == "attendance"), None)
    return attending or next((mention for mention in early if _is_crowd(reading, mention)), None)


def _is_crowd(reading: Reading, mention: Mention) -> bool:
    """Whether people counted at the very beginning are those who came, though no word says so ("Over 250 officials met")."""
    depth, people = reading.depth(mention.start), int(mention.value)
    return (depth < _OPENING and people >= _CROWD) or (depth < _VERY_OPENING and people >= _FEW)

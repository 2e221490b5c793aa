"""The events that an article reports: what kind, when, where, how and with whom, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.model import Article, Event, EventKind, Evidence, Institution, Mention, MentionKind, Mode, Status
from dashboard.resolve.kinds import KindScore, rank_kinds, trigger_weight
from dashboard.resolve.labels import describe_event
from dashboard.resolve.reading import Reading
from dashboard.resolve.times import When, choose_when
from dashboard.resolve.venue import Where, choose_where

# the words that tell of the main event stand in the headline and at the beginning
_NEAR = 1500
# kinds that need people in one place
_MEETING_KINDS = frozenset(
    {EventKind.MEETING, EventKind.CONFERENCE, EventKind.TRAINING, EventKind.VISIT, EventKind.EXCHANGE, EventKind.CAMPAIGN}
)
_COUNTED_KINDS = _MEETING_KINDS | {EventKind.AWARD, EventKind.PROGRAMME}


# a further event needs a decisive trigger and this share of the main one's score: half of those found are events
_SECOND, _DECISIVE = 0.5, 5
_FIELDS = ("kind", "start", "end", "status", "mode", "city", "country", "participants")
# how a value that no words state came about
_INFERRED = {
    "start": "month of publication", "end": "month of publication", "city": "seat of the host", "country": "seat of the host",
    "mode": "people meet at a place", "status": "no word of announcing", "participants": "", "kind": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event with the mentions behind its fields."""

    event: Event
    reasons: dict[str, Mention | None]


@dataclass(frozen=True, slots=True)
class Assembled:
    """Events with the evidence of their values."""

    events: tuple[Event, ...]
    evidence: tuple[Evidence, ...]


def assemble_events(article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]) -> Assembled:
    """The events of an article, the main one first; none where no word tells of any."""
    reading = Reading(article, mentions)
    kinds = rank_kinds(reading)
    if not kinds:
        return Assembled((), ())
    status, status_mention = _choose_status(reading)
    main = _assemble(reading, kinds[0], institutions, status)
    events, evidence = [main.event], _list_evidence(reading, 0, main, status_mention)
    if len(kinds) > 1 and kinds[1].score >= _SECOND * kinds[0].score and trigger_weight(kinds[1].because) >= _DECISIVE:
        second = _assemble_second(reading, kinds[1], institutions, main.event)
        events.append(second.event)
        evidence += _list_evidence(reading, 1, second, status_mention)
    return Assembled(tuple(events), tuple(evidence))


def _assemble(reading: Reading, kind: KindScore, institutions: Sequence[Institution], status: str) -> _Draft:
    """An event of a kind, at the date and place that stand with its triggers."""
    triggers = _triggers(reading, kind)
    when = choose_when(reading, triggers, status == Status.ANNOUNCED)
    near = {reading.sentence(mention.start) for mention in (*triggers[:3], *([when.because] if when.because else []))}
    mode, mode_mention = _choose_mode(reading, kind.kind)
    where = Where(None, None, None) if mode == Mode.ONLINE else choose_where(reading, kind.kind, near, institutions)
    participants = _choose_participants(reading, kind.kind)
    event = Event(
        title=describe_event(kind.kind, where.city, institutions, reading.article.title),
        kind=kind.kind,
        start=when.start,
        end=when.end,
        status=status,
        mode=mode or _guess_mode(kind.kind, where),
        city=where.city,
        country=where.country,
        participants=int(participants.value) if participants else None,
        institutions=tuple(institution.name for institution in institutions),
    )
    reasons = {
        "kind": kind.because, "start": when.because, "end": when.because, "city": where.because if where.city else None,
        "country": where.because, "participants": participants, "mode": mode_mention,
    }  # fmt: skip
    return _Draft(event, reasons)


def _assemble_second(reading: Reading, kind: KindScore, institutions: Sequence[Institution], main: Event) -> _Draft:
    """A further event: on the main one's day it shares place and parties, on another it has those named with it."""
    triggers = _triggers(reading, kind)
    when = choose_when(reading, triggers, main.status == Status.ANNOUNCED)
    if when.start == main.start:
        event = replace(main, kind=kind.kind, title=describe_event(kind.kind, main.city, institutions, ""), participants=None)
        return _Draft(event, {"kind": kind.because, "start": when.because, "end": when.because})
    named = _named_near(reading, triggers, institutions)
    draft = _assemble(reading, kind, named, main.status)
    return _Draft(replace(draft.event, participants=None), draft.reasons)


def _named_near(reading: Reading, triggers: Sequence[Mention], institutions: Sequence[Institution]) -> list[Institution]:
    """The institutions that stand in the sentences of an event's triggers, under any of their names."""
    sentences = {reading.sentence(trigger.start) for trigger in triggers}
    words = {mention.text for mention in reading.of_kind(MentionKind.INSTITUTION) if reading.sentence(mention.start) in sentences}
    return [institution for institution in institutions if words & {institution.name, institution.as_written, institution.acronym}]


def _list_evidence(reading: Reading, number: int, draft: _Draft, status: Mention | None) -> list[Evidence]:
    """One evidence for every value that an event has, inferred values with the rule alone."""
    found = []
    for field in _FIELDS:
        value, mention = getattr(draft.event, field), status if field == "status" else draft.reasons.get(field)
        if value is not None:
            found.append(reading.evidence(f"events/{number}/{field}", value, mention, "" if mention else _INFERRED[field]))
    return found


def _triggers(reading: Reading, kind: KindScore) -> list[Mention]:
    """The triggers of a kind in the beginning of the text, the headline's first."""
    own = [mention for mention in reading.of_kind(MentionKind.KIND) if mention.value == kind.kind]
    return [mention for mention in own if reading.depth(mention.start) < _NEAR] or own[:1]


def _choose_status(reading: Reading) -> tuple[str, Mention | None]:
    """Announced where the beginning looks ahead and hardly back."""
    ahead, back = 0.0, 0.0
    first: Mention | None = None
    for mention in reading.of_kind(MentionKind.STATUS):
        depth = reading.depth(mention.start)
        weight = 2.0 if depth < 400 else 1.0 if depth < 1000 else 0.3
        if mention.value == Status.ANNOUNCED:
            ahead += weight
            first = first or mention
        else:
            back += weight
    return (Status.ANNOUNCED, first) if ahead > 0.9 * back and ahead >= 1.0 else (Status.HELD, None)


def _choose_mode(reading: Reading, kind: str) -> tuple[str | None, Mention | None]:
    """Online or hybrid where the beginning says so; in person where it says so and not otherwise."""
    if kind not in _MEETING_KINDS | {EventKind.AGREEMENT}:
        return None, None
    found: dict[str, Mention] = {}
    for mention in reading.of_kind(MentionKind.MODE):
        if reading.depth(mention.start) < _NEAR:
            found.setdefault(mention.value, mention)
    for mode in (Mode.HYBRID, Mode.ONLINE, Mode.IN_PERSON):
        if mode in found and not (mode == Mode.ONLINE and Mode.IN_PERSON in found and found[mode].start > found[Mode.IN_PERSON].start):
            return mode, found[mode]
    return None, None


def _guess_mode(kind: str, where: Where) -> str | None:
    """People meet in person unless something says otherwise, where the kind is a meeting or a place is named."""
    return Mode.IN_PERSON if kind in _MEETING_KINDS or where.because else None


def _choose_participants(reading: Reading, kind: str) -> Mention | None:
    if kind not in _COUNTED_KINDS:
        return None
    counted = [m for m in reading.of_kind(MentionKind.PARTICIPANTS) if m.rule == "attendance" and reading.depth(m.start) < _NEAR * 2]
    return counted[0] if counted else None

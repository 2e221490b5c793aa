"""The events that an article reports: what kind, when, where, how and with whom, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.model import Article, Event, Evidence, Institution, Mention, MentionKind, Mode, Status
from dashboard.resolve.kind_features import trigger_weight
from dashboard.resolve.kinds import KindScore, rank_kinds
from dashboard.resolve.labels import describe_event
from dashboard.resolve.manner import choose_mode, choose_participants, choose_status, guess_mode
from dashboard.resolve.reading import Reading
from dashboard.resolve.times import choose_when
from dashboard.resolve.venue import Where, choose_where

# the words that tell of the main event stand in the headline and at the beginning
_NEAR = 1500


# a further event needs a decisive trigger and this share of the main one's score: half of those found are events
_SECOND, _DECISIVE = 0.5, 5
_FIELDS = ("kind", "start", "end", "status", "mode", "city", "country", "participants")
# how a value that no words state came about
_INFERRED = {
    "start": "month of publication", "end": "month of publication", "city": "seat of the host", "country": "seat of the host",
    "mode": "people meet at a place", "status": "no word of announcing", "participants": "", "kind": "",
}  # fmt: skip
_AHEAD = "starts after the day of publication"
_DAY = len("2024-11-06")


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
    return assemble_ranked(reading, rank_kinds(reading), institutions)


def assemble_ranked(reading: Reading, kinds: Sequence[KindScore], institutions: Sequence[Institution]) -> Assembled:
    """The events of an article whose kinds have been ranked."""
    if not kinds:
        return Assembled((), ())
    status, status_mention = choose_status(reading)
    main = _look_ahead(_assemble(reading, kinds[0], institutions, status), reading)
    events, evidence = [main.event], _list_evidence(reading, 0, main, status_mention)
    if len(kinds) > 1 and kinds[1].score >= _SECOND * kinds[0].score and trigger_weight(kinds[1].because) >= _DECISIVE:
        second = _look_ahead(_assemble_second(reading, kinds[1], institutions, main.event), reading)
        events.append(second.event)
        evidence += _list_evidence(reading, 1, second, status_mention)
    return Assembled(tuple(events), tuple(evidence))


def _assemble(reading: Reading, kind: KindScore, institutions: Sequence[Institution], status: str) -> _Draft:
    """An event of a kind, at the date and place that stand with its triggers."""
    triggers = list_triggers(reading, kind)
    when = choose_when(reading, triggers, status == Status.ANNOUNCED, kind.kind)
    near = {reading.sentence(mention.start) for mention in (*triggers[:3], *([when.because] if when.because else []))}
    mode, mode_mention = choose_mode(reading, kind.kind)
    where = Where(None, None, None) if mode == Mode.ONLINE else choose_where(reading, kind.kind, near, institutions)
    participants = choose_participants(reading, kind.kind)
    event = Event(
        title=describe_event(kind.kind, where.city, institutions, reading.article.title),
        kind=kind.kind,
        start=when.start,
        end=when.end,
        status=status,
        mode=mode or guess_mode(kind.kind, where.because is not None),
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


def _look_ahead(draft: _Draft, reading: Reading) -> _Draft:
    """The draft, announced where its first day comes after the day of publication."""
    start, published = draft.event.start or "", reading.article.published or ""
    if len(start) == len(published) == _DAY and start > published:
        return replace(draft, event=replace(draft.event, status=Status.ANNOUNCED))
    return draft


def _assemble_second(reading: Reading, kind: KindScore, institutions: Sequence[Institution], main: Event) -> _Draft:
    """A further event: on the main one's day it shares place and parties, on another it has those named with it."""
    triggers = list_triggers(reading, kind)
    when = choose_when(reading, triggers, main.status == Status.ANNOUNCED, kind.kind)
    if when.start == main.start:
        event = replace(main, kind=kind.kind, title=describe_event(kind.kind, main.city, institutions, ""), participants=None)
        return _Draft(event, {"kind": kind.because, "start": when.because, "end": when.because})
    named = _named_near(reading, triggers, institutions)
    draft = _assemble(reading, kind, named, main.status)
    return _Draft(replace(draft.event, participants=None), draft.reasons)


def _named_near(reading: Reading, triggers: Sequence[Mention], institutions: Sequence[Institution]) -> list[Institution]:
    """The institutions that stand in the sentences of an event's triggers, under any of their names."""
    sentences = {reading.sentence(trigger.start) for trigger in triggers}
    words = {
        mention.text for mention in reading.of_kind(MentionKind.INSTITUTION) if reading.sentence(mention.start) in sentences
    }
    return [
        institution for institution in institutions if words & {institution.name, institution.as_written, institution.acronym}
    ]


def _list_evidence(reading: Reading, number: int, draft: _Draft, status: Mention | None) -> list[Evidence]:
    """One evidence for every value that an event has, inferred values with the rule alone."""
    found = []
    for field in _FIELDS:
        value, mention = getattr(draft.event, field), status if field == "status" else draft.reasons.get(field)
        if value is not None:
            rule = _AHEAD if value == Status.ANNOUNCED else _INFERRED[field]
            found.append(reading.evidence(f"events/{number}/{field}", value, mention, "" if mention else rule))
    return found


def list_triggers(reading: Reading, kind: KindScore) -> list[Mention]:
    """The triggers of a kind in the beginning of the text, the headline's first."""
    own = [mention for mention in reading.of_kind(MentionKind.KIND) if mention.value == kind.kind]
    return [mention for mention in own if reading.depth(mention.start) < _NEAR] or own[:1]

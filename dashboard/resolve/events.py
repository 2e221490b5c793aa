"""The events that an article reports: what kind, when, where, how and with whom, the main one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.model import Event, Evidence, Institution, Mention, MentionKind, Mode, Status
from dashboard.resolve.further import Further, choose_further
from dashboard.resolve.kind_features import trigger_weight
from dashboard.resolve.kinds import KindScore
from dashboard.resolve.labels import describe_event
from dashboard.resolve.manner import choose_mode, choose_participants, choose_status, guess_mode
from dashboard.resolve.reading import Reading
from dashboard.resolve.times import choose_when
from dashboard.resolve.venue import Where, choose_where

# the words that tell of the main event stand in the headline and at the beginning
_NEAR = 1500


_FIELDS = ("kind", "start", "end", "status", "mode", "city", "country", "participants")
# how a value that no words state came about
_INFERRED = {
    "start": "month of publication", "end": "month of publication", "city": "seat of the host", "country": "seat of the host",
    "mode": "people meet at a place", "status": "no word of announcing", "participants": "", "kind": "",
}  # fmt: skip
_AHEAD = "starts after the day of publication"
_MONTH, _DAY = len("2024-11"), len("2024-11-06")


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


def assemble_ranked(reading: Reading, kinds: Sequence[KindScore], institutions: Sequence[Institution]) -> Assembled:
    """The events of an article whose kinds have been ranked, the main one first; none where no word tells of any."""
    if not kinds:
        return Assembled((), ())
    status, status_mention = choose_status(reading)
    main = _look_ahead(_assemble(reading, kinds[0], institutions, status), reading)
    events, evidence = [main.event], _list_evidence(reading, 0, main, status_mention)
    for number, further in enumerate(choose_further(reading, main.event, {one.kind: one.score for one in kinds}), 1):
        draft = _look_ahead(_assemble_further(reading, further, institutions, main.event), reading)
        events.append(draft.event)
        evidence += _list_evidence(reading, number, draft, None if draft.event.status != status else status_mention)
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


def _assemble_further(reading: Reading, further: Further, institutions: Sequence[Institution], main: Event) -> _Draft:
    """A further event: it shares the main one's time, place and parties, unless it has a date of its own."""
    best = max(further.triggers, key=trigger_weight)
    if further.days is None:
        event = replace(
            main, kind=further.kind, title=describe_event(further.kind, main.city, institutions, ""), participants=None
        )
        return _Draft(event, {"kind": best})
    named = _named_near(reading, further.triggers, institutions)
    near = {reading.sentence(trigger.start) for trigger in further.triggers}
    where = choose_where(reading, further.kind, near, named or institutions)
    start, end = further.days
    event = Event(
        title=describe_event(further.kind, where.city, named, reading.article.title),
        kind=further.kind,
        start=start,
        end=end,
        status=_tell_status(reading, near, start),
        mode=guess_mode(further.kind, where.because is not None),
        city=where.city,
        country=where.country,
        institutions=tuple(institution.name for institution in named),
    )
    reasons = {
        "kind": best, "start": further.date, "end": further.date, "city": where.because if where.city else None,
        "country": where.because,
    }  # fmt: skip
    return _Draft(event, reasons)


def _tell_status(reading: Reading, sentences: set[int], start: str) -> str:
    """Held or announced, as the day of publication says, else the words of its sentences."""
    published = reading.article.published or ""
    if published and start[:_MONTH] != published[:_MONTH]:
        return Status.ANNOUNCED if start > published else Status.HELD
    said = [mention.value for mention in reading.of_kind(MentionKind.STATUS) if reading.sentence(mention.start) in sentences]
    return Status.ANNOUNCED if said and Status.HELD not in said else Status.HELD


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

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
_AHEAD, _BEHIND = "starts after the day of publication", "ended before the day of publication"
_MONTH, _DAY = len("2024-11"), len("2024-11-06")


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event with the mentions behind its fields, and why its status is what it is where the calendar says so."""

    event: Event
    reasons: dict[str, Mention | None]
    because: str = ""


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
        evidence += _list_evidence(reading, number, draft, status_mention if draft.event.status == status else None)
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
    """The draft, announced where it begins after the day of publication, held where it had ended before."""
    event, published = draft.event, reading.article.published or ""
    start, end = event.start or "", event.end or event.start or ""
    if len(start) == len(published) == _DAY and start > published:
        return replace(draft, event=replace(event, status=Status.ANNOUNCED), because=_AHEAD)
    # what a date says of the past holds against a word of announcing, which may speak of something else
    if draft.reasons.get("start") and min(len(end), len(published)) >= _MONTH and end < published[: len(end)]:
        return replace(draft, event=replace(event, status=Status.HELD), because=_BEHIND)
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
    status, because = _tell_status(reading, near, start)
    event = Event(
        title=describe_event(further.kind, where.city, named, reading.article.title),
        kind=further.kind,
        start=start,
        end=end,
        status=status,
        mode=guess_mode(further.kind, where.because is not None),
        city=where.city,
        country=where.country,
        institutions=tuple(institution.name for institution in named),
    )
    reasons = {
        "kind": best, "start": further.date, "end": further.date, "city": where.because if where.city else None,
        "country": where.because,
    }  # fmt: skip
    return _Draft(event, reasons, because)


def _tell_status(reading: Reading, sentences: set[int], start: str) -> tuple[str, str]:
    """Held or announced, as the day of publication says, else the words of its sentences; and why."""
    published = reading.article.published or ""
    if published and start[:_MONTH] != published[:_MONTH]:
        return (Status.ANNOUNCED, _AHEAD) if start > published else (Status.HELD, _BEHIND)
    said = [mention.value for mention in reading.of_kind(MentionKind.STATUS) if reading.sentence(mention.start) in sentences]
    is_ahead = bool(said) and Status.HELD not in said
    return (Status.ANNOUNCED, "words of announcing beside it") if is_ahead else (Status.HELD, _INFERRED["status"])


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
        value, mention, rule = getattr(draft.event, field), draft.reasons.get(field), _INFERRED[field]
        if field == "status":
            mention, rule = (None, draft.because) if draft.because else (status, rule)
        if value is not None:
            found.append(reading.evidence(f"events/{number}/{field}", value, mention, "" if mention else rule))
    return found


def list_triggers(reading: Reading, kind: KindScore) -> list[Mention]:
    """The triggers of a kind in the beginning of the text, the headline's first."""
    own = [mention for mention in reading.of_kind(MentionKind.KIND) if mention.value == kind.kind]
    return [mention for mention in own if reading.depth(mention.start) < _NEAR] or own[:1]

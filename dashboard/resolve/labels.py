"""Short neutral labels for events, in our own words."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import EventKind, Institution

_NOUNS = {
    EventKind.AGREEMENT: "Agreement", EventKind.MEETING: "Meeting", EventKind.CONFERENCE: "Conference",
    EventKind.TRAINING: "Training", EventKind.VISIT: "Visit", EventKind.PROJECT: "Project", EventKind.PROGRAMME: "Programme",
    EventKind.DESIGNATION: "Designation", EventKind.AWARD: "Award", EventKind.CAMPAIGN: "Campaign",
    EventKind.PUBLICATION: "Publication", EventKind.EXCHANGE: "Exchange",
}  # fmt: skip
_NAMED = 3
_LONGEST = 100


def describe_event(kind: str, city: str | None, institutions: Sequence[Institution], headline: str) -> str:
    """Kind, parties and place ("Agreement: NU, UNESCO-ICHEI and SUSTech, Astana"); without parties, kind and headline."""
    names = [institution.acronym or institution.name for institution in institutions[:_NAMED]]
    noun = _NOUNS[EventKind(kind)]
    if not names:
        short = headline if len(headline) <= _LONGEST else headline[:_LONGEST].rsplit(" ", 1)[0] + " …"
        return f"{noun}: {short}" if short else noun
    rest = len(institutions) - len(names)
    named = [*names, f"{rest} more"] if rest else names
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return ", ".join(part for part in (f"{noun}: {listed}", city) if part)

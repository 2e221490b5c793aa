"""The countries that take part: venues, seats of institutions, and where unnamed participants are said to come from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.model import Event, Evidence, Institution, MentionKind
from dashboard.resolve.reading import Reading

_FROM_WORDS = r"(?:from|of|in|across|including|dari|de|del|du|des|da|aus|provenientes de|such as|namely)\W+(?:the\W+)?$"
_FROM = re.compile(r"\b" + _FROM_WORDS, re.IGNORECASE)
# "participants from Kenya, Uganda and Malawi"
_PEOPLE_FROM = re.compile(
    r"(?:participants?|students?|delegates?|representatives?|teachers?|researchers?|experts?|scholars?|scientists?|delegations?|"
    r"universities|institutions|speakers?|attendees|people|librarians|countries|partners|colleagues|academics|peserta|mahasiswa|participantes|"
    r"estudiantes|representantes|estudantes|teilnehme\w*|étudiants|représentants)"
    r"(?:\W+\w+){0,3}?\W+" + _FROM_WORDS,
    re.IGNORECASE,
)
# the further names of such a list stand this close to one another
_LIST = re.compile(r"(?:,|;|\band\b|\bdan\b|\by\b|\be\b|\bet\b|\bund\b|&|\s|\bthe\b|\bfrom\b|\bas well as\b)*", re.IGNORECASE)


def assemble_countries(
    reading: Reading, events: Sequence[Event], institutions: Sequence[Institution]
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Alpha-3 codes, venues first, each with its reason; a country merely mentioned is none."""
    reasons = [(event.country, f"venue of event {number}") for number, event in enumerate(events)]
    reasons += [(institution.country, f"seat of {institution.name}") for institution in institutions]
    evidence: dict[str, Evidence] = {}
    for code, rule in reasons:
        if code:
            evidence.setdefault(code, reading.evidence(_field(code), code, None, rule))
    for code, found in _list_origins(reading).items():
        evidence.setdefault(code, found)
    return tuple(evidence), tuple(evidence.values())


def _comes_from(text: str, start: int) -> bool:
    """Whether people are said to come from the place named at ``start``; the last word alone mostly says no."""
    return (
        _FROM.search(text[max(0, start - 25) : start]) is not None
        and _PEOPLE_FROM.search(text[max(0, start - 90) : start]) is not None
    )


def _field(code: str) -> str:
    return f"countries/{code}"


def _list_origins(reading: Reading) -> dict[str, Evidence]:
    """Countries that participants are said to come from."""
    found: dict[str, Evidence] = {}
    text, last_end = reading.article.text, -1
    for mention in reading.of_kind(MentionKind.COUNTRY):
        if mention.rule != "name":
            continue
        goes_on = last_end >= 0 and _LIST.fullmatch(text, last_end, mention.start)
        if goes_on or _comes_from(text, mention.start):
            last_end = mention.end
            code = mention.value
            found.setdefault(code, reading.evidence(_field(code), code, mention, "participants from there"))
    return found

"""The countries that take part: venues, seats of institutions, and where unnamed participants are said to come from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.model import Event, Evidence, Institution, MentionKind
from dashboard.resolve.reading import Reading

_PEOPLE = (
    r"(?:participants?|students?|delegates?|representatives?|teachers?|researchers?|experts?|scholars?|scientists?|delegations?|"
    r"speakers?|attendees|people|librarians|colleagues|academics|learners|instructors|trainees|trainers|members|officials|fellows|"
    r"ambassadors|artists|others|professors|lecturers|leaders|guests|visitors|teams?|practitioners|professionals|youths?|educators|"
    r"policymakers|ministers|journalists|authors|commentators|volunteers|engineers|farmers|applicants|entries|rectors|presidents|"
    r"peserta|mahasiswa|delegasi|participantes|estudiantes|representantes|expertos|especialistas|ponentes|alumnos|estudantes|"
    r"pesquisadores|teilnehme\w*|studierende\w*|vertreter\w*|gäste|étudiants|représentants|participants|chercheurs|experts|"
    r"partecipanti|studenti|rappresentanti|deelnemers|studenten|đại biểu|sinh viên|chuyên gia)"
)
_FROM_WORDS = r"(?:from|dari|de|del|du|des|d['’]|da|do|aus|uit|từ|provenientes de|procedentes de|asal|including|such as|namely)"
# participants "from Kenya, Uganda and Malawi"
_PEOPLE_FROM = re.compile(
    rf"\b{_PEOPLE}(?:[^\w.!?]+\w+){{0,4}}?[^\w.!?]+{_FROM_WORDS}\W{{1,2}}(?:(?:the|la|el|los|las|le|les|den|der|both)\W+)?$",
)
# universities "in Kenya", seven countries ": Kenya, Uganda ..."
_BODIES_IN = re.compile(
    r"\b(?:universities|institutions|partners|colleges|countries|nations|negara|países|universidades|universités|pays|"
    r"universitäten|länder\w*|hochschulen|paesi|landen|universitas)"
    r"(?:[^\w.!?]+\w+){0,3}?(?:\s?[:(–]|\W{1,3}(?:from|in|of|across|including|like|such as|as diverse as|namely|dari|di|de|en|"
    r"aus|in den|como|comme|wie))\W{0,2}(?:(?:the|la|el|den)\W+)?$",
)
# "Kenya took part", "a city in Vietnam, participated"
_TAKES_PART = re.compile(r",? (?:also |has |have )?(?:participated|took part|taken part|was represented|were represented)\b")
_LOOK_BACK = 90
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
    """Whether people or bodies are said to come from the place named at ``start``."""
    before = text[max(0, start - _LOOK_BACK) : start].lower()  # faster than patterns for both cases
    return _PEOPLE_FROM.search(before) is not None or _BODIES_IN.search(before) is not None


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
        if goes_on or _comes_from(text, mention.start) or _TAKES_PART.match(text, mention.end):
            last_end = mention.end
            code = mention.value
            found.setdefault(code, reading.evidence(_field(code), code, mention, "participants from there"))
    return found

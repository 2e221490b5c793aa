"""The institutions that take part in what an article reports, with seat, kind and role, and the words that name them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, list_name_words
from dashboard.knowledge.telling import is_english
from dashboard.model import Article, Basis, EventKind, Evidence, Institution, Mention, MentionKind, Role
from dashboard.resolve.nearby import Places
from dashboard.resolve.participation import Company, list_cues, list_features, weigh_party
from dashboard.resolve.parties import Party, list_parties
from dashboard.resolve.seats import Seat, find_home, find_seat

# where precision and recall balance on the labelled corpus
_LIKELY = 0.33
# a summary names hardly any institution that takes no part, as far as it is one
_LIKELY_IN_DIGEST = 0.13
_ROLES: Mapping[str, Role] = {
    "sign": Role.SIGNATORY,
    "host": Role.HOST,
    "organise": Role.ORGANISER,
    "fund": Role.FUNDER,
    "subject": Role.SUBJECT,
}
# the role of the first parties of an event, and how many have it
_ROLES_OF_KINDS: Mapping[str, tuple[Role, int]] = {
    EventKind.AGREEMENT: (Role.SIGNATORY, 2),
    EventKind.AWARD: (Role.SUBJECT, 1),
    EventKind.DESIGNATION: (Role.SUBJECT, 1),
}
_CLOSE = 45
# of the first mentions the one is shown as evidence that names the institution best
_READ = 6
_RANKS = {"gazetteer": 2, "name shape": 2, "coreference": 0}
_MISSION = re.compile(r"(?P<people>[A-Z][\w. ]*?) (?P<what>Embassy|Government|High Commission|Consulate General|Consulate)\Z")
_MISSION_NAMES = {"Government": "Government of {}", "Embassy": "Embassy of {}"}


def assemble_institutions(
    article: Article, mentions: Sequence[Mention]
) -> tuple[tuple[Institution, ...], tuple[Evidence, ...]]:
    """Those that take part, in the order of their first mention, each with evidence for its name."""
    parties = list_parties(article, mentions)
    if not parties:
        return (), ()
    company, places = Company.of(parties), Places(m for m in mentions if m.kind in (MentionKind.CITY, MentionKind.COUNTRY))
    home = find_home(parties)
    chosen: dict[str, Institution] = {}
    evidence: list[Evidence] = []
    for party in parties:
        if weigh_party(list_features(article, party, company)) < _least(article, party):
            continue
        seat = find_seat(article, party, places, home)
        party.known = party.known or _find_national(party, seat)
        institution = _institution(article, party, seat)
        if institution.name not in chosen:
            evidence += _list_evidence(article, party, seat, institution, len(chosen))
            chosen[institution.name] = institution
    return tuple(chosen.values()), tuple(evidence)


def _least(article: Article, party: Party) -> float:
    """How likely a party must be to count."""
    sure = party.kind != "other" and any(mention.rule != "bare acronym" for mention in party.mentions)
    return _LIKELY_IN_DIGEST if article.basis != Basis.QUOTED and (sure or party.known) else _LIKELY


def _institution(article: Article, party: Party, seat: Seat) -> Institution:
    name = _official(party)
    written = party.mentions[0].text if party.mentions else None
    return Institution(
        name=name,
        acronym=party.acronym if party.acronym != name else None,
        kind=party.kind,
        country=seat.country,
        city=seat.city,
        role=tell_role(article, party),
        key=party.known.key or None if party.known else None,
        as_written=written if written != name else None,
    )


def _find_national(party: Party, seat: Seat) -> Known | None:
    """The authority of our table that a name without country means at its seat: "Ministry of Education of Fiji"."""
    if party.kind != "government" or seat.country is None:
        return None
    names = (f"{party.name} of {country}" for country in read_countries()[seat.country].names)
    return next((known for name in names if (known := choose_known(find_by_name(name), [seat.country or ""]))), None)


def _official(party: Party) -> str:
    """The official name: as our table has it; "French Embassy" becomes "Embassy of France"; else as written."""
    if party.known and party.known.ror and not party.known.key:
        return _as_written(party.known, party)
    match = _MISSION.fullmatch(party.name)
    if party.known or match is None or match["what"] not in _MISSION_NAMES:
        return party.name
    country = match_country(match["people"]).key
    return _MISSION_NAMES[match["what"]].format(read_countries()[country].short_name) if country else party.name


def _as_written(known: Known, party: Party) -> str:
    """The English name of several that an article uses in full, since bodies are renamed; else the official one."""
    names, official = {list_name_words(name) for name in known.names}, set(list_name_words(known.name))
    texts = (" ".join(mention.text.split()).removeprefix("The ") for mention in party.mentions[:_READ])
    full = (
        text for text in texts if " " in text and (words := list_name_words(text)) in names and not official.issuperset(words)
    )
    return next((text for text in full if is_english(text)), known.name)


def tell_role(article: Article, party: Party) -> Role:
    """The role that the nearest telling word gives; a publisher without one organises, others participate."""
    cues = [(distance, sense) for sense, _, distance in list_cues(article, party) if sense in _ROLES and distance < _CLOSE]
    if cues:
        return _ROLES[min(cues)[1]]
    return Role.ORGANISER if party.publisher else Role.PARTICIPANT


def settle_roles(institutions: Sequence[Institution], kind: str | None) -> tuple[Institution, ...]:
    """The institutions with the roles that the main event's kind suggests where no word tells of any."""
    role, count = _ROLES_OF_KINDS.get(kind or "", (Role.PARTICIPANT, 0))
    return tuple(
        replace(one, role=role) if number < count and one.role == Role.PARTICIPANT else one
        for number, one in enumerate(institutions)
    )


def _list_evidence(article: Article, party: Party, seat: Seat, institution: Institution, number: int) -> list[Evidence]:
    path = f"institutions/{number}"
    if not party.mentions:
        return [Evidence(f"{path}/name", institution.name, Basis.INFERRED, rule="publisher")]
    best = max(party.mentions[:_READ], key=lambda mention: (_RANKS.get(mention.rule, 1), -mention.start))
    found = [_evidence(f"{path}/name", institution.name, article, best)]
    if seat.mention and seat.country:
        found.append(_evidence(f"{path}/country", seat.country, article, seat.mention))
    return found


def _evidence(path: str, value: str, article: Article, mention: Mention) -> Evidence:
    return Evidence(path, value, article.basis, mention.start, mention.end, mention.text, mention.rule)

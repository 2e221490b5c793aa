"""The institutions that take part in what an article reports, with seat, kind and role, and the words that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, list_name_words
from dashboard.knowledge.telling import is_english
from dashboard.model import Article, Basis, Evidence, Institution, Match, Mention, MentionKind
from dashboard.resolve.names import match_institution
from dashboard.resolve.nearby import Places
from dashboard.resolve.participation import Company, list_features, read_bound, weigh_party
from dashboard.resolve.parties import Party, list_parties
from dashboard.resolve.roles import Part, choose_role, list_role_features
from dashboard.resolve.seats import Seat, find_home, find_seat

# of the first mentions the one is shown as evidence that names the institution best
_READ = 6
_RANKS = {"gazetteer": 2, "name shape": 2, "coreference": 0}
_MISSION = re.compile(r"(?P<people>[A-Z][\w. ]*?) (?P<what>Embassy|Government|High Commission|Consulate General|Consulate)\Z")
_MISSION_NAMES = {"Government": "Government of {}", "Embassy": "Embassy of {}"}


@dataclass(frozen=True, slots=True)
class _Reasons:
    """Where an institution stands in the record, what its seat and role are told by, and how likely it takes part."""

    path: str
    seat: Seat
    part: Part
    chance: float


def assemble_institutions(
    article: Article, mentions: Sequence[Mention], event: str | None = None
) -> tuple[tuple[Institution, ...], tuple[Evidence, ...]]:
    """Those that take part, in the order of their first mention, with evidence; ``event`` is the kind of the main event."""
    parties = list_parties(article, mentions)
    if not parties:
        return (), ()
    company, places = (
        Company.of(article, parties, mentions, event),
        Places(m for m in mentions if m.kind in (MentionKind.CITY, MentionKind.COUNTRY)),
    )
    home = find_home(parties)
    bound = read_bound(article.basis)
    chosen: dict[str, Institution] = {}
    evidence: list[Evidence] = []
    for party in parties:
        features = list_features(party, company)
        chance = weigh_party(features)
        if chance < bound:
            continue
        seat = find_seat(article, party, places, home)
        party.known = party.known or _find_national(party, seat)
        part = choose_role(party, company, list_role_features(features, event, len(chosen)))
        link = link_party(party, seat)
        institution = replace(_institution(party, seat, part), key=link.key)
        if institution.name not in chosen:
            reasons = _Reasons(f"institutions/{len(chosen)}", seat, part, chance)
            evidence += _list_evidence(article, party, institution, reasons)
            if link.key:
                evidence.append(_inferred(f"{reasons.path}/key", link.key, link.because, link.score))
            chosen[institution.name] = institution
    return tuple(chosen.values()), tuple(evidence)


def _institution(party: Party, seat: Seat, part: Part) -> Institution:
    name = _official(party)
    written = party.mentions[0].text if party.mentions else None
    return Institution(
        name=name,
        acronym=party.acronym if party.acronym != name else None,
        kind=party.kind,
        country=seat.country,
        city=seat.city,
        role=part.role,
        as_written=written if written != name else None,
    )


def link_party(party: Party, seat: Seat) -> Match:
    """What a party is linked to: the row of our table that the article tells of, else what its name and seat lead to."""
    name = party.known.name if party.known and party.known.key else _official(party)
    return match_institution(name, seat.country, seat.city)


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


def _list_evidence(article: Article, party: Party, institution: Institution, reasons: _Reasons) -> list[Evidence]:
    """Evidence for each value of an institution: the words that tell it, else the rule that inferred it."""
    path, seat, because, chance = reasons.path, reasons.seat, reasons.part.because, reasons.chance
    known = "list of known institutions" if party.known else ""
    found = [_name_evidence(article, party, institution, reasons)]
    found.append(_inferred(f"{path}/kind", institution.kind, known or "head word of the name", chance))
    if institution.role:
        rule = f"cue of {because.sense}" if because else "standing in the article and kind of event"
        span = (because.start, because.end) if because else None
        found.append(_quoted(article, (f"{path}/role", institution.role), span, rule, chance))
    for field, value in (("country", seat.country), ("city", seat.city)):
        if value:
            span = (seat.mention.start, seat.mention.end) if seat.mention else None
            rule = seat.mention.rule if seat.mention else known or "name, or where the article is at home"
            found.append(_quoted(article, (f"{path}/{field}", value), span, rule, chance))
    return found


def _name_evidence(article: Article, party: Party, institution: Institution, reasons: _Reasons) -> Evidence:
    """The mention among the first that names the institution best, or that it published the article."""
    path = f"{reasons.path}/name"
    if not party.mentions:
        return _inferred(path, institution.name, "publisher", reasons.chance)
    own = [mention for mention in party.mentions if mention.value == party.value] or party.mentions
    best = max(own[:_READ], key=lambda mention: (_RANKS.get(mention.rule, 1), -mention.start))
    return _quoted(article, (path, institution.name), (best.start, best.end), best.rule, reasons.chance)


def _quoted(article: Article, told: tuple[str, str], span: tuple[int, int] | None, rule: str, chance: float) -> Evidence:
    """The words at ``span`` as evidence of a path and its value, or the rule alone where there is none."""
    path, value = told
    if span is None:
        return _inferred(path, value, rule, chance)
    return Evidence(path, value, article.basis, *span, article.text[slice(*span)], rule, chance)


def _inferred(path: str, value: str | None, rule: str, chance: float) -> Evidence:
    return Evidence(path, value or "", Basis.INFERRED, rule=rule, confidence=chance)

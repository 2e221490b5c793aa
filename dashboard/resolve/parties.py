"""The institutions that an article names, each with all its mentions, the publisher among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, list_name_words, read_acronyms, read_values
from dashboard.knowledge.naming import tell_kind
from dashboard.model import Article, InstitutionKind, Mention, MentionKind
from dashboard.resolve.nearby import Places

# what begins so is a part of a university where one is named right after it
_PART = re.compile(
    r"(?:graduate |business |medical |law )?(?:school|college|faculty|department|division|fakultas|fakultat|facultad|faculdade"
    r"|faculte|facolta|faculteit|departamento|departement|escola|escuela|ecole|khoa|jurusan|dipartimento)\b"
)
_BELONGS = re.compile(r"(?: ?\([^()\n]{1,12}\))?(?:, | at | at the | of | of the |,? da | de la | der | \()(?:the )?")
_READ, _BESIDE = 6, 30
_BODY_KINDS = frozenset(InstitutionKind)


class Party:
    """An institution that an article names: its value, what is known of it, and its mentions in order as they are gathered."""

    def __init__(self, value: str, name: str, kind: str, known: Known | None) -> None:
        self.value, self.name, self.kind, self.known = value, name, kind, known
        self.mentions: list[Mention] = []
        self.publisher = False

    @property
    def acronym(self) -> str | None:
        """What the article calls it for short, if it does."""
        own = [m for m in self.mentions if m.value == self.value]
        written = [m.text for m in own if m.rule in ("acronym", "defined acronym") and " " not in m.text]
        short = self.known.acronym if self.known else ""
        written = written or [m.text for m in own if short and m.text == short]
        return Counter(written).most_common(1)[0][0] if written else None

    def take(self, other: Party) -> None:
        """Count the mentions of another, which is the same or a part of it, as its own."""
        self.mentions = sorted([*self.mentions, *other.mentions], key=lambda mention: mention.start)
        self.publisher |= other.publisher

    def take_over(self, other: Party) -> None:
        """Count another as the same, and know of it what the other knows."""
        if other.known:
            self.value, self.name, self.kind, self.known = other.value, other.name, other.kind, other.known
        self.take(other)

    @property
    def first(self) -> int:
        """Where it is named first; 0 for a publisher that the text never names."""
        return self.mentions[0].start if self.mentions else 0


def list_parties(article: Article, mentions: Sequence[Mention]) -> list[Party]:
    """The institutions named in an article, in order, the publisher among them where it is one that can take part."""
    parties: dict[str, Party] = {}
    for mention in mentions:
        if mention.kind == MentionKind.INSTITUTION:
            party = parties.get(mention.value) or parties.setdefault(mention.value, _open_party(mention.value))
            party.mentions.append(mention)
            party.publisher |= mention.rule == "issuer"
    _add_publisher(article, parties)
    return _fold_parts(article, _join(sorted(parties.values(), key=lambda party: party.first)))


def _open_party(value: str) -> Party:
    known = read_values().get(value)
    name = known.name if known else value.removeprefix("name:")
    kind = known.kind if known else tell_kind(name) or "other"
    return Party(value, name, kind if kind in _BODY_KINDS else "other", known)


def _add_publisher(article: Article, parties: dict[str, Party]) -> None:
    """Mark the publisher, or add it where it is a university, institute or authority that the text refers to otherwise."""
    if not article.publisher:
        return
    value = _publisher_value(article.publisher)
    words = list_name_words(value.removeprefix("name:"))
    named = parties.get(value) or next((party for party in parties.values() if _is_called(party, words)), None)
    if named is None:
        parties[value] = named = _open_party(value)
    named.publisher = True


def _publisher_value(publisher: str) -> str:
    """The value of a publisher's name: of the whole, else of what a faculty names after a comma or as an acronym."""
    for part in (publisher, *reversed(publisher.split(","))):
        known = choose_known(find_by_name(part)) or choose_known(read_acronyms().get(part.strip(), ()))
        if known:
            return known.value
    known = next((known for word in publisher.split() if (known := choose_known(read_acronyms().get(word, ())))), None)
    return known.value if known else f"name:{publisher}"


def _is_called(party: Party, words: tuple[str, ...]) -> bool:
    names = (*party.known.names, party.known.acronym or "") if party.known else (party.name,)
    return any(list_name_words(name) == words for name in names)


def _join(parties: list[Party]) -> list[Party]:
    """The parties without those named by a part of a longer name, or by the same words written otherwise.

    "University of Hawai'i" belongs to "... at Mānoa", "University of Science" to "Hanoi University of Science", if to one only.
    """
    words = [list_name_words(party.name) for party in parties]
    longer = _list_longer(parties, words)
    first: dict[tuple[str, ...], Party] = {}
    joined: list[Party] = []
    for party, mine in zip(parties, words, strict=True):
        others = longer.get(mine, ())
        same = first.setdefault(mine, party)
        if same is not party and not (party.known and same.known):
            same.take_over(party)
        elif len(others) == 1 and not (party.known and party.known.key):
            others[0].take(party)
        else:
            joined.append(party)
    return joined


def _list_longer(parties: Sequence[Party], words: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, ...], list[Party]]:
    """The parties by the words that their names begin or end with."""
    longer: dict[tuple[str, ...], list[Party]] = {}
    for party, mine in zip(parties, words, strict=True):
        for stretch in {part for n in range(2, len(mine)) for part in (mine[:n], mine[-n:])}:
            longer.setdefault(stretch, []).append(party)
    return longer


def _fold_parts(article: Article, parties: list[Party]) -> list[Party]:
    """The parties without faculties and the like that stand beside the university they belong to; it takes their mentions."""
    mentions = Places(mention for party in parties for mention in party.mentions)
    owner_of = {mention.start: party for party in parties for mention in party.mentions}
    whole: list[Party] = []
    for party in parties:
        owner = _find_owner(article.text, party, mentions, owner_of) if _PART.match(fold_in_place(party.name)) else None
        if owner and owner is not party and not (party.known and party.known.key):
            owner.take(party)
        else:
            whole.append(party)
    return whole


def _find_owner(text: str, party: Party, mentions: Places, owner_of: Mapping[int, Party]) -> Party | None:
    """The university named right after a part of it, as after a comma or "of"."""
    for mention in party.mentions[:_READ]:
        after = next(iter(mentions.between(mention.end + 1, mention.end + _BESIDE)), None)
        if after and _BELONGS.fullmatch(text, mention.end, after.start):
            owner = owner_of[after.start]
            if owner.kind == "university" and not _PART.match(fold_in_place(owner.name)):
                return owner
    return None

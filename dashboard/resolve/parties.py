"""The institutions that an article names, each with all its mentions, and how likely each of them takes part.

The weights in ``participation_weights.csv`` are those of a logistic regression on a labelled corpus that is not shipped.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import Known, choose_known, find_by_name, list_name_words, read_acronyms, read_values
from dashboard.knowledge.naming import read_head_words, tell_kind
from dashboard.model import Article, Mention, MentionKind
from dashboard.resolve.nearby import Places

_BEFORE, _AFTER = 90, 70
# cues around the first mentions tell enough; long articles name their own university a hundred times
_READ = 8
_LAST = re.compile(r"(\w*)[ ,]{1,2}(\w+|[(,;:–-]) ?(?:[Tt]he |an? |[dD]er |[dD]ie |l[ao]s? |el )?\Z")
_NEXT = re.compile(r" ?(\w+|\n|[),.;:–(-]|['’]s)")
_BODY_KINDS = ("university", "school", "research", "un", "government", "intergovernmental", "network", "ngo", "company", "other")


@dataclass(slots=True)
class Party:
    """An institution that an article names: its value, its mentions in order, and what is known of it."""

    value: str
    name: str
    kind: str
    known: Known | None
    mentions: list[Mention] = field(default_factory=list)
    publisher: bool = False

    @property
    def acronym(self) -> str | None:
        """What it is called for short: in the article, else as is known."""
        written = [m.text for m in self.mentions if m.rule in ("acronym", "defined acronym") and " " not in m.text]
        return Counter(written).most_common(1)[0][0] if written else self.known.acronym if self.known else None

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
    return _join(sorted(parties.values(), key=lambda party: party.first))


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
    """The value of a publisher's name: of the whole, else of the university that a faculty gives after a comma or as an acronym."""
    for part in (publisher, *reversed(publisher.split(","))):
        known = choose_known(find_by_name(part)) or choose_known(read_acronyms().get(part.strip(), ()))
        if known:
            return known.value
    known = next((known for word in publisher.split() if (known := choose_known(read_acronyms().get(word, ())))), None)
    return known.value if known else f"name:{publisher}"


def _is_called(party: Party, words: tuple[str, ...]) -> bool:
    names = party.known.names if party.known else (party.name,)
    return any(list_name_words(name) == words for name in names) or bool(party.known and (party.known.acronym or "").lower() == " ".join(words))


def _join(parties: list[Party]) -> list[Party]:
    """The parties without those whose name is the beginning of a longer one's ("University of Hawai'i" and "... at Mānoa")."""
    words = [list_name_words(party.name) for party in parties]
    longer: dict[tuple[str, ...], list[Party]] = {}
    for party, mine in zip(parties, words, strict=True):
        for n in range(2, len(mine)):
            longer.setdefault(mine[:n], []).append(party)
    joined: list[Party] = []
    for party, mine in zip(parties, words, strict=True):
        others = longer.get(mine, ())
        if len(others) == 1 and not (party.known and party.known.key):
            others[0].mentions = sorted([*others[0].mentions, *party.mentions], key=lambda mention: mention.start)
            others[0].publisher |= party.publisher
        else:
            joined.append(party)
    return joined


@cache
def _read_cues() -> tuple[re.Pattern[str], Mapping[str, str]]:
    senses = {row["cue"]: row["sense"] for row in read_rows("participation_cues.csv", ("cue", "sense"))}
    phrases = "|".join(re.escape(cue) for cue in sorted(senses, key=len, reverse=True))
    return re.compile(rf"\b(?:{phrases})\b"), senses


def list_cues(article: Article, party: Party) -> list[tuple[str, str, int]]:
    """The cues in the sentences that name a party: sense, side (``before``, ``after``) and distance in characters."""
    pattern, senses = _read_cues()
    cues = []
    for mention in party.mentions[:_READ]:
        before = re.split(r"[.!?]\s|\n", article.text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        after = re.split(r"[.!?]\s|\n", article.text[mention.end : mention.end + _AFTER], maxsplit=1)[0]
        cues += [(senses[m[0]], "before", len(before) - m.end()) for m in pattern.finditer(fold_in_place(before))]
        cues += [(senses[m[0]], "after", m.start()) for m in pattern.finditer(fold_in_place(after))]
    return cues


@dataclass(frozen=True, slots=True)
class Company:
    """All the parties of an article, to see one among the others: the first, how many they are, where they stand, whose parts they are."""

    first: Party
    size: int
    places: Places
    parents: frozenset[str]

    @classmethod
    def of(cls, parties: Sequence[Party]) -> Company:
        """The company that ``parties`` (one at least) keep."""
        parents = frozenset(party.known.parent for party in parties if party.known)
        return cls(parties[0], len(parties), Places(m for party in parties for m in party.mentions), parents)


def list_features(article: Article, party: Party, company: Company) -> Mapping[str, float]:
    """What speaks for or against a party's taking part, as numbers near 0 to 1."""
    features = dict.fromkeys(_list_flags(article, party, company), 1.0)
    features["mentions"] = math.log1p(len(party.mentions)) / 2
    features["place"] = party.first / max(1, len(article.text))
    features["share"] = len(party.mentions) / max(1, len(company.places.mentions))
    features["rivals"] = math.log1p(company.size) / 3
    features["length"] = math.log1p(len(article.text)) / 10
    features["words"] = min(8, len(party.name.split())) / 8
    for sense, side, distance in list_cues(article, party):
        features[f"{sense} {side}"] = 1.0
        if distance < 25:
            features[f"{sense} {side} near"] = 1.0
    return features


def _list_flags(article: Article, party: Party, company: Company) -> Iterator[str]:
    yield "always"
    # bodies of the United Nations take part in this field more often than in the labelled corpus: no weight of their own
    if party.kind not in ("un", "intergovernmental"):
        yield f"kind {party.kind}"
    title = fold_in_place(article.title)
    if any(fold_in_place(mention.text) in title for mention in party.mentions):
        yield "in title"
    if party.publisher:
        yield "publisher"
        yield f"publisher {party.kind}"
    if party.known:
        yield "known" if not party.known.key else "own row"
        if party.known.key in company.parents - {""}:
            yield "a part of it named"
    yield from (f"rule {rule}" for rule in {mention.rule for mention in party.mentions})
    if party.first < 400:
        yield "early"
    if party is company.first:
        yield "first named"
    yield from _list_neighbours(article.text, party)
    text = article.text
    lines = [text[text.rfind("\n", 0, m.start) + 1 : m.start] for m in party.mentions[:_READ]]
    if any(len(line) < 4 for line in lines):
        yield "begins a line"
    if len(company.places.between(party.first - 199, party.first + 200)) > 3:
        yield "in a list"


def _list_neighbours(text: str, party: Party) -> Iterator[str]:
    """The words next to the first mentions, and those that begin and end the name."""
    words = [word for word in list_name_words(party.name) if word in read_head_words()]
    yield from (f"begins {words[0]}", f"ends {words[-1]}") if words else ()
    for mention in party.mentions[:3]:
        before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 30]
        if before.endswith("(") and after.startswith(")"):
            yield "in brackets"
        last, following = _LAST.search(before), _NEXT.match(after)
        if last:
            yield from (f"{fold_in_place(word)} ..." for word in last.groups() if word == word.lower() and word)
        if following:
            yield f"... {fold_in_place(following[1])}" if following[1] == following[1].lower() else "... Capital"
        if last and last[2][0].isupper():
            yield "Capital ..."


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_rows("participation_weights.csv", ("feature", "weight"))}


def weigh_party(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a party with these features takes part."""
    weights = _read_weights()
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))

"""How likely an institution that an article names takes part in what it reports.

The weights in ``participation_weights.csv`` are those of a logistic regression that ``sdg-atlas train participation`` fits.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dashboard.knowledge.files import read_weights
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import list_name_words
from dashboard.knowledge.naming import find_head, read_head_words, read_stops, read_subjects
from dashboard.model import Article, Mention
from dashboard.resolve.nearby import Places
from dashboard.resolve.parties import Party
from dashboard.resolve.scoring import add_up, name_bound
from dashboard.resolve.surroundings import Surroundings

# the first mentions tell enough; long articles name their own university a hundred times
_READ, _READ_WORDS = 6, 3
_BESIDE, _NEAR_LIST, _NEAR_PERSON, _PERSON_AFTER = 40, 45, 70, 40
_EARLY, _LATE = 400, 2500
_AROUND = 200
_INDENT = len("  - ")
_EVEN = 0.5
_CAPITALS = frozenset({"bare acronym", "capitals within"})
# whether a list knows a name tells of the list: more lists change names, and must not change the choice
_EVERYDAY = frozenset({"gazetteer", "name shape"})
_LAST = re.compile(r"(?<!\w)(\w*)[ ,]{1,2}(\w+|[(,;:–-]) ?(?:[Tt]he |an? |[dD]er |[dD]ie |l[ao]s? |el )?\Z")
_NEXT = re.compile(r" ?(\w+|\n|[),.;:–(-]|['’]s)")


@dataclass(frozen=True)
class Company:
    """The parties of an article (one at least), what stands around them, and the kind of event that it reports."""

    article: Article
    parties: Sequence[Party]
    around: Surroundings
    event: str | None

    @classmethod
    def of(cls, article: Article, parties: Sequence[Party], mentions: Sequence[Mention], event: str | None) -> Company:
        """The company that ``parties`` keep in an article."""
        bodies = Places(mention for party in parties for mention in party.mentions)
        return cls(article, parties, Surroundings(article, bodies, mentions), event)

    @cached_property
    def parents(self) -> frozenset[str]:
        """Keys of the institutions that a party is part of."""
        return frozenset(party.known.parent for party in self.parties if party.known) - {""}

    @cached_property
    def title(self) -> str:
        """The headline, folded."""
        return fold_in_place(self.article.title)

    @cached_property
    def most(self) -> int:
        """How often the party is named that is named most."""
        return max(1, *(len(party.mentions) for party in self.parties), 1)


def list_features(party: Party, company: Company) -> Mapping[str, float]:
    """What speaks for or against a party's taking part, as numbers near 0 to 1."""
    features = dict.fromkeys(_list_flags(party, company), 1.0)
    named, text = len(party.mentions), company.article.text
    features["mentions"] = math.log1p(named) / 2
    features["place"] = party.first / max(1, len(text))
    features["depth"] = math.log1p(party.first) / 8
    features["share"] = named / max(1, len(company.around.bodies.mentions))
    features["of most"] = named / company.most
    features["rivals"] = math.log1p(len(company.parties)) / 3
    features["length"] = math.log1p(len(text)) / 10
    features["words"] = min(8, len(party.name.split())) / 8
    return features


def _list_flags(party: Party, company: Company) -> Iterator[str]:
    yield "always"
    yield f"event {company.event}"
    # bodies of the United Nations take part in this field more often than in the labelled corpus: no weight of their own
    if party.kind not in ("un", "intergovernmental"):
        yield f"kind {party.kind}"
    rules = {mention.rule for mention in party.mentions}
    yield from (f"rule {rule}" for rule in rules - _EVERYDAY)
    if rules and rules <= _CAPITALS:
        yield "only capitals"
    yield from _list_standing(party, company)
    yield from _list_words(party)
    yield from _list_places(party, company)
    for mention in party.mentions[:_READ]:
        yield from _list_surroundings(mention, company)
    for mention in party.mentions[:_READ_WORDS]:
        yield from _list_neighbours(company.article.text, mention)


def _list_standing(party: Party, company: Company) -> Iterator[str]:
    """What is known of a party apart from the words around it."""
    if party.publisher:
        yield from ("publisher", f"publisher {party.kind}")
    if party.known and party.known.key in company.parents:
        yield "a part of it named"
    if party is company.parties[0]:
        yield "first named"


def _list_words(party: Party) -> Iterator[str]:
    """What the words of its name tell."""
    words = list_name_words(party.name)
    heads = [word for word in words if word in read_head_words()]
    yield from (f"begins {heads[0]}", f"ends {heads[-1]}") if heads else ()
    # what the registry alone knows counts as unknown, so that installing it changes names and not the choice
    if not (party.known and party.known.listed):
        if _is_generic(words):
            yield "generic name"
        if len(words) == 1:
            yield "one word"


@lru_cache(maxsize=1 << 14)
def _is_generic(words: tuple[str, ...]) -> bool:
    """Whether no word tells a name from others of its sort ("School of Law", "Governing Council")."""
    return all(word in read_subjects() or word in read_stops() or find_head(word) for word in words)


def _list_places(party: Party, company: Company) -> Iterator[str]:
    """Where in the article a party is named."""
    text, around = company.article.text, company.around
    if any(fold_in_place(mention.text) in company.title for mention in party.mentions[:_READ]):
        yield "in title"
    yield from ("early",) if party.first < _EARLY else ("late",) if party.first > _LATE else ()
    starts = (mention.start for mention in party.mentions[:_READ])
    if any(start < _INDENT or "\n" in text[start - _INDENT : start] for start in starts):
        yield "begins a line"
    if len(around.bodies.between(party.first - _AROUND, party.first + _AROUND)) > _READ_WORDS:
        yield "in a list"
    yield from _list_chain(party, around)


def _list_chain(party: Party, around: Surroundings) -> Iterator[str]:
    """How long the enumeration is in which a party is named first, and whether it begins with it."""
    chain = around.chains.get(party.first)
    if chain and chain.size > 1:
        yield "chain 2" if chain.size == len((1, 2)) else "chain 3+"
        if chain.start == party.first:
            yield "chain first"


def _list_surroundings(mention: Mention, company: Company) -> Iterator[str]:
    """Cues in the sentence of a mention, before and after the enumeration it stands in, and above; people beside it."""
    around = company.around
    yield from (f"{cue.sense} {side}" for cue, side, _ in around.cues_around(mention.start, mention.end))
    chain = around.chains[mention.start]
    if chain.size > 1:
        near = around.cues_around(chain.start, chain.end)
        yield from (f"list {cue.sense} {side}" for cue, side, distance in near if distance < _NEAR_LIST)
    yield from (f"heading {cue.sense}" for cue in around.cues_above(mention.start))
    low, high = around.sentence(mention.start, mention.end)
    if around.people.between(max(low, mention.start - _NEAR_PERSON), mention.start):
        yield "person before"
    if around.people.between(mention.end, min(high, mention.end + _PERSON_AFTER)):
        yield "person after"


def _list_neighbours(text: str, mention: Mention) -> Iterator[str]:
    """The small words next to a mention, and whether capitals or brackets stand there."""
    before, after = text[max(0, mention.start - _BESIDE) : mention.start], text[mention.end : mention.end + _BESIDE]
    if before.endswith("(") and after.startswith(")"):
        yield "in brackets"
    last, following = _LAST.search(before), _NEXT.match(after)
    if following:
        yield f"... {_plain(following[1])}"
    if last:
        yield from (f"{_plain(word)} ..." for word in last.groups() if word and word == word.lower())
        if last[2][0].isupper():
            yield "Capital ..."


def _plain(word: str) -> str:
    return fold_in_place(word) if word == word.lower() else "Capital"


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_weights("participation_weights.csv")}


def read_bound(basis: str) -> float:
    """How likely a party must be to count in a text of this basis."""
    return _read_weights().get(name_bound(basis), _EVEN)


def weigh_party(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a party with these features takes part."""
    return add_up(_read_weights(), features)

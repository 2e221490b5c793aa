"""How likely an institution that an article names takes part in what it reports.

The weights in ``participation_weights.csv`` are those of a logistic regression on a labelled corpus that is not shipped, but
for two set by hand: a town that acts takes part, and a body stands back where a part of it is named.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.knowledge.files import read_rows, read_weights
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.institutions import list_name_words
from dashboard.knowledge.naming import read_head_words
from dashboard.model import Article, Mention
from dashboard.resolve.nearby import Places
from dashboard.resolve.parties import Party
from dashboard.resolve.scoring import add_up

_BEFORE, _AFTER, _BESIDE = 90, 70, 40
# cues around the first mentions tell enough; long articles name their own university a hundred times
_READ = 8
_READ_WORDS = 3
_NEAR = 25
_EARLY = 400
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_LAST = re.compile(r"(\w*)[ ,]{1,2}(\w+|[(,;:–-]) ?(?:[Tt]he |an? |[dD]er |[dD]ie |l[ao]s? |el )?\Z")
_NEXT = re.compile(r" ?(\w+|\n|[),.;:–(-]|['’]s)")


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
        before = _SENTENCE_END.split(article.text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        after = _SENTENCE_END.split(article.text[mention.end : mention.end + _AFTER], maxsplit=1)[0]
        cues += [(senses[m[0]], "before", len(before) - m.end()) for m in pattern.finditer(fold_in_place(before))]
        cues += [(senses[m[0]], "after", m.start()) for m in pattern.finditer(fold_in_place(after))]
    return cues


@dataclass(frozen=True, slots=True)
class Company:
    """The parties of an article as each stands among them: the first, how many, where they stand, whose parts they are."""

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
        if distance < _NEAR:
            features[f"{sense} {side} near"] = 1.0
    return features


def _list_flags(article: Article, party: Party, company: Company) -> Iterator[str]:
    yield "always"
    # bodies of the United Nations take part in this field more often than in the labelled corpus: no weight of their own
    if party.kind not in ("un", "intergovernmental"):
        yield f"kind {party.kind}"
    yield from (f"rule {rule}" for rule in {mention.rule for mention in party.mentions})
    yield from _list_standing(party, company)
    yield from _list_places(article, party, company)
    words = [word for word in list_name_words(party.name) if word in read_head_words()]
    yield from (f"begins {words[0]}", f"ends {words[-1]}") if words else ()
    for mention in party.mentions[:_READ_WORDS]:
        yield from _list_neighbours(article.text, mention)


def _list_standing(party: Party, company: Company) -> Iterator[str]:
    """What is known of a party apart from the words around it."""
    if party.publisher:
        yield from ("publisher", f"publisher {party.kind}")
    if party.known:
        yield "own row" if party.known.key else "known"
        if party.known.key in company.parents - {""}:
            yield "a part of it named"
    if party is company.first:
        yield "first named"


def _list_places(article: Article, party: Party, company: Company) -> Iterator[str]:
    """Where in the article a party is named."""
    title, text = fold_in_place(article.title), article.text
    if any(fold_in_place(mention.text) in title for mention in party.mentions[:_READ]):
        yield "in title"
    if party.first < _EARLY:
        yield "early"
    lines = (text[text.rfind("\n", 0, mention.start) + 1 : mention.start] for mention in party.mentions[:_READ])
    if any(len(line) < len("  - ") for line in lines):
        yield "begins a line"
    if len(company.places.between(party.first - 199, party.first + 200)) > _READ_WORDS:
        yield "in a list"


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


def weigh_party(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a party with these features takes part."""
    return add_up(_read_weights(), features)

"""The people who act in what an article reports, with role and institution.

The weights in ``person_weights.csv`` are those of a logistic regression on a labelled corpus that is not shipped, but for one
set by hand: an office right before two unknown names ("President Shigeo Katsu"), which the corpus shows too seldom to tell.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from dashboard.knowledge.files import read_weights
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.people import is_family, is_given, read_titles
from dashboard.model import Article, Evidence, Institution, Mention, MentionKind, Person
from dashboard.resolve.nearby import Places
from dashboard.resolve.scoring import add_up, name_bound
from dashboard.resolve.surroundings import Surroundings

_READ = 6
# of so many people with a word in common the first are compared, so that a telephone book takes no longer than it must
_NAMESAKES = 12
_SENTENCE = 140
_LONGEST_NAME = 200
_EVEN = 0.5
_POSSESSIVE = re.compile(r"[’']s?\Z")
_BEFORE = re.compile(r"(?<!\w)(\w*)\W{1,3}(\w+|[(,;:–•*-]) ?\Z")
_AFTER = re.compile(r" ?(\w+|\n|[),.;:–(-]|['’]s)\W{0,2}(\w*)")
_SMALL = re.compile(r"(?<!\w)[a-z]{3,}(?!\w)")
_DEGREE = re.compile(r",? \(?(?:[MSB]\.? ?[A-Z][\w.]*\.|Ph\.? ?D|M\.? ?A\b|M\.? ?Sc|MBA|MD\b|DPhil|Dipl|CNZM|OBE)")
_CUE, _BESIDE = 45, 150
# rules that leave little doubt that a person is meant
_SURE_RULES = frozenset({"title", "given name", "apposition"})
_ROLE_AFTER = re.compile(r"(?:,| \(| [–-]) ?(?:the |a |an |die |der |la |el )?([^.;:\n()]{3,110})")
_ROLE_BEFORE = re.compile(r"((?:[A-Z][\w-]+(?: (?:of|for|and|de|da|do|di|the) )?[ ,]{0,2}){1,8})\Z")


class Named:
    """A person with every mention of the name as they are gathered, the fullest form as ``name``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.mentions: list[Mention] = []


def list_people(mentions: Sequence[Mention]) -> list[Named]:
    """The people named, a family name alone counted with the full name; names inside those of institutions are left out."""
    bodies = Places(m for m in mentions if m.kind == MentionKind.INSTITUTION and m.rule != "capitals within")
    people: list[Named] = []
    by_word: dict[str, list[Named]] = {}
    for mention in mentions:
        near = bodies.between(mention.start - _LONGEST_NAME, mention.end) if mention.kind == MentionKind.PERSON else []
        if mention.kind == MentionKind.PERSON and all(body.end <= mention.start for body in near):
            _add(people, by_word, mention)
    return people


def _add(people: list[Named], by_word: dict[str, list[Named]], mention: Mention) -> None:
    """Count a mention with the person whose name holds it, or whose name it holds; else begin a new person."""
    name = _POSSESSIVE.sub("", mention.value)
    words = _words(name)
    for person in {id(p): p for word in sorted(words) for p in by_word.get(word, ())[:_NAMESAKES]}.values():
        known = _words(person.name)
        if words <= known or (known <= words and len(known) > 1):
            person.name = max(person.name, name, key=len)
            break
    else:
        person = Named(name)
        people.append(person)
    person.mentions.append(mention)
    for word in words:
        if person not in (shelf := by_word.setdefault(word, []))[:_NAMESAKES]:
            shelf.append(person)


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".") for word in re.split(r"[\s-]+", fold_in_place(name)) if word)


@dataclass(frozen=True)
class Crowd:
    """The names of people in an article, what stands around them, and the institutions named beside them."""

    article: Article
    bodies: Places
    around: Surroundings

    @classmethod
    def of(cls, article: Article, mentions: Sequence[Mention]) -> Crowd:
        """The crowd of an article's mentions."""
        bodies = Places(mention for mention in mentions if mention.kind == MentionKind.INSTITUTION)
        names = Places(mention for mention in mentions if mention.kind == MentionKind.PERSON)
        return cls(article, bodies, Surroundings(article, names, mentions))

    @cached_property
    def title(self) -> str:
        """The headline, folded."""
        return fold_in_place(self.article.title)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(_SMALL.findall(self.article.text))


def list_person_features(person: Named, crowd: Crowd) -> Mapping[str, float]:
    """What speaks for or against a name's being that of somebody who acts, as numbers near 0 to 1."""
    features = dict.fromkeys(_list_flags(person, crowd), 1.0)
    features["mentions"] = math.log1p(len(person.mentions)) / 2
    features["place"] = person.mentions[0].start / max(1, len(crowd.article.text))
    return features


def _list_flags(person: Named, crowd: Crowd) -> Iterator[str]:
    yield "always"
    yield from _list_words(person, crowd)
    yield from (f"rule {rule}" for rule in {mention.rule for mention in person.mentions})
    if fold_in_place(person.name) in crowd.title:
        yield "in title"
    for mention in person.mentions[:_READ]:
        yield from _list_neighbours(crowd.article.text, mention)
        yield from _list_cues(mention, crowd)
    first = person.mentions[0]
    if crowd.bodies.between(first.end - 89, first.end + 110):
        yield "institution near"
    if len(crowd.around.bodies.between(first.start - 199, first.start + 200)) > 3:
        yield "in a list"


def _list_words(person: Named, crowd: Crowd) -> Iterator[str]:
    """What the words of the name tell: how many, known as names, also written small."""
    words = fold_in_place(person.name).split()
    yield f"words {min(5, len(words))}"
    yield f"given {is_given(words[0])}"
    yield f"family {is_family(words[-1])}"
    yield f"inner {all(is_given(w) or is_family(w) for w in words)}"
    small = sum(word in crowd.small for word in words)
    if small:
        yield "all small elsewhere" if small == len(words) else "small elsewhere"


def _list_cues(mention: Mention, crowd: Crowd) -> Iterator[str]:
    """Cues in the sentence, the heading above, other people in the same enumeration, a degree after the name."""
    around = crowd.around
    near = around.cues_around(mention.start, mention.end)
    yield from (f"{cue.sense} {side}" for cue, side, distance in near if distance < _CUE)
    yield from (f"heading {cue.sense}" for cue in around.cues_above(mention.start))
    chain = around.chains[mention.start]
    if chain.size > 1:
        yield "chain 2" if chain.size == len((1, 2)) else "chain 3+"
    low, high = max(chain.start, mention.start - _BESIDE), min(chain.end, mention.end + _BESIDE)
    if any(one.rule in _SURE_RULES for one in around.bodies.between(low, high) if one is not mention):
        yield "beside a sure name"
    if _DEGREE.match(crowd.article.text, mention.end):
        yield "degree after"


def _list_neighbours(text: str, mention: Mention) -> Iterator[str]:
    before, after = text[max(0, mention.start - 40) : mention.start], text[mention.end : mention.end + 40]
    line = before.rsplit("\n", 1)[-1] if "\n" in before else before if mention.start < 40 else "x" * 9
    if len(line.strip(" -*•–\t")) < 1:
        yield "begins a line"
    last, following = _BEFORE.search(before), _AFTER.match(after)
    if last:
        yield from (f"{_plain(word)} ..." for word in last.groups() if word)
    if following:
        yield from (f"... {_plain(word)}" for word in following.groups() if word)


def _plain(word: str) -> str:
    """A neighbour as a feature: the word if it is small or a title, else only that it has a capital."""
    low = fold_in_place(word)
    if word == word.lower() or low in read_titles():
        return low if not word.isdigit() else "1"
    return "Capital"


@cache
def _read_weights() -> Mapping[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_weights("person_weights.csv")}


def weigh_person(features: Mapping[str, float]) -> float:
    """The probability (0 to 1) that a name with these features is that of a person who acts."""
    return add_up(_read_weights(), features)


def assemble_people(
    article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
) -> tuple[tuple[Person, ...], tuple[Evidence, ...]]:
    """Those who act, in the order of their first mention, each with evidence for the name."""
    people: dict[str, Person] = {}
    evidence: list[Evidence] = []
    bound, crowd = _read_weights().get(name_bound(article.basis), _EVEN), Crowd.of(article, mentions)
    for person in list_people(mentions):
        chance = weigh_person(list_person_features(person, crowd))
        if person.name in people or chance < bound:
            continue
        first = max(person.mentions, key=lambda mention: (len(mention.value), -mention.start))
        role, span = _find_role(article.text, person)
        path = f"people/{len(people)}"
        people[person.name] = Person(person.name, role, _find_institution(article, person, crowd.bodies, institutions))
        words, rule = first.text, first.rule
        evidence.append(Evidence(f"{path}/name", person.name, article.basis, first.start, first.end, words, rule, chance))
        if role and span:
            words = article.text[span[0] : span[1]]
            evidence.append(Evidence(f"{path}/role", role, article.basis, *span, words, "beside the name"))
    return tuple(people.values()), tuple(evidence)


def _find_role(text: str, person: Named) -> tuple[str | None, tuple[int, int] | None]:
    """The office that stands beside the name ("Rector of ...", ", Dean of Engineering"), and where."""
    for mention in person.mentions[:_READ]:
        after = _ROLE_AFTER.match(text, mention.end)
        if after and _is_office(after[1]):
            role = re.split(r",? (?:who|which|said|says|and the|at|from|dan|und)\b|,", after[1])[0].strip()
            if _names_office(role):
                return role, (after.start(1), after.start(1) + len(role))
        before = _ROLE_BEFORE.search(text, max(0, mention.start - 90), mention.start)
        if before and _is_office(before[1]):
            role, start = before[1].strip(" ,"), before.start(1)
            if _names_office(role):
                return role, (start, start + len(role))
    return None, None


def _is_office(words: str) -> bool:
    """Whether one of the first words is that of an office or a title."""
    return any(fold_in_place(word).strip(".,") in read_titles() for word in words.split()[:4])


def _names_office(role: str) -> bool:
    """Whether more than forms of address ("Dr", "Mrs") stands there; a professor's title is an office too."""
    words = [fold_in_place(word).strip(".") for word in re.split(r"[\s,]+", role) if word]
    return any(read_titles().get(word) != "title" or word.startswith("prof") for word in words)


def _find_institution(article: Article, person: Named, bodies: Places, institutions: Sequence[Institution]) -> str | None:
    """The institution named nearest to the person within a sentence, if it takes part."""
    names = {institution.key or f"name:{institution.name}": institution.name for institution in institutions}
    near: list[tuple[int, str]] = []
    for mention in person.mentions[:_READ]:
        for body in bodies.between(mention.start - _SENTENCE, mention.end + _SENTENCE):
            low, high = min(mention.end, body.end), max(mention.start, body.start)
            between = article.text[low:high]
            if body.value in names and "\n" not in between and ". " not in between:
                near.append((high - low, names[body.value]))
    return min(near)[1] if near else None

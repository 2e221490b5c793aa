"""Names of people: capitals in a row, and a title, office, known name or reported speech to show that a person is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.knowledge.countries import match_country
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import find_head, read_stops, read_subjects
from dashboard.knowledge.people import is_family, is_given, read_titles
from dashboard.knowledge.places import match_city
from dashboard.model import Article, Mention, MentionKind, mention_at

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚƏ"
_NAME = rf"(?:(?:[dlDLO]['’])?[{_CAPITAL}][\w]*+(?:[-’'ʻ][\w]++)*+\.?)"
_PARTICLE = (
    r"(?:van der|van den|van de|van|von der|von|de la|de los|de las|del|della|de|da|dos|do|di|du|der|den|ten|ter"
    r"|bin|binti|ibn|al|el|la|le|y|e)"
)
_RUN = re.compile(rf"(?<![\w@/#.]){_NAME}(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ \u00a0])?{_NAME}){{1,9}}")
_WORD = re.compile(r"\S+")
_TITLE_BEFORE = re.compile(
    r"(?:^|[\s(,])(?:Prof|Professor|Dr|Mr|Mrs|Ms|Miss|Ir|Hon|Sir|Dame|Drs|Dra|Herr|Frau|Ph\.?D|M\.?\w{1,3})\.?,?\s$"
)
_SPEECH_BEFORE = re.compile(
    r"\b(?:says?|said|explain(?:s|ed)|add(?:s|ed)|told|according to|by|with|selon|según|segundo|laut"
    r"|menurut|ujar|kata|dijo|disse|sagte)\s$"
)
_SPEECH_AFTER = re.compile(
    r",?\s(?:says?|said|explain(?:s|ed)|add(?:s|ed)|told|noted|stressed|emphasi[sz]ed|stated|highlighted|commented|welcomed"
    r"|presented|spoke|opened|signed|delivered|thanked|expressed|will|has|was|is|and|who|dijo|disse|sagte|a déclaré"
    r"|menyampaikan|mengatakan)\b"
)
_LISTED_BEFORE = re.compile(r"(?:^|\n|[,;•–-] |\band )[ \t]*\Z")
_LISTED_AFTER = re.compile(r" \(|, | –| -| •|\n|;")
_APPOSITION = re.compile(r"(?:, | \(| [–-] )(?:the |a |an )?(\w[\w-]*)")
_ABBREVIATION = re.compile(r"[A-Z]{2,}s?\.?")
_LONGEST = 6
_LONGEST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """Words in a row that may be a name: where they stand, folded, and the sort of title before them."""

    spans: tuple[tuple[int, int], ...]
    low: tuple[str, ...]
    titled: str


def find_people(article: Article) -> Iterator[Mention]:
    """Every mention of a person; the value is the name without titles, the rule what shows that a person is meant."""
    for run in _RUN.finditer(article.text):
        for words in _split(article.text, run):
            rule = _tell_rule(article.text, words)
            if rule:
                span = words.spans[0][0], words.spans[-1][1]
                value = " ".join(article.text[span[0] : span[1]].split())
                yield mention_at(article, MentionKind.PERSON, span, value, rule)


def _split(text: str, run: re.Match[str]) -> Iterator[_Words]:
    """The stretches of a row of capitals between titles, offices and words that are no part of a person's name."""
    titles, titled = read_titles(), ""
    part: list[tuple[int, int]] = []
    for word in _WORD.finditer(run[0]):
        start, end = run.start() + word.start(), run.start() + word.end()
        low = fold_in_place(word[0]).strip(".")
        use = titles.get(low, "")
        stop = word[0].endswith(".") and len(low) > 1
        if not use and not _is_barrier(word[0]):
            part.append((start, end - stop))
            if not stop:
                continue
        yield from _close(text, part, titled)
        part, titled = [], use
    yield from _close(text, part, titled)


@lru_cache(maxsize=1 << 16)
def _is_barrier(word: str) -> bool:
    """Whether a word is no part of a person's name: an opening, a head word of institutions, a field, a country."""
    low = fold_in_place(word).strip(".")
    if word.islower() or len(low) == 1:
        return False
    if find_head(low) is not None or _ABBREVIATION.fullmatch(word):
        return True
    common = low in read_stops() or low in read_subjects() or match_country(word).key is not None
    return common and not (is_given(low) or is_family(low))


@lru_cache(maxsize=1 << 16)
def _is_place(name: str) -> bool:
    """Whether several words are the name of a country or city."""
    return match_country(name).key is not None or match_city(name) is not None


def _close(text: str, part: list[tuple[int, int]], titled: str) -> Iterator[_Words]:
    """The words gathered so far, without particles at either end."""
    spans = list(part)
    while spans and text[spans[-1][0]].islower():
        spans.pop()
    while spans and text[spans[0][0]].islower():
        spans.pop(0)
    if 0 < len(spans) <= _LONGEST:
        yield _Words(tuple(spans), tuple(fold_in_place(text[a:b]).strip(".") for a, b in spans), titled)


def _tell_rule(text: str, words: _Words) -> str:
    """What shows that a person is meant; empty where nothing does."""
    start, end = words.spans[0][0], words.spans[-1][1]
    before, after = text[max(0, start - 24) : start], text[end : end + 30]
    if words.titled == "title" or _TITLE_BEFORE.search(before):
        return "title"
    if sum(len(low) > 1 for low in words.low) < 2 or _is_place(text[start:end]):
        return ""
    return _rule_of_names(words.low) or _rule_of_neighbours(words, before, after)


def _rule_of_names(low: tuple[str, ...]) -> str:
    """What the words themselves say."""
    if is_given(low[0]) or (len(low[0]) == 1 and is_family(low[-1])):
        return "given name"
    if any(map(is_given, low)):
        return "name inside"
    return "family name" if is_family(low[-1]) else ""


def _rule_of_neighbours(words: _Words, before: str, after: str) -> str:
    """What the words around unknown names say."""
    apposition = _APPOSITION.match(after)
    if words.titled:
        return "office" if words.titled == "role" else "post"
    if apposition and fold_in_place(apposition[1]) in read_titles():
        return "apposition"
    if _SPEECH_BEFORE.search(before) or _SPEECH_AFTER.match(after):
        return "speech"
    listed = _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after)
    return "capitals" if listed and len(words.low) <= _LONGEST_UNKNOWN else ""

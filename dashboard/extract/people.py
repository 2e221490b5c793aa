"""Names of people: capitals in a row, with a title, an office, a known name or reported speech to show that a person is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.knowledge.countries import match_country
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import find_head, read_stops, read_subjects
from dashboard.knowledge.people import is_family, is_given, read_titles
from dashboard.model import Article, Mention, MentionKind, mention_at

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚƏ"
_NAME = rf"(?:(?:[dlDLO]['’])?[{_CAPITAL}][\w]*+(?:[-’'ʻ][\w]++)*+\.?)"
_PARTICLE = r"(?:van der|van den|van de|van|von der|von|de la|de los|de las|del|della|de|da|dos|do|di|du|der|den|ten|ter|bin|binti|ibn|al|el|la|le|y|e)"
_RUN = re.compile(rf"(?<![\w@/#.]){_NAME}(?:[ \u00a0]{{1,2}}(?:{_PARTICLE}[ \u00a0])?{_NAME}){{0,9}}")
_WORD = re.compile(r"\S+")
_TITLE_BEFORE = re.compile(r"(?:^|[\s(,])(?:Prof|Professor|Dr|Mr|Mrs|Ms|Miss|Ir|Hon|Sir|Dame|Drs|Dra|Herr|Frau|Ph\.?D|M\.?\w{1,3})\.?,?\s$")
_SPEECH_BEFORE = re.compile(
    r"\b(?:says?|said|explain(?:s|ed)|add(?:s|ed)|told|according to|led by|headed by|chaired by|moderated by|presented by|delivered by|opened by|by|with"
    r"|selon|según|segundo|laut|menurut|ujar|kata|dijo|disse|sagte)\s$",
)
_SPEECH_AFTER = re.compile(
    r",?\s(?:says?|said|explain(?:s|ed)|add(?:s|ed)|told|noted|stressed|emphasi[sz]ed|stated|highlighted|commented|welcomed|presented|spoke|opened|signed"
    r"|delivered|thanked|expressed|will|has|was|is|and|who|dijo|disse|sagte|a déclaré|menyampaikan|mengatakan)\b",
)
_LISTED_BEFORE = re.compile(r"(?:^|\n|[,;•–-] |\band )[ \t]*\Z")
_APPOSITION = re.compile(r"(?:, | \(| [–-] )(?:the |a |an )?(\w[\w-]*)")
_ABBREVIATION = re.compile(r"[A-Z]{2,}s?\.?")


@dataclass(frozen=True, slots=True)
class _Words:
    """Words in a row that may be a name, where they stand, and how the row is divided from what comes before."""

    spans: tuple[tuple[int, int], ...]
    low: tuple[str, ...]


def find_people(article: Article) -> Iterator[Mention]:
    """Every mention of a person; the value is the name without titles, the rule what shows that a person is meant."""
    for run in _RUN.finditer(article.text):
        for words, titled in _split(article.text, run):
            rule = _tell_rule(article.text, words, titled)
            if rule:
                span = words.spans[0][0], words.spans[-1][1]
                value = " ".join(article.text[span[0] : span[1]].split())
                yield mention_at(article, MentionKind.PERSON, span, value, rule)


def _split(text: str, run: re.Match[str]) -> Iterator[tuple[_Words, str]]:
    """The stretches of a row of capitals between titles, offices and words that are no part of a person's name."""
    titles, titled = read_titles(), ""
    part: list[tuple[int, int]] = []
    for word in _WORD.finditer(run[0]):
        start, end = run.start() + word.start(), run.start() + word.end()
        low = fold_in_place(word[0]).strip(".")
        use = titles.get(low, "")
        ends = word[0].endswith(".") and len(low) > 1
        if use or _is_barrier(word[0]):
            yield from _close(text, part, titled)
            part, titled = [], use
            continue
        part.append((start, end - 1 if ends else end))
        if ends:
            yield from _close(text, part, titled)
            part, titled = [], ""
    yield from _close(text, part, titled)


@lru_cache(maxsize=1 << 16)
def _is_barrier(word: str) -> bool:
    """Whether a word is no part of a person's name: one that begins sentences, a head word of institutions, a field, a country."""
    low = fold_in_place(word).strip(".")
    if word.islower() or len(low) == 1:
        return False
    if (low in read_stops() and not is_given(low) and not is_family(low)) or find_head(low) is not None or _ABBREVIATION.fullmatch(word):
        return True
    return (low in read_subjects() or match_country(word).key is not None) and not (is_given(low) or is_family(low))


def _close(text: str, part: list[tuple[int, int]], titled: str) -> Iterator[tuple[_Words, str]]:
    while part and text[part[-1][0] : part[-1][1]].islower():
        part = part[:-1]
    while part and text[part[0][0] : part[0][1]].islower():
        part = part[1:]
    if 0 < len(part) <= 6:
        yield _Words(tuple(part), tuple(fold_in_place(text[a:b]).strip(".") for a, b in part)), titled


def _tell_rule(text: str, words: _Words, titled: str) -> str:
    """What shows that a person is meant; empty where nothing does."""
    start, end = words.spans[0][0], words.spans[-1][1]
    before, after = text[max(0, start - 24) : start], text[end : end + 30]
    full = len([low for low in words.low if len(low) > 1]) > 1
    if titled == "title" or _TITLE_BEFORE.search(before):
        return "title"
    if not full:
        return ""
    if is_given(words.low[0]) or (len(words.low[0]) == 1 and is_family(words.low[-1])):
        return "given name"
    if titled == "role":
        return "office"
    apposition = _APPOSITION.match(after)
    if apposition and fold_in_place(apposition[1]) in read_titles():
        return "apposition"
    if any(is_given(low) for low in words.low):
        return "name inside"
    if is_family(words.low[-1]):
        return "family name"
    if _SPEECH_BEFORE.search(before) or _SPEECH_AFTER.match(after):
        return "speech"
    listed = _LISTED_BEFORE.search(before) or after[:2] in (" (", ", ", " –", " -", " •") or after[:1] in "\n;"
    return "capitals" if len(words.low) < 4 and listed else ""

"""Goals that the text states by number or official title, and words of subjects from which goals can be inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.goals import read_goals
from dashboard.knowledge.phrases import NameBook, PhraseBook, Words, list_words
from dashboard.model import Article, Mention, MentionKind, mention_at

_GAP = r"[^\W\d_][^\n.;:,()\d]{2,50}"
# a figure that counts something is no goal ("SDG 9 and 16 students")
_COUNTED = "student|people|participant|universit|countr|year|school|teacher|member|delegate|other|more|day|partner"
_COUNTS = rf"(?!\s(?:{_COUNTED}))"
_NUMBER = r"(?:1[0-7]|0?[1-9])(?:\.[\da-d]{1,2})?(?![\d.]\d|\w|%)" + _COUNTS
_BRACKET = r"(?:\s?\([^()\n]{1,70}\)|\s?[:\-]\s?" + _GAP + r"(?=,|;|\sand\s|\sdan\s|\sy\s))?"
_AND = r"\s?(?:,\s?and|,\s?dan|,\s?y|[,;&/]|and|or|y|e|et|und|dan|to|bis|hingga|-)\s?"
_JOIN = _AND + r"(?:sdgs?\s?|ods\s?|odd\s?|goals?\s?|tpb\s?)?"
_STATED = re.compile(
    r"(?<!\w)(?P<what>sdgs?|sustainable development goals?(?:\s\(sdgs?\))?|ods|odd|tpb|un goals?|global goals?|goals?|targets?|"
    r"metas?|objetivos?(?: de desarrollo sostenible| de desenvolvimento sustentavel)?(?:\s\(ods\))?|"
    r"objectifs?(?: de developpement durable)?(?:\s\(odd\))?|objetivo|obiettiv[oi](?: di sviluppo sostenibile)?|"
    r"ziel(?:en?)?(?: fur nachhaltige entwicklung)?|nachhaltigkeitsziel(?:en?)?|tujuan pembangunan berkelanjutan|"
    r"matlamat pembangunan mampan|muc tieu(?: phat trien ben vung)?)"
    r"(?:\s?(?:targets?|goals?|numbers?|nos?\.?|n[°º]|numero|nomor|poin|point|so|ke|#))?[\s:#(\-]{0,2}"
    rf"(?P<list>{_NUMBER}{_BRACKET}(?:{_JOIN}{_NUMBER}{_BRACKET}){{0,16}})"
)
_ONE = re.compile(r"(?<![\d.])(?P<number>1[0-7]|0?[1-9])(?:\.[\da-d]{1,2})?(?!\w)")
_RANGE = re.compile(r"(?<![\w.])(1[0-7]|[1-9])\s?(?:-|to|bis|hingga)\s?(1[0-7]|[1-9])(?![\w.])")
# what the words of a statement begin with
_FIRST = (
    "sdg", "sust", "ods", "odd", "tpb", "global", "goal", "target", "meta", "objeti", "objecti", "obiettiv",
    "ziel", "nachhaltigkeitsziel", "tujuan", "matlamat", "muc",
)  # fmt: skip
# words that are about the goals by themselves; "goal 3" and "target 4" are only where the text speaks of the goals
_OWN_WORDS = ("sdg", "sust", "ods", "odd", "tpb", "nachhaltigkeits", "un goal", "global goal")
_SUBJECT_GOALS = re.compile(
    r"(?<!\w)(?:sdgs?|sustainable development goals?|global goals|united nations goals|un goals|unai|"
    r"united nations academic impact|ods|odd|tpb|2030 agenda|agenda 2030|desarrollo sostenible|developpement durable|"
    r"desenvolvimento sustentavel|nachhaltige entwicklung|nachhaltigkeitsziel\w*|pembangunan berkelanjutan|"
    r"phat trien ben vung)(?!\w)"
)
# what some word of a text begins with if it speaks of the goals at all
_ANCHORS = ("sdg", "ods", "odd", "tpb", "2030", "unai", "acad", "sust", "sost", "dura", "nach", "berk", "vung", "goal")
# a title in small letters counts this many characters after a word for the goals ("the goals on gender equality and ...")
_NEARBY = 160
_NEAR = re.compile(r"(?<!\w)(?:goals?|sdgs?|ods|odd|tpb|objetivos|objectifs|ziele|tujuan)(?!\w)")


def find_goals(article: Article) -> Iterator[Mention]:
    """Stated goals (``GOAL``) and words that suggest one (``SUBJECT``, the rule carries the weight), each with its number."""
    words = list_words(article.text)
    flat = words.flat
    speaks_of_goals = _speaks_of_goals(words)
    for match in _match_stated(words):
        what = match["what"]
        if what.startswith(_OWN_WORDS) or " " in what or (speaks_of_goals and article.text[match.start()].isupper()):
            yield from _numbers(article, flat, match.span("list"), match.start())
    if speaks_of_goals:
        for span, numbers in _titles().find(article.text, capital=False):
            if _is_title(article.text[span[0] : span[1]]) or _NEAR.search(flat, max(0, span[0] - _NEARBY), span[0]):
                yield mention_at(article, MentionKind.GOAL, span, str(numbers[0]), "official title")
    for span, (goal, weight) in _subjects().find(article.text):
        yield mention_at(article, MentionKind.SUBJECT, span, str(goal), f"subject word {weight}")


def _speaks_of_goals(words: Words) -> bool:
    """Whether a text is about the goals, so that "Goal 4" and "Quality Education" mean them."""
    return any(stem.startswith(_ANCHORS) for stem in words.stems) and _SUBJECT_GOALS.search(words.flat) is not None


def _match_stated(words: Words) -> Iterator[re.Match[str]]:
    """Where goals are stated by number; looked for only at words that can begin such a statement."""
    first = [number for word, numbers in words.places.items() if word.startswith(_FIRST) for number in numbers]
    covered = 0
    for start in sorted(words.spans[number][0] for number in first):
        match = _STATED.match(words.flat, start) if start >= covered else None
        if match:
            covered = match.end()
            yield match


def _numbers(article: Article, flat: str, span: tuple[int, int], first: int) -> Iterator[Mention]:
    """One mention a goal of a list such as "SDGs 3, 5 and 13"; the first carries the words before it."""
    begin, end = span
    # a bracket explains a goal ("SDG 9 (Industry 4.0)"): figures in it are none of the list
    listed = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket.group()), flat[begin:end])
    start = first
    for match in _ONE.finditer(listed):
        yield mention_at(article, MentionKind.GOAL, (start, begin + match.end()), str(int(match["number"])), "number")
        start = begin + match.end() if match.end() < len(listed) else begin
        start = _next_word(flat, start, end)
    for match in _RANGE.finditer(listed):
        for number in range(int(match[1]) + 1, int(match[2])):
            yield mention_at(article, MentionKind.GOAL, (begin + match.start(), begin + match.end()), str(number), "range")


def _next_word(flat: str, start: int, end: int) -> int:
    """The next figure of a list: what a later mention begins with."""
    match = _ONE.search(flat, start, end)
    return match.start() if match else start


def _is_title(words: str) -> bool:
    """Whether words are written as a title: every longer word with a capital ("Quality Education")."""
    return all(word[0].isupper() for word in words.split() if len(word) > 4) and words[0].isupper()


@cache
def _titles() -> NameBook[int]:
    names = [(goal.title, number) for number, goal in read_goals().items()]
    names += [(title, number) for number, goal in read_goals().items() for titles in goal.titles.values() for title in titles]
    return NameBook(names)


@cache
def _subjects() -> PhraseBook[tuple[int, int]]:
    rows = read_rows("goal_words.csv", ("goal", "language", "words", "weight"))
    return PhraseBook((row["words"], (int(row["goal"]), int(row["weight"]))) for row in rows)

"""Goals and targets that the text states by number or title, and words of subjects from which goals can be inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.knowledge.goal_names import (
    NUMBER,
    Naming,
    about_the_goals,
    find_namings,
    find_titles,
    names_of_goals,
    number_words,
    speaks_of_goals,
)
from dashboard.knowledge.goal_words import read_subjects
from dashboard.knowledge.goals import read_targets
from dashboard.knowledge.phrases import Words, list_words
from dashboard.model import Article, Mention, MentionKind, mention_at

_ONE = re.compile(rf"(?<![\d.])(?P<number>{NUMBER})|(?<=[^\x00-\x7f])(?P<figure>1[0-7]|[1-9])(?![\d.])")
_RANGE = re.compile(r"(?<![\w.])(1[0-7]|[1-9])\s?(?:-|to|bis|tot|hingga|al|au)\s?(1[0-7]|[1-9])(?![\w.])")
_TARGET = re.compile(r"(1[0-7]|[1-9])\.(1\d|[1-9a-d])")
_NUMERALS = {sign: value for value, sign in enumerate("一二三四五六七八九", 1)}
# goals of other bodies and times
_OTHERS = re.compile(
    r"(?:mdg|millenni\w+|milenio|millenaire|strategic|strategisch\w*|learning|own|career|inflation|growth)\W*(?:development\W*)?$"
)
# what is named "Goal 4" or carries a title in small letters is one of the goals this near to words about them
_NEAR, _BEFORE = 80, 160


def find_goals(article: Article) -> Iterator[Mention]:
    """Stated goals (``GOAL``; the rule carries the target if one is named) and words that suggest one (``SUBJECT``)."""
    words = list_words(article.text)
    yield from _find_stated(article, words)
    covered: dict[int, int] = {}
    for span, subject in read_subjects().find(article.text):
        # a word within a longer phrase for the same goal says nothing more ("heritage" in "cultural heritage")
        if span[1] > covered.get(subject.goal, 0):
            covered[subject.goal] = span[1]
            yield mention_at(article, MentionKind.SUBJECT, span, str(subject.goal), subject.rule)


def _find_stated(article: Article, words: Words) -> Iterator[Mention]:
    is_about = speaks_of_goals(words)
    for naming in find_namings(words):
        if (naming.is_own and _is_written_as_name(article.text, naming)) or _is_meant(article, words, naming, is_about):
            yield from _numbers(article, words.flat, naming)
    if is_about:
        for span, goal in find_titles(words):
            if _is_title(article.text, words.flat, span):
                yield mention_at(article, MentionKind.GOAL, span, str(goal), "official title")


def _is_written_as_name(text: str, naming: Naming) -> bool:
    """Whether an acronym stands in capitals: "ODD 3", but not "odd 3"; "SDG" is no other word."""
    return len(naming.name) > 3 or naming.name.startswith("sdg") or text[naming.start : naming.start + 2].isupper()


def _is_meant(article: Article, words: Words, naming: Naming, is_about: bool) -> bool:
    """Whether "goal 3" or "target 4.7" means one of the goals: with a capital in a text about them, or near their name."""
    start, end = naming.start, naming.numbers[1]
    if naming.is_own or _OTHERS.search(words.flat, max(0, start - 40), start):
        return False
    target = _TARGET.match(words.flat, naming.numbers[0])
    if target and target[0] in read_targets() and article.text[start].isupper():
        return True
    if not is_about:
        return False
    return article.text[start].isupper() or about_the_goals().search(words.flat, max(0, start - _NEAR), end + _NEAR) is not None


def _numbers(article: Article, flat: str, naming: Naming) -> Iterator[Mention]:
    """One mention a goal of a list such as "SDGs 3, 5 and 13"; the first carries the words before it."""
    begin, end = naming.numbers
    # a bracket explains a goal ("SDG 9 (Industry 4.0)"): figures in it are none of the list
    listed = re.sub(r"\([^()]*\)", lambda bracket: " " * len(bracket.group()), flat[begin:end])
    if not any(sign.isdigit() for sign in listed):
        yield mention_at(article, MentionKind.GOAL, (naming.start, end), str(_in_words(listed)), "number")
        return
    start = naming.start
    for match in _ONE.finditer(listed):
        number = match["number"] or match["figure"]
        target = _TARGET.match(number)
        rule = f"target {target[0]}" if target and target[0] in read_targets() else "number"
        yield mention_at(article, MentionKind.GOAL, (start, begin + match.end()), str(int(number.split(".")[0])), rule)
        following = _ONE.search(listed, match.end())
        start = begin + following.start() if following else end
    for match in _RANGE.finditer(listed):
        for number in range(int(match[1]) + 1, int(match[2])):
            yield mention_at(article, MentionKind.GOAL, (begin + match.start(), begin + match.end()), str(number), "range")


def _in_words(numeral: str) -> int:
    """A number in words or Chinese numerals: "seventeen", "十三"."""
    known = number_words().get(numeral.strip())
    if known:
        return known
    tens, _, ones = numeral.rpartition("十")
    return (10 if "十" in numeral else 0) + _NUMERALS.get(ones or tens, 0)


def _is_title(text: str, flat: str, span: tuple[int, int]) -> bool:
    """Whether words are a title: written as one ("Quality Education"), after names of the goals, or with a capital near."""
    start, end = span
    words = text[start:end].split()
    if text[start].isupper() and len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 4):
        return True
    if names_of_goals().search(flat, max(0, start - _BEFORE), start):
        return True
    return not text[start].islower() and about_the_goals().search(flat, end, end + _NEAR) is not None

"""What a text is about, as the beginnings of its words, without those that any report of cooperation has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
# Words are compared by so many first letters, so that endings do not matter; scripts with short words keep theirs whole.
_STEM = 6
# Columns of words, or of patterns of them with a star for any ending, which are about the report and not its subject.
_GENERAL = (
    ("stopwords.csv", "words"), ("kinds.csv", "trigger"), ("event_words.csv", "words"), ("calendar_words.csv", "word"),
    ("institution_words.csv", "word"), ("number_words.csv", "word"), ("ordinal_words.csv", "word"),
    ("report_words.csv", "word"),
)  # fmt: skip


@cache
def _read_general() -> tuple[Mapping[str, None], frozenset[str]]:
    """The stems of general words, and beginnings that make any word general."""
    stems, beginnings = set(), set()
    for file, column in _GENERAL:
        for row in read_rows(file, (column,)):
            for word in re.findall(r"[^\W\d_]+\*?", fold(row[column])):
                if word.endswith("*"):
                    beginnings.add(word[:-1][:_STEM])
                else:
                    stems.add(word[:_STEM])
    return dict.fromkeys(stems), frozenset(word for word in beginnings if len(word) > 2)


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The beginning by which a folded word is compared; empty for a general word."""
    stems, beginnings = _read_general()
    stem = word[:_STEM]
    if stem in stems or any(word[:length] in beginnings for length in range(3, _STEM + 1)):
        return ""
    return stem


def subject_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that say what it is about."""
    found = {stem_of(word) for word in _WORD.findall(fold(text))}
    found.discard("")
    return frozenset(found)

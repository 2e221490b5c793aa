"""The language of a text, told by its script and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from dashboard.knowledge.files import read_rows

_SAMPLE = 2500  # characters: some 400 words say enough, however long the article is
_LEAST_SHARE = 0.08  # of the words must be small words of the language; running text has 0.25 and more
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ASCII_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")  # as good for a text in small letters of ASCII, and quicker
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3040-\ud7a3]+")
# Scripts that one language in the news writes, and those whose texts have no spaces between words.
_SCRIPTS = (
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
)


@cache
def _read_small_words() -> Mapping[str, tuple[str, ...]]:
    """Small word → the languages (ISO 639-1) that have it."""
    languages: dict[str, list[str]] = {}
    for row in read_rows("stopwords.csv", ("language", "words")):
        for word in set(row["words"].split()):
            languages.setdefault(word, []).append(row["language"])
    return {word: tuple(codes) for word, codes in languages.items()}


@cache
def _list_languages() -> tuple[str, ...]:
    return tuple(row["language"] for row in read_rows("stopwords.csv", ("language", "words")))


def match_language(text: str) -> str | None:
    """The language of a text (ISO 639-1), or ``None`` where it is too short or unknown to tell."""
    middle = len(text) // 2
    # pages begin with menus and headlines that may be of another language than the article
    sample = (text[:_SAMPLE] if middle < _SAMPLE else text[: _SAMPLE // 2] + " " + text[middle : middle + _SAMPLE]).lower()
    return _match_script(sample) or _match_words(sample)


def _match_script(sample: str) -> str | None:
    foreign = "" if sample.isascii() else "".join(_BEYOND_LATIN.findall(sample))
    if not foreign:
        return None
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        # Japanese and Korean use other scripts besides their own, so a fifth is enough
        if len(script.findall(foreign)) * 5 > letters > 0:
            return code
    return None


def _match_words(sample: str) -> str | None:
    words = (_ASCII_WORD if sample.isascii() else _WORD).findall(sample)
    known, counts = _read_small_words(), Counter(words)
    hits: Counter[str] = Counter()
    for word in counts.keys() & known.keys():
        for code in known[word]:
            hits[code] += counts[word]
    # in a tie the language that comes first in the table wins: the more widely written ones do
    best = max(_list_languages(), key=hits.__getitem__)
    return best if hits[best] >= max(2, _LEAST_SHARE * len(words)) else None

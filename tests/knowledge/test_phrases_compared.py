"""The look-up of phrases and words gives what plain patterns give, tried on texts made up at random."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.knowledge.phrases import PhraseBook, list_words

_WORD = re.compile(r"\w+")
_PHRASES = {
    "sign": r"sign(?!\w)",
    "sign of memo": r"sign[\s\-']{1,3}of[\s\-']{1,3}memo(?!\w)",
    "sign* .. memo*": r"sign\w*(?:[^\w.;!?\n]{1,3}\w+){0,4}?[^\w.;!?\n]{1,3}memo\w*",
    "post-memo of": r"post\-memo(?!\w)[\s\-']{1,3}of(?!\w)",
    "memo of sign*": r"memo(?!\w)[\s\-']{1,3}of[\s\-']{1,3}sign\w*",
}
_PIECES = st.sampled_from(["sign", "signed", "memo", "memos", "of", "post", " ", " ", " ", "-", ", ", ". ", "\n", "    "])


@given(st.text())
def test_words_stand_where_a_pattern_finds_them(text: str) -> None:
    words = list_words(text)
    assert list(words.spans) == [match.span() for match in _WORD.finditer(words.flat)]
    assert words.low == _WORD.findall(words.flat)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_phrases_stand_where_their_patterns_match(text: str) -> None:
    book = PhraseBook((phrase, phrase) for phrase in _PHRASES)
    expected = []
    for word in _WORD.finditer(text):
        for phrase, pattern in sorted(_PHRASES.items(), key=lambda item: -len(item[0])):
            # of phrases that begin at one word the longest in letters, or with a stem that which reaches further
            match = re.compile(pattern).match(text, word.start())
            if match:
                expected.append((match.span(), phrase))
    found = list(book.find(text))
    assert set(found) <= set(expected)
    assert {start for (start, _), _ in found} == {start for (start, _), _ in expected}

"""Known names found in running text word by word, so that time grows with the text and not with the list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dashboard.knowledge.institutions import JOINTS, Known, list_name_words, read_names
from dashboard.knowledge.phrases import Words, list_words

# a stretch of text, and the institutions that are called so
Found = tuple[tuple[int, int], tuple[Known, ...]]
# the leaf of a path through the trie holds the institutions that bear the name
_LEAF = ""
# what may stand between the words of a name: no end of a sentence, no empty line
_GAP = re.compile(r"(?!\n\n)[^\w.]{0,3}|\. ")
_ACTS_BEFORE = re.compile(r"(?:[Cc]ity|[Mm]unicipality|[Tt]own|[Mm]ayor) of \Z")
_ACTS_AFTER = re.compile(
    r"(?:, an? [^.,;\n]{3,40},)? "
    r"(?:participate[sd]|took part|joined|attended|signed|was represented|City Council|City Hall|Municipality)\b"
)


@cache
def _read_trie() -> dict[str, Any]:
    root: dict[str, Any] = {}
    for words, known in read_names().items():
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[_LEAF] = known
    return root


def find_known(text: str) -> Iterator[Found]:
    """Where names of known institutions stand in ``text``, the longest at each place, without overlap."""
    words, trie, past = list_words(text), _read_trie(), 0
    flat, spans = words.flat, words.spans
    for i, (start, end) in enumerate(spans):
        if text[start].islower() or start < past:
            continue
        node = trie.get(flat[start:end])
        if node is None:
            continue
        last, known = _follow(node, i, text, words)
        if known and _is_written_as_name(text, (start, spans[last][1]), known, last - i):
            past = spans[last][1]
            yield (start, past), known


def find_towns(text: str) -> Iterator[tuple[tuple[int, int], Known]]:
    """Where a town of our table acts as a body: "the City of Dakar", "Dakar, a city in Senegal, participated"."""
    for match in _read_towns().finditer(text):
        if _ACTS_BEFORE.search(text, max(0, match.start() - 40), match.start()) or _ACTS_AFTER.match(text, match.end()):
            known = read_names()[list_name_words(match[0])][0]
            yield match.span(), known


@cache
def _read_towns() -> re.Pattern[str]:
    names = {name for rows in read_names().values() for one in rows if one.is_place for name in one.names}
    towns = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, towns))})\b")


def _follow(node: dict[str, Any], i: int, text: str, words: Words) -> tuple[int, tuple[Known, ...]]:
    """The last word of the longest name that goes on from word ``i``, and who bears it."""
    last, known, spans = i, node.get(_LEAF, ()), words.spans
    for j in range(i + 1, len(spans)):
        if not _GAP.fullmatch(text, spans[j - 1][1], spans[j][0]):
            break
        word = words.flat[spans[j][0] : spans[j][1]]
        step = node.get(word)
        if step is None and word not in JOINTS:
            break
        if step is not None:
            node = step
            if _LEAF in node:
                last, known = j, node[_LEAF]
    return last, known


def _is_written_as_name(text: str, span: tuple[int, int], known: tuple[Known, ...], more: int) -> bool:
    """Whether a match is written with capitals throughout; one word alone only if letter for letter, and no plain town."""
    written = text[span[0] : span[1]]
    if all(one.is_place for one in known):
        return False
    if more == 0:
        telling = [one for one in known if one.key or one.kind != "university"]
        return len(written) > 2 and any(written in (*one.names, one.acronym) for one in telling)
    return not written.split()[-1][0].islower()

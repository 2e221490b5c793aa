"""Known names found in running text through a trie, so that time grows with the text and not with the list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from dashboard.knowledge.gathering import STARTS, read_shelves
from dashboard.knowledge.institutions import JOINTS, Known, find_named, read_towns
from dashboard.knowledge.phrases import Words, list_words
from dashboard.knowledge.telling import is_telling

# a stretch of text, and the institutions that are called so
Found = tuple[tuple[int, int], tuple[Known, ...]]
# what may stand between the words of a name: no end of a sentence, no empty line
_GAP = re.compile(r"(?!\n\n)[^\w.]{0,3}|\. ")
# names that are longer are not written in full
_MOST = 16
_ACTS_BEFORE = re.compile(r"(?:[Cc]ity|[Mm]unicipality|[Tt]own|[Mm]ayor) of \Z")
_ACTS_AFTER = re.compile(
    r"(?:, an? [^.,;\n]{3,40},)? "
    r"(?:participate[sd]|took part|joined|attended|signed|was represented|City Council|City Hall|Municipality)\b"
)


def find_known(text: str) -> Iterator[Found]:
    """Where names of known institutions stand in ``text``, the longest at each place, without overlap."""
    words, past = list_words(text), 0
    begins = {word for word in words.places if _begins_name(word)}
    for number, (word, (start, end)) in enumerate(zip(words.low, words.spans, strict=True)):
        if word not in begins or start < past or text[start].islower():
            continue
        for name, end in _list_names(text, words, number):
            known = read_shelves().find("names", name)
            known = tuple(one for one in known if one.listed or _is_body_of_its_own(one, name))
            if known and _is_written_as_name(text, (start, end), known, " " in name):
                past = end
                yield (start, end), known
                break


@lru_cache(maxsize=1 << 16)
def _begins_name(words: str) -> bool:
    """Whether a name begins with these words, three at most; none does with a joint."""
    return words not in JOINTS and words in read_shelves()["starts"].trie


def _list_names(text: str, words: Words, number: int) -> list[tuple[str, int]]:
    """The known names that begin with a word, and where they end, the longest first."""
    line, past = words.low[number], words.spans[number][1]
    ends = {len(line): past}
    further = slice(number + 1, number + _MOST)
    for word, (start, end) in zip(words.low[further], words.spans[further], strict=True):
        if text[past:start] != " " and not _GAP.fullmatch(text, past, start):
            break
        past = end
        if word in JOINTS:
            continue
        line = f"{line} {word}"
        if len(ends) < STARTS and not _begins_name(line):
            break
        ends[len(line)] = end
    return [(name, ends[len(name)]) for name in reversed(read_shelves()["names"].trie.prefixes(line)) if len(name) in ends]


def find_towns(text: str) -> Iterator[tuple[tuple[int, int], Known]]:
    """Where a town of our table acts as a body: "the City of Dakar", "Dakar, a city in Senegal, participated"."""
    for match in _match_towns(text):
        if _ACTS_BEFORE.search(text, max(0, match.start() - 40), match.start()) or _ACTS_AFTER.match(text, match.end()):
            yield match.span(), find_named(match[0])[0]


def _match_towns(text: str) -> Iterator[re.Match[str]]:
    """Where names of our towns stand, in order, without overlap."""
    words, towns, past = list_words(text), _read_towns(), 0
    firsts = [(number, first) for first in towns.keys() & words.places.keys() for number in words.places[first]]
    for number, first in sorted(firsts):
        match = towns[first].match(text, words.spans[number][0]) if words.spans[number][0] >= past else None
        if match:
            past = match.end()
            yield match


@cache
def _read_towns() -> Mapping[str, re.Pattern[str]]:
    """The names of our towns by their first word, folded, the longest first."""
    towns: dict[str, list[str]] = {}
    for name in sorted({name for one in read_towns() for name in one.names}, key=len, reverse=True):
        towns.setdefault(list_words(name).low[0], []).append(re.escape(name))
    return {first: re.compile(rf"(?:{'|'.join(names)})\b") for first, names in towns.items()}


def _is_body_of_its_own(known: Known, name: str) -> bool:
    """Whether an organisation of the registry may be meant by a name in running text: no part of another, no company."""
    return not known.parent and known.kind != "company" and is_telling(name)


def _is_written_as_name(text: str, span: tuple[int, int], known: tuple[Known, ...], more: bool) -> bool:
    """Whether a match is written with capitals throughout; one word alone only if letter for letter, and no plain town."""
    written = text[span[0] : span[1]]
    if all(one.is_place for one in known):
        return False
    if not more:
        telling = [one for one in known if one.key or one.kind != "university"]
        return len(written) > 2 and any(written in (*one.names, one.acronym) for one in telling)
    return not written.split()[-1][0].islower()

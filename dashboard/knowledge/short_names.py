"""Universities called by a short name: "Harvard" anywhere, "Oxford" only beside people who work or study there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.phrases import list_words

_WORD = re.compile(r"\w+")
# people tell that a university is meant: professors of Cambridge, students from Leeds, a name with (Princeton) behind it
_BESIDE = re.compile(
    r"(?:\b(?:Professors?|Prof|Dr|[Ss]tudents|[Rr]esearchers?|[Aa]cademics|[Ss]cientists|[Cc]olleagues|[Tt]eam|[Aa]lum\w+|[Ee]xperts)\b"
    r"[^,;.()\n]{0,40}(?:\. [A-Z][^,;.()\n]{0,30})? (?:at|from|of)|[A-Z]\w+ [A-Z][\w-]+ ?\() ?\Z"
)
_OWNED = re.compile(r"[’']s (?:Professor|School|Faculty|Department|Institute|Vice-Chancellor|Centre|Center|research)")
_GOES_ON = re.compile(r"[ -](?:[A-ZÀ-Þ&]|University|university)|[’']?-\w|@|\.\w")
_WINDOW = 90

# a short name, the whole name, and whether it tells by itself
Short = tuple[str, str, bool]


@cache
def _read_short_names() -> Mapping[str, tuple[Short, ...]]:
    """Short names of universities by their first word, folded."""
    shelves: dict[str, tuple[Short, ...]] = {}
    for row in read_rows("university_short_names.csv", ("short", "name", "use")):
        first = _WORD.findall(fold_in_place(row["short"]))[0]
        shelves[first] = (*shelves.get(first, ()), (row["short"], row["name"], row["use"] == "always"))
    return shelves


def find_short_names(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where universities are called by a short name, with their whole names."""
    words = list_words(text)
    for first in _read_short_names().keys() & words.places.keys():
        for start in (words.spans[number][0] for number in words.places[first]):
            for short, name, always in _read_short_names()[first]:
                if text.startswith(short, start) and _means(text, (start, start + len(short)), always):
                    yield (start, start + len(short)), name


def _means(text: str, span: tuple[int, int], always: bool) -> bool:
    """Whether a short name stands by itself, and for the university rather than its town."""
    start, end = span
    if _GOES_ON.match(text, end) or text[end : end + 1].isalnum() or text[max(0, start - 1) : start] in ("-", "@", "/", "."):
        return False
    return always or bool(_OWNED.match(text, end) or _BESIDE.search(text[max(0, start - _WINDOW) : start]))

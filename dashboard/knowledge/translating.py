"""English names of universities, ministries and embassies that a text names in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from dashboard.knowledge.countries import match_country, read_countries
from dashboard.knowledge.files import read_rows
from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import read_uses

_WORD = re.compile(r"[\w-]+")
_MOST = 3
_BODIES = ("Ministry", "Federal Ministry", "Embassy", "Consulate")
_HEADS = ("University", *_BODIES)
# words of such names that English leaves out: "Kedutaan Besar Republik Indonesia"
_SILENT = ("besar", "republik", "republica", "republique", "general", "jenderal")


@cache
def _read_translations() -> Mapping[str, str]:
    return {row["words"]: row["english"] for row in read_rows("institution_translations.csv", ("words", "english"))}


@lru_cache(maxsize=1 << 12)
def translate_name(name: str) -> str:
    """The English name of a university, ministry or embassy; the name itself where a word of it is not understood."""
    written = _WORD.findall(name)
    words = [fold_in_place(word) for word in written]
    head = _read_translations().get(words[0]) if words else None
    if head not in _HEADS or words[0] == fold_in_place(head):
        return name
    parts = _translate(words[1:], written[1:], _SILENT if head in _BODIES else ())
    if head in _BODIES:
        return _name_body(head, parts) or name
    return _name_university(parts) if parts and parts[0][1] else name


def _translate(words: list[str], written: list[str], silent: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The parts of a name in English, each with whether it was understood: "of", "and" and fields are, names are not."""
    parts: list[tuple[str, bool]] = []
    i = 0
    while i < len(words):
        count = next((n for n in range(_MOST, 0, -1) if " ".join(words[i : i + n]) in _read_translations()), 0)
        if count:
            parts.append((_read_translations()[" ".join(words[i : i + count])], True))
        elif words[i] in read_uses("and"):
            parts.append(("and", True))
        elif words[i] in read_uses("of") or words[i] in read_uses("article") or words[i] in ("en", "in", "a"):
            parts += [] if parts and parts[-1] == ("of", True) else [("of", True)]
        elif words[i] not in silent:
            parts.append((written[i], False))
        i += max(1, count)
    return parts


def _name_university(parts: list[tuple[str, bool]]) -> str:
    """ "Autonomous University of Zacatecas": what describes a university stands before it in English."""
    first = next((i for i, (word, known) in enumerate(parts) if not known or word == "of"), len(parts))
    described, rest = [word for word, _ in parts[:first]], [word for word, _ in parts[first:]]
    return " ".join([*described, "University", *rest])


def _name_body(head: str, parts: list[tuple[str, bool]]) -> str | None:
    """A ministry by its fields and country, an embassy by its countries; ``None`` where a word is not understood."""
    fields = [word for word, known in parts if known and word not in ("of", "and")]
    names = [word for word, known in parts if not known]
    country = match_country(" ".join(names)).key
    if (names and country is None) or not (fields or country):
        return None
    listed = [", ".join([*fields[:-2], " and ".join(fields[-2:])])] if fields else []
    return " of ".join([head, *listed, *([read_countries()[country].short_name] if country else [])])

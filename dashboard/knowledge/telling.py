"""Names that tell one body from all others, and names that many have."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from dashboard.knowledge.folding import fold_in_place
from dashboard.knowledge.naming import find_head, read_subjects, read_uses

# in scripts without spaces a name has few words, but many signs
_FEW_SIGNS = 4


@lru_cache(maxsize=1 << 14)
def is_telling(words: str) -> bool:
    """Whether the words of a name tell a body from all others: "Nagoya University" do, "Global Health Centre" do not."""
    if not words.isascii():
        return len(words) >= _FEW_SIGNS
    parts = words.split()
    heads = [head for part in parts if (head := find_head(part)) is not None]
    proper = [part for part in parts if find_head(part) is None and not any(part in common for common in _list_common())]
    if len(parts) == 1 or not proper:
        return False
    return len(parts) > 2 or any(head.kind == "university" for head in heads)


@cache
def _list_common() -> tuple[Collection[str], ...]:
    return (read_subjects(), *(read_uses(use) for use in ("common", "generic", "of", "article", "authority", "council")))


def is_english(name: str) -> bool:
    """Whether a name has no head word of another language, as "University of Trento" has none."""
    heads = [head for word in fold_in_place(name).split() if (head := find_head(word)) is not None]
    return all(head.order == "any" for head in heads)

"""Words that tell whether people met in one place, online or both."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.knowledge.event_words import read_event_words
from dashboard.model import Article, Mention, MentionKind, Mode, mention_at


def find_mode(article: Article) -> Iterator[Mention]:
    """Every word of being there, online or hybrid; the value is a ``Mode``."""
    for span, mode in read_event_words(*Mode).find(article.text):
        yield mention_at(article, MentionKind.MODE, span, mode, "mode word")

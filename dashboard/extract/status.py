"""Words that tell whether an event has taken place or is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.knowledge.event_words import read_event_words
from dashboard.model import Article, Mention, MentionKind, Status, mention_at


def find_status(article: Article) -> Iterator[Mention]:
    """Every word of holding or announcing; the value is a ``Status``."""
    for span, status in read_event_words(Status.HELD, Status.ANNOUNCED).find(article.text):
        yield mention_at(article, MentionKind.STATUS, span, status, "status word")

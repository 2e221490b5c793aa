"""Words that tell whether an event has taken place or is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.knowledge.event_words import read_event_words
from dashboard.model import Article, Mention, MentionKind, Status, mention_at


def find_status(article: Article) -> Iterator[Mention]:
    """Every word of holding or announcing that stands in no longer one; the value is a ``Status``."""
    found = sorted(read_event_words(Status.HELD, Status.ANNOUNCED).find(article.text), key=lambda hit: (hit[0][0], -hit[0][1]))
    past = 0
    for span, status in found:
        if span[1] <= past:
            continue  # "dilaksanakan" tells nothing within "akan dilaksanakan"
        past = span[1]
        yield mention_at(article, MentionKind.STATUS, span, status, "status word")

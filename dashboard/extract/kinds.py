"""What kind of event the words tell of."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.knowledge.kinds import find_triggers
from dashboard.model import Article, Mention, MentionKind, mention_at


def find_kinds(article: Article) -> Iterator[Mention]:
    """Every trigger of a kind of event; the rule carries its weight, as in ``trigger 5``."""
    for span, trigger in find_triggers(article.text):
        yield mention_at(article, MentionKind.KIND, span, trigger.kind.value, f"trigger {trigger.weight}")

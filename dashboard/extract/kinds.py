"""What kind of event the words tell of."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.knowledge.kinds import find_triggers
from dashboard.model import Article, Mention, MentionKind, mention_at

# languages that are written nearly alike: what is taken for one may be the other
_NEAR = {"id": "ms", "ms": "id", "uk": "ru", "ru": "uk", "pt": "es", "es": "pt"}


def find_kinds(article: Article) -> Iterator[Mention]:
    """Every trigger of a kind of event; the rule carries its weight, as in ``trigger 5``."""
    # words of one language mean something else in another: "prime", "fest"; English ones stand in articles of all
    languages = {article.language, article.source_language, "en"} - {None}
    languages |= {_NEAR[language] for language in languages if language in _NEAR}
    for span, trigger in find_triggers(article.text):
        if trigger.language in languages or article.language is None:
            yield mention_at(article, MentionKind.KIND, span, trigger.kind.value, f"trigger {trigger.weight}")

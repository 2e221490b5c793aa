"""One article laid out for assembling: its headline, its sentences, and its mentions by kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.extract.dates import find_dates
from dashboard.extract.goals import find_goals
from dashboard.extract.kinds import find_kinds
from dashboard.extract.places import find_places
from dashboard.knowledge.folding import fold_in_place
from dashboard.model import Article, Basis, Evidence, Mention, MentionKind

# a sentence ends at a full stop before a capital letter, or with its line; what begins it is one of few signs, so that
# the others are passed over at once
_SENTENCE = re.compile(r"[.!?\n](?:(?<=[a-z\d)\]”\"»’'%]{2}[.!?])[\"”»’)]?\s+(?=[^a-z\s])|(?<=\n)\n*)")
# how far into the text a report may tell its own date and place; pages of any length take no longer than this
_REPORTED = 10_000
_HEADLINE_FINDERS = (find_kinds, find_dates, find_places, find_goals)


@dataclass(frozen=True)
class Reading:
    """An article with its mentions; ``headline`` is where its title stands in the text, empty where it does not."""

    article: Article
    mentions: Sequence[Mention]

    @cached_property
    def headline(self) -> tuple[int, int]:
        """Start and end of the title within the beginning of the text."""
        title = self.article.title.strip()
        place = fold_in_place(self.article.text[: 2 * len(title) + 400]).find(fold_in_place(title)) if title else -1
        return (place, place + len(title)) if place >= 0 else (0, 0)

    @cached_property
    def title_mentions(self) -> tuple[Mention, ...]:
        """What the headline mentions; offsets count its own characters where the text does not hold it."""
        start, end = self.headline
        if end:
            return tuple(mention for mention in self.mentions if start <= mention.start and mention.end <= end)
        title = replace(self.article, text=self.article.title)
        return tuple(mention for find in _HEADLINE_FINDERS for mention in find(title))

    @cached_property
    def _breaks(self) -> list[int]:
        return [match.end() for match in _SENTENCE.finditer(self.article.text)]

    @cached_property
    def _by_kind(self) -> dict[MentionKind, list[Mention]]:
        shelves: dict[MentionKind, list[Mention]] = {}
        for mention in self.mentions:
            shelves.setdefault(mention.kind, []).append(mention)
        return shelves

    def of_kind(self, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind, in the order of the text."""
        return self._by_kind.get(kind, [])

    def early(self, kind: MentionKind) -> list[Mention]:
        """The mentions of one kind that can belong to what the article reports, not to the end of a long page."""
        return [mention for mention in self.of_kind(kind) if mention.start < self.headline[1] + _REPORTED]

    def sentence(self, place: int) -> int:
        """The number of the sentence that a character stands in."""
        return bisect_right(self._breaks, place)

    def depth(self, place: int) -> int:
        """How many characters of the body stand before a place; 0 within the headline."""
        return max(0, place - self.headline[1])

    def is_in_headline(self, mention: Mention) -> bool:
        """Whether a mention of the text stands in its headline."""
        return mention.start < self.headline[1] and mention.start >= self.headline[0]

    def evidence(self, field: str, value: object, mention: Mention | None, rule: str = "") -> Evidence:
        """The evidence of a value: the words of a mention, or the rule alone where a value was inferred."""
        if mention is None:
            return Evidence(field, str(value), Basis.INFERRED, rule=rule)
        if self.headline == (0, 0) and mention in self.title_mentions and mention not in self.mentions:
            return Evidence(field, str(value), self.article.basis, text=mention.text, rule=f"headline, {rule or mention.rule}")
        return Evidence(field, str(value), self.article.basis, mention.start, mention.end, mention.text, rule or mention.rule)

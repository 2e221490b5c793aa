"""Mentions by place, so that those near a point are found without reading all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from dashboard.model import Mention


class Places:
    """Mentions in the order of the text."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda mention: mention.start)
        self.starts = [mention.start for mention in self.mentions]

    def between(self, low: int, high: int) -> list[Mention]:
        """Those that begin at ``low`` or after, and before ``high``."""
        return self.mentions[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

"""Articles turned into Mentions: every kind of mention has one file and one finder."""

from __future__ import annotations

from dashboard.extract.dates import find_dates
from dashboard.extract.goals import find_goals
from dashboard.extract.institutions import find_institutions
from dashboard.extract.kinds import find_kinds
from dashboard.extract.mode import find_mode
from dashboard.extract.participants import find_participants
from dashboard.extract.people import find_people
from dashboard.extract.places import find_places
from dashboard.extract.programmes import find_programmes
from dashboard.extract.status import find_status
from dashboard.model import Article, Mention

_FINDERS = (
    find_dates, find_places, find_institutions, find_goals, find_kinds, find_status, find_mode,
    find_participants, find_people, find_programmes,
)  # fmt: skip


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """Everything that an article's text mentions, in the order of the text; ``article.text[start:end] == text`` for all."""
    found = [mention for find in _FINDERS for mention in find(article)]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.kind, mention.value)))

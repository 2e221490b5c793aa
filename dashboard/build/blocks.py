"""Which reports are worth comparing: those that share a party and a time, or words and a time, or a stretch of text.

Each report stands on a few shelves and is compared with its next neighbours there only, so the work grows with the number of
reports and not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator

from dashboard.build.copies import sketch_of
from dashboard.build.sight import Sight

Pair = tuple[Sight, Sight]
# A report is compared with at most so many of the next ones on a shelf: enough for any real event, and a body that is
# everywhere does not make the work quadratic.
_REACH = 200
# Days before and after its publication between which an undated report looks for its event.
_BACK, _AHEAD = 45, 120
# Neighbouring days are compared too: exact dates may differ by some days.
_SLACK = 4
_MONTH = 31
_WORDS = 4


def list_pairs(sights: Iterable[Sight]) -> Iterator[Pair]:
    """Pairs of reports of different articles to be compared, each once."""
    # one order for all shelves: of two reports the same one comes first on each, so a pair is met from one side only
    windows = sorted(((*_window(sight), sight.report.event_id, sight) for sight in sights), key=lambda window: window[:3])
    shelves: dict[Hashable, list[int]] = {}
    standing = []
    for place, (first, last, _, sight) in enumerate(windows):
        own = [shelves.setdefault(shelf, []) for shelf in dict.fromkeys(_shelves(sight, first, last))]
        for shelf in own:
            shelf.append(place)
        standing.append(own)
    begins = [first for first, *_ in windows]
    for place, (_, last, _, sight) in enumerate(windows):
        beyond = bisect_right(begins, last + _SLACK)
        for near in sorted({near for shelf in standing[place] for near in _next(shelf, place, beyond)}):
            other = windows[near][3]
            if sight.report.article.id != other.report.article.id:
                yield (sight, other) if sight.report.event_id < other.report.event_id else (other, sight)


def _next(shelf: list[int], place: int, beyond: int) -> list[int]:
    """Who stands next on a shelf after a place, and before the first that comes too late."""
    begin = bisect_right(shelf, place)
    return shelf[begin : min(begin + _REACH, bisect_left(shelf, beyond, begin))]


def _window(sight: Sight) -> tuple[int, int]:
    """The days on which its event can have been, wide open where nothing says."""
    if sight.first is not None and sight.last is not None:
        return sight.first, sight.last
    return (sight.told - _BACK, sight.told + _AHEAD) if sight.told is not None else (0, 10**6)


def _shelves(sight: Sight, first: int, last: int) -> Iterator[Hashable]:
    """Where a report stands: with each party; with the words of its title; with its city and day; with its text's beginning."""
    yield from (("party", party) for party in sight.parties)
    yield from _shelves_of_words(sight, first, last)
    if sight.report.event.city and last - first < _MONTH:
        yield "city", sight.report.event.city, first
    yield from (("text", number) for number in sketch_of(sight.report.article.text))


def _shelves_of_words(sight: Sight, first: int, last: int) -> Iterator[Hashable]:
    """With the longest words of its title in a month; without any where it tells neither day nor party."""
    words = sorted(sight.words, key=lambda word: (-len(word), word))[:_WORDS]
    if last - first <= 2 * _MONTH:
        months = {first // _MONTH, last // _MONTH}
        yield from (("word", word, month) for word in words for month in months)
    elif not sight.parties or sight.first is None:
        yield from (("word of undated", word) for word in words)

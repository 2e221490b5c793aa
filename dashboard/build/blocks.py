"""Which reports are worth comparing: those that share a party and a time, or words and a time, or a stretch of text.

Each report stands on a few shelves and is compared with its next neighbours there only, so the work grows with the number of
reports and not with its square.
"""

from __future__ import annotations

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
    shelves: dict[Hashable, list[tuple[int, int, str, Sight]]] = {}
    for sight in sights:
        first, last = _window(sight)
        for shelf in dict.fromkeys(_shelves(sight, first, last)):
            shelves.setdefault(shelf, []).append((first, last, sight.report.event_id, sight))
    seen: set[tuple[str, str]] = set()
    for entries in shelves.values():
        entries.sort(key=lambda entry: entry[:3])
        for one, other in _neighbours(entries):
            name = one.report.event_id, other.report.event_id
            if name not in seen and one.report.article.id != other.report.article.id:
                seen.add(name)
                yield (one, other) if name[0] < name[1] else (other, one)


def _window(sight: Sight) -> tuple[int, int]:
    """The days on which its event can have been, wide open where nothing says."""
    if sight.first is not None and sight.last is not None:
        return sight.first, sight.last
    return (sight.told - _BACK, sight.told + _AHEAD) if sight.told is not None else (0, 10**6)


def _shelves(sight: Sight, first: int, last: int) -> Iterator[Hashable]:
    """Where a report stands: with each party; with the words of its title; with its city and day; with its text's beginning."""
    yield from (("party", party) for party in sight.parties)
    words = sorted(sight.words, key=lambda word: (-len(word), word))[:_WORDS]
    lacking = not sight.parties or sight.first is None
    if last - first <= 2 * _MONTH:
        months = {first // _MONTH, last // _MONTH}
        yield from (("word", word, month) for word in words for month in months)
    elif lacking:
        yield from (("word of undated", word) for word in words)
    if sight.report.event.city and last - first < _MONTH:
        yield "city", sight.report.event.city, first
    yield from (("text", number) for number in sketch_of(sight.report.article.text))


def _neighbours(entries: list[tuple[int, int, str, Sight]]) -> Iterator[Pair]:
    """The entries of a shelf, sorted by first day, that can be of the same days."""
    for place, (_, last, _, one) in enumerate(entries):
        for first, _, _, other in entries[place + 1 : place + 1 + _REACH]:
            if first > last + _SLACK:
                break
            yield one, other

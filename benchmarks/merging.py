"""How long it takes to bring reports of the same event together: ``python -m benchmarks.merging 100000``.

Events are drawn as in ``benchmarks.synthetic``: institutions as uneven as in real news, days over eleven years; each is told by
one to four articles whose dates, titles and partners vary. Prints seconds, events found and memory.
"""

from __future__ import annotations

import argparse
import resource
import time

import numpy as np

from benchmarks.synthetic import draw_uneven
from dashboard.build.merging import link_reports
from dashboard.build.reports import Pair, list_reports
from dashboard.model import Article, Event, EventKind, Institution, Record

_FIRST_DAY, _DAYS, _BODIES = np.datetime64("2015-01-01"), 4200, 5000
_REPORTS = (0.8, 0.14, 0.04, 0.02)  # share of events told by one, two, three, four articles
_WORDS = [
    f"{start}{end}"
    for start in ("gla", "mer", "tur", "ver", "pol", "sil", "cor", "dun")
    for end in ("vex", "mond", "tine", "bard", "lisk")
]
_TEXT_WORDS = 120


def make_reports(count: int) -> list[Pair]:
    """About ``count`` articles with their records, the same for the same number."""
    random = np.random.default_rng(count)
    bodies = np.array([f"University of {_WORDS[n % 40].title()} {n}" for n in range(_BODIES)], dtype=object)
    kinds = np.array([str(kind) for kind in EventKind], dtype=object)
    pairs: list[Pair] = []
    while len(pairs) < count:
        parties = sorted(set(draw_uneven(random, bodies, 1 + int(random.poisson(2)))))
        day = str(_FIRST_DAY + int(random.integers(0, _DAYS)))
        kind, subject = draw_uneven(random, kinds, 1)[0], " ".join(random.choice(_WORDS, 3))
        for _ in range(1 + int(random.choice(len(_REPORTS), p=_REPORTS))):
            start = day[: int(random.choice([10, 7, 4], p=[0.75, 0.2, 0.05]))] if random.random() < 0.95 else None
            told = parties[: max(1, len(parties) - int(random.integers(0, 2)))]
            pairs.append(
                _report(
                    f"n{len(pairs):07d}", day, Event(f"{subject} talks", kind, start, start, institutions=tuple(told)), random
                )
            )
    return pairs


def _report(name: str, day: str, event: Event, random: np.random.Generator) -> Pair:
    text = " ".join(random.choice(_WORDS, _TEXT_WORDS))
    article = Article(name, None, event.title, f"Paper {random.integers(0, 900)}", day, "en", "en", text)
    parties = tuple(Institution(party, kind="university") for party in event.institutions)
    return article, Record(name, title=event.title, published=day, events=(event,), institutions=parties)


def main() -> None:
    """Time the number of reports that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=int, nargs="+", help="how many reports")
    for count in parser.parse_args().reports:
        reports = list_reports(make_reports(count))
        begin = time.process_time()
        events = link_reports(reports)
        spent = time.process_time() - begin
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{len(reports):8d} reports, {len(events):8d} events: {spent:7.1f} s of processor time, {memory} MB at most")


if __name__ == "__main__":
    main()

"""How names are linked: ``python -m benchmarks.linking`` prints precision and recall, speed, memory and size.

The names stand in ``tests/data/institution_links.csv``, half of them kept aside from all work on the rules. Where the Research
Organization Registry is installed it is measured with it. ``--dump FILE`` writes a synthetic dump of 145,000 organisations,
made of those in a smaller dump, for ``sdg-atlas gazetteer install ror --file``.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard import settings
from dashboard.knowledge.gathering import read_shelves
from dashboard.knowledge.institutions import find_named, read_values
from dashboard.knowledge.known import Known, list_name_words
from dashboard.knowledge.registry import find_installed
from dashboard.model import Match
from dashboard.resolve.names import match_institution

LINKS = Path(__file__).parents[1] / "tests" / "data" / "institution_links.csv"
_ORGANISATIONS = 145_000
_NAMES = 20_000


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the country that is known beside it, and what it means: a key, an official name elsewhere, or nothing."""

    half: str
    name: str
    country: str
    key: str
    means: str


def read_links(half: str | None = None) -> list[Link]:
    """The names collected by hand, of one half (``open``, ``aside``) or both."""
    with LINKS.open(encoding="utf-8", newline="") as stream:
        links = [Link(**row) for row in csv.DictReader(stream)]
    return [link for link in links if half in (None, link.half)]


def is_right(link: Link, match: Match) -> bool:
    """Whether a match is what the name means; one of our table counts by its names too, should it be there."""
    known = read_values().get(match.key or "")
    if known is None or link.key:
        return match.key == (link.key or None)
    return _is_called(known, link.means) and link.country in ("", known.country)


def _is_called(known: Known, name: str) -> bool:
    return bool(name) and list_name_words(name) in {list_name_words(one) for one in known.names}


def can_be_linked(link: Link) -> bool:
    """Whether what a name means has a key or an id here at all."""
    return bool(link.key) or any(one.link and link.country in ("", one.country) for one in find_named(link.means))


def measure(links: list[Link]) -> Counter[str]:
    """How many names have a meaning here, how many are linked, and how many of these rightly."""
    count: Counter[str] = Counter()
    for link in links:
        match = match_institution(link.name, link.country or None)
        count.update(meant=can_be_linked(link), linked=match.key is not None, right=bool(match.key) and is_right(link, match))
        if match.key:
            count.update({f"{match.score:.2f} linked": 1, f"{match.score:.2f} right": is_right(link, match)})
    return count


def _print_quality() -> None:
    for half in ("open", "aside"):
        count = measure(read_links(half))
        precision, recall = count["right"] / max(1, count["linked"]), count["right"] / max(1, count["meant"])
        print(f"{half:<6} precision {precision:.3f} of {count['linked']} linked, recall {recall:.3f} of {count['meant']}")
    count = measure(read_links())
    for score in sorted({name.split()[0] for name in count if name[0].isdigit()}, reverse=True):
        print(f"  score {score}: {count[f'{score} right']} of {count[f'{score} linked']} right")


def _print_speed() -> None:
    begin = time.process_time()
    rows = list(read_shelves().list_rows())
    print(f"{len(rows)} institutions, all read in {time.process_time() - begin:.1f} s")
    names = [random.Random(1).choice(row.names) for row in random.Random(1).choices(rows, k=_NAMES)]
    for what, written in (("known names", names), ("names with a slip", [name[:-2] + name[-1:] for name in names])):
        begin = time.process_time()
        for name in written:
            match_institution(name)
        print(f"{len(written) / (time.process_time() - begin):,.0f} {what} a second of one core")


def write_dump(source: Path, target: Path) -> None:
    """A synthetic dump: the organisations of ``source`` over and over, with other ids and names."""
    with zipfile.ZipFile(source) as bundle, bundle.open(bundle.infolist()[0]) as stream:
        entries = json.load(stream)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle, bundle.open("synthetic-ror-data.json", "w") as out:
        for number, entry in enumerate(_multiply(entries)):
            out.write((b",\n" if number else b"[\n") + json.dumps(entry, ensure_ascii=False).encode())
        out.write(b"]\n")


def _multiply(entries: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for number in range(_ORGANISATIONS):
        entry = json.loads(json.dumps(entries[number % len(entries)]))
        entry["status"] = "active"
        if number >= len(entries):
            entry["id"] = f"https://ror.org/0{number:06d}00"
            for name in entry["names"]:
                name["value"] += f" {'Zy' if number < 2 * len(entries) else 'Qu'}{number % 9973}a"
        yield entry


def main() -> None:
    """Measure, or write the synthetic dump that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dump", type=Path, nargs=2, metavar=("SOURCE", "TARGET"), help="write a synthetic dump")
    options = parser.parse_args()
    if options.dump:
        write_dump(*options.dump)
        return
    begin = time.perf_counter()
    read_shelves()
    print(f"loaded in {1000 * (time.perf_counter() - begin):.0f} ms")
    installed = find_installed()
    print(f"ROR {installed.version}, {installed.count} organisations" if installed else "without ROR")
    _print_quality()
    _print_speed()
    size = sum(path.stat().st_size for path in settings.gazetteers_folder().glob("*"))
    print(f"{size / 1e6:.0f} MB on disk, {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most")


if __name__ == "__main__":
    main()

"""All institutions known by name, gathered from our lists and the registry where it is installed, and put on shelves.

The shelves are kept in the user's data folder under a digest of what they were made from, so that they are made once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from dashboard import settings
from dashboard.errors import KnowledgeError
from dashboard.knowledge import folding, known, shelves, telling
from dashboard.knowledge.files import read_rows, split_list
from dashboard.knowledge.known import Known, list_initials, list_name_words
from dashboard.knowledge.registry import find_installed, read_registry
from dashboard.knowledge.shelves import Shelves, load_shelves
from dashboard.knowledge.telling import is_english, is_telling

_COLUMNS = ("name", "aliases", "acronym", "kind", "country", "city")
_OWN = settings.DATA / "institutions.csv"
_LISTS = (_OWN, settings.REFERENCE / "organisations.csv", settings.REFERENCE / "universities.csv")
# a word that more institutions share tells none of them from the others
_SHARED = 400
# names are known by their first words where they may begin
STARTS = 3
_LEARNED = frozenset({"university", "research"})
Entries = dict[str, list[int]]


@cache
def read_shelves() -> Shelves:
    """The shelves of all known institutions, from the user's data folder where they have been made before."""
    path = settings.gazetteers_folder() / f"institutions-{_digest()}.shelves"
    found = load_shelves(path)
    if found is None:
        rows = gather_rows(read_registry())
        found = Shelves.of(rows, _fill_shelves(rows))
        # where the folder cannot be written, they are made again next time
        with suppress(OSError):
            found.save(path)
            _clear(path)
    return found


def _digest() -> str:
    """What the shelves depend on: the lists, the registry, and the code that makes them."""
    digest = hashlib.sha256()
    code = (module.__file__ or "" for module in (folding, known, shelves, telling))
    try:
        for path in (*_LISTS, *map(Path, code), Path(__file__)):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); install the package again") from error
    installed = find_installed()
    digest.update(f"{installed.checksum} {installed.count} {installed.size}".encode() if installed else b"none")
    return digest.hexdigest()[:16]


def _clear(path: Path) -> None:
    """Remove the shelves that no longer hold."""
    for old in path.parent.glob("institutions-*.shelves"):
        if old != path:
            old.unlink(missing_ok=True)


def _own_rows() -> Iterator[Known]:
    for row in read_rows(_OWN, ("key", *_COLUMNS, "ror", "parent")):
        yield Known(
            row["key"],
            row["name"],
            split_list(row["aliases"]),
            row["acronym"] or None,
            row["kind"],
            row["country"] or None,
            row["city"] or None,
            parent=row["parent"],
            ror=row["ror"].rpartition("/")[2],
        )


def _wider_rows() -> Iterator[Known]:
    for row in read_rows("organisations.csv", _COLUMNS):
        country, city = row["country"] or None, row["city"] or None
        yield Known("", row["name"], split_list(row["aliases"]), row["acronym"] or None, row["kind"], country, city)
    for row in read_rows("universities.csv", ("name", "aliases", "acronym", "country", "domains")):
        acronym, country, domains = row["acronym"] or None, row["country"] or None, tuple(row["domains"].split())
        yield Known("", row["name"], split_list(row["aliases"]), acronym, "university", country, None, domains)


def gather_rows(registered: Iterable[Known] = ()) -> list[Known]:
    """Every institution, ours first; a wider row of a name that one in the same country has is left out, as is one twice."""
    rows: list[Known] = []
    taken: dict[tuple[object, str | None], int] = {}
    for one in (*_own_rows(), *_wider_rows()):
        if one.key or (list_name_words(one.name), one.country) not in taken:
            for name in one.names:
                taken.setdefault((list_name_words(name), one.country), len(rows))
            taken.update(((domain, one.country), len(rows)) for domain in one.domains)
            taken.setdefault((one.ror, one.country), len(rows))
            rows.append(one)
    for one in registered:
        place = _find_place(one, rows, taken)
        if place is None:
            rows.append(one)
        else:
            rows[place] = _join(rows[place], one)
    return rows


def _find_place(one: Known, rows: list[Known], taken: Mapping[tuple[object, str | None], int]) -> int | None:
    """The row of our lists that an organisation of the registry is: by id, by official name of either, by domain."""
    for country in (one.country, None):
        place = taken.get((one.ror, country))
        if place is not None:
            return place
        for name in one.names:
            words = list_name_words(name)
            place = taken.get((words, country))
            if place is not None and _is_same(one, rows[place], name):
                return place
    if one.kind == "university" and not one.parent:
        places = {taken.get((domain, one.country)) for domain in one.domains} - {None}
        if len(places) == 1 and not rows[place := min(filter(None, places), default=0)].ror:
            return place
    return None


def _is_same(one: Known, row: Known, name: str) -> bool:
    """Whether a shared name makes two rows one: it is the official name of either, and the row has no other id."""
    official = {list_name_words(one.name), list_name_words(row.name)}
    return not row.ror and list_name_words(name) in official


def _join(row: Known, one: Known) -> Known:
    """A row of ours with what the registry knows beside it, but for names that others have too."""
    mine = {list_name_words(name) for name in row.names}
    further = tuple(name for name in one.names if (words := list_name_words(name)) not in mine and is_telling(" ".join(words)))
    # the list of universities, which has domains, keeps names of old
    official = one.name if row.domains and is_english(one.name) else row.name
    return replace(
        row,
        name=official,
        aliases=tuple(name for name in dict.fromkeys((row.name, *row.aliases, *further)) if name != official),
        # a row of ours without a country is that of a body of many
        city=row.city or (one.city if row.country == one.country else None),
        domains=row.domains or one.domains,
        parent=row.parent or one.parent,
        ror=one.ror,
        acronyms=tuple(short for short in (one.acronym, *one.acronyms) if short and short != row.acronym),
    )


def _fill_shelves(rows: list[Known]) -> Mapping[str, Entries]:
    found: dict[str, Entries] = {name: {} for name in ("names", "starts", "acronyms", "registered", "values", "stems", "words")}
    for number, one in enumerate(rows):
        found["values"].setdefault(one.value, [number])
        named = {list_name_words(name) for name in one.names} - {()}
        _put(found["names"], (" ".join(words) for words in named), number)
        found["starts"].update((" ".join(words[:n]), []) for words in named for n in range(1, STARTS + 1))
        _put(found["words"], {word for words in named for word in words}, number)
        _put(found["acronyms"], set(_list_acronyms(one)) if one.listed else (), number)
        _put(found["registered"], {short for short in (one.acronym, *one.acronyms) if short and one.ror}, number)
        if one.listed and one.kind in _LEARNED:
            _put(found["stems"], {domain.split(".")[0] for domain in one.domains}, number)
    # a wider row's alias does not compete with whoever is officially called so
    for words, numbers in found["names"].items():
        found["names"][words] = [
            n for n in numbers if rows[n].key or " ".join(list_name_words(rows[n].name)) == words
        ] or numbers
    found["words"] = {word: numbers for word, numbers in found["words"].items() if len(numbers) <= _SHARED}
    return found


def _put(entries: Entries, keys: Iterable[str], number: int) -> None:
    for key in keys:
        entries.setdefault(key, []).append(number)


def _list_acronyms(one: Known) -> Iterator[str]:
    if one.acronym:
        yield one.acronym
    yield from (alias for alias in one.aliases if alias.isupper() and " " not in alias)
    stems = {domain.split(".")[0] for domain in one.domains}
    for name in one.names:
        initials = list_initials(name)
        if initials.lower() in stems and len(initials) > 2:
            yield initials

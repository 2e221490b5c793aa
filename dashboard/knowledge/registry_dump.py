"""A dump of the Research Organization Registry (ROR, schema v2) read record by record, as organisations we can look up.

The format is described at https://ror.readme.io/docs/data-dump; its records are CC0.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

import ijson
import pycountry

from dashboard.errors import KnowledgeError
from dashboard.knowledge.known import Known
from dashboard.knowledge.naming import tell_kind

# the dump of 2026 unpacks to 330 MB; what is ten times as large is no dump
_LARGEST = 4 << 30
_ID = re.compile(r"https://ror\.org/(0[a-z0-9]{6}\d\d)\Z")
_VERSION = re.compile(r"\bv(\d+(?:\.\d+)+)")
_COUNTRY_AFTER = re.compile(r" \([^()]+\)\Z")
_LONGEST_NAME = 300
_NEITHER = "give a .zip or .json of https://doi.org/10.5281/zenodo.6347574"
# what a type of the registry is to us, and which kinds a name may tell instead
_KINDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "education": ("university", frozenset({"school", "research", "network", "un"})),
    "government": ("government", frozenset({"research", "un"})),
    "company": ("company", frozenset()),
    "healthcare": ("other", frozenset({"research", "ngo"})),
    "facility": ("research", frozenset({"un"})),
    "archive": ("other", frozenset({"university", "research"})),
    "nonprofit": ("ngo", frozenset({"network", "research", "un", "university"})),
    "other": ("other", frozenset({"network", "research", "un", "university", "government", "ngo"})),
    "funder": ("other", frozenset({"ngo", "government", "research", "un"})),
}
_NOWHERE = frozenset({"un"})


def tell_version(path: Path) -> str:
    """The version that the name of a dump gives (``v2.9``), or "unknown"."""
    found = _VERSION.search(path.name)
    return f"v{found[1]}" if found else "unknown"


def read_dump(path: Path) -> Iterator[Known]:
    """The active organisations of a dump, a ``.zip`` or the ``.json`` in it; an error says what is wrong with another file."""
    seen: set[str] = set()
    with _open_dump(path) as stream:
        for number, entry in enumerate(_list_entries(path, stream), 1):
            try:
                known = _read_entry(entry)
                active = entry["status"] == "active"
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                raise KnowledgeError(
                    f"{path}: record {number} is no organisation of ROR ({_tell_fault(error)}); {_NEITHER}"
                ) from error
            if known.ror in seen:
                raise KnowledgeError(f"{path}: record {number} repeats https://ror.org/{known.ror}; fetch the dump again")
            seen.add(known.ror)
            if active:
                yield known
    if not seen:
        raise KnowledgeError(f"{path}: holds no organisations; {_NEITHER}")


def _tell_fault(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) and error.args else str(error)[:80]


@contextmanager
def _open_dump(path: Path) -> Iterator[IO[bytes]]:
    try:
        if not zipfile.is_zipfile(path):
            if path.suffix.lower() == ".zip":
                raise KnowledgeError(f"{path}: is cut short, or no zip file; fetch it again")
            with path.open("rb") as stream:
                yield stream
            return
        with zipfile.ZipFile(path) as bundle, bundle.open(_choose_member(path, bundle)) as stream:
            yield stream
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise KnowledgeError(f"{path}: is damaged ({str(error)[:80] or 'it ends too early'}); fetch it again") from error
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror or error}); {_NEITHER}") from error


def _choose_member(path: Path, bundle: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The JSON of schema v2 in a dump: the only one, or beside one of schema v1 the one named so."""
    found = [info for info in bundle.infolist() if info.filename.endswith(".json") and "ror-data" in info.filename]
    if not found:
        raise KnowledgeError(f"{path}: holds no file called …ror-data.json; {_NEITHER}")
    member = next((info for info in found if info.filename.endswith("_schema_v2.json")), found[0])
    if member.file_size > _LARGEST:
        raise KnowledgeError(
            f"{path}: {member.filename} would unpack to {member.file_size >> 20} MB, more than a dump of ROR has"
        )
    return member


def _list_entries(path: Path, stream: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    """The records, one at a time, so that memory stays small; those of schema v1 are refused."""
    try:
        for number, entry in enumerate(ijson.items(stream, "item", use_float=True)):
            if number == 0 and isinstance(entry, dict) and "name" in entry and "names" not in entry:
                raise KnowledgeError(f"{path}: is of schema v1; take the file …_schema_v2.json, or a release since 2025-12")
            yield entry
    except ijson.JSONError as error:
        raise KnowledgeError(f"{path}: is not the JSON of a dump ({str(error).split(chr(10))[0][:80]}); {_NEITHER}") from error


def _read_entry(entry: Mapping[str, Any]) -> Known:
    """An organisation as we look it up: an English name if it has one, all others as aliases."""
    found = _ID.match(entry["id"])
    if not found:
        raise ValueError(f"{str(entry['id'])[:60]!r} is no ROR id")
    name, aliases, acronyms = _read_names(entry["names"])
    kind, place = _tell_kind(name, entry["types"]), entry["locations"][0]["geonames_details"]
    parents = [_ID.match(other["id"]) for other in entry.get("relationships", ()) if other["type"] == "parent"]
    return Known(
        key="",
        name=name,
        aliases=aliases,
        acronym=acronyms[0] if acronyms else None,
        kind=kind,
        country=None if kind in _NOWHERE else _read_country(place["country_code"]),
        city=None if kind in _NOWHERE else place.get("name"),
        domains=tuple(sorted(_list_domains(entry))),
        parent=f"ror:{parents[0][1]}" if parents and parents[0] else "",
        ror=found[1],
        acronyms=acronyms[1:],
        listed=False,
    )


def _read_names(entries: list[Mapping[str, Any]]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The name to show (the English label, else the display name), other names, acronyms."""
    names = {_plain(one["value"]): one for one in reversed(entries) if "acronym" not in one["types"]}
    acronyms = [str(one["value"]) for one in entries if "acronym" in one["types"]]
    shown = min(names, key=lambda name: (_rank(names[name]), name))
    short = [name for name in names if name.isupper() and " " not in name and name.isascii() and name != shown]
    others = sorted(name for name in names if name != shown and name not in short and len(name) <= _LONGEST_NAME)
    return shown, tuple(others), tuple(dict.fromkeys([*acronyms, *short]))


def _plain(name: str) -> str:
    """A name without the country in brackets that the registry adds to companies."""
    return " ".join(_COUNTRY_AFTER.sub("", name).split()) or name


def _rank(entry: Mapping[str, Any]) -> int:
    if "label" in entry["types"] and entry.get("lang") == "en":
        return 0
    return 1 if "ror_display" in entry["types"] else 2


def _tell_kind(name: str, types: list[str]) -> str:
    main = next((one for one in types if one != "funder" and one in _KINDS), "funder")
    kind, others = _KINDS[main]
    told = tell_kind(name)
    return told if told in others else kind


def _read_country(code: str) -> str | None:
    if code == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=code)
    return country.alpha_3 if country else None


def _list_domains(entry: Mapping[str, Any]) -> set[str]:
    sites = [link["value"] for link in entry.get("links", ()) if link["type"] == "website"]
    hosts = {(urlsplit(site).hostname or "").removeprefix("www.") for site in sites}
    return {domain for domain in {*entry.get("domains", ()), *hosts} if domain}

"""Institutions on shelves: compact look-ups from names, acronyms and keys to rows, written to one file and mapped from it.

Keys stand in a static trie (marisa-trie), rows in one text that is read where needed: 130,000 organisations with 400,000 names
take 40 MB on disk and are at hand at once, where dictionaries take 600 MB and five seconds.
"""

from __future__ import annotations

import json
import mmap
import tempfile
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path

import marisa_trie

from dashboard.knowledge.known import Known

_MAGIC = b"sdg-atlas shelves\n"
_KEPT = 1 << 15
Numbers = Sequence[int]


class Shelf:
    """Numbers of rows by key: a trie gives each key a place, and the numbers of all places stand in one row."""

    def __init__(self, trie: marisa_trie.Trie, starts: Numbers, members: Numbers) -> None:
        self.trie, self._starts, self._members = trie, starts, members

    @classmethod
    def of(cls, entries: Mapping[str, Iterable[int]]) -> Shelf:
        """The shelf that holds these numbers."""
        trie = marisa_trie.Trie(entries)
        ordered = sorted((trie[key], key) for key in entries)
        starts, members = array("I", [0]), array("I")
        for _, key in ordered:
            members.extend(entries[key])
            starts.append(len(members))
        return cls(trie, starts, members)

    def find(self, key: str) -> Numbers:
        """The numbers that stand under ``key``; none where there is no such key."""
        place = self.trie.get(key, -1)
        return () if place < 0 else self._members[self._starts[place] : self._starts[place + 1]]

    def to_parts(self) -> tuple[bytes, bytes, bytes]:
        """The shelf as three stretches of bytes."""
        return self.trie.tobytes(), bytes(memoryview(self._starts)), bytes(memoryview(self._members))  # type: ignore[arg-type]

    @classmethod
    def from_parts(cls, trie: memoryview, starts: memoryview, members: memoryview) -> Shelf:
        """The shelf that ``to_parts`` told of."""
        return cls(marisa_trie.Trie().frombytes(bytes(trie)), starts.cast("I"), members.cast("I"))


class Shelves:
    """The rows of all institutions, and the shelves that lead to them, each by its own name."""

    def __init__(self, texts: memoryview, ends: Numbers, shelves: Mapping[str, Shelf]) -> None:
        self._texts, self._ends, self._shelves = texts, ends, shelves
        self.row = lru_cache(_KEPT)(self._read_row)

    @classmethod
    def of(cls, rows: Iterable[Known], shelves: Mapping[str, Mapping[str, Iterable[int]]]) -> Shelves:
        """The shelves of these rows; ``shelves`` gives the numbers of rows by key."""
        texts, ends = bytearray(), array("I", [0])
        for row in rows:
            texts += json.dumps(astuple(row), ensure_ascii=False, separators=(",", ":")).encode()
            ends.append(len(texts))
        return cls(memoryview(texts), ends, {name: Shelf.of(entries) for name, entries in shelves.items()})

    def __len__(self) -> int:
        return len(self._ends) - 1

    def _read_row(self, number: int) -> Known:
        return Known.of(json.loads(bytes(self._texts[self._ends[number] : self._ends[number + 1]])))

    def __getitem__(self, name: str) -> Shelf:
        return self._shelves[name]

    def find(self, shelf: str, key: str) -> tuple[Known, ...]:
        """The rows that stand under ``key`` on a shelf."""
        return tuple(map(self.row, self._shelves[shelf].find(key)))

    def list_rows(self) -> Iterator[Known]:
        """All rows, in their order."""
        return map(self._read_row, range(len(self)))

    def save(self, path: Path) -> None:
        """Write everything into one file, whole or not at all; ``OSError`` where that cannot be."""
        parts = [bytes(self._texts), bytes(memoryview(self._ends))]  # type: ignore[arg-type]
        parts += [part for shelf in self._shelves.values() for part in shelf.to_parts()]
        head = json.dumps(
            {"shelves": list(self._shelves), "sizes": list(map(len, parts)), "sums": list(map(zlib.crc32, parts))}
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            try:
                stream.write(_MAGIC + head.encode() + b"\n")
                for part in parts:
                    stream.write(bytes(-stream.tell() % 4) + part)
                stream.close()
                Path(stream.name).replace(path)
            except BaseException:
                Path(stream.name).unlink(missing_ok=True)
                raise


def load_shelves(path: Path) -> Shelves | None:
    """The shelves in a file, or ``None`` where there is none, or one that is cut short or damaged."""
    try:
        with path.open("rb") as stream:
            whole = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        return _open(whole)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError):
        return None


def _open(whole: memoryview) -> Shelves:
    if bytes(whole[: len(_MAGIC)]) != _MAGIC:
        raise ValueError("not a file of shelves")
    end = bytes(whole[: 1 << 16]).index(b"\n", len(_MAGIC)) + 1
    head = json.loads(bytes(whole[len(_MAGIC) : end]))
    parts = []
    for size, checksum in zip(head["sizes"], head["sums"], strict=True):
        begin = end + -end % 4
        end = begin + size
        parts.append(whole[begin:end])
        if zlib.crc32(parts[-1]) != checksum:
            raise ValueError("a part is damaged")
    texts, ends, *rest = parts
    shelves = {name: Shelf.from_parts(*rest[3 * n : 3 * n + 3]) for n, name in enumerate(head["shelves"])}
    return Shelves(texts, ends.cast("I"), shelves)

"""Tables kept in a folder: written whole, then pointed at, so that a reader never meets half of them."""

from __future__ import annotations

import filecmp
import hashlib
import json
import mmap
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import pandas as pd
import pyarrow as pa

from dashboard.errors import TableError
from dashboard.tables.frames import About, Tables
from dashboard.tables.schema import FORMAT, FRAMES
from dashboard.tables.words import words_of_table

_CURRENT, _ABOUT = "current", "about.json"
# Beside each Parquet file lies the same in Arrow's own form, which takes no memory before it is read: a tenth for a million
# events. Indexes of words lie there alone.
_MAPPED, _WORDS, _INDEXED = ".arrow", "words-", ("events", "articles")
_MAPS: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()
_DIGEST = re.compile(r"[0-9a-f]{16}")


def save_tables(tables: Tables, folder: Path) -> Path:
    """Write the tables whole into ``folder/<digest>/``, then point ``folder/current`` at them; returns that folder.

    Safe when two processes do it at once. Older tables go, but for the last ones, which somebody may still be loading.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        previous = _pointed_at(folder)
        fresh = Path(tempfile.mkdtemp(prefix=".part-", dir=folder))
        for name in FRAMES:
            getattr(tables, name).to_parquet(fresh / f"{name}.parquet", index=False)
            _write_mapped(pa.Table.from_pandas(getattr(tables, name), preserve_index=False), fresh / f"{name}{_MAPPED}")
        for name in _INDEXED:
            _write_mapped(tables.texts.shelves[name].words.as_table(), fresh / f"{_WORDS}{name}{_MAPPED}")
        (fresh / _ABOUT).write_text(json.dumps({"format": FORMAT, **asdict(tables.about)}, sort_keys=True), encoding="utf-8")
        fresh.chmod(0o755)  # mkdtemp keeps others out; a service may run under another user
        _move(fresh, folder / tables.digest)
        _point(folder, tables.digest)
        _clear(folder, {tables.digest, previous})
    except OSError as error:
        advice = "name another folder with --out or SDG_ATLAS_HOME"
        raise TableError(f"{folder}: tables cannot be written there ({error}); {advice}") from error
    return folder / tables.digest


def _move(fresh: Path, target: Path) -> None:
    """Put ``fresh`` in the place of ``target``, unless the same stands there already, which somebody may be reading."""
    if target.exists() and not _is_same(fresh, target):
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=target.parent))
        target.replace(old / "tables")
        shutil.rmtree(old, ignore_errors=True)
    try:
        fresh.rename(target)
    except OSError:
        if not target.is_dir():
            raise
        shutil.rmtree(fresh, ignore_errors=True)


def _is_same(fresh: Path, target: Path) -> bool:
    names = [path.name for path in fresh.iterdir()]
    return filecmp.cmpfiles(fresh, target, names, shallow=False)[0] == names


def _point(folder: Path, digest: str) -> None:
    with tempfile.NamedTemporaryFile("w", prefix=".current-", dir=folder, delete=False, encoding="utf-8") as pointer:
        pointer.write(digest + "\n")
    Path(pointer.name).chmod(0o644)
    Path(pointer.name).replace(folder / _CURRENT)


def _pointed_at(folder: Path) -> str | None:
    """The digest that ``folder/current`` names, if it names one."""
    try:
        digest = (folder / _CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return digest if _DIGEST.fullmatch(digest) else None


def _clear(folder: Path, kept: set[str | None]) -> None:
    """Remove older tables, and nothing else."""
    for old in folder.iterdir():
        if _DIGEST.fullmatch(old.name) and old.name not in kept and (old / _ABOUT).is_file():
            shutil.rmtree(old, ignore_errors=True)


def find_about(folder: Path) -> About | None:
    """Where the tables in a folder come from; nothing where there are no tables that this version can read."""
    digest = _pointed_at(folder)
    try:
        return _read_about(folder / digest) if digest else None
    except (OSError, ValueError, TypeError, KeyError, TableError):
        return None


def _read_about(home: Path) -> About:
    about = json.loads((home / _ABOUT).read_text(encoding="utf-8"))
    if about.pop("format") != FORMAT:
        raise TableError(f"{home.parent}: holds tables of another version; build them again with `sdg-atlas build`")
    return About(**about)


def load_tables(folder: Path) -> Tables:
    """The tables that ``folder/current`` points at; ``TableError`` where there are none or their format is another."""
    digest = _pointed_at(folder)
    if digest is None:
        raise TableError(f"{folder}: holds no tables; build them with `sdg-atlas build --out {folder}`")
    try:
        about = _read_about(folder / digest)
        frames = {name: _read_frame(folder / digest, name) for name in FRAMES}
        words = {name: words_of_table(table) for name in _INDEXED if (table := _read_mapped(folder / digest, _WORDS + name))}
        pa.default_memory_pool().release_unused()  # what decoding took beyond the frames themselves
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise TableError(f"{folder}: its tables cannot be read ({error}); build them again with `sdg-atlas build`") from error
    return Tables(**frames, about=about, digest=digest, words=words)


def _read_frame(home: Path, name: str) -> pd.DataFrame:
    """A table as a frame whose texts stay on disk until they are read; from Parquet where nothing else is there."""
    table = _read_mapped(home, name)
    return pd.read_parquet(home / f"{name}.parquet") if table is None else table.to_pandas(split_blocks=True)


def _read_mapped(home: Path, name: str) -> pa.Table | None:
    """What was written to be read in place, nothing where it was not."""
    path = home / f"{name}{_MAPPED}"
    if not path.is_file():
        return None
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _MAPS.add(mapped)
    return pa.ipc.open_file(pa.py_buffer(mapped)).read_all()


def release_pages() -> None:
    """Take what was read of mapped files out of the process's memory; what is asked for again is there again at once."""
    for mapped in list(_MAPS):
        if hasattr(mmap, "MADV_DONTNEED"):  # not everywhere
            mapped.madvise(mmap.MADV_DONTNEED)


def _write_mapped(table: pa.Table, path: Path) -> None:
    """Write a table as one batch of plain Arrow buffers, which a reader maps into memory as they are."""
    with pa.ipc.new_file(path, table.schema) as file:
        file.write_table(table.combine_chunks())


def load_ids(folder: Path) -> dict[str, str | None]:
    """Every event id of the tables in a folder, whatever their format, with what it leads to: itself, another, or nothing.

    Nothing is known where there are no tables.
    """
    digest = _pointed_at(folder)
    try:
        if digest is None:
            return {}
        events = pd.read_parquet(folder / digest / "events.parquet", columns=["event_id"])["event_id"]
        former = pd.read_parquet(folder / digest / "former_ids.parquet", columns=["former_id", "event_id"])
    except (OSError, ValueError, KeyError):
        return {}
    led = [None if pd.isna(event) else str(event) for event in former["event_id"]]
    return dict(zip(former["former_id"].tolist(), led, strict=True)) | {event: event for event in events.tolist()}


def digest_of(frames: dict[str, pd.DataFrame], about: About) -> str:
    """Sixteen hex digits that name the content of the frames and where they come from."""
    total = hashlib.sha256(json.dumps([FORMAT, asdict(about)]).encode())
    for name in FRAMES:
        total.update(frames[name].to_csv(index=False).encode())
    return total.hexdigest()[:16]


def fingerprint(paths: Iterable[Path], salt: str = "") -> str:
    """Sixteen hex digits that name the content of files, and of all files in folders; what cannot be read counts as absent."""
    total = hashlib.sha256(f"{FORMAT} {salt}".encode())
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.suffix != ".pyc" and p.is_file()) if path.is_dir() else [path]:
            try:
                total.update(hashlib.sha256(file.read_bytes()).digest() + file.relative_to(path).as_posix().encode())
            except OSError:
                continue
    return total.hexdigest()[:16]

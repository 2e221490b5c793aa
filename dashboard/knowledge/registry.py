"""The Research Organization Registry as this user has installed it: one file of organisations in the user's data folder."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from dashboard import settings
from dashboard.errors import KnowledgeError
from dashboard.knowledge.known import Known
from dashboard.knowledge.registry_dump import read_dump, tell_version

_BLOCK = 1 << 20
_STEP = 1000
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Installed:
    """A registry that is installed: version, number of organisations, checksum (SHA-256) of its dump, file and its bytes."""

    version: str
    count: int
    checksum: str
    path: Path
    size: int


def registry_file() -> Path:
    """Where the registry stands once installed."""
    return settings.gazetteers_folder() / "ror.jsonl"


def find_installed() -> Installed | None:
    """What is installed, or ``None``; a file that cannot be read is an error, for it would silently change results."""
    path = registry_file()
    try:
        with path.open(encoding="utf-8") as stream:
            head = json.loads(stream.readline())
        return Installed(head["version"], head["count"], head["checksum"], path, path.stat().st_size)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(f"{path}: is damaged; install it again, or run `sdg-atlas gazetteer remove ror`") from error


def read_registry() -> Iterator[Known]:
    """The organisations installed; none where there is no registry."""
    installed = find_installed()
    if installed is None:
        return
    count = 0
    try:
        with installed.path.open(encoding="utf-8") as stream:
            stream.readline()
            for line in stream:
                count += 1
                yield Known.of(json.loads(line))
    except (OSError, ValueError, TypeError) as error:
        raise KnowledgeError(f"{installed.path}:{count + 2}: is damaged ({error}); install the registry again") from error
    if count != installed.count:
        raise KnowledgeError(f"{installed.path}: is cut short; install the registry again")


def install_registry(dump: Path, version: str | None = None, progress: Progress = lambda done, total: None) -> Installed:
    """Take over the active organisations of a dump; what was installed before stays as it is until all of them are written."""
    path = registry_file()
    checksum = _sum_up(dump)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".ror.") as folder:
            rows = Path(folder) / "rows"
            count = _write_rows(rows, read_dump(dump), progress)
            whole = Path(folder) / "whole"
            _write_whole(whole, {"version": version or tell_version(dump), "count": count, "checksum": checksum}, rows)
            whole.replace(path)
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be written ({error.strerror}); make room, or set SDG_ATLAS_HOME") from error
    installed = find_installed()
    if installed is None:
        raise KnowledgeError(f"{path}: is gone; install the registry again")
    return installed


def remove_registry() -> bool:
    """Remove what is installed; whether there was anything."""
    path = registry_file()
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be removed ({error.strerror}); remove it by hand") from error
    return True


def _sum_up(dump: Path) -> str:
    try:
        with dump.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise KnowledgeError(f"{dump}: cannot be read ({error.strerror}); give the .zip or .json of a dump") from error


def _write_rows(path: Path, rows: Iterable[Known], progress: Progress) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for count, known in enumerate(rows, 1):
            stream.write(json.dumps(astuple(known), ensure_ascii=False) + "\n")
            if count % _STEP == 0:
                progress(count, None)
    return count


def _write_whole(path: Path, head: dict[str, object], rows: Path) -> None:
    """What is known of the rows stands before them, so that it can be told without reading all."""
    with path.open("wb") as stream, rows.open("rb") as source:
        stream.write(json.dumps(head).encode() + b"\n")
        while block := source.read(_BLOCK):
            stream.write(block)

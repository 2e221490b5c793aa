"""The newest dump of the Research Organization Registry, fetched from its public release on Zenodo.

What has come stays in a file ``.part`` until all of it is there, so that a fetch that broke off goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from dashboard import __version__
from dashboard.errors import KnowledgeError

# The record of all versions of "ROR Data"; it leads on to the newest (https://ror.readme.io/docs/data-dump).
ADDRESS = "https://zenodo.org/api/records/6347574"
_AGENT = f"sdg-atlas/{__version__}"
_TIMEOUT, _ATTEMPTS, _PAUSE = 30.0, 5, 1.0
_BLOCK = 1 << 18
_LARGEST = 1 << 30
_MD5 = re.compile(r"md5:([0-9a-f]{32})\Z")
_BEGINS = re.compile(r"bytes (\d+)-")
_OFFLINE = "fetch the newest .zip of https://doi.org/10.5281/zenodo.6347574 elsewhere, and give it with --file"
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Release:
    """A release of the registry: its version, and the address, size in bytes and MD5 checksum of its dump."""

    version: str
    address: str
    size: int
    checksum: str


def find_release(address: str = ADDRESS) -> Release:
    """The newest release, as the record at ``address`` tells."""
    with _ask(address) as answer:
        content = answer.read(_BLOCK << 4)
    try:
        record = json.loads(content)
        dumps = [one for one in record["files"] if re.fullmatch(r"[\w.-]*ror-data[\w.-]*\.zip", one["key"])]
        checksum = _MD5.match(dumps[0]["checksum"])
        size, link = int(dumps[0]["size"]), str(dumps[0]["links"]["self"])
        version = str(record["metadata"]["version"])[:20]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise KnowledgeError(f"{address}: does not tell of a release of ROR as it used to; {_OFFLINE}") from error
    if checksum is None or not 0 < size <= _LARGEST or urlsplit(link).scheme != urlsplit(address).scheme:
        raise KnowledgeError(f"{address}: names no dump that can be trusted; {_OFFLINE}")
    return Release(version, link, size, checksum[1])


def fetch_release(release: Release, folder: Path, progress: Progress = lambda done, total: None) -> Path:
    """The dump of a release in ``folder``, whole and with the checksum it should have."""
    # a file named by checksum never joins the halves of two releases
    part = folder / f"ror-{release.checksum}.zip.part"
    whole = part.with_suffix("")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not whole.exists():
            _fetch(release, part, progress)
            _check(release, part)
            part.replace(whole)
        for old in folder.glob("ror-*.zip*"):
            if old != whole:
                old.unlink(missing_ok=True)
    except OSError as error:
        raise KnowledgeError(
            f"{part}: cannot be written ({error.strerror or error}); make room, or set SDG_ATLAS_HOME"
        ) from error
    return whole


def _fetch(release: Release, part: Path, progress: Progress) -> None:
    """Go on until all is there; a connection that breaks off is tried again."""
    for attempt in range(_ATTEMPTS):
        done = part.stat().st_size if part.exists() else 0
        if done >= release.size:
            return
        try:
            with _ask(release.address, done) as answer, part.open("ab") as stream:
                if done and not _goes_on(answer, done):
                    stream.truncate(0)
                _copy(answer, stream, release, progress)
        except (http.client.HTTPException, TimeoutError, ConnectionError):
            pass  # what has come is kept
        if part.stat().st_size < release.size:
            time.sleep(_PAUSE * attempt)
    if part.stat().st_size < release.size:
        raise KnowledgeError(f"{release.address}: broke off {_ATTEMPTS} times; give the command again to go on from there")


def _goes_on(answer: Any, done: int) -> bool:
    """Whether an answer goes on where a file stops, or is the whole again."""
    begins = _BEGINS.match(answer.headers.get("Content-Range", ""))
    return answer.status == http.HTTPStatus.PARTIAL_CONTENT and begins is not None and int(begins[1]) == done


def _copy(answer: IO[bytes], stream: IO[bytes], release: Release, progress: Progress) -> None:
    done = stream.seek(0, 2)
    while block := answer.read(_BLOCK):
        done += len(block)
        if done > release.size:
            raise KnowledgeError(f"{release.address}: sends more than the {release.size} bytes announced; {_OFFLINE}")
        stream.write(block)
        progress(done, release.size)


def _check(release: Release, part: Path) -> None:
    with part.open("rb") as stream:
        found = hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    if found != release.checksum:
        part.unlink()
        raise KnowledgeError(f"{release.address}: came with checksum {found}, not {release.checksum}; give the command again")


@contextmanager
def _ask(address: str, begin: int = 0) -> Iterator[Any]:
    """The answer to a request for what stands at an address from byte ``begin`` on."""
    headers: Mapping[str, str] = {"User-Agent": _AGENT, **({"Range": f"bytes={begin}-"} if begin else {})}
    request = urllib.request.Request(address, headers=dict(headers))
    try:
        answer = urllib.request.urlopen(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        raise KnowledgeError(f"{address}: answers {error.code} {error.reason}; try later, or {_OFFLINE}") from error
    except OSError as error:
        reason = getattr(error, "reason", error)
        raise KnowledgeError(f"{address}: cannot be reached ({reason}); {_OFFLINE}") from error
    with answer:
        yield answer

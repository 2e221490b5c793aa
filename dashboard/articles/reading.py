"""Articles read from files and folders, each fault named and skipped, the rest going on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

from dashboard.articles.lines import read_lines
from dashboard.articles.written import read_written
from dashboard.errors import ArticleError
from dashboard.model import Article

_LINES = frozenset({".jsonl", ".ndjson"})
_WRITTEN = frozenset({".md", ".markdown", ".txt"})
_PAGES = frozenset({".html", ".htm"})
_KNOWN = _LINES | _WRITTEN | _PAGES
_LARGEST = 50_000_000  # bytes: no article is as large, and an archive in lines is better split
# What stands beside articles in a folder without being one.
_NO_ARTICLE = ("readme", "license", "licence", "changelog", "contributing")


def read_articles(paths: Iterable[Path], on_fault: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The articles of files and folders, in the order given and sorted within folders.

    A file or line that cannot be read, and an id that was there before, is told to ``on_fault``; the rest goes on.
    """
    seen: dict[str, Path] = {}
    for path in list_files(paths, on_fault):
        for article in read_file(path, on_fault):
            if article.id in seen:
                advice = f"its id {article.id!r} is that of an article in {seen[article.id]}; rename one of them"
                on_fault(ArticleError(f"{path}: {advice}"))
            else:
                seen[article.id] = path
                yield article


def list_files(paths: Iterable[Path], on_fault: Callable[[ArticleError], None]) -> list[Path]:
    """The files to read: those given, and in folders those of known kinds, sorted; hidden ones and READMEs are passed over."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if _is_article(file, path))
            if not found:
                on_fault(ArticleError(f"{path}: holds no articles; put {', '.join(sorted(_KNOWN))} files there"))
            files += found
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _is_article(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in _KNOWN and not hidden and not file.stem.lower().startswith(_NO_ARTICLE) and file.is_file()


def read_file(path: Path, on_fault: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The articles of one file: one a line in ``.jsonl``, otherwise one, whose id is the file's stem."""
    try:
        suffix, content = path.suffix.lower(), _read_bytes(path)
        if suffix in _LINES:
            yield from read_lines(_decoded(content, path), path, on_fault)
        elif suffix in _PAGES:
            # trafilatura takes half a second to load, which those who read no pages need not wait for
            yield import_module("dashboard.articles.page").read_page(content, path)
        else:
            yield read_written(_decoded(content, path), path)
    except ArticleError as error:
        on_fault(error)


def _read_bytes(path: Path) -> bytes:
    if not path.exists():
        raise ArticleError(f"{path}: does not exist; check the path")
    if path.suffix.lower() not in _KNOWN:
        raise ArticleError(f"{path}: is none of {', '.join(sorted(_KNOWN))}; save it as one of these")
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error.strerror}); check the path and its permissions") from error
    if size > _LARGEST:
        raise ArticleError(f"{path}: is larger than {_LARGEST // 1_000_000} MB; split it")
    if not content.strip():
        raise ArticleError(f"{path}: is empty; fill it or remove it")
    return content


def _decoded(content: bytes, path: Path) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8") from error
    if "\0" in text:
        raise ArticleError(f"{path}: holds binary data, not text; save the article as UTF-8 text")
    return text

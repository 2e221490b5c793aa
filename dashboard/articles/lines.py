"""Articles in JSON Lines, one a line, their text taken as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.articles.composing import address_publisher
from dashboard.articles.dates import address_date, iso_prefix
from dashboard.errors import ArticleError
from dashboard.knowledge.languages import match_language
from dashboard.model import Article, Basis

_OPTIONAL = ("url", "title", "publisher", "published", "language", "source_language")
_BASES = (Basis.QUOTED, Basis.DIGEST)


def read_lines(text: str, path: Path, on_fault: Callable[[ArticleError], None]) -> Iterator[Article]:
    """The articles of a JSON Lines text; a line that is none, or has an id given before, is told to ``on_fault`` by number."""
    lines: dict[str, int] = {}
    # not splitlines: JSON may hold other line separators unescaped
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                article = _article(line, f"{path}:{number}")
                if (first := lines.setdefault(article.id, number)) != number:
                    raise ArticleError(f"{path}:{number}: its id {article.id!r} is that of line {first}; rename one of them")
                yield article
            except ArticleError as error:
                on_fault(error)


def _article(line: str, where: str) -> Article:
    entry = _entry(line, where)
    text = _required(entry, "text", where, "give the words of the article")
    values = {name: _optional(entry, name, where) for name in _OPTIONAL}
    url, language = values["url"], values["language"] or match_language(text)
    return Article(
        id=_required(entry, "id", where, "give the article one that no other has").strip(),
        url=url,
        title=values["title"] or text.strip().split("\n", 1)[0][:300],
        publisher=values["publisher"] or address_publisher(url),
        published=iso_prefix(values["published"]) or address_date(url or ""),
        language=language,
        source_language=values["source_language"] or language,
        text=text,
        basis=_basis(entry, where),
    )


def _entry(line: str, where: str) -> dict[str, object]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{where}: is not JSON ({str(error)[:100]}); give one article a line") from error
    if not isinstance(entry, dict):
        raise ArticleError(f"{where}: is not a JSON object; give one article a line")
    return entry


def _required(entry: dict[str, object], name: str, where: str, advice: str) -> str:
    value = entry.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ArticleError(f"{where}: has no `{name}`; {advice}")
    return value


def _optional(entry: dict[str, object], name: str, where: str) -> str | None:
    value = entry.get(name)
    if value is None or isinstance(value, str):
        return value.strip() or None if value else None
    raise ArticleError(f"{where}: `{name}` is no text but {json.dumps(value)[:60]}; put it in quotation marks or leave it out")


def _basis(entry: dict[str, object], where: str) -> Basis:
    written = entry.get("basis") or Basis.QUOTED
    found = next((basis for basis in _BASES if basis == written), None)
    if found is None:
        raise ArticleError(f"{where}: `basis` is none of {', '.join(_BASES)}; name one or leave it out")
    return found

"""Articles saved as web pages, read by trafilatura and htmldate; nothing in a page is run or fetched."""

from __future__ import annotations

import logging
from pathlib import Path

import trafilatura
from htmldate import find_date
from trafilatura.settings import Document

from dashboard.articles.composing import Draft, compose_article, tidy
from dashboard.articles.dates import iso_prefix
from dashboard.errors import ArticleError
from dashboard.model import Article

# Both write what they stumble over in a page to the log; a page that gives no text is told in our own words.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_page(content: bytes, path: Path) -> Article:
    """The article of an ``.html`` file, whose id is the file's stem; a page without an article raises ``ArticleError``."""
    tree = trafilatura.load_html(content)
    if tree is None:
        raise ArticleError(f"{path}: is not HTML that can be read; save the page again")
    found = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, favor_recall=True)
    if not isinstance(found, Document) or not (body := tidy(found.text or "")):
        raise ArticleError(f"{path}: holds no article text; save the page as it shows in the browser, or its text as .txt")
    draft = Draft(
        id=path.stem,
        url=found.url,
        title=found.title or body.split("\n", 1)[0][:300],
        publisher=found.sitename,
        published=iso_prefix(_find_date(content, found.url)),
        language=_language(tree.get("lang") or found.language),
        summary=None,
        body=body,
    )
    return compose_article(draft)


def _find_date(content: bytes, url: str | None) -> str | None:
    """The day of first publication that the page states; guesses from its text are left out."""
    try:
        return find_date(content, original_date=True, extensive_search=False, url=url)
    except (ValueError, TypeError):  # htmldate on malformed dates in metadata
        return None


def _language(code: str | None) -> str | None:
    plain = (code or "").split("-")[0].split("_")[0].lower()
    return plain if len(plain) == 2 and plain.isalpha() else None

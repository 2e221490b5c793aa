"""Articles saved as web pages, read by trafilatura and htmldate; nothing in a page is run or fetched."""

from __future__ import annotations

import logging
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from dashboard.articles.composing import Draft, compose_article, tidy
from dashboard.articles.dates import iso_prefix
from dashboard.errors import ArticleError
from dashboard.knowledge.languages import match_language
from dashboard.model import Article

# Given to htmldate: the day of first publication, as the page states it, and no guesses from its text.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}
# Both write what they stumble over in a page to the log; a page that gives no text is told in our own words.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)


def read_page(content: bytes, path: Path) -> Article:
    """The article of an ``.html`` file, whose id is the file's stem; a page without an article raises ``ArticleError``."""
    found = _extract(content, path)
    body = tidy(found.text or "") if found else ""
    if found is None or not body:
        raise ArticleError(f"{path}: holds no article text; save the page as it shows in the browser, or its text as .txt")
    draft = Draft(
        id=path.stem,
        url=found.url,
        title=found.title or body.split("\n", 1)[0][:300],
        publisher=found.sitename,
        published=iso_prefix(found.date),
        # what a page says of its language is often that of its site, and is believed only where the text is too short to tell
        language=match_language(body) or _language(found.language),
        summary=None,
        body=body,
    )
    return compose_article(draft)


def _extract(content: bytes, path: Path) -> Document | None:
    """What trafilatura finds in a page, or in a piece of one, which is read as if it had head and body."""
    tree = trafilatura.load_html(content)
    if tree is None and content.lstrip()[:1] == b"<":
        tree = trafilatura.load_html(b"<html><body>" + content + b"</body></html>")
    if tree is None:
        raise ArticleError(f"{path}: is not HTML that can be read; save the page again")
    stated = _language(tree.get("lang"))
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=_DATES
    )
    if not isinstance(found, Document):
        return None
    found.language = found.language or stated
    return found


def _language(code: str | None) -> str | None:
    plain = (code or "").split("-")[0].split("_")[0].lower()
    return plain if len(plain) == 2 and plain.isalpha() else None

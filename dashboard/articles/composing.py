"""What was read of one article, composed into the Article whose text is final."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import urlsplit

from dashboard.articles.dates import address_date
from dashboard.knowledge.folding import fold
from dashboard.knowledge.languages import match_language
from dashboard.model import Article

# Signs that show nothing and part words: zero-width ones, the soft hyphen, controls but for tab and line end.
_UNSEEN = re.compile(r"[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says of its article, before what is missing is filled in."""

    id: str
    url: str | None
    title: str
    publisher: str | None
    published: str | None
    language: str | None
    summary: str | None
    body: str


def compose_article(draft: Draft) -> Article:
    """The article, headline, words between and body as one text; date, publisher and language filled in if they can be told."""
    title = tidy(draft.title).replace("\n", " ")
    text = _whole_text(title, draft.summary, draft.body)
    language = draft.language or match_language(draft.body or text)
    return Article(
        id=draft.id,
        url=draft.url,
        title=title,
        publisher=draft.publisher or address_publisher(draft.url),
        published=draft.published or address_date(draft.url or "") or address_date(draft.id),
        language=language,
        source_language=language,
        text=text,
    )


def _whole_text(title: str, summary: str | None, body: str) -> str:
    """Headline and summary stand above the body, unless it has them already."""
    start = fold(body[: 2 * len(title) + 200])
    parts = [] if not title or fold(title) in start else [title]
    if summary and fold(summary)[:40] not in fold(body[: len(summary) + 3000]):
        parts.append(tidy(summary))
    return "\n\n".join([*parts, body]) if body else "\n\n".join(parts)


def tidy(text: str) -> str:
    """The text in composed characters (NFC), without unseen signs, blanks at line ends, and more than one empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip() for line in _UNSEEN.sub("", text).split("\n"))
    return (re.sub(r"\n{3,}", "\n\n", text) if "\n\n\n" in text else text).strip()


def address_publisher(address: str | None) -> str | None:
    """The host of an address, without ``www``; of an archived page, that of its original."""
    try:
        host = urlsplit(_ARCHIVE.sub("", address or "")).hostname
    except ValueError:  # such as a broken IPv6 host
        return None
    return host.removeprefix("www.") if host else None

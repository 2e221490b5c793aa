"""What front matter says of an article, whatever the fields are called."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from dashboard.articles.dates import iso_prefix
from dashboard.articles.markdown import plain_text

_TITLE = ("title", "headline", "pagetitle")
_DATE = ("date", "pubdate", "publishdate", "published", "publisheddate", "published_at", "date_published", "created")
_ADDRESS = ("source-url", "source_url", "original_url", "url", "link", "canonical_url", "canonical", "source")
_PUBLISHER = ("publisher", "source_name", "site name", "site_name", "sitename", "site", "source", "university", "author")
_SUMMARY = ("subtitle", "summary", "description", "excerpt", "teaser", "desc", "abstract", "standfirst", "firstparagraph")
_LANGUAGE = ("lang", "language", "locale")
_WEB = re.compile(r"https?://[^\s<>\"]+")
# An author is a publisher only if it is plainly a body and not a person.
_BODY = re.compile(
    r"universi|institut|college|school|academy|ministry|foundation|faculty|centre|center|council|association|network|office|press",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "and", "the", "for", "in", "de", "la", "del", "do", "da"})


def _text(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The first of the named fields that is a text, on one line."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return None


def field_title(fields: Mapping[str, object]) -> str | None:
    """The headline."""
    title = _text(fields, _TITLE)
    return html.unescape(title) if title else None


def field_date(fields: Mapping[str, object]) -> str | None:
    """The date of publication as an ISO prefix."""
    dates = (iso_prefix(fields.get(name)) for name in _DATE)
    # systems put 1 January where they know no date, and hardly anything is published on it
    return next((date for date in dates if date and not date.endswith("-01-01")), None)


def field_address(fields: Mapping[str, object]) -> str | None:
    """The address of the source; a path within a site is none."""
    candidates = (_text(fields, (name,)) for name in _ADDRESS)
    return next((text for text in candidates if text and _WEB.fullmatch(text)), None)


def field_publisher(fields: Mapping[str, object]) -> str | None:
    """Who published it: a named publisher or site, or an author that is plainly a body ("university-of-otago")."""
    for name in _PUBLISHER:
        text = _text(fields, (name,))
        if text and not _WEB.match(text) and (name != "author" or _BODY.search(text)):
            return _spelt_out(text)
    return None


def _spelt_out(name: str) -> str:
    """A name given as a slug in words."""
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name):
        return name
    return " ".join(word if word in _SMALL else word.capitalize() for word in name.split("-"))


def field_summary(fields: Mapping[str, object]) -> str | None:
    """The words between headline and text, which pages show above the article."""
    summary = _text(fields, _SUMMARY)
    return plain_text(summary).strip() or None if summary else None


def field_language(fields: Mapping[str, object]) -> str | None:
    """The language (ISO 639-1), from codes such as ``pt-BR``."""
    code = re.fullmatch(r"([a-zA-Z]{2})(?:[-_]\w{2,8})*", _text(fields, _LANGUAGE) or "")
    return code[1].lower() if code else None

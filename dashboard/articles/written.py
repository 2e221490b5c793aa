"""Articles written as Markdown or plain text, with or without front matter."""

from __future__ import annotations

import re
from pathlib import Path

from dashboard.articles.composing import Draft, compose_article, tidy
from dashboard.articles.dates import date_line, head_date
from dashboard.articles.fields import (
    field_address,
    field_date,
    field_language,
    field_publisher,
    field_summary,
    field_title,
)
from dashboard.articles.front_matter import split_front_matter
from dashboard.articles.markdown import plain_text
from dashboard.errors import ArticleError
from dashboard.knowledge.files import read_words
from dashboard.model import Article

_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$|^(\S.*)\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_LONGEST_TITLE = 300


def read_written(text: str, path: Path) -> Article:
    """The article of a ``.md`` or ``.txt`` file, whose id is the file's stem; one without any words raises ``ArticleError``."""
    fields, body = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), str(path))
    heading = None
    if path.suffix.lower() != ".txt":
        heading = _find_heading(body)
        body = plain_text(body)
    body = tidy(body)
    if not body and not field_summary(fields):
        raise ArticleError(f"{path}: holds no text; add the article or remove the file")
    draft = Draft(
        id=path.stem,
        url=field_address(fields),
        title=field_title(fields) or heading or _first_line(body),
        publisher=field_publisher(fields),
        published=field_date(fields) or head_date(body),
        language=field_language(fields),
        summary=field_summary(fields),
        body=body,
    )
    return compose_article(draft)


def _find_heading(markdown: str) -> str | None:
    """The first heading, if it stands above the text and not somewhere in it."""
    head = markdown[:3000]
    found = _HEADING.search(head) if "#" in head or "\n==" in head or "\n--" in head else None
    if not found or len(tidy(plain_text(markdown[: found.start()]))) > 200:
        return None
    return " ".join(plain_text(found[1] or found[2]).split()) or None


def _first_line(body: str) -> str:
    """The first line that is no date or label, without what pages put around an article, cut after a sentence if it is long."""
    lines = (line.strip() for line in body[:5000].split("\n"))
    line = next((line for line in lines if line and not line.endswith(":") and not date_line(line)), "")
    for words in read_words("page_furniture.txt"):
        if line.startswith(words) and line != words:
            line = line.removeprefix(words).lstrip(" :|–-")
            break
    if len(line) <= _LONGEST_TITLE:
        return line
    sentence = re.match(r".{20,300}?[.!?](?=\s|$)", line)
    return sentence[0] if sentence else line[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"

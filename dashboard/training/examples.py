"""Articles with their gold records: what models are fitted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dashboard.articles import read_articles
from dashboard.errors import ArticleError, RecordError
from dashboard.extract import find_mentions
from dashboard.model import Article, Mention, Record
from dashboard.records import read_records


@dataclass(frozen=True, slots=True)
class Example:
    """An article as read, what it mentions, and what an annotator made of it."""

    article: Article
    mentions: tuple[Mention, ...]
    gold: Record


def read_examples(articles: Iterable[Path], gold: Path) -> Iterator[Example]:
    """The articles that have a gold record of the same id; ``RecordError`` where none has one."""
    records = {record.id: record for record in read_records(gold)}
    found = False
    for article in read_articles(list(articles), _refuse):
        if article.id in records:
            found = True
            yield Example(article, find_mentions(article), records[article.id])
    if not found:
        raise RecordError(f"{gold}: no record has the id of an article given; give the articles that it was made from")


def _refuse(fault: ArticleError) -> None:
    raise fault

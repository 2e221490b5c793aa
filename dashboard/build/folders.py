"""Tables of files and folders of articles, and of the bundled data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard import __version__, settings
from dashboard.errors import ArticleError, RecordError, TableError
from dashboard.model import Article, Mention, Record
from dashboard.records import read_records
from dashboard.tables import Tables, find_about, fingerprint, load_ids, load_tables, save_tables

if TYPE_CHECKING:
    from geopy.geocoders.base import Geocoder

    from dashboard.build.lasting import Published
    from dashboard.build.reports import Pair

Progress = Callable[[int, int], None]
OnFault = Callable[[ArticleError], None]
_BUNDLED = "bundled-"
# What the bundled tables are made from: data, and the code that reads it, so that a checkout that moved on builds them again.
_DATA = (settings.ARTICLES, settings.RECORDS, settings.DATA / "institutions.csv", settings.DESIGNATIONS, settings.REFERENCE)
_CODE = tuple(settings.PACKAGE / room for room in ("knowledge", "articles", "extract", "resolve", "build", "tables"))


@dataclass(frozen=True, slots=True)
class Source:
    """What tables are built from: files and folders of articles, curated records of some, and who knows where cities lie."""

    articles: tuple[Path, ...]
    records: Path | None = None
    geocoder: Geocoder | None = None


def ensure_tables(progress: Progress | None = None) -> Tables:
    """The tables in the tables folder; the bundled ones are built there first where there are none, or outdated ones of them.

    ``progress`` is told how many articles are read, and of how many. Only the default folder is filled: a folder that
    somebody named and that holds no tables is a ``TableError``, since the bundled data would pass for theirs.
    """
    folder = settings.tables_folder()
    inputs = _BUNDLED + fingerprint((*_DATA, *_CODE), __version__)
    about = find_about(folder)
    if about is None and folder != settings.user_folder() / "tables":
        return load_tables(folder)  # which says what is wrong with it
    if about is None or (about.inputs != inputs and about.inputs.startswith(_BUNDLED)):
        source = Source((settings.ARTICLES,), settings.RECORDS)
        save_tables(_build(source, inputs, _raise, progress or _quiet), folder)
    return load_tables(folder)


def build_folder(source: Source, out: Path, on_fault: OnFault, progress: Progress | None = None) -> Tables:
    """The tables of the source, saved below ``out``; an article that cannot be read is told to ``on_fault`` and left out.

    ``progress`` is told how many articles are done, and of how many. ``RecordError`` where the curated records are at fault,
    ``TableError`` where no article is left; what was built before then stays. Events that the tables in ``out`` have already
    keep their ids.
    """
    paths = [*source.articles, *([source.records] if source.records else [])]
    tables = _build(source, fingerprint(paths, __version__), on_fault, progress or _quiet, _read_published(out))
    save_tables(tables, out)
    return tables


def _raise(fault: ArticleError) -> None:
    raise fault


def _quiet(_done: int, _total: int) -> None:
    return None


def _read_published(out: Path) -> Published:
    """The ids in the tables that are to be replaced; those of the bundled data are not handed on to anybody's own."""
    about = find_about(out)
    return {} if about and about.inputs.startswith(_BUNDLED) else load_ids(out)


def _build(source: Source, inputs: str, on_fault: OnFault, progress: Progress, published: Published | None = None) -> Tables:
    # Only a build reads text: gazetteers take a second to load, which a dashboard with tables need not wait for.
    from dashboard.build.whole import Past, build_tables

    curated = _read_curated(source.records)
    past = Past(frozenset(curated), published or {})
    pairs = list(_read_pairs(source, curated, on_fault, progress))
    if not pairs:
        named = ", ".join(map(str, source.articles))
        raise TableError(f"{named}: no article could be read there, so no tables were built; name files or folders of articles")
    return build_tables(pairs, f"{__version__}-{inputs[-16:-8]}", inputs, source.geocoder, past)


def _read_pairs(source: Source, curated: dict[str, Record], on_fault: OnFault, progress: Progress) -> Iterator[Pair]:
    """Each article with its record: the curated one with words for its values where there is one, else the extracted one."""
    curated = dict(curated)
    from dashboard.articles import read_articles
    from dashboard.build.quoting import quote_record
    from dashboard.extract import find_mentions

    articles = list(read_articles(source.articles, on_fault))
    for done, article in enumerate(articles, 1):
        mentions, record = find_mentions(article), curated.pop(article.id, None)
        yield article, quote_record(article, record, mentions) if record else _compose(article, mentions)
        progress(done, len(articles))
    if curated:
        some = ", ".join(sorted(curated)[:3])
        raise RecordError(
            f"{source.records}: {len(curated)} records have no article ({some}); give their articles too, or leave them out"
        )


def _compose(article: Article, mentions: tuple[Mention, ...]) -> Record:
    from dashboard.resolve.record import compose_record

    return compose_record(article, mentions)


def _read_curated(path: Path | None) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for record in read_records(path) if path else ():
        if record.id in records:
            raise RecordError(f"{path}: two records have the id {record.id!r}; keep one of them")
        records[record.id] = record
    return records

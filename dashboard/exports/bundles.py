"""The filtered tables whole, as a zip of CSV files or an XLSX workbook, with dictionary, licence, citation and filters."""

from __future__ import annotations

import io
import zipfile

import pandas as pd

from dashboard import settings
from dashboard.exports.caption import Caption
from dashboard.exports.dictionary import dictionary_frame
from dashboard.exports.rows import write_csv
from dashboard.exports.workbook import Sheet, write_workbook
from dashboard.measures.events import list_articles
from dashboard.model import Basis
from dashboard.selection import Slice
from dashboard.tables import FRAMES
from dashboard.words import _

# The text of an article belongs to its publisher: of the words of a source only short quotations leave the Atlas.
LONGEST_QUOTATION = 300
# Zip keeps a time for each file; one fixed time keeps the bytes the same.
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def narrow_tables(part: Slice) -> dict[str, pd.DataFrame]:
    """Every table reduced to what belongs to the events of ``part``, without the full text of any source."""
    tables = part.tables
    frames: dict[str, pd.DataFrame] = {name: getattr(tables, name) for name in FRAMES}
    if not part.whole:
        frames |= _narrow(part, frames)
    frames["articles"] = _without_sources(frames["articles"])
    frames["evidence"] = _short_quotations(frames["evidence"])
    return frames


def _narrow(part: Slice, frames: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    events, articles = frames["events"].iloc[part.rows], list_articles(part)
    of_events = {
        name: _having(frames[name], "event_id", events["event_id"])
        for name in ("event_articles", "participations", "event_goals", "event_countries", "programmes", "former_ids")
    }
    people = _having(frames["people"], "article_id", articles["article_id"])
    ids = pd.concat([of_events["participations"]["institution_id"], people["institution_id"]])
    institutions = _having(frames["institutions"], "institution_id", ids)
    codes = pd.concat([of_events["event_countries"]["country"], events["country"], institutions["country"]])
    subjects = pd.concat([events["event_id"], institutions["institution_id"], articles["article_id"]])
    return of_events | {
        "events": events,
        "articles": articles,
        "people": people,
        "institutions": institutions,
        "countries": _having(frames["countries"], "country", codes),
        "designations": _having(frames["designations"], "institution_id", institutions["institution_id"]),
        "evidence": _having(frames["evidence"], "subject", subjects),
    }


def _having(frame: pd.DataFrame, column: str, keys: pd.Series) -> pd.DataFrame:
    return frame[frame[column].isin(keys.dropna())]


def _without_sources(articles: pd.DataFrame) -> pd.DataFrame:
    return articles.assign(text=articles["text"].where(articles["basis"] == Basis.DIGEST))


def _short_quotations(evidence: pd.DataFrame) -> pd.DataFrame:
    text = evidence["text"]
    long = (text.str.len() > LONGEST_QUOTATION).fillna(False) & (evidence["basis"] == Basis.QUOTED)
    return evidence.assign(text=text.where(~long, text.str.slice(0, LONGEST_QUOTATION - 1) + "…"))


def write_zip(part: Slice, caption: Caption) -> bytes:
    """A zip of one CSV a table, ``dictionary.csv`` and ``README.txt``; the same bytes for the same content and day."""
    files = {f"{name}.csv": write_csv(frame, None) for name, frame in narrow_tables(part).items()}
    files["dictionary.csv"] = write_csv(dictionary_frame(), None)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in {"README.txt": describe_bundle(caption, list(files)).encode("utf-8"), **files}.items():
            entry = zipfile.ZipInfo(name, date_time=_FIXED_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            bundle.writestr(entry, content)
    return target.getvalue()


def write_tables_workbook(part: Slice, caption: Caption) -> bytes:
    """A workbook of one sheet a table, with the dictionary and the caption on sheets of their own."""
    sheets = [Sheet(name, frame) for name, frame in narrow_tables(part).items()]
    return write_workbook([*sheets, Sheet(_("dictionary"), dictionary_frame())], caption)


def describe_bundle(caption: Caption, names: list[str]) -> str:
    """What the bundle holds and under which terms, as plain text."""
    lines = [settings.NAME, "", *(f"{label}: {text}" for label, text in caption.items()), ""]
    lines += [_("Files (dictionary.csv explains every column):"), *(f"  {name}" for name in names), ""]
    terms = _("The tables are licensed {licence}. Articles belong to their publishers: their full text is not in these files.")
    lines.append(terms.format(licence=settings.LICENCE))
    lines.append(_("CSV files are UTF-8; a text that a spreadsheet could take for a formula begins with an apostrophe."))
    return "\n".join(lines) + "\n"

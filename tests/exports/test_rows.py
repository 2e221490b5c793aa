"""Rows and tables as CSV and XLSX: whole, captioned, and inert in a spreadsheet."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from dashboard.charts.theme import LIGHT
from dashboard.exports import FORMATS, Caption, write_panel, write_tables
from dashboard.exports.bundles import LONGEST_QUOTATION, narrow_tables
from dashboard.exports.cells import Cell, guard_cell, guard_comment, plain_cell
from dashboard.exports.dictionary import read_dictionary
from dashboard.exports.rows import write_csv, write_xlsx
from dashboard.panels import Panel
from dashboard.selection import Selection, Slice, select
from dashboard.tables import SCHEMA, Tables, frame_of
from dashboard.words import speaking

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("http://x","y")']
HARMLESS = ["", "a=1", "1-2", "Université", "جامعة", "'quoted'", "#hash", "a\nb"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_could_become_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guard_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", [*HARMLESS, -3, -0.5, 7, None, True])
def test_other_texts_and_numbers_stay_as_they_are(value: Cell) -> None:
    assert guard_cell(value) is value


@pytest.mark.parametrize(
    ("value", "cell"),
    [(pd.NA, None), (float("nan"), None), (pd.NaT, None), (None, None), (("a", "b"), "a; b"), (2.5, 2.5), (True, True)],
)
def test_values_become_plain_cells(value: object, cell: Cell) -> None:
    assert plain_cell(value) == cell


def test_a_comment_stays_inert_where_a_spreadsheet_splits_it() -> None:
    line = guard_comment('Filters: a,=cmd;  @x\n\t-1 "q" |+2')
    assert "\n" not in line
    assert '"' not in line
    assert "'=cmd" in line
    assert "'@x" in line
    assert "'+2" in line


def test_pandas_reads_the_csv_and_skips_its_caption(panel: Panel, part: Slice, caption: Caption) -> None:
    content = write_panel(panel, part, "csv", LIGHT, caption)
    rows = pd.read_csv(io.BytesIO(content), comment="#")
    assert list(rows.columns) == ["Kind", "Events"]
    assert rows["Events"].iloc[-1] == -3


def test_csv_carries_the_whole_caption(panel: Panel, part: Slice, caption: Caption) -> None:
    text = write_panel(panel, part, "csv", LIGHT, caption).decode("utf-8-sig")
    for label, words in caption.items():
        assert f"# {guard_comment(f'{label}: {words}')}" in text


def test_a_hash_within_a_cell_survives(caption: Caption) -> None:
    content = write_csv(pd.DataFrame({"name": ["Hub #4", "#1"], "n": [1, 2]}), caption)
    assert pd.read_csv(io.BytesIO(content), comment="#")["name"].tolist() == ["Hub #4", "#1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_csv_begins_a_formula(text: str) -> None:
    content = write_csv(pd.DataFrame({text: [text]}), None).decode("utf-8-sig")
    head, row = list(csv.reader(io.StringIO(content, newline="")))
    assert head == row == [f"'{text}"]


@pytest.mark.parametrize("text", [text for text in FORMULAS if "\r" not in text])
def test_no_cell_of_xlsx_is_a_formula(text: str, caption: Caption) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(pd.DataFrame({"name": [text]}), caption)))
    cell = book["Rows"]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert cell.quotePrefix


def test_xlsx_has_a_frozen_filterable_head_and_numbers_as_numbers(panel: Panel, part: Slice, caption: Caption) -> None:
    page = openpyxl.load_workbook(io.BytesIO(write_panel(panel, part, "xlsx", LIGHT, caption)))["Rows"]
    assert [cell.value for cell in page[1]] == ["Kind", "Events"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == f"A1:B{page.max_row}"
    assert page.cell(page.max_row, 2).value == -3


@pytest.mark.parametrize(
    ("numbers", "form"), [([6217.0, None], "0"), ([4.0, 2.2], "0.0"), ([1.03, 2.0], "0.00"), ([43.2389, 7.0], "0.0####")]
)
def test_a_column_shows_its_fractions_alike(numbers: list[float | None], form: str, caption: Caption) -> None:
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx(pd.DataFrame({"share": numbers}), caption)))["Rows"]
    assert page["A2"].number_format == form


def test_a_sheet_prints_one_page_wide_under_its_title_and_above_its_terms(caption: Caption) -> None:
    rows = pd.DataFrame({"Kind": ["Visit"]})
    page = openpyxl.load_workbook(io.BytesIO(write_xlsx(rows, replace(caption, title="R&D"))))["Rows"]
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_title_rows == "$1:$1"
    assert page.HeaderFooter.oddHeader.left.text == "R&&D"
    assert page.HeaderFooter.oddFooter.left.text == caption.terms


def test_a_long_title_full_of_ampersands_is_cut_to_what_a_header_holds(caption: Caption) -> None:
    content = write_xlsx(pd.DataFrame({"n": [1]}), replace(caption, title="a" + "&" * 300))
    header = openpyxl.load_workbook(io.BytesIO(content))["Rows"].HeaderFooter.oddHeader
    assert header.left.text == "a" + "&" * 118


@pytest.mark.parametrize(("code", "mirrored"), [("en", False), ("ar", True)])
def test_sheets_run_as_their_language_does(code: str, mirrored: bool, caption: Caption) -> None:
    with speaking(code):
        book = openpyxl.load_workbook(io.BytesIO(write_xlsx(pd.DataFrame({"n": [1]}), caption)))
    assert {bool(page.sheet_view.rightToLeft) for page in book} == {mirrored}


def test_xlsx_carries_the_whole_caption(panel: Panel, part: Slice, caption: Caption) -> None:
    page = openpyxl.load_workbook(io.BytesIO(write_panel(panel, part, "xlsx", LIGHT, caption)))["About"]
    told = {row[0].value: row[1].value for row in page.iter_rows()}
    for label, words in caption.items():
        assert told[label] == words


def test_a_text_too_long_for_a_cell_is_cut_not_lost(caption: Caption) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(pd.DataFrame({"text": ["a" * 40_000]}), caption)))
    assert book["Rows"]["A2"].value == "a" * 32_766 + "…"


def test_columns_that_readers_do_not_see_are_not_exported(panel: Panel, part: Slice, caption: Caption) -> None:
    assert b"never shown" not in write_panel(panel, part, "csv", LIGHT, caption)


def test_every_column_of_every_table_is_explained() -> None:
    assert [(table, column) for table, column, *_rest in read_dictionary()] == [
        (table, column) for table, columns in SCHEMA.items() for column in columns
    ]
    assert all(meaning and coding for _table, _column, meaning, coding in read_dictionary())


def test_the_zip_holds_every_table_the_dictionary_and_the_caption(part: Slice, caption: Caption) -> None:
    bundle = zipfile.ZipFile(io.BytesIO(write_tables(part, "csv", caption)))
    assert set(bundle.namelist()) == {f"{name}.csv" for name in SCHEMA} | {"dictionary.csv", "README.txt"}
    told = bundle.read("README.txt").decode()
    for label, words in caption.items():
        assert f"{label}: {words}" in told


def test_filtered_tables_hold_what_belongs_to_their_events_and_no_more(part: Slice) -> None:
    frames = narrow_tables(part)
    ids = set(part.tables.events["event_id"].iloc[part.rows])
    assert set(frames["events"]["event_id"]) == ids
    for name in ("event_articles", "participations", "event_goals", "event_countries", "programmes"):
        assert set(frames[name]["event_id"]) <= ids
    assert set(frames["articles"]["article_id"]) == set(frames["event_articles"]["article_id"])
    assert set(frames["participations"]["institution_id"]) <= set(frames["institutions"]["institution_id"])
    assert set(frames["event_countries"]["country"]) <= set(frames["countries"]["country"])
    assert len(frames["institutions"]) < len(part.tables.institutions)


def test_the_whole_data_set_is_whole(tables: Tables) -> None:
    frames = narrow_tables(select(tables, Selection()))
    assert {name: len(frame) for name, frame in frames.items()} == {name: len(getattr(tables, name)) for name in SCHEMA}


def test_the_words_of_a_source_never_leave_but_as_short_quotations(tables: Tables) -> None:
    articles = tables.articles.assign(basis=["quoted", *["digest"] * (len(tables.articles) - 1)])
    words = "w" * (LONGEST_QUOTATION + 1)
    rows = [("e", "start", "2020", "a", basis, 0, 9, words, "r", 0.5) for basis in ("quoted", "digest")]
    evidence = frame_of("evidence", rows)
    frames = narrow_tables(select(replace(tables, articles=articles, evidence=evidence), Selection()))
    assert pd.isna(frames["articles"]["text"].iloc[0])
    assert frames["articles"]["text"].iloc[1] == articles["text"].iloc[1]
    assert frames["evidence"]["text"].str.len().tolist() == [LONGEST_QUOTATION, LONGEST_QUOTATION + 1]


def test_the_workbook_holds_every_table(part: Slice, caption: Caption) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_tables(part, "xlsx", caption)), read_only=True)
    assert book.sheetnames == [*SCHEMA, "dictionary", "About"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_same_tables_give_the_same_bytes(kind: str, part: Slice, caption: Caption) -> None:
    assert write_tables(part, kind, caption) == write_tables(part, kind, caption)


@pytest.mark.parametrize("kind", [key for key, form in FORMATS.items() if form.thing in ("rows", "page")])
def test_the_same_panel_gives_the_same_bytes(kind: str, panel: Panel, part: Slice, caption: Caption) -> None:
    assert write_panel(panel, part, kind, LIGHT, caption) == write_panel(panel, part, kind, LIGHT, caption)

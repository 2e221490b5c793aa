"""Dates of publication as ISO prefixes."""

import datetime

import pytest

from dashboard.articles.dates import address_date, date_line, head_date, iso_prefix


@pytest.mark.parametrize(
    ("value", "prefix"),
    [
        ("2024-05-29", "2024-05-29"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (2024, "2024"),
        (datetime.date(2024, 5, 29), "2024-05-29"),
        (datetime.datetime(2024, 5, 29, 23, 59), "2024-05-29"),
        ("2024-05-29T10:00:00+02:00", "2024-05-29"),
        ("2019-12-16 09:34:43 -0700", "2019-12-16"),
        ("2016/02/17", "2016-02-17"),
        ("29.05.2024", "2024-05-29"),
        ("29/05/2024", "2024-05-29"),
        ("05/29/2024", "2024-05-29"),
        ("May 29, 2024", "2024-05-29"),
        ("29 de mayo de 2024", "2024-05-29"),
        ("Mon Feb 03 2020 15:55:00 GMT+0100 (CET)", "2020-02-03"),
        ("Wed, 29 May 2024 10:00:00 +0000", "2024-05-29"),
        ("2024年5月29日", "2024-05-29"),
    ],
)
def test_a_field_is_read_whatever_its_form(value, prefix):
    assert iso_prefix(value) == prefix


def test_day_and_month_that_could_be_either_way_round_leave_the_year():
    assert iso_prefix("03/04/2023") == "2023"
    assert iso_prefix("04/04/2023") == "2023-04-04"


@pytest.mark.parametrize("value", [None, True, "", "soon", "2024-13-45", "31 June 2024", ["2024"], "1850-01-01", "29 May"])
def test_what_is_no_date_gives_none(value):
    assert iso_prefix(value) is None


@pytest.mark.parametrize(
    "line", ["29.04.2022", "2023, May 29", "Monday, July 22, 2024", "Published on 3 May 2024", "Date: June 2021"]
)
def test_a_line_of_nothing_but_a_date_is_one(line):
    assert date_line(line)


@pytest.mark.parametrize("line", ["On May 29, 2023 they met", "17-18 November 2016", "Room 2024", "Report 2024", "2023-2024"])
def test_a_line_with_other_words_or_a_span_is_no_date(line):
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("address", "prefix"),
    [
        ("https://news.example/2024/05/29/talks", "2024-05-29"),
        ("https://news.example/2024/05/talks", "2024-05"),
        ("https://news.example/talks-20241029155133728.htm", "2024-10-29"),
        ("https://web.archive.org/web/20171119163737/https://news.example/talks", None),
        ("2024-05-29-talks", "2024-05-29"),
        ("20260409-talks", "2026-04-09"),
        ("talks-123456789", None),
    ],
)
def test_addresses_and_file_names_carry_dates(address, prefix):
    assert address_date(address) == prefix


@pytest.mark.parametrize(
    ("body", "prefix"),
    [
        ("A title\n\nSEASIDE, Calif., June 21, 2018 – The university said", "2018-06-21"),
        ("BANDUNG, 12 Mei 2025 — Universitas", "2025-05-12"),
        ("NAIROBI (3 May 2024) - The council met", "2024-05-03"),
        ("News | 3 May 2024 | By Jane Doe\nA title", "2024-05-03"),
        ("A title\nPubblicato il 7 marzo 2022\nText", "2022-03-07"),
        ("A title\nDiterbitkan pada 12 Mei 2025", "2025-05-12"),
        ("On 3 May 2024 they met – in Rome", None),
        ("Held in Rome, 17-18 November 2016 - a meeting", None),
    ],
)
def test_the_head_of_a_text_tells_its_date_of_publication(body, prefix):
    assert head_date(body) == prefix

"""Dates of many languages become ISO prefixes or intervals."""

import pytest

from dashboard.extract.dates import find_dates
from dashboard.model import Article

CASES = [
    ("en", "They met on May 29, 2023, in the hall.", ["2023-05-29"]),
    ("en", "They met on 29 May 2023.", ["2023-05-29"]),
    ("en", "The page says 2023, May 29.", ["2023-05-29"]),
    ("en", "UNAI webinar (2020.4.2)", ["2020-04-02"]),
    ("en", "It opened on the 1st of June 2020.", ["2020-06-01"]),
    ("en", "Held from October 29 to 30.", ["2024-10-29/2024-10-30"]),
    ("en", "Held on 14, 15 and 16 May 2020.", ["2020-05-14/2020-05-16"]),
    ("en", "Held 30 September - 2 October 2024.", ["2024-09-30/2024-10-02"]),
    ("en", "Held from September 30 to October 2, 2024.", ["2024-09-30/2024-10-02"]),
    ("en", "Tuesday 5 to Thursday 7 June 2012", ["2012-06-05/2012-06-07"]),
    ("en", "It begins in early March.", ["2024-03"]),
    ("en", "In October 2018 the hubs were named.", ["2018-10"]),
    ("en", "It may be 5 dogs that march.", []),
    ("en", "They met last Friday.", ["2024-11-01"]),
    ("en", "They met on Wednesday.", ["2024-11-06"]),
    ("en", "They will meet next Monday.", ["2024-11-11"]),
    ("en", "They met yesterday.", ["2024-11-05"]),
    ("en", "They met last week.", ["2024-10"]),
    ("en", "On Thursday, April 2, 2020, it began.", ["2020-04-02"]),
    ("en", "a plan for 2021 - 2030", []),
    ("es", "del 3 al 5 de octubre de 2013", ["2013-10-03/2013-10-05"]),
    ("fr", "le 1er juin 2020", ["2020-06-01"]),
    ("pt", "18–20 de maio de 2021", ["2021-05-18/2021-05-20"]),
    ("de", "vom 3. bis 5. Oktober 2013", ["2013-10-03/2013-10-05"]),
    ("de", "am 23.11.2023 hier in Bamberg", ["2023-11-23"]),
    ("it", "il 7 marzo 2022", ["2022-03-07"]),
    ("id", "Sabtu, 16 November 2024", ["2024-11-16"]),
    ("id", "pada Senin (16/9)", ["2024-09-16"]),
    ("vi", "ngày 29 tháng 10 năm 2024", ["2024-10-29"]),
    ("ja", "2024年3月5日", ["2024-03-05"]),
    ("zh", "会议于10月29日至30日在曼谷举行", ["2024-10-29/2024-10-30"]),
    ("zh", "2023年5月", ["2023-05"]),
    ("ko", "2024년 3월 5일~7일", ["2024-03-05/2024-03-07"]),
    ("th", "วันที่ 29 พฤษภาคม 2567", ["2024-05-29"]),
    ("ar", "في 29 مايو 2024", ["2024-05-29"]),
    ("ar", "29 أيار 2024", ["2024-05-29"]),
    ("ru", "29 мая 2024 года", ["2024-05-29"]),
    ("nl", "van 3 tot en met 5 maart 2024", ["2024-03-03/2024-03-05"]),
    ("nl", "op 3 mei 2024", ["2024-05-03"]),
    ("fr", "à la mi-mai 2024", ["2024-05"]),
    ("vi", "tháng 5/2024", ["2024-05"]),
    ("vi", "ngày 29-30/10/2024", ["2024-10-29/2024-10-30"]),
    ("en", "May 12th through 14th, 2024", ["2024-05-12/2024-05-14"]),
    ("en", "It runs 12.-14.05.2024.", ["2024-05-12/2024-05-14"]),
    ("en", "On 11/06/2024 the page went up.", ["2024-11-06"]),
    ("en", "On Wednesday 13th, we hold a course.", ["2024-11-13"]),
    ("es", "firmaron este martes 5 un convenio", ["2024-11-05"]),
    ("pt", "nesta terça-feira (5) assinaram", ["2024-11-05"]),
    ("en", "It was held this weekend.", ["2024-11-09/2024-11-10"]),
    ("en", "It was held last weekend.", ["2024-11-02/2024-11-03"]),
    ("en", "The forum kicks off on Tuesday.", ["2024-11-12"]),
    ("en", "Thirty people came on Monday 12 students spoke.", ["2024-11-04"]),
]


def dates(text: str, language: str = "en", published: str | None = "2024-11-06") -> list[str]:
    """The values of the dates of a text, in its order."""
    article = Article("a", None, "", None, published, language, None, text)
    return [mention.value for mention in sorted(find_dates(article), key=lambda mention: mention.start)]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_a_date_is_read_as_the_language_writes_it(language, text, expected):
    assert dates(text, language) == expected


def test_a_date_without_year_across_the_turn_of_the_year_belongs_to_the_nearer_year():
    assert dates("They met on December 12.", published="2019-01-10") == ["2018-12-12"]


def test_without_a_day_of_publication_the_year_comes_from_a_whole_date_of_the_text():
    assert dates("On 3 May 2021 it began; it ended on 5 May.", published=None) == ["2021-05-03", "2021-05-05"]


def test_without_any_year_a_web_address_gives_it():
    assert dates("From October 29 to 30. Source: https://news.example/a-20241029155.htm", published=None) == [
        "2024-10-29/2024-10-30"
    ]


def test_a_weekday_tells_the_year_of_a_day_that_has_none():
    assert dates("Senin (30/12) ... sejak tahun 2019", "id", None) == ["2019-12-30", "2019"]
    assert dates("On Saturday 12 October they met.", published="2019-07-01") == ["2019-10-12"]


def test_without_a_whole_date_the_first_year_of_the_text_counts():
    assert dates("From March 24 to April 8 for the 2011 seminars.", published=None) == ["2011-03-24/2011-04-08", "2011"]


def test_without_any_anchor_a_day_and_month_is_no_date():
    assert dates("They met on May 29.", published=None) == []


def test_a_day_that_does_not_exist_is_no_date():
    assert dates("It says 31 February 2023.") in ([], ["2023-02"])

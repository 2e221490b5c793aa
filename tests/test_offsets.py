"""Every mention quotes the text at its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import settings
from dashboard.articles import read_articles
from dashboard.extract import find_mentions
from dashboard.model import Article, Mention
from dashboard.records import list_faults
from dashboard.resolve.record import compose_record

_PIECES = [
    "On May 29, 2023, ", "SDGs 3, 5 and 13 ", "Universitas Pendidikan Indonesia (UPI) ", "in Suva, Fiji ", "ký kết ",
    "ﬁ", "İstanbul ",
    "signed a memorandum ", "Prof. Łukasz Đặng ", "200 participants ", "\n\n", "“Zoom” ", "2024年3月5日 ", "e\u0301 ", "ß",
    "𝔘niversity ",
    "from October 29 to 30 ", "(16/9) ", "…", "University of ", "The Ministry of Education of ", "\u200f العربية ", ". ", ", ",
]  # fmt: skip
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), min_size=1, max_size=25).map("".join)


def find_quotations(article: Article) -> tuple[Mention, ...]:
    """What is mentioned; fails for any mention that does not quote its article."""
    mentions = find_mentions(article)
    for mention in mentions:
        assert article.text[mention.start : mention.end] == mention.text
        assert mention.article == article.id
    return mentions


@given(
    text=_TEXTS,
    language=st.sampled_from(["en", "es", "id", "vi", None]),
    published=st.sampled_from([None, "2024-02", "2024-11-06"]),
)
def test_mentions_of_any_text_quote_it(text, language, published):
    find_quotations(Article("made", None, text[:20], None, published, language, None, text))


def test_mentions_of_the_shipped_articles_quote_them_and_make_valid_records():
    """One reading of all the articles that ship, for both."""
    for article in read_articles([settings.ARTICLES], lambda fault: pytest.fail(str(fault))):
        assert list_faults(compose_record(article, find_quotations(article))) == []


def test_an_article_with_nothing_in_it_mentions_nothing():
    assert find_mentions(Article("empty", None, "", None, None, None, None, "")) == ()


@pytest.mark.parametrize(
    "piece", ["a", " ", "1", "(", "A ", "1,", "sdg ", "SDG 1 (", "and ", ".,", "University of ", "May 1 to ", "- "]
)
def test_a_very_long_text_of_one_piece_is_read_to_its_end(piece):
    find_mentions(Article("long", None, "", None, "2024-11-06", "en", None, piece * (200_000 // len(piece))))

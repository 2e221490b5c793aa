"""Countries take part by venue, seat, or people said to come from there; a mention alone does not count."""

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article
from dashboard.resolve.countries import assemble_countries
from dashboard.resolve.reading import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Participants from Kenya, Uganda and Malawi met.", "KEN MWI UGA"),
        ("We trained 23 new instructors from South Africa, Namibia and Zimbabwe.", "NAM ZAF ZWE"),
        ("Seventeen countries, as diverse as Tonga, China and India, were represented.", "CHN IND TON"),
        ("A trial in seven countries: Indonesia, Nepal and Laos.", "IDN LAO NPL"),
        ("Universities in Germany and France joined.", "DEU FRA"),
        ("She is the only New Zealander, with the others from Vanuatu and Fiji.", "FJI VUT"),
        ("People work on water in Sudan and Ethiopia.", ""),
        ("The professor spoke about Kenya and imports from Brazil.", ""),
    ],
)
def test_where_unnamed_participants_come_from_counts(text, expected):
    article = Article("a", None, "", None, "2024-05-20", "en", "en", text)
    codes, evidence = assemble_countries(Reading(article, find_mentions(article)), (), ())
    assert " ".join(sorted(codes)) == expected
    assert len(evidence) == len(codes)

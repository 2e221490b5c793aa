"""Written names matched against the institutions table."""

import pytest

from dashboard.resolve.names import match_institution


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("University of Yangon", "university-of-yangon"),
        ("the university of yangon", "university-of-yangon"),
        ("Rangoon University", "university-of-yangon"),
        ("Universidad de Guadalajara", "university-of-guadalajara"),
        ("UNITAR", "unitar"),
        ("Nagaoka University of Technology, Japan", "nagaoka-university-of-technology"),
        ("University of Nowhere", None),
        ("Dakar", None),
        ("University", None),
        ("", None),
    ],
)
def test_names_lead_to_their_row_or_to_none(name, key):
    """Exact and other names, acronyms and names alike lead to a row; towns, common words and strangers to none."""
    match = match_institution(name)
    assert match.key == key
    assert match.because


def test_another_country_rules_a_row_out():
    """A hint that contradicts the seat leaves an acronym unmatched."""
    assert match_institution("UPR", "KEN").key is None


def test_surer_ways_score_higher():
    """The name scores above another name, that above an acronym."""
    names = "University of Puerto Rico", "Universidad de Puerto Rico", "UPR"
    scores = [match_institution(name).score for name in names]
    assert scores == sorted(scores, reverse=True)
    assert all(0.9 < score < 1 for score in scores)

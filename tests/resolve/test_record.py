"""A record is composed whole: valid, with evidence for its goals and countries."""

from pathlib import Path

import pytest

from dashboard.articles import read_articles
from dashboard.extract import find_mentions
from dashboard.model import Article, Record
from dashboard.records import list_faults, parse_record, read_records, write_record
from dashboard.resolve.record import compose_record

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = """Universities sign memorandum on clean water

Suva, 6 November 2024 – The University of the South Pacific and the University of Otago signed a memorandum of understanding in
Suva, Fiji, on 1 November 2024. The work on wastewater and drinking water supports SDG 6. Students from Tonga and Samoa took
part; a study tour of Kenya had been discussed years before.
"""


def compose(text: str, published: str | None = "2024-11-06") -> Record:
    """The record of an invented article."""
    article = Article("a", None, text.split("\n")[0], None, published, "en", None, text)
    return compose_record(article, find_mentions(article))


def test_a_record_is_valid_and_survives_writing():
    record = compose(TEXT)
    assert list_faults(record) == []
    assert parse_record(write_record(record), "here") == record


def test_main_facts_are_read():
    event = compose(TEXT).events[0]
    assert (event.kind, event.start, event.city, event.country) == ("agreement", "2024-11-01", "Suva", "FJI")


def test_countries_are_venue_seats_and_where_participants_come_from_but_no_mere_mention():
    assert set(compose(TEXT).countries) == {"FJI", "NZL", "TON", "WSM"}


def test_a_stated_goal_is_not_inferred_again():
    record = compose(TEXT)
    assert record.sdgs_explicit == (6,)
    assert 6 not in record.sdgs_implied


def test_partnership_is_inferred_where_an_agreement_is_the_subject():
    assert 17 in compose(TEXT).sdgs_implied


def test_every_goal_and_country_has_its_evidence():
    record = compose(TEXT)
    fields = {evidence.field for evidence in record.evidence}
    expected = {f"countries/{code}" for code in record.countries}
    expected |= {f"sdgs_explicit/{goal}" for goal in record.sdgs_explicit}
    expected |= {f"sdgs_implied/{goal}" for goal in record.sdgs_implied}
    assert expected <= fields


def test_an_article_without_a_word_of_cooperation_is_not_relevant():
    assert not compose("Cells divide\n\nCells of a snail divide faster in the dark.").relevant


def test_an_institution_s_work_for_sustainability_is_relevant_without_partners():
    assert compose("A sustainable kitchen\n\nThe canteen saves heat.").relevant


def test_an_irrelevant_article_says_why():
    text = "Mechanism of brain cells found\n\nResearchers found that a protein of the brain drives cells, a breakthrough."
    record = compose(text)
    assert not record.relevant
    reason = next(evidence for evidence in record.evidence if evidence.field == "relevant")
    assert "brain" in reason.rule


def test_an_article_with_nothing_in_it_makes_an_empty_record():
    record = compose_record(Article("empty", None, "", None, None, None, None, ""), ())
    assert (record.events, record.institutions, record.countries, record.relevant) == ((), (), (), False)


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the first three articles lie beside the checkout, not in it")
def test_the_first_three_articles_are_read_right():
    gold = {record.id: record for record in read_records(SHARED / "seeds" / "gold.jsonl")}
    paths = [SHARED / "seeds" / f"{name}.txt" for name in gold]
    for article in read_articles(paths, lambda fault: pytest.fail(str(fault))):
        record, true = compose_record(article, find_mentions(article)), gold[article.id]
        event, main = record.events[0], true.events[0]
        assert (event.kind, event.start, event.mode, event.participants) == (
            main.kind,
            main.start,
            main.mode,
            main.participants,
        )
        assert (event.city, event.country) == (main.city, main.country)
        assert set(true.sdgs_explicit) <= set(record.sdgs_explicit)
        assert set(record.countries) == set(true.countries)

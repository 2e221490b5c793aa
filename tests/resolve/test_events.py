"""Events are assembled from an article's mentions: kind, date, place, manner, size."""

import pytest

from dashboard.extract import find_mentions
from dashboard.model import Article, Basis, Event, Institution
from dashboard.resolve.events import Assembled, assemble_ranked
from dashboard.resolve.kinds import rank_kinds
from dashboard.resolve.reading import Reading


def assemble(article: Article, institutions: tuple[Institution, ...] = ()) -> Assembled:
    """The events of an article and their evidence."""
    reading = Reading(article, find_mentions(article))
    return assemble_ranked(reading, rank_kinds(reading), institutions)


def events(
    title: str,
    body: str,
    published: str | None = "2024-11-06",
    institutions: tuple[Institution, ...] = (),
    language: str = "en",
) -> tuple[Event, ...]:
    """The events of an invented article."""
    article = Article("a", None, title, None, published, language, None, f"{title}\n\n{body}")
    return assemble(article, institutions).events


UPP = Institution("University of Padang Plains", country="IDN", city="Padang", role="host")
NSU = Institution("North Sea University", country="NLD", city="Groningen", role="signatory")


def test_the_kind_of_the_headline_wins():
    body = "A delegation visited the campus on Monday and toured two laboratories. Then both sides signed."
    assert events("Two universities sign memorandum of understanding", body)[0].kind == "agreement"


def test_without_any_trigger_there_is_no_event():
    assert events("Cells", "Cells divide.") == ()


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("The workshop was held on 3 October 2024 in Padang.", "2024-10-03", "2024-10-03"),
        ("The workshop was held from 3 to 5 October in Padang.", "2024-10-03", "2024-10-05"),
        ("The workshop took place last Friday.", "2024-11-01", "2024-11-01"),
        ("The workshop took place recently.", "2024-11", "2024-11"),
        ("PADANG, 6 November 2024 – A workshop taught teachers.", "2024-11", "2024-11"),
        ("Wednesday, 6 November 2024, 3:18 pm\nThe workshop taught teachers.", "2024-11", "2024-11"),
        ("The university, founded in 1938, ran a workshop on 1 November.", "2024-11-01", "2024-11-01"),
        ("A workshop for teachers.", "2024-11", "2024-11"),
    ],
)
def test_the_date_is_that_of_the_event_else_the_month_of_publication(body, start, end):
    event = events("Workshop for teachers", body)[0]
    assert (event.start, event.end) == (start, end)


def test_an_event_without_any_date_has_none():
    event = events("Workshop for teachers", "A workshop for teachers.", published=None)[0]
    assert (event.start, event.end) == (None, None)


def test_a_digest_dates_its_event_in_its_first_line():
    article = Article(
        "a", None, "Forum", None, "2024-11-06", "en", None, "PADANG, 6 November 2024 – A forum met.", Basis.DIGEST
    )
    assert assemble(article).events[0].start == "2024-11-06"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("The conference was held in Padang.", "held"),
        ("The conference will be held in Padang. Registration is open.", "announced"),
    ],
)
def test_status_follows_the_words_of_the_beginning(body, status):
    assert events("Conference on rivers", body)[0].status == status


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ("The seminar was held via Zoom.", "online"),
        ("The hybrid seminar was held in the main hall.", "hybrid"),
        ("The seminar was held in the main hall; later material was put online.", "in_person"),
        ("The seminar drew 200 people in person and another 3,000 online.", "hybrid"),
        ("The seminar was about rivers.", "in_person"),
    ],
)
def test_mode_follows_the_words_of_the_beginning(body, mode):
    assert events("Seminar on rivers", body)[0].mode == mode


def test_an_event_online_has_no_place():
    event = events("Seminar on rivers", "The seminar was held via Zoom.", institutions=(UPP,))[0]
    assert (event.city, event.country) == (None, None)


def test_a_place_named_with_the_event_is_its_place():
    event = events("Seminar on rivers", "The seminar was held in Suva, Fiji, on 1 November.", institutions=(UPP,))[0]
    assert (event.city, event.country) == ("Suva", "FJI")


def test_without_a_place_a_meeting_is_at_its_host():
    event = events("Seminar on rivers", "The seminar gathered staff.", institutions=(NSU, UPP))[0]
    assert (event.city, event.country) == ("Padang", "IDN")


def test_without_a_place_a_project_of_several_countries_is_nowhere():
    parties = (NSU, Institution("Padang Institute", country="IDN", city="Padang"))
    assert events("Research project on rivers", "The project studies rivers.", institutions=parties)[0].country is None


def test_attendance_is_counted():
    assert events("Forum on rivers", "The forum gathered about 200 representatives.")[0].participants == 200


def test_another_event_on_a_day_of_its_own_is_a_further_one():
    body = (
        "The memorandum of understanding was signed on 1 November 2024. A workshop for teachers followed it, which was held "
        "at the University of Padang Plains on 3 October 2024.\n\nA summer school will be held in Padang on 12 December 2024."
    )
    found = events("Universities sign memorandum of understanding", body, institutions=(NSU, UPP))
    assert [(event.kind, event.start, event.status) for event in found[:1]] == [("agreement", "2024-11-01", "held")]
    assert ("training", "2024-12-12", "announced") in {(event.kind, event.start, event.status) for event in found[1:]}


def test_no_kind_and_month_comes_twice():
    body = "The workshop was held on 1 November 2024. The workshop on 1 November 2024 taught teachers. A workshop is fine."
    found = events("Workshop for teachers", body)
    assert len({(event.kind, (event.start or "")[:7]) for event in found}) == len(found)


def test_every_value_of_an_event_has_evidence():
    text = "Seminar on rivers\n\nThe seminar was held in Suva, Fiji, on 1 November with 200 participants."
    article = Article("a", None, "Seminar on rivers", None, "2024-11-06", "en", None, text)
    found = assemble(article, (UPP,))
    fields = {evidence.field for evidence in found.evidence}
    values = ("kind", "start", "end", "status", "mode", "city", "country", "participants")
    assert fields == {f"events/0/{name}" for name in values if getattr(found.events[0], name) is not None}
    assert all(text[e.start : e.end] == e.text for e in found.evidence if e.start is not None)


def test_an_event_after_its_report_is_announced():
    text = "Workshop for teachers\n\nThe workshop on 12 November 2024 is for teachers."
    article = Article("a", None, "Workshop for teachers", None, "2024-11-06", "en", None, text)
    found = assemble(article)
    assert found.events[0].status == "announced"
    status = next(evidence for evidence in found.evidence if evidence.field == "events/0/status")
    assert (status.basis, status.rule) == (Basis.INFERRED, "starts after the day of publication")


def test_an_event_over_before_its_report_is_held_whatever_is_announced():
    text = "Workshop for teachers\n\nThe workshop on 1 October 2024 taught teachers. Another course will be held."
    article = Article("a", None, "Workshop for teachers", None, "2024-11-06", "en", None, text)
    found = assemble(article)
    assert found.events[0].status == "held"
    status = next(evidence for evidence in found.evidence if evidence.field == "events/0/status")
    assert (status.basis, status.rule) == (Basis.INFERRED, "ended before the day of publication")


def test_a_value_without_words_is_inferred():
    article = Article("a", None, "Seminar on rivers", None, "2024-11-06", "en", None, "Seminar on rivers\n\nIt gathered staff.")
    found = assemble(article, (UPP,)).evidence
    assert {e.field for e in found if e.text is None} >= {"events/0/start", "events/0/city"}
    assert all((e.basis == Basis.INFERRED) == (e.text is None) for e in found)


def test_labels_are_made_of_kind_parties_and_place():
    event = events("Seminar on rivers", "The seminar gathered staff.", institutions=(NSU, UPP))[0]
    assert event.title == "Conference: North Sea University and University of Padang Plains, Padang"


def test_a_headline_that_the_text_lacks_counts_too():
    article = Article("a", None, "Universities sign agreement", None, "2024-11-06", "en", None, "Staff of both visited a hall.")
    found = assemble(article)
    assert found.events[0].kind == "agreement"
    assert found.evidence[0].start is None
    assert found.evidence[0].rule.startswith("headline")

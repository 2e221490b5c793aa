"""Pages on facts that are odd: without date or place, without anything, hostile, and written from right to left."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.tables import Tables
from tests import factory
from tests.pages.conftest import Opener, words_of

Prepare = Callable[[Tables], Opener]
HOSTILE = "<script>alert(1)</script> & *Partners* [x](javascript:alert(1))"


def html_of(app: object) -> str:
    """All HTML of a page."""
    return "\n".join(str(part.proto.body) for part in app.get("html"))  # type: ignore[attr-defined]


def test_event_without_date_and_place_says_so(open_tables: Prepare) -> None:
    app = open_tables(factory.tables([factory.record(events=[factory.event(title="A talk")])]))("events")
    assert not app.exception
    assert "no date · Meeting · no place · 1 report" in html_of(app)


def test_article_with_nothing_in_it_is_read_and_counts_no_event(open_tables: Prepare) -> None:
    app = open_tables(factory.tables([factory.record()]))()
    assert not app.exception
    assert "No event answers these filters." in words_of(app)


def test_title_with_a_script_is_text(open_tables: Prepare) -> None:
    told = factory.tables([factory.record(events=[factory.event(start="2024-05-01", title=HOSTILE, parties=[factory.NUT])])])
    opener = open_tables(told)
    listed = opener("events")
    whole = opener("events", event=str(told.events["event_id"].iloc[0]))
    assert not listed.exception
    assert not whole.exception
    assert "<script>" not in html_of(listed) + html_of(whole)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html_of(listed)
    assert r"\<script\>alert\(1\)\</script\> \& \*Partners\* \[x\]\(javascript\:alert\(1\)\)" in words_of(whole)


def test_text_from_right_to_left_keeps_its_direction(open_tables: Prepare) -> None:
    title = "توقيع مذكرة تفاهم"
    told = factory.tables(
        [factory.record(events=[factory.event(start="2024", title=title)])],
        [factory.article("وقعت الجامعتان مذكرة.", language="ar")],
    )
    app = open_tables(told)("events", event=str(told.events["event_id"].iloc[0]))
    assert not app.exception
    assert app.title[0].value == title
    assert 'dir="auto"' in html_of(app)


def test_former_id_leads_on(open_tables: Prepare) -> None:
    told = [
        factory.record("a", events=[factory.event(start="2024-05-01", parties=[factory.NUT, factory.UNAI])]),
        factory.record("b", events=[factory.event(start="2024-05-01", parties=[factory.NUT, factory.UNAI])]),
    ]
    tables = factory.tables(told)
    for former in tables.former_ids["former_id"]:
        app = open_tables(tables)("events", event=str(former))
        assert app.title[0].value == "A meeting"


def test_event_that_nobody_knows_is_named(open_tables: Prepare) -> None:
    app = open_tables(factory.tables([factory.record(events=[factory.event()])]))("events", event="nothing")
    assert "No event is called “nothing” in these data" in words_of(app)


def test_source_without_an_address_is_said_to_have_none(open_tables: Prepare) -> None:
    told = factory.tables([factory.record(events=[factory.event()])], [factory.article("They met.", url="")])
    app = open_tables(told)("events", event=str(told.events["event_id"].iloc[0]))
    assert not app.exception
    assert "No address of the source is known" in html_of(app)
    assert "Read it at the source" not in html_of(app)

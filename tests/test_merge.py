"""One event counted once: which reports are of the same event, and what it takes from each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.model import Event, Institution
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables

OTHER = Institution("A Small College", kind="university")


def count(*told: Event) -> int:
    """How many events these are when each is told by an article of its own, which says no more than the event."""
    papers = [article("", id=f"a{n}", title=each.title) for n, each in enumerate(told)]
    return len(tables([record(paper.id, [each]) for paper, each in zip(papers, told, strict=True)], papers).events)


DAY, NEXT, LATER, MONTH, YEAR = "2023-05-29", "2023-05-30", "2023-06-03", "2023-05", "2023"
PAIR, THREE = [NU, SUSTECH], [NU, SUSTECH, NUT]
FORUM, FORUM_TOO, OTHER_FORUM = "Forum on glaciers and avalanches", "Glaciers, avalanches", "Turbines, generators and batteries"
ACCORD = "Accord on glaciers, avalanches and meltwater"


def forum(title: str, start: str | None, parties: list[Institution], city: str | None = None, end: str | None = None) -> Event:
    return event("conference", start, parties, title=title, city=city, end=end or start)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("agreement", DAY, PAIR), event("agreement", DAY, PAIR)),
        (forum(FORUM, DAY, PAIR), forum(OTHER_FORUM, DAY, [*PAIR, UNAI])),
        (forum(FORUM, DAY, [*THREE, UNAI]), forum(OTHER_FORUM, DAY, [*THREE, OTHER])),
        (event("agreement", DAY, PAIR, title=ACCORD), event("agreement", NEXT, PAIR, title=ACCORD)),
        (forum(FORUM, DAY, PAIR, end=NEXT), forum(FORUM, NEXT, PAIR)),
        (forum(FORUM, DAY, [NU], "Astana"), forum(FORUM_TOO, DAY, [NU], "Astana")),
        (forum(FORUM, DAY, [OTHER]), forum(FORUM, DAY, [OTHER])),
        (forum(FORUM, DAY, PAIR, "Astana"), forum(FORUM_TOO, MONTH, PAIR, "Astana")),
        (forum(FORUM, MONTH, [NU], "Astana"), forum(FORUM, MONTH, PAIR, "Astana")),
        (forum(FORUM, DAY, PAIR), forum(FORUM, YEAR, PAIR)),
        (event("meeting", DAY, PAIR, mode="online"), event("meeting", DAY, PAIR, mode="hybrid")),
        (event("visit", DAY, PAIR, title="Visit 2023"), event("visit", DAY, PAIR, title="Visit")),
        (event("agreement", DAY, PAIR), event("visit", DAY, PAIR)),
        (forum(FORUM, None, PAIR), forum(FORUM, None, PAIR)),
        (forum(FORUM, DAY, [], "Astana"), forum(FORUM, DAY, [], "Astana")),
    ],
    ids=[
        "same", "one has more parties", "three in common", "a day apart", "overlapping", "one party and city",
        "unlisted, same title",
        "month and city", "one party, city and title", "year and title", "hybrid", "number in one title",
        "signed at a visit", "undated, same title", "no party, same title",
    ],
)  # fmt: skip
def test_the_same_event(one: Event, other: Event) -> None:
    """Same kind, dates that agree, and institutions shared: one event."""
    assert count(one, other) == 1
    assert count(other, one) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("agreement", DAY, PAIR), event("publication", DAY, PAIR)),
        (event("agreement", DAY, PAIR), event("agreement", LATER, PAIR)),
        (event("agreement", DAY, [NU, SUSTECH]), event("agreement", DAY, [NU, NUT])),
        (forum(FORUM, DAY, PAIR, "Astana"), forum(FORUM, DAY, PAIR, "Shenzhen")),
        (event("agreement", DAY, PAIR, country="KAZ"), event("agreement", DAY, PAIR, country="CHN")),
        (event("meeting", DAY, PAIR, mode="online"), event("meeting", DAY, PAIR, mode="in_person")),
        (forum("Third water forum", DAY, PAIR), forum("4th water forum", DAY, PAIR)),
        (forum("Hub for SDG 9", DAY, PAIR), forum("Hub for SDG 12", DAY, PAIR)),
        (forum(FORUM, DAY, [NU]), forum(OTHER_FORUM, DAY, [NU])),
        (forum(FORUM, DAY, PAIR, "Astana", LATER), forum(OTHER_FORUM, NEXT, PAIR, "Astana")),
        (forum(FORUM, MONTH, [NU], "Astana"), forum(OTHER_FORUM, DAY, [NU], "Astana")),
        (forum(FORUM, MONTH, PAIR, "Astana"), forum(OTHER_FORUM, MONTH, PAIR, "Astana")),
        (forum(FORUM, YEAR, PAIR, "Astana"), forum(OTHER_FORUM, YEAR, PAIR, "Astana")),
        (forum(FORUM, YEAR, [NU]), forum(FORUM, YEAR, [NU])),
        (forum(FORUM, DAY, [OTHER], "Astana"), forum(OTHER_FORUM, DAY, [OTHER], "Astana")),
        (forum(FORUM, None, PAIR), forum(OTHER_FORUM, None, PAIR)),
        (forum(FORUM, DAY, [], "Astana"), forum(OTHER_FORUM, DAY, [], "Astana")),
    ],
    ids=[
        "kind", "days apart", "other partner", "city", "country", "mode", "editions", "numbers in titles",
        "one party, other title",
        "a day of a week, other title", "one party in a month", "a month, other title", "a year, other title",
        "one party in a year",
        "unlisted, other title", "undated", "no party",
    ],
)  # fmt: skip
def test_not_surely_the_same_event(one: Event, other: Event) -> None:
    """Where something speaks against it, or too little for it, two reports stay two events."""
    assert count(one, other) == 2


@pytest.mark.parametrize(
    ("headlines", "expected"),
    [(("Prize for water", "Prize for energy"), 2), (("Glaciers and avalanches", "Avalanches, glaciers"), 1)],
)
def test_titles_that_say_nothing_new_leave_it_to_the_headlines(headlines: tuple[str, str], expected: int) -> None:
    """A title made of kind, institution and city is the same for every event of an institution."""
    told = event("award", MONTH, [NU], title="Award: Nazarbayev University, Astana", city="Astana")
    papers = [article("", id=f"a{n}", title=headline) for n, headline in enumerate(headlines)]
    assert len(tables([record(paper.id, [told]) for paper in papers], papers).events) == expected


def test_events_of_one_article_stay_apart() -> None:
    assert len(tables([record(events=[event("agreement", DAY, PAIR), event("agreement", DAY, PAIR)])]).events) == 2


def test_a_third_article_does_not_join_two_events_of_one_article() -> None:
    told = event("agreement", DAY, PAIR)
    built = tables([record("a", [told, told]), record("b", [told])])
    assert sorted(built.events["reports"]) == [1, 2]


def test_a_chain_is_no_event() -> None:
    """Three reports are one event only if each two of them are."""
    days = [event("agreement", day, PAIR, title=ACCORD) for day in ("2023-05-29", "2023-05-30", "2023-05-31")]
    assert count(*days) == 2


FIRST = replace(event("agreement", MONTH, PAIR, title="Accord", city="Astana"), status="announced")
SECOND = event(
    "agreement", DAY, [*PAIR, UNAI], title="Accord signed", city="Astana", country="KAZ", participants=40, mode="hybrid"
)


def test_the_lead_is_published_first_and_gaps_are_filled() -> None:
    """The lead gives title and id; the more exact date counts, and what was held is no longer announced."""
    early = record("z", [FIRST], published="2023-05-01", programmes=("P",), sdgs_implied=(4,))
    late = record("b", [SECOND], published="2023-06-01", sdgs_explicit=(4, 9))
    built = tables([late, early])
    (row,) = built.events.to_dict("records")
    expected = {
        "event_id": "z.1", "title": "Accord", "start": DAY, "first_day": DAY, "country": "KAZ", "participants": 40,
        "mode": "hybrid", "status": "held", "reports": 2,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert list(built.former_ids.itertuples(index=False, name=None)) == [("b.1", "z.1", "merged")]
    assert len(built.participations) == 3
    assert list(built.event_goals["basis"]) == ["stated", "stated"]
    assert list(built.programmes["event_id"]) == ["z.1"]


def test_the_reason_is_kept_in_words() -> None:
    told = event("agreement", DAY, PAIR, title=ACCORD)
    built = tables([record("a", [told]), record("b", [told])])
    assert built.event_articles["score"].isna().tolist() == [True, False]
    because = built.event_articles["because"]
    assert because.isna().tolist() == [True, False]
    assert because[1] == (
        "same kind (agreement), same date, similar titles, "
        "both name Nazarbayev University and Southern University of Science and Technology"
    )


def test_undated_articles_lead_last() -> None:
    told = event("agreement", DAY, PAIR)
    built = tables([record("a", [told], published=None), record("b", [told], published="2024")])
    assert list(built.events["event_id"]) == ["b.1"]

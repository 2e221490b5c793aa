"""Pairs of reports told to be one event or two; ids that last; sources counted; health of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.build.copies import is_copy
from dashboard.build.reports import Pair, list_reports
from dashboard.build.sources import Sources, is_un, weigh_sources
from dashboard.build.whole import Past, build_tables
from dashboard.model import Institution
from dashboard.tables import Tables, list_table_faults, load_ids, save_tables
from tests.event_pairs import is_developed, list_pairs, measure_pairs, read_scenes
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables

# Floors of pairwise F1, never to be lowered: by half (developed, kept aside), for records by hand and by machine.
FLOORS = [(True, False, 0.97), (False, False, 0.95), (True, True, 0.65), (False, True, 0.55)]


@pytest.mark.parametrize(("developed", "by_machine", "floor"), FLOORS)
def test_pairs_of_reports_are_told_apart(developed: bool, by_machine: bool, floor: float) -> None:
    """Reports of the same event are joined, near misses are not, in scenes that were looked at and in those kept aside."""
    told = [each for each in read_scenes() if is_developed(each.scene) == developed]
    figures = measure_pairs(told, by_machine)
    assert figures.f1 >= floor, f"{figures.f1:.3f}"


def test_the_pairs_are_many_and_half_are_near_misses() -> None:
    pairs = list(list_pairs(read_scenes()))
    same = sum(one.label == other.label for one, other in pairs)
    assert len(pairs) >= 160
    assert 2 * same <= len(pairs)


def test_scenes_do_not_run_into_each_other() -> None:
    """Linked all at once, no report of one scene joins that of another."""
    from dashboard.build.merging import link_reports

    told = read_scenes()
    scene = {each.pair[0].id: each.scene for each in told}
    for happening in link_reports(list_reports({each.pair[0].id: each.pair for each in told}.values())):
        assert len({scene[report.article.id] for report in happening.reports}) == 1


DAY, TITLE = "2023-05-29", "Accord on glaciers, avalanches and meltwater"
SIGNED = event("agreement", DAY, [NU, SUSTECH], title=TITLE)
OTHER = event("agreement", "2024-02-01", [NUT, UNAI], title="Hub")


def pairs(**published: str | None) -> list[Pair]:
    """Reports of the same agreement, by the id of their article and the day of publication."""
    return [
        (article(id=name, published=day, title=TITLE, publisher=name, text=""), record(name, [SIGNED], published=day))
        for name, day in published.items()
    ]


def ids(built: Tables) -> dict[str, str | None]:
    """Where every id leads."""
    former = {row.former_id: row.event_id if row.because == "merged" else None for row in built.former_ids.itertuples()}
    return former | {event_id: event_id for event_id in built.events["event_id"]}


def again(before: Tables, *reports: Pair) -> Tables:
    """The tables of these reports, built where others were published."""
    built = build_tables(reports, past=Past(published=ids(before)))
    assert list_table_faults(built) == []
    assert ids(before).keys() <= ids(built).keys(), "an id was lost"
    return built


B, C = pairs(b="2023-06-01", c="2023-06-02")
A = pairs(a="2023-05-30")[0]


def test_more_reports_leave_the_id() -> None:
    """Also one published earlier, which becomes the lead."""
    before = build_tables([B, C])
    after = again(before, A, B, C)
    assert list(before.events["event_id"]) == list(after.events["event_id"]) == ["b.1"]
    assert ids(after)["a.1"] == "b.1"


def test_the_id_outlives_the_report_it_is_named_after() -> None:
    after = again(build_tables([A, B, C]), B, C)
    assert list(after.events["event_id"]) == ["a.1"]
    assert ids(after) == {"a.1": "a.1", "b.1": "a.1", "c.1": "a.1"}
    returned = again(after, A, B, C)
    assert list(returned.events["event_id"]) == ["a.1"]


def test_of_two_events_that_become_one_the_larger_keeps_its_id() -> None:
    apart = [B, C, (A[0], replace(A[1], events=(replace(SIGNED, start="2022-01-01", end="2022-01-01"),)))]
    before = build_tables(apart)
    assert sorted(before.events["event_id"]) == ["a.1", "b.1"]
    after = again(before, A, B, C)
    assert list(after.events["event_id"]) == ["b.1"]
    assert ids(after)["a.1"] == "b.1"


def test_of_an_event_that_falls_apart_the_part_of_that_name_keeps_the_id() -> None:
    before = build_tables([A, B, C])
    later = replace(SIGNED, start="2023-08-01", end="2023-08-01")
    after = again(before, A, *((paper, replace(told, events=(later,))) for paper, told in (B, C)))
    assert sorted(after.events["event_id"]) == ["a.1", "b.1"]
    assert ids(after)["c.1"] == "b.1"


def test_an_id_without_reports_is_reported_as_gone() -> None:
    after = again(build_tables([A, B]), (article(id="x"), record("x", [OTHER])))
    assert {name: target for name, target in ids(after).items() if name != "x.1"} == {"a.1": None, "b.1": None}
    assert ids(again(after, A, B))["b.1"] == "a.1"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_building_again_changes_nothing(order: Sequence[int]) -> None:
    """In whatever order reports come, and however often."""
    before = build_tables([B, C])
    after = again(before, *([A, B, C][place] for place in order))
    repeated = again(after, A, B, C)
    assert after.digest == repeated.digest == again(repeated, C, B, A).digest


def test_published_ids_are_read_from_the_tables(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    built = build_tables([A, B])
    assert load_ids(folder) == {}
    save_tables(built, folder)
    assert load_ids(folder) == ids(built)


TEXT = (
    "The two universities signed a memorandum on glaciers in the great hall on Monday. Both will send students to the station "
    "in the mountains, and a joint fund of two million pays for the journeys of the next five years, the rectors said."
)
KYOTO = Institution("Kyoto University", kind="university", country="JPN")


def weigh(*told: tuple[str, str, str]) -> Sources:
    """The sources of one event: publisher, address and text of each article."""
    held = event("agreement", DAY, [NU, SUSTECH])
    papers = [article(text, id=f"a{n}", publisher=publisher, url=url) for n, (publisher, url, text) in enumerate(told)]
    return weigh_sources(list_reports((paper, record(paper.id, [held])) for paper in papers))


@pytest.mark.parametrize(
    ("publisher", "url", "expected"),
    [
        ("Nazarbayev University", "", "own"),
        ("News of Nazarbayev University", "", "own"),
        ("SUSTech", "", "own"),
        ("UNESCO", "", "un"),
        ("Somebody", "https://www.unesco.org/x", "un"),
        ("The Astana Times", "", "press"),
        ("Kazinform", "", "press"),
        ("Kyoto University", "", "other"),
        ("", "", "other"),
    ],
)
def test_sources_are_told_apart(publisher: str, url: str, expected: str) -> None:
    assert weigh((publisher, url, "")).each[0].kind == expected


def test_both_sides_confirm_each_other() -> None:
    """A party that tells of it too is the partner; the press confirms nothing."""
    found = weigh(("Nazarbayev University", "", "x"), ("SUSTech", "", "y"), ("The Astana Times", "", "z"))
    assert [each.kind for each in found.each] == ["own", "partner", "press"]
    assert (found.confirmed, found.independent) == (True, 3)
    assert not weigh(("Nazarbayev University", "", "x"), ("The Astana Times", "", "z")).confirmed


def test_copies_and_repeats_count_once() -> None:
    """A text printed again with another beginning and a shorter end is no source of its own, nor a publisher's second page."""
    copied = "ASTANA, 30 May - " + TEXT[:170]
    found = weigh(("Nazarbayev University", "", TEXT), ("The Astana Times", "", copied), ("The Astana Times", "", "More."))
    assert [each.copy_of for each in found.each] == [None, "a0", None]
    assert found.independent == 1


def test_texts_of_their_own_are_no_copies() -> None:
    own = "On Monday a memorandum about glaciers was signed; students of both universities will work at the mountain station."
    assert not is_copy(article(TEXT), article(own))
    assert not is_copy(article("Short."), article("Short."))


def test_the_united_nations_are_known_by_name_and_host() -> None:
    assert is_un(article(publisher="United Nations Academic Impact"))
    assert not is_un(article(publisher="University of Nations", url="https://x.example/un.org"))


def test_the_health_of_an_event_is_told() -> None:
    """Sources, what is not known, review and contradictions, in sentences and in columns."""
    first = replace(SIGNED, participants=40, title=TITLE)
    second = replace(SIGNED, participants=120, title=TITLE)
    told = [
        (article(id="a", publisher="Nazarbayev University", title=TITLE, text=""), record("a", [first])),
        (article(id="b", publisher="SUSTech", title=TITLE, text=""), record("b", [second])),
    ]
    (row,) = build_tables(told, past=Past(curated=frozenset({"a"}))).events.to_dict("records")
    assert {name: row[name] for name in ("reports", "sources", "confirmed", "known", "differing", "review")} == {
        "reports": 2, "sources": 2, "confirmed": True, "known": "when | who | kind", "differing": "participants: 40, 120",
        "review": "mixed",
    }  # fmt: skip
    assert row["health"] == (
        "2 reports, 2 independent sources. Confirmed by both sides: more than one of its institutions tells of it. "
        "Not known: where, which goals. Partly entered by hand, partly read by machine. "
        "The reports differ: how many took part (40, 120)."
    )


def test_a_single_report_says_so() -> None:
    (row,) = tables(
        [record(events=[event("agreement", DAY, [NU], city="Astana", country="KAZ")], sdgs_explicit=(4,))]
    ).events.to_dict("records")
    assert row["health"].startswith("A single report. Known: when, where, who, what kind and which goals. Read by machine")
    assert row["differing"] is None or row["differing"] != row["differing"]


FAULTS = [
    ("events", "sources", 5, "has fewer sources than one or more than reports"),
    ("events", "confirmed", True, "is confirmed without reports of both sides"),
    ("events", "review", "maybe", "review 'maybe' is none of"),
    ("event_articles", "source_kind", "blog", "source_kind 'blog' is none of"),
    ("event_articles", "copy_of", "a", "copies 'a', which does not tell of"),
]


@pytest.mark.parametrize(("name", "column", "value", "fault"), FAULTS, ids=[column for _, column, _, _ in FAULTS])
def test_faults_of_sources_are_found(name: str, column: str, value: object, fault: str) -> None:
    built = tables([record("a", [SIGNED])])
    broken = replace(built, **{name: getattr(built, name).assign(**{column: value})})
    assert any(fault in sentence for sentence in list_table_faults(broken))

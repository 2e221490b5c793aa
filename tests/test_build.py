"""Records turned into tables: what an event gets, and that a build is sound and repeatable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import settings
from dashboard.build import Source, build_folder, ensure_tables
from dashboard.build.programmes import programme_key
from dashboard.build.reports import first_day, last_day, slug, widen
from dashboard.errors import ArticleError, RecordError, TableError
from dashboard.model import Event, Institution
from dashboard.records import write_record
from dashboard.tables import FRAMES, Tables, list_table_faults, load_tables, save_tables
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023", None, ("2023-01-01", "2023-12-31")),
        ("2023-02", "2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-02", "2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-05-29", "2023-05-30", ("2023-05-29", "2023-05-30")),
        ("2023-05-29", "2023-06", ("2023-05-29", "2023-06-30")),
        (None, "2023", ("2023-01-01", "2023-12-31")),
        (None, None, (None, None)),
    ],
)
def test_dates_are_widened(start: str | None, end: str | None, expected: tuple[str | None, str | None]) -> None:
    """An ISO prefix stands for all its days; a missing side is like the other."""
    assert widen(start, end) == expected


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_every_day_lies_in_its_prefix(day: object, length: int) -> None:
    """A day lies between the first and the last day of each of its prefixes."""
    prefix = str(day)[:length]
    assert first_day(prefix) <= str(day) <= last_day(prefix)
    assert first_day(prefix)[:length] == last_day(prefix)[:length] == prefix


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nagaoka University of Technology", "nagaoka-university-of-technology"),
        ("Tuổi Trẻ", "tuoi-tre"),
        ("Universität Zürich – Straße", "universitat-zurich-strasse"),
        ("  St. John's, A&M ", "st-johns-a-m"),
        ("长冈技术科学大学", "长冈技术科学大学"),
        ("!!!", "unnamed"),
    ],
)
def test_slugs_are_readable(name: str, expected: str) -> None:
    """A slug keeps letters and digits of any script and holds nothing that an address would need to escape twice."""
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A Forum of Our Own (AFOO)", "A forum of our own"),
        ("UNESCO Chairs", "UNESCO Chair"),
        ("SDSN", "Sustainable Development Solutions Network"),
        ("Learning Towns (GNLC)", "UNESCO Global Network of Learning Cities"),
    ],
)
def test_a_programme_is_one_under_all_its_names(one: str, other: str) -> None:
    """Acronyms in brackets and names of the reference table make no other programme."""
    assert programme_key(one) == programme_key(other)


def test_programmes_that_are_not_known_keep_their_names() -> None:
    assert programme_key("Tomorrow's Cities") == "tomorrows-cities"


def countries_of(built: Tables, event_id: str) -> dict[str, str]:
    rows = built.event_countries[built.event_countries["event_id"] == event_id]
    return dict(zip(rows["country"], rows["because"], strict=True))


def goals_of(built: Tables, event_id: str) -> dict[int, tuple[str, str]]:
    rows = built.event_goals[built.event_goals["event_id"] == event_id]
    return dict(zip(rows["goal"], zip(rows["basis"], rows["via"], strict=True), strict=True))


def test_countries_are_venue_seats_and_for_the_main_event_the_rest() -> None:
    main = event(parties=[NUT, UNAI], country="THA")
    side = event("visit", parties=[NU])
    built = tables([record(events=[main, side], countries=("JPN", "THA", "KAZ", "VNM"))])
    assert countries_of(built, "a.1") == {"JPN": "seat", "THA": "venue", "VNM": "article"}
    assert countries_of(built, "a.2") == {"KAZ": "seat"}


def test_own_countries_stand_alone() -> None:
    main = event(parties=[NUT], country="THA", countries=("THA", "LAO"))
    assert countries_of(tables([record(events=[main])]), "a.1") == {"THA": "venue", "LAO": "article"}


def test_goals_are_own_or_inherited() -> None:
    main = event(sdgs_explicit=(4,), sdgs_implied=(4, 9))
    built = tables([record(events=[main, event("visit")], sdgs_explicit=(5,), sdgs_implied=(5, 17))])
    assert goals_of(built, "a.1") == {4: ("stated", "event"), 9: ("inferred", "event")}
    assert goals_of(built, "a.2") == {5: ("stated", "article"), 17: ("inferred", "article")}


def test_programmes_go_to_the_main_event() -> None:
    built = tables([record(events=[event(), event("visit")], programmes=("Erasmus+", "Erasmus Plus", "Erasmus"))])
    assert list(built.programmes.itertuples(index=False, name=None)) == [
        ("a.1", "erasmus", "Erasmus"),
        ("a.1", "erasmus-plus", "Erasmus+"),
    ]


def test_names_that_are_not_listed_are_told_apart_by_country() -> None:
    here, there = (Institution("Ministry of Education", kind="government", country=code) for code in ("KEN", "GHA"))
    built = tables([record("a", [event(parties=[here])], [here]), record("b", [event(parties=[there])], [there])])
    named = built.institutions[~built.institutions["listed"]]
    assert list(named["institution_id"]) == ["name-ministry-of-education-gha", "name-ministry-of-education-ken"]


def test_a_name_without_country_is_that_of_its_only_country() -> None:
    """NordForsk told with and without its country is one institution; where two countries have the name, it stays apart."""
    told = [
        ("a", "NordForsk", "NOR"),
        ("b", "NordForsk", None),
        ("c", "Ministry", "KEN"),
        ("d", "Ministry", "GHA"),
        ("e", "Ministry", None),
    ]
    built = tables([record(n, institutions=[Institution(name, country=code)]) for n, name, code in told])
    named = built.institutions.loc[~built.institutions["listed"], "institution_id"]
    assert list(named) == ["name-ministry", "name-ministry-gha", "name-ministry-ken", "name-nordforsk-nor"]


def test_what_is_not_relevant_is_read_but_adds_no_event() -> None:
    built = tables([record(events=[event()], relevant=False, countries=("KEN",))])
    assert len(built.articles) == 1
    assert len(built.events) == 0
    assert built.countries.set_index("country").loc["KEN", "articles"] == 1


def test_coverage_counts_articles() -> None:
    """An article covers the countries of its record and of its events, each once."""
    first = record("a", [event(parties=[NUT]), event("visit", country="JPN")], countries=("JPN",))
    second = record("b", [event("training", country="JPN")])
    counted = tables([first, second]).countries.set_index("country")["articles"]
    assert counted["JPN"] == 2
    assert counted.drop("JPN").sum() == 0


def test_cities_have_coordinates() -> None:
    """Those of the institutions list, else of the gazetteer; a city that neither knows has none."""
    places = [("Nagaoka", "JPN"), ("Reykjavík", "ISL"), ("Nowhere-upon-Sea", "GBR")]
    built = tables([record(events=[event(city=city, country=country) for city, country in places])])
    assert [round(x) if x == x else None for x in built.events["latitude"]] == [37, 64, None]


def test_event_ids_stay_apart_when_article_ids_are_written_alike() -> None:
    built = tables([record("A b", [event()]), record("a-b", [event()])])
    assert list(built.events["event_id"]) == ["a-b.1", "a-b~2.1"]


TEXT = "On 29 May 2023 NU and SUSTech signed a memorandum in Astana; about 40 people came. Shigeo Katsu spoke of SDG 4."


def evidence_of(built: Tables, subject: str) -> dict[str, tuple[str, str | None]]:
    rows = built.evidence[built.evidence["subject"] == subject]
    texts = [None if text != text else text for text in rows["text"]]
    return dict(zip(rows["field"], zip(rows["basis"], texts, strict=True), strict=True))


@pytest.fixture(scope="module")
def quoted() -> Tables:
    from dashboard.build.quoting import quote_record
    from dashboard.extract import find_mentions
    from dashboard.model import Person

    signed = event("agreement", "2023-05-29", [NU, SUSTECH], city="Astana", country="KAZ", participants=40, mode="in_person")
    told = record(
        events=[signed], countries=("KAZ", "CHN"), sdgs_explicit=(4,), people=(Person("Shigeo Katsu", None, NU.name),)
    )
    text = article(TEXT)
    return tables([quote_record(text, told, find_mentions(text))], [text])


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("kind", ("digest", "memorandum")),
        ("start", ("digest", "29 May 2023")),
        ("city", ("digest", "Astana")),
        ("country", ("digest", "Astana")),
        ("participants", ("digest", "40 people")),
        ("mode", ("curated", None)),
        ("goal 4", ("digest", "SDG 4")),
        ("institution nazarbayev-university", ("digest", "NU")),
        ("country CHN", ("digest", "SUSTech")),
    ],
)
def test_curated_values_take_the_words_of_the_digest(quoted: Tables, field: str, expected: tuple[str, str | None]) -> None:
    """A value that the text has is quoted from it, one that it lacks is marked as entered by hand."""
    basis, text = evidence_of(quoted, "a.1")[field]
    assert (basis, text) == expected or (expected[1] is not None and expected[1] in (text or ""))


def test_people_are_quoted(quoted: Tables) -> None:
    assert evidence_of(quoted, "a")["person Shigeo Katsu"] == ("digest", "Shigeo Katsu")


def test_a_curated_null_has_no_evidence() -> None:
    from dashboard.build.quoting import quote_record
    from dashboard.extract import find_mentions

    text = article(TEXT)
    told = quote_record(text, record(events=[event("agreement", None)]), find_mentions(text))
    assert {item.field for item in told.evidence} == {"events/0/kind", "events/0/status"}


def test_the_bundled_data_is_sound(bundled: Tables) -> None:
    """The tables of the data that ships have no fault; every event has words for one of its values at least."""
    assert list_table_faults(bundled) == []
    assert (len(bundled.articles), len(bundled.events), bundled.event_articles.shape[0]) == (339, 451, 453)
    worded = bundled.evidence.loc[bundled.evidence["text"].notna(), "subject"]
    assert bundled.events["event_id"].isin(worded).all()


def records() -> list[tuple[str, Event]]:
    return [("a", event("agreement", "2023-05-29", [NU, SUSTECH])), ("b", event("visit", "2023", [NUT, UNAI])), ("c", event())]


def test_the_order_of_records_makes_no_difference() -> None:
    made = [record(name, [each], countries=("VNM", "LAO")) for name, each in records()]
    assert tables(made).digest == tables(reversed(made)).digest


SCRIPT = """
import sys
from pathlib import Path
from tests.test_build import records
from tests.factory import record, tables
from dashboard.tables import save_tables
made = [record(name, [each], countries=("VNM", "LAO"), programmes=("B", "A")) for name, each in records()]
save_tables(tables(made), Path(sys.argv[1]))
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """In processes that hash text differently, too."""
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])}
        subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path / seed)], check=True, env=environment)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert len(contents(tmp_path / "1")) == 2 * len(FRAMES) + 4  # each in two forms; two indexes, the pointer, what they are


def test_ensure_builds_once(bundled: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables of the bundled data that are there already are loaded; none are built again."""
    save_tables(bundled, tmp_path)
    monkeypatch.setenv("SDG_ATLAS_TABLES", str(tmp_path))
    monkeypatch.setattr("dashboard.build.folders.fingerprint", lambda *_: bundled.about.inputs.removeprefix("bundled-"))
    monkeypatch.setattr("dashboard.build.folders._build", lambda *_: pytest.fail("built again"))
    assert ensure_tables().digest == bundled.digest


def test_ensure_leaves_own_tables_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables that somebody built from own articles are never replaced by the bundled ones."""
    own = tables([record(events=[event()])])
    save_tables(own, tmp_path)
    monkeypatch.setenv("SDG_ATLAS_TABLES", str(tmp_path))
    assert ensure_tables().digest == own.digest


def test_outdated_tables_of_the_bundled_data_are_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tables([record(events=[event()])]), tables([record(events=[event("visit")])])
    save_tables(replace(old, about=replace(old.about, inputs="bundled-0")), tmp_path)
    monkeypatch.setenv("SDG_ATLAS_TABLES", str(tmp_path))
    monkeypatch.setattr("dashboard.build.folders._build", lambda *_: new)
    assert ensure_tables().digest == new.digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    home.mkdir()
    (home / "curated.jsonl").write_text(
        json.dumps({"id": "a", "title": "A", "text": TEXT, "basis": "digest"}) + "\n", encoding="utf-8"
    )
    (home / "bad.txt").write_bytes(b"\xff\xfe\xfd")
    (home / "plain.txt").write_text(
        "Nazarbayev University\n\nOn 3 June 2024 Nazarbayev University held a workshop.", encoding="utf-8"
    )
    return home


def test_a_folder_is_built_with_curated_and_extracted_records(folder: Path, tmp_path: Path) -> None:
    """What cannot be read is told and left out; progress reaches its end; the tables load as they were built."""
    curated = tmp_path / "records.jsonl"
    curated.write_text(write_record(record(events=[event("visit", "2020")])) + "\n", encoding="utf-8")
    faults: list[ArticleError] = []
    steps: list[tuple[int, int]] = []
    built = build_folder(Source((folder,), curated), tmp_path / "out", faults.append, lambda *step: steps.append(step))
    assert ["bad.txt" in str(fault) for fault in faults] == [True]
    assert steps[-1] == (2, 2)
    assert set(built.articles["article_id"]) == {"a", "plain"}
    assert list(built.events.loc[built.events["event_id"] == "a.1", "kind"]) == ["visit"]
    assert load_tables(tmp_path / "out").digest == built.digest


def test_records_without_articles_are_named(folder: Path, tmp_path: Path) -> None:
    curated = tmp_path / "records.jsonl"
    curated.write_text(write_record(record("zzz")) + "\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"1 records? ha(s|ve) no article.*zzz"):
        build_folder(Source((folder,), curated), tmp_path / "out", lambda _: None)
    assert not (tmp_path / "out").exists()


def test_nothing_is_built_of_nothing(folder: Path, tmp_path: Path) -> None:
    """A wrong path does not put empty tables in the place of good ones."""
    before = build_folder(Source((folder,)), tmp_path / "out", lambda _: None)
    with pytest.raises(TableError, match=r"absent: no article could be read"):
        build_folder(Source((tmp_path / "absent",)), tmp_path / "out", lambda _: None)
    assert load_tables(tmp_path / "out").digest == before.digest


def test_the_bundled_folders_exist() -> None:
    assert settings.ARTICLES.is_dir()
    assert settings.RECORDS.is_file()

"""Tables saved, loaded, checked, folded, searched."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import TableError
from dashboard.tables import (
    FRAMES,
    KEYS,
    SCHEMA,
    Tables,
    check_tables,
    find_about,
    fold,
    frame_of,
    list_table_faults,
    load_tables,
    release_pages,
    save_tables,
)
from dashboard.tables import fingerprint as fingerprint_of
from dashboard.tables.folding import fold_texts
from tests.factory import NU, NUT, SUSTECH, UNAI, article, event, record, tables


@pytest.fixture(scope="module")
def small() -> Tables:
    signed = event("agreement", "2023-05-29", [NU, SUSTECH], title="A memorandum", country="KAZ")
    met = event("meeting", "2020", [NUT, UNAI], title="Café talk")
    first = record("a", [signed, met], countries=("KAZ", "CHN"), sdgs_explicit=(4,), programmes=("Erasmus+",))
    return tables([first, record("b", [event("visit")])], [article("Words of a digest.", id="a")])


def same(one: Tables, other: Tables) -> bool:
    return one.about == other.about and all(getattr(one, name).equals(getattr(other, name)) for name in FRAMES)


@pytest.mark.parametrize("name", FRAMES)
def test_every_table_follows_the_schema(small: Tables, name: str) -> None:
    assert {column: str(kind) for column, kind in getattr(small, name).dtypes.items()} == SCHEMA[name]


@pytest.mark.parametrize("name", FRAMES)
def test_empty_tables_follow_the_schema_too(name: str) -> None:
    assert {column: str(kind) for column, kind in frame_of(name, []).dtypes.items()} == SCHEMA[name]


def test_tables_come_back_as_they_were_saved(small: Tables, tmp_path: Path) -> None:
    save_tables(small, tmp_path)
    loaded = load_tables(tmp_path)
    assert same(small, loaded)
    assert loaded.digest == small.digest


def test_tables_of_nothing_can_be_saved_and_loaded(tmp_path: Path) -> None:
    nothing = tables([])
    save_tables(nothing, tmp_path)
    assert same(nothing, load_tables(tmp_path))


def test_the_digest_tells_where_tables_come_from(small: Tables) -> None:
    """Tables that hold the same but were built from something else have another digest."""
    assert tables([record("a")]).digest != tables([record("b")]).digest


def test_older_tables_go_but_for_the_last(small: Tables, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        save_tables(tables([record(name)]), tmp_path)
    kept = [path.name for path in tmp_path.iterdir() if path.is_dir()]
    assert sorted(kept) == sorted(tables([record(name)]).digest for name in ("b", "c"))


def test_what_else_lies_in_the_folder_stays(small: Tables, tmp_path: Path) -> None:
    (tmp_path / "0123456789abcdef").mkdir()
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    save_tables(small, tmp_path)
    save_tables(tables([]), tmp_path)
    assert (tmp_path / "notes.txt").is_file()
    assert (tmp_path / "0123456789abcdef").is_dir()


def test_saving_mends_what_is_broken(small: Tables, tmp_path: Path) -> None:
    home = save_tables(small, tmp_path)
    (home / "events.arrow").write_bytes(b"broken")
    with pytest.raises(TableError, match="cannot be read"):
        load_tables(tmp_path)
    save_tables(small, tmp_path)
    assert same(small, load_tables(tmp_path))


def test_saving_again_leaves_whole_tables_untouched(small: Tables, tmp_path: Path) -> None:
    """Somebody may be reading them at that moment."""
    home = save_tables(small, tmp_path)
    before = home.stat().st_ino
    assert save_tables(small, tmp_path).stat().st_ino == before


def test_two_may_save_at_once(small: Tables, tmp_path: Path) -> None:
    """Whoever comes first, the tables are whole and nothing half-written stays behind."""
    threads = [threading.Thread(target=save_tables, args=(small, tmp_path)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert same(small, load_tables(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([small.digest, "current"])


@pytest.mark.parametrize("current", [None, "", "../../etc", "0123456789abcdef"])
def test_a_folder_without_tables_is_named(current: str | None, tmp_path: Path) -> None:
    """An absent, empty, hostile or dangling pointer leads to one sentence that says what to do."""
    if current is not None:
        (tmp_path / "current").write_text(current, encoding="utf-8")
    assert find_about(tmp_path) is None
    with pytest.raises(TableError, match="sdg-atlas build"):
        load_tables(tmp_path)


def test_tables_of_another_format_are_refused(small: Tables, tmp_path: Path) -> None:
    about = save_tables(small, tmp_path) / "about.json"
    about.write_text(json.dumps(json.loads(about.read_text(encoding="utf-8")) | {"format": 0}), encoding="utf-8")
    assert find_about(tmp_path) is None
    with pytest.raises(TableError, match="another version"):
        load_tables(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(small: Tables, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(TableError, match="cannot be written"):
        save_tables(small, tmp_path / "file")


def test_a_fingerprint_follows_names_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    first = fingerprint_of([tmp_path])
    (tmp_path / "a").write_text("2", encoding="utf-8")
    second = fingerprint_of([tmp_path])
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, fingerprint_of([tmp_path]), fingerprint_of([tmp_path], "salt")}) == 4
    assert fingerprint_of([tmp_path / "absent"]) == fingerprint_of([])


def test_sound_tables_pass(small: Tables) -> None:
    assert list_table_faults(small) == []
    check_tables(small)


FAULTS = [
    ("events", "event_id", "a.2", "events: the key a.2 stands twice"),
    ("events", "kind", "party", "events: kind 'party' is none of agreement, meeting"),
    ("events", "status", None, "events: status is empty in 1 rows"),
    ("events", "mode", "asleep", "events: mode 'asleep' is none of in_person, online, hybrid"),
    ("events", "country", "XXX", "events: country 'XXX' is not in countries"),
    ("events", "start", "May 2023", "events: start 'May 2023' is no date"),
    ("events", "first_day", "2024-01-01", "events: 'a.1' ends before it begins"),
    ("events", "last_day", None, "events: 'a.1' has one of first and last day only"),
    ("events", "latitude", 91.0, "events: latitude of 'a.1' is beyond 90 degrees"),
    ("events", "participants", -3, "events: 'a.1' has fewer than no participants"),
    ("events", "reports", 7, "events: 'a.1' counts other reports than it has articles"),
    ("participations", "institution_id", "nobody", "participations: institution_id 'nobody' is not in institutions"),
    ("event_goals", "goal", 18, "event_goals: goal 18 is not in goals"),
    ("event_goals", "basis", "guessed", "event_goals: basis 'guessed' is none of stated, inferred"),
    ("event_articles", "article_id", "zzz", "event_articles: article_id 'zzz' is not in articles"),
    ("event_articles", "event_id", "a.2", "events: no article tells of 'a.1'"),
    ("institutions", "parent", "nobody", "institutions: parent 'nobody' is not in institutions"),
    ("articles", "sha256", None, "articles: sha256 is empty in 1 rows"),
]


@pytest.mark.parametrize(("name", "column", "value", "sentence"), FAULTS, ids=[f"{f[0]}.{f[1]}={f[2]}" for f in FAULTS])
def test_each_fault_is_told(small: Tables, name: str, column: str, value: object, sentence: str) -> None:
    """One planted fault gives a sentence that names table, column and value."""
    frame = getattr(small, name).copy()
    frame.loc[0, column] = value
    faults = list_table_faults(replace(small, **{name: frame.astype(SCHEMA[name])}))
    assert any(fault.startswith(sentence) for fault in faults), faults


def test_every_fault_is_told_at_once(small: Tables) -> None:
    events = small.events.copy()
    events["kind"] = "party"
    events["status"] = "asleep"
    with pytest.raises(TableError, match=r"2 faults.*party.*asleep"):
        check_tables(replace(small, events=events))


def test_a_missing_column_is_told(small: Tables) -> None:
    faults = list_table_faults(replace(small, goals=small.goals.drop(columns="colour")))
    assert len(faults) == 1
    assert faults[0].startswith("goals: has the columns")


ROW = {"subject": "a.1", "field": "kind", "value": "agreement", "article_id": "a", "basis": "digest"}
EVIDENCE = [
    ({"start": 0, "end": 5, "text": "Words", "rule": "r"}, ""),
    ({"start": 0, "end": 5, "text": "words", "rule": "r"}, "does not quote its article at 0:5"),
    ({"start": 0, "text": "Words", "rule": "r"}, "has only part of a quotation"),
    ({"text": "title", "rule": "headline"}, ""),
    ({"text": "other", "rule": "headline"}, "does not quote the headline"),
    ({"rule": "seat of NU"}, ""),
    ({}, "stands on nothing"),
    ({"basis": "curated"}, ""),
    ({"basis": "quoted", "start": 0, "end": 5, "text": "Words"}, "has the basis quoted, its article digest"),
    ({"subject": "nobody", "rule": "r"}, "nothing is called 'nobody'"),
]


@pytest.mark.parametrize(("cells", "fault"), EVIDENCE, ids=[str(cells) for cells, _ in EVIDENCE])
def test_evidence_is_held_to_its_article(small: Tables, cells: dict[str, object], fault: str) -> None:
    """Evidence with a place quotes exactly what stands there."""
    row = ROW | cells
    evidence = frame_of("evidence", [tuple(row.get(column) for column in SCHEMA["evidence"])])
    found = list_table_faults(replace(small, evidence=evidence))
    assert [fault in sentence for sentence in found] == ([True] if fault else [])


def test_keys_are_columns() -> None:
    assert all(set(key) <= SCHEMA[name].keys() for name, key in KEYS.items())


@pytest.mark.parametrize("name", ["country", "institution", "goal", "kind", "programme", "article", "publisher", "language"])
def test_an_incidence_is_what_the_links_say(bundled: Tables, name: str) -> None:
    """For some codes of each sort, the events found by matrix are those found by looking through the tables."""
    incidence = bundled.incidence(name)
    assert set(incidence.matrix.data.tolist()) == {1}
    for code in incidence.index[:: max(1, len(incidence.index) // 25)]:
        assert set(bundled.event_index[incidence.mask_with([code])]) == slow(bundled, name, code)


def slow(built: Tables, name: str, code: object) -> set[str]:
    """The ids of events that have a code, looked up without matrices."""
    places = {
        "country": (built.event_countries, "country"),
        "institution": (built.participations, "institution_id"),
        "goal": (built.event_goals, "goal"),
        "kind": (built.events, "kind"),
        "programme": (built.programmes, "programme_key"),
        "article": (built.event_articles, "article_id"),
    }
    if name in places:
        frame, column = places[name]
        return set(frame.loc[frame[column] == code, "event_id"])
    told = built.event_articles.merge(built.articles, on="article_id")
    return set(told.loc[told[{"publisher": "publisher_key", "language": "source_language"}[name]] == code, "event_id"])


def test_unknown_codes_have_no_events(small: Tables) -> None:
    assert not small.incidence("country").mask_with(["XXX"]).any()
    assert not small.incidence("institution").mask_with([]).any()
    assert small.event_rows(["a.2", "zzz"]).tolist() == [1, -1]


SEARCHES = [
    ("memorandum", ["a.1"]),
    ("MEMORANDUM", ["a.1"]),
    ("cafe", ["a.2"]),
    ("Nazarbayev", ["a.1"]),
    ("sustech memorandum", ["a.1"]),
    ("memo", ["a.1"]),
    ("andum", []),
    ("erasmus+", ["a.1"]),
    ("digest words", ["a.1", "a.2"]),
    ('"words of"', ["a.1", "a.2"]),
    ('"of words"', []),
    ("(.*", []),
    ('"', ["a.1", "a.2", "b.1"]),
    ("", ["a.1", "a.2", "b.1"]),
]


@pytest.mark.parametrize(("words", "expected"), SEARCHES, ids=[words or "nothing" for words, _ in SEARCHES])
def test_words_are_found_wherever_they_stand(small: Tables, words: str, expected: list[str]) -> None:
    """Titles, institutions, programmes and texts are searched for the beginnings of words, whatever their case and accents."""
    assert list(small.event_index[small.texts.mask_with(words)]) == expected


def test_names_are_at_hand(small: Tables) -> None:
    assert small.country_names["KAZ"] == "Kazakhstan"
    assert small.institution_names["unai"] == "United Nations Academic Impact"
    assert small.publisher_names == {"a-university": "A University"}
    assert small.programme_names == {"erasmus-plus": "Erasmus+"}
    assert len(small.goal_titles) == 17


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cần Thơ", "can tho"),
        ("STRASSE Straße", "strasse strasse"),
        ("Łódź", "lodz"),
        ("it’s", "it's"),
        ("長岡", "長岡"),
        ("İstanbul", "istanbul"),
    ],
)
def test_folding(text: str, expected: str) -> None:
    assert fold(text) == expected


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)))))
def test_folding_many_is_folding_each(texts: list[str]) -> None:
    """Folding a column gives what folding each text gives; only line ends become blanks."""
    assert fold_texts(pa.array(texts, type=pa.large_string())).to_pylist() == [fold(text.replace("\n", " ")) for text in texts]


def test_folding_many_keeps_texts_apart() -> None:
    """Letters beyond the plain ones that end one text and begin the next stay with theirs."""
    texts = pa.array(["left out", "", "Córdoba é", "Ünal", "", "É", "plain", "ı"], type=pa.large_string())[1:]
    assert fold_texts(texts).to_pylist() == ["", "cordoba e", "unal", "", "e", "plain", "i"]


def test_matrices_have_the_shape_of_the_tables(small: Tables) -> None:
    assert small.country_matrix.shape == (3, 250)
    assert small.goal_matrix.shape == (3, 17)
    assert small.goal_matrix.toarray()[:, 3].tolist() == [1, 1, 0]
    assert small.institution_matrix.dtype == np.int32
    assert isinstance(small.institution_index, pd.Index)


def test_tables_are_read_from_parquet_where_nothing_else_lies_beside_it(small: Tables, tmp_path: Path) -> None:
    for path in save_tables(small, tmp_path).glob("*.arrow"):
        path.unlink()
    assert same(small, load_tables(tmp_path))


def test_an_index_that_was_saved_finds_what_one_made_anew_finds(small: Tables, tmp_path: Path) -> None:
    save_tables(small, tmp_path)
    loaded = load_tables(tmp_path)
    assert set(loaded.words) == {"events", "articles"}
    for word in ("astana", "a", '"the university"', "京"):
        assert loaded.texts.mask_with(word).tolist() == small.texts.mask_with(word).tolist()


def test_what_left_the_memory_is_there_again_when_it_is_read(small: Tables, tmp_path: Path) -> None:
    save_tables(small, tmp_path)
    loaded = load_tables(tmp_path)
    release_pages()
    assert same(small, loaded)


def test_evidence_is_found_by_its_subject(bundled: Tables) -> None:
    event = bundled.events["event_id"].iloc[3]
    found = bundled.evidence_about([event, "nobody"])
    assert found.equals(bundled.evidence[bundled.evidence["subject"] == event])
    assert bundled.evidence_about([]).empty

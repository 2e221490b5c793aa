"""Records read, checked and written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard import settings
from dashboard.errors import RecordError
from dashboard.model import Basis, Evidence, Person
from dashboard.records import list_faults, parse_record, read_records, write_record
from tests.factory import NU, event, record

FULL = record(
    "a",
    [event("agreement", "2023-05", [NU], sdgs_explicit=(4,), countries=("KAZ",), participants=3)],
    title="Title — “quoted”",
    countries=("KAZ",),
    sdgs_explicit=(4,),
    programmes=("P",),
    people=(Person("Ann", "Dean", NU.name),),
    evidence=(Evidence("events/0/kind", "agreement", Basis.DIGEST, 0, 4, "Pact", "trigger"),),
)


def test_a_record_comes_back_as_it_was_written() -> None:
    assert parse_record(write_record(FULL), "here") == FULL


def test_a_record_is_one_line() -> None:
    assert "\n" not in write_record(record(title="two\nlines"))


def test_the_bundled_records_are_read_and_written_alike() -> None:
    for told in read_records(settings.RECORDS):
        assert parse_record(write_record(told), told.id) == told


FAULTS = [
    ({"published": "29 May 2023"}, "not an ISO date"),
    ({"countries": ["Kazakhstan"]}, "no alpha-3 country"),
    ({"sdgs_explicit": [18]}, "no goal from 1 to 17"),
    ({"sdgs_implied": ["4"]}, "no goal from 1 to 17"),
    ({"events": [{"title": "x", "kind": "party"}]}, "kind 'party'"),
    ({"events": [{"title": "x", "kind": "visit", "start": "2023-5"}]}, "start is '2023-5'"),
    ({"events": [{"title": "x", "kind": "visit", "start": "2023-05-02", "end": "2023-05-01"}]}, "before it starts"),
    ({"events": [{"title": "x", "kind": "visit", "institutions": ["Nobody"]}]}, "not among the record's institutions"),
    ({"institutions": [{"name": "N", "kind": "club"}]}, "kind 'club'"),
    ({"events": [{"kind": "visit"}]}, "title"),
    ({"colour": "red"}, "unknown field colour"),
    ({"id": ""}, "no id"),
]


@pytest.mark.parametrize(("values", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_a_fault_is_named_with_its_place(values: dict[str, object], fault: str) -> None:
    with pytest.raises(RecordError, match=r"^r\.jsonl:7: ") as caught:
        parse_record(json.dumps({"id": "a"} | values), "r.jsonl:7")
    assert fault in str(caught.value)


@pytest.mark.parametrize("line", ["{", "[]", "3", '"a"', "null"])
def test_what_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(RecordError, match=r"r\.jsonl:1: not a record"):
        parse_record(line, "r.jsonl:1")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"absent\.jsonl: does not exist"):
        list(read_records(tmp_path / "absent.jsonl"))


def test_the_line_at_fault_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(write_record(FULL) + "\n\n{}\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"r\.jsonl:3: "):
        list(read_records(tmp_path / "r.jsonl"))


def test_a_sound_record_has_no_faults() -> None:
    assert list_faults(FULL) == []

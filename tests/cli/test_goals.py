"""``sdg-atlas goals`` prints the goals of texts of any kind, one line of JSON each."""

import json
from pathlib import Path

import pytest

from dashboard.cli import DONE, SOME_SKIPPED, STOPPED, main


def run(capsys: pytest.CaptureFixture[str], *paths: Path) -> tuple[int, list[dict[str, object]], str]:
    """Exit status, printed lines, and what was said on standard error."""
    status = main(["goals", *map(str, paths)])
    output = capsys.readouterr()
    return status, [json.loads(line) for line in output.out.splitlines()], output.err


def test_a_sentence_in_a_text_file_is_enough(tmp_path, capsys):
    path = tmp_path / "note.txt"
    path.write_text("It serves SDG target 4.7.")
    status, lines, _ = run(capsys, path)
    goal = {"goal": 4, "target": "4.7", "basis": "stated", "weight": 1.0, "words": ["SDG target 4.7"]}
    assert (status, lines) == (DONE, [{"id": "note", "goals": [goal]}])


def test_lines_and_tables_are_read_too(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "Wastewater and sewage."}\n')
    (tmp_path / "b.csv").write_text('id,text\ny,"Malaria, and maternal mortality"\nz,Nothing\n')
    status, lines, _ = run(capsys, tmp_path / "a.jsonl", tmp_path / "b.csv")
    assert status == DONE
    assert [(line["id"], [goal["goal"] for goal in line["goals"]]) for line in lines] == [("x", [6]), ("y", [3]), ("z", [])]


def test_a_title_apart_from_the_text_is_read(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text('{"id": "x", "title": "SDG 7 at work", "text": "We met."}\n')
    _, lines, _ = run(capsys, tmp_path / "a.jsonl")
    assert [goal["goal"] for goal in lines[0]["goals"]] == [7]


def test_a_row_without_text_is_named_and_skipped(tmp_path, capsys):
    (tmp_path / "b.csv").write_text("id,text\na,Malaria kills\nb,\n")
    status, lines, said = run(capsys, tmp_path / "b.csv")
    assert (status, len(lines)) == (SOME_SKIPPED, 1)
    assert "b.csv:3: has no id or no text" in said


def test_an_id_given_twice_is_named(tmp_path, capsys):
    (tmp_path / "b.csv").write_text("id,text\na,Malaria\na,Cholera\n")
    status, lines, said = run(capsys, tmp_path / "b.csv")
    assert (status, len(lines)) == (SOME_SKIPPED, 1)
    assert "'a' stands there twice" in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b\n1,2\n", "has no column id and text"),
        (b"", "has no column id and text"),
        (b"id,text\n1,\xff\xfe\n", "is no UTF-8 table"),
        (b'id,text\n1,"open\n', "is no UTF-8 table"),
    ],
)
def test_what_is_no_table_of_texts_is_said_in_a_sentence(tmp_path, capsys, content, words):
    (tmp_path / "bad.csv").write_bytes(content)
    status, lines, said = run(capsys, tmp_path / "bad.csv")
    assert (status, lines) == (STOPPED, [])
    assert words in said


def test_a_path_that_does_not_exist_is_said_in_a_sentence(tmp_path, capsys):
    assert run(capsys, tmp_path / "none.csv")[0] == STOPPED
    assert run(capsys, tmp_path / "none")[0] == STOPPED

"""Quality floors: held, pinned to their gold, raised and never lowered."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard import cli, settings
from dashboard.errors import RecordError
from dashboard.evaluate import Floors, Scores, check_floors, raise_floors
from dashboard.evaluate.floors import find_floors, read_floors, write_floors

KIND_80, KIND_70 = ({"kind": Scores(share, share, share, 100), "mode": Scores(1.0, 1.0, 1.0, 3)} for share in (0.8, 0.7))
FLOORS = Floors("ours", "5f", 100, {"kind": 0.75})


def test_floors_hold_and_name_what_falls():
    check_floors(KIND_80, FLOORS)
    with pytest.raises(RecordError, match=r"fell below its floor on ours: kind 0\.700 \(floor 0\.75\)"):
        check_floors(KIND_70, FLOORS)


def test_floors_rise_to_a_point_below_and_never_sink():
    assert raise_floors(KIND_80, FLOORS).floors["kind"] == 0.79
    with pytest.raises(RecordError, match="fell below"):
        raise_floors(KIND_70, FLOORS)
    assert "mode" not in raise_floors(KIND_80, FLOORS).floors


def test_floors_are_pinned_to_one_gold():
    assert find_floors([FLOORS], "5f", "") is FLOORS
    assert find_floors([FLOORS], "60", "theirs") is None
    with pytest.raises(RecordError, match="is not the one that the floors were measured on"):
        find_floors([FLOORS], "60", "ours")


def test_floors_come_back_as_written():
    assert read_floors(write_floors([FLOORS]), "floors.json") == (FLOORS,)


@pytest.mark.parametrize("text", ["", "[]", '{"golds": [{"name": "x"}]}', write_floors([replace(FLOORS, floors={"kind": 2})])])
def test_what_is_no_file_of_floors_is_refused(text):
    with pytest.raises(RecordError, match=r"^here: not a file of floors"):
        read_floors(text, "here")


def test_extraction_from_the_bundled_digests_keeps_above_its_floors(tmp_path, monkeypatch, capsys):
    """The floors that ship hold, on the gold that they are pinned to."""
    monkeypatch.setenv("SDG_ATLAS_HOME", str(tmp_path))
    assert cli.main(["evaluate"]) == cli.DONE, capsys.readouterr().err


def test_the_command_refuses_a_gold_that_was_changed(tmp_path, capsys, monkeypatch):
    gold = tmp_path / "records.jsonl"
    gold.write_text("".join(settings.RECORDS.read_text(encoding="utf-8").splitlines(keepends=True)[1:]), encoding="utf-8")
    monkeypatch.setattr(settings, "RECORDS", gold)
    assert cli.main(["evaluate", str(gold), str(gold), "--publish", str(tmp_path / "q.json")]) == cli.STOPPED
    assert "is not the one that the floors were measured on" in capsys.readouterr().err
    assert not (tmp_path / "q.json").exists()


def test_the_command_raises_floors_and_refuses_to_lower_them(tmp_path, capsys):
    gold, half, floors = (str(tmp_path / name) for name in ("gold.jsonl", "half.jsonl", "floors.json"))
    lines = settings.RECORDS.read_text(encoding="utf-8").splitlines(keepends=True)
    Path(gold).write_text("".join(lines[:60]), encoding="utf-8")
    Path(half).write_text("".join(lines[:40]), encoding="utf-8")
    assert cli.main(["evaluate", gold, gold, "--floors", floors]) == cli.STOPPED
    assert cli.main(["evaluate", gold, half, "--floors", floors, "--raise-floors"]) == cli.DONE
    assert cli.main(["evaluate", gold, gold, "--floors", floors, "--raise-floors"]) == cli.DONE
    before = Path(floors).read_text(encoding="utf-8")
    assert json.loads(before)["golds"][0]["floors"]["kind"] == 0.99
    assert cli.main(["evaluate", gold, half, "--floors", floors, "--raise-floors"]) == cli.STOPPED
    assert Path(floors).read_text(encoding="utf-8") == before
    assert "fell below its floor" in capsys.readouterr().err

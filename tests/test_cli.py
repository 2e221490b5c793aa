"""The command line: what goes in, what comes out, and how it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from dashboard import __version__, cli, settings
from dashboard.records import read_records

ROOT = Path(__file__).parents[1]
FILTERS = (
    "country, partner, goal, institution, kind, from, to, publisher, language, programme, q, region, all, basis, undated, "
    "city, sure, count"
)
ADVICE = "correct it, or leave it out of --query"
COMPARED = "--query compares {}; a and b name two of a kind: a=country:KAZ&b=country:CHN"
BACKWARDS = "map-held cannot be shown for the years '2020-2019'; "
YEARS = "say map-held:years:2019-2021"
SUBJECT = "a panel takes filters: say country=… or institution=…"
COMMANDS = ("show", "build", "extract", "evaluate", "export", "train", "gazetteer")
TITLE = "University of Almaty and University of Tartu sign a memorandum"
ARTICLE = f"---\ntitle: {TITLE}\ndate: 2024-05-29\n---\nThey signed it in Almaty."


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own for tables, away from the user's."""
    monkeypatch.setenv("SDG_ATLAS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SDG_ATLAS_TABLES", "")  # as good as not set, and put back after the command has set it
    return tmp_path


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Tables of two invented articles."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "articles").mkdir()
    (folder / "articles" / "one.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "articles" / "two.md").write_text(ARTICLE.replace("Tartu", "Oulu").replace("29", "30"), encoding="utf-8")
    assert cli.main(["build", "--articles", str(folder / "articles"), "--out", str(folder / "tables")]) == cli.DONE
    return folder / "tables"


def export(home, tables, *arguments):
    return cli.main(["export", *arguments, "--tables", str(tables), "--out", str(home / "out")])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_its_exit_status(command, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main([command, "--help"])
    words = capsys.readouterr().out
    assert end.value.code == 0
    assert f"example:\n  sdg-atlas {command}" in words
    assert "Exit status: 0 done" in words


def test_help_names_every_command_and_version_the_version(capsys):
    for arguments in (["--help"], ["--version"]):
        with pytest.raises(SystemExit):
            cli.main(arguments)
    words = capsys.readouterr().out
    assert all(f"    {command}" in words for command in COMMANDS)
    assert f"sdg-atlas {__version__}" in words


@pytest.mark.parametrize("arguments", [["nonsense"], ["extract"], ["build", "--geocoder", "magic"], ["show", "--port", "x"]])
def test_arguments_that_make_no_sense_end_with_status_two(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == cli.STOPPED


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ([], ["show"]),
        (["--port", "8600"], ["show", "--port", "8600"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
        (["build"], ["build"]),
    ],
)
def test_show_is_the_command_where_none_is_given(given, meant):
    assert cli._with_default(given) == meant


def test_extract_prints_one_record_a_line(tmp_path, capsys):
    (tmp_path / "one.md").write_text(ARTICLE, encoding="utf-8")
    assert cli.main(["extract", str(tmp_path)]) == cli.DONE
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert (record["id"], record["published"]) == ("one", "2024-05-29")
    assert (record["events"][0]["kind"], record["events"][0]["country"]) == ("agreement", "KAZ")
    (tmp_path / "records.jsonl").write_text(line, encoding="utf-8")
    assert [its.id for its in read_records(tmp_path / "records.jsonl")] == ["one"]


def test_extract_names_what_it_skips_and_its_status_says_so(tmp_path, capsys):
    (tmp_path / "one.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "two.md").write_bytes(b"\x80")
    assert cli.main(["extract", str(tmp_path)]) == cli.SOME_SKIPPED
    words = capsys.readouterr()
    assert words.err == f"skipped {tmp_path / 'two.md'}: is not UTF-8 text (byte 0); save it as UTF-8\n"
    assert len(words.out.splitlines()) == 1


def test_extract_stops_where_nothing_can_be_read(tmp_path, capsys):
    assert cli.main(["extract", str(tmp_path / "none.md")]) == cli.STOPPED
    words = capsys.readouterr()
    assert words.out == ""
    assert words.err.endswith("sdg-atlas: No article could be read\n")


def test_an_article_with_nothing_in_it_gives_an_empty_record(tmp_path, capsys):
    (tmp_path / "one.txt").write_text("…", encoding="utf-8")
    assert cli.main(["extract", str(tmp_path)]) == cli.DONE
    record = json.loads(capsys.readouterr().out)
    assert (record["events"], record["institutions"], record["countries"]) == ([], [], [])


def test_evaluate_prints_a_table_and_writes_json(tmp_path, capsys):
    arguments = ["evaluate", str(settings.RECORDS), str(settings.RECORDS), "--json", str(tmp_path / "new" / "q.json")]
    assert cli.main(arguments) == cli.DONE
    assert "kind                     1.000   1.000   1.000" in capsys.readouterr().out
    fields = json.loads((tmp_path / "new" / "q.json").read_text(encoding="utf-8"))["fields"]
    assert fields["institutions"]["f1"] == 1.0


def test_evaluate_names_the_line_at_fault(tmp_path, capsys):
    (tmp_path / "bad.jsonl").write_text('{"id": "a"}\n{"id": ', encoding="utf-8")
    assert cli.main(["evaluate", str(tmp_path / "bad.jsonl"), str(settings.RECORDS)]) == cli.STOPPED
    assert f"sdg-atlas: {tmp_path / 'bad.jsonl'}:2: not a record" in capsys.readouterr().err


def test_build_reports_what_it_built(home, tables, capsys):
    assert cli.main(["build", "--articles", str(tables.parent / "articles"), "--out", str(home / "again")]) == cli.DONE
    assert "of 2 articles in" in capsys.readouterr().err


def test_build_stops_at_curated_records_that_are_at_fault(home, tables, capsys):
    (home / "bad.jsonl").write_text("{}", encoding="utf-8")
    arguments = ["build", "--articles", str(tables.parent / "articles"), "--records", str(home / "bad.jsonl")]
    assert cli.main([*arguments, "--out", str(home / "tables")]) == cli.STOPPED
    assert "bad.jsonl:1" in capsys.readouterr().err
    assert not (home / "tables").exists()


def test_export_list_names_every_panel(capsys):
    assert cli.main(["export", "list"]) == cli.DONE
    words = capsys.readouterr().out
    assert "map-held " in words
    assert "tables " in words


def test_export_writes_the_rows_of_a_panel_under_the_filters(home, tables, capsys):
    assert export(home, tables, "top-countries", "--query", "?country=KAZ&mark=a:KAZ", "--format", "csv,xlsx") == cli.DONE
    paths = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.suffix for path in paths] == [".csv", ".xlsx"]
    assert "country-KAZ" in paths[0].name
    assert "Kazakhstan" in paths[0].read_text(encoding="utf-8-sig")
    assert sorted(path.name for path in (home / "out").iterdir()) == sorted(path.name for path in paths)


def test_export_compares_the_two_that_the_address_names(home, tables, capsys):
    query = "a=country:KAZ&b=country:EST&show=compare-kinds-country-KAZ-country-EST:seen:share"
    assert export(home, tables, "compare-kinds", "--query", query) == cli.DONE
    path = Path(capsys.readouterr().out.strip())
    words = path.read_text(encoding="utf-8-sig")
    assert path.name.startswith("compare-kinds-country-KAZ-country-EST-share_")
    assert "# Title: Kinds of events of two: Kazakhstan and Estonia\n" in words
    assert "# Number: 2 events in 2 reports\n" in words
    assert "Compared are: Shares (%)." in words


@pytest.mark.parametrize(
    ("years", "until", "period"),
    [
        ("2019-2021", "2020", "2019–2020"),
        ("2019-2020", "2020-05", "2019 – May 2020"),
        ("2019-2020", "2021-05", "2019–2020"),
    ],
)
def test_export_keeps_to_the_years_that_a_panel_is_shown_for(home, tables, capsys, years, until, period):
    assert export(home, tables, "map-held", "--query", f"show=map-held:years:{years}&to={until}") == cli.DONE
    words = Path(capsys.readouterr().out.strip()).read_text(encoding="utf-8-sig")
    assert f"# Period: {period}\n" in words
    assert "# Number: 0 events in 0 reports\n" in words


def test_export_writes_all_tables(home, tables, capsys):
    assert export(home, tables, "tables", "--format", "csv") == cli.DONE
    assert Path(capsys.readouterr().out.strip()).suffix == ".zip"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["no-such-panel"], "No panel is called 'no-such-panel'; `sdg-atlas export list` names them all"),
        (["goals-bars", "--format", "doc"], "There is no format 'doc' here; ask for some of png,svg,pdf,html,csv,xlsx"),
        (["tables", "--format", "png"], "There is no format 'png' here; ask for some of csv,xlsx"),
        (["goals-bars", "--query", "country=ATLANTIS"], "Nothing is known of country=ATLANTIS; " + ADVICE),
        (["goals-bars", "--query", "contry=CAN"], "--query has no filter contry; the filters are " + FILTERS),
        (["goals-bars", "--query", "CAN"], "--query has no filter CAN; the filters are " + FILTERS),
        (["goals-bars", "--query", "lang=tlh"], "--query asks for the language 'tlh'; there are en, fr, es, ar, zh, ru"),
        (["kinds-bars", "--query", "show=kinds-bars:by:moon"], "kinds-bars cannot be shown by by:moon; its ways are none"),
        (["compare-goals", "--query", "a=country:KAZ&b=period:2019-2020"], COMPARED.format("country:KAZ, period:2019-2020")),
        (["compare-goals", "--query", "a=country:KAZ"], COMPARED.format("country:KAZ")),
        (["map-held", "--query", "show=map-held:years:soon"], "map-held cannot be shown for the years 'soon'; " + YEARS),
        (["map-held", "--query", "show=map-held:years:2020-2019"], BACKWARDS + YEARS),
        (["goals-bars", "--query", "id=KAZ"], "--query has the subject of a profile (id); " + SUBJECT),
        (["goals-bars", "--query", "from=2024&to=2020"], "The period begins (2024) after it ends (2020); swap from and to"),
        (["goals-bars", "--query", "goal=18&from=soon"], "Nothing is known of goal=18, from=soon; " + ADVICE),
    ],
)
def test_export_says_what_it_cannot_do(home, tables, capsys, arguments, reason):
    assert export(home, tables, *arguments) == cli.STOPPED
    assert capsys.readouterr().err == f"sdg-atlas: {reason}\n"


@pytest.mark.parametrize("command", ["show", "export"])
def test_a_named_folder_without_tables_is_refused_and_nothing_is_made(command, home, capsys):
    """The bundled data must not pass for somebody's own."""
    arguments = ["export", "map-held", "--out", str(home / "out")] if command == "export" else ["show"]
    assert cli.main([*arguments, "--tables", str(home / "none")]) == cli.STOPPED
    assert f"{home / 'none'}: holds no tables; build them with `sdg-atlas build --out" in capsys.readouterr().err
    assert list(home.iterdir()) == []


def test_evaluate_refuses_files_without_a_shared_record(tmp_path, capsys):
    for name in ("gold", "other"):
        (tmp_path / name).write_text(f'{{"id": "{name}"}}', encoding="utf-8")
    (tmp_path / "empty").write_text("", encoding="utf-8")
    reasons = {
        "gold": f"No record of {tmp_path / 'other'} has an id of {tmp_path / 'gold'}",
        "empty": f"{tmp_path / 'empty'}: holds no records",
    }
    for gold, reason in reasons.items():
        arguments = ["evaluate", str(tmp_path / gold), str(tmp_path / "other"), "--json", str(tmp_path / "q.json")]
        assert cli.main(arguments) == cli.STOPPED
        assert reason in capsys.readouterr().err
    assert not (tmp_path / "q.json").exists()


def test_a_file_that_cannot_be_written_is_named(home, tables, capsys):
    (home / "out").write_text("a file where the folder should be")
    assert export(home, tables, "top-countries") == cli.STOPPED
    assert "cannot be written" in capsys.readouterr().err


def test_show_names_a_port_that_is_taken(home, capsys):
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["show", "--port", str(port)]) == cli.STOPPED
    assert f"Port {port} of localhost cannot be opened" in capsys.readouterr().err


def test_an_interrupt_is_quiet(monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.records.read_records", interrupted)
    assert cli.main(["evaluate", "a", "b"]) == cli.INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_reader_who_has_read_enough_is_no_error():
    line = f"{sys.executable} -m dashboard export list | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_show_opens_the_dashboard_and_ends_at_an_interrupt(home, tables):
    """``python -m dashboard show`` answers its health check from any folder, and stops without a trace at Ctrl-C."""
    with socket.create_server(("localhost", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dashboard", "--no-browser", "--port", str(port), "--tables", str(tables)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipes = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL, "text": True}
    with subprocess.Popen(command, cwd=home, env=environment, **pipes) as server:
        try:
            assert _answers(f"http://localhost:{port}/_stcore/health", server) == b"ok"
        finally:
            server.send_signal(signal.SIGINT)
            errors = server.communicate(timeout=30)[1]
    assert server.returncode == 0
    assert "Traceback" not in errors


def _answers(address, server):
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    return None

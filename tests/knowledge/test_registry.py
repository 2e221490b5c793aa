"""The Research Organization Registry: dumps read, refused, fetched, installed and looked up."""

import hashlib
import http.server
import itertools
import json
import threading
import zipfile

import pytest

from dashboard import cli, settings
from dashboard.errors import KnowledgeError
from dashboard.knowledge import registry_download
from dashboard.knowledge.countries import read_countries
from dashboard.knowledge.gathering import gather_rows, read_shelves
from dashboard.knowledge.institutions import find_named, find_registered, read_values
from dashboard.knowledge.registry import find_installed, install_registry, read_registry, remove_registry
from dashboard.knowledge.registry_download import Release, fetch_release, find_release
from dashboard.knowledge.registry_dump import read_dump, tell_version
from dashboard.knowledge.trie import find_known
from dashboard.model import InstitutionKind
from dashboard.resolve.names import match_institution

KEY = "abai-kazakh-national-pedagogical-university"
EXCERPT = settings.ROOT.parent / "shared" / "ror" / "v2.9-excerpt-ror-data.zip"


def organisation(number, name="University of Zembla", country="NO", **fields):
    """A record of schema v2, as a dump has it."""
    names = [{"value": name, "types": ["ror_display", "label"], "lang": "en"}, *fields.pop("names", [])]
    place = {"geonames_id": 1, "geonames_details": {"country_code": country, "name": "Onhava", "lat": 1.0, "lng": 2.0}}
    return {
        "id": f"https://ror.org/0{number:06d}00", "names": names, "status": "active", "types": ["education"],
        "locations": [place], "links": [{"type": "website", "value": "https://www.uz.example/en"}], "domains": [],
        "relationships": [], "admin": {}, "established": 1900, "external_ids": [], **fields,
    }  # fmt: skip


RECORDS = [
    organisation(1, names=[{"value": "Zemblan universitet", "types": ["label"], "lang": "no"},
                           {"value": "ゼンブラ大学", "types": ["label"], "lang": "ja"},
                           {"value": "UOZ", "types": ["acronym"], "lang": None}]),
    organisation(2, "Zembla Institute of Glass", types=["facility"],
                 relationships=[{"type": "parent", "id": "https://ror.org/000000100", "label": "University of Zembla"}]),
    organisation(3, "Closed College", status="inactive"),
    organisation(4, "Impact", types=["company"]),
    organisation(5, "Glassworks (Norway)", types=["company"]),
]  # fmt: skip


def write_dump(folder, records, name="v9.1-2030-01-01-ror-data.zip", member="v9.1-2030-01-01-ror-data.json"):
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(member, json.dumps(records))
    return path


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own, and look-ups made anew before and after."""
    monkeypatch.setenv("SDG_ATLAS_HOME", str(tmp_path / "home"))
    forget()
    yield tmp_path
    monkeypatch.undo()
    forget()


def forget():
    from dashboard.knowledge import institutions, trie
    from dashboard.resolve import names

    for cached in (read_shelves, institutions.find_named, trie._begins_name, names._match):
        cached.cache_clear()


def test_a_record_becomes_an_institution(tmp_path):
    """Names in all scripts, acronyms, kind, seat, domain and parent are taken over; what is not active is left out."""
    first, second, impact, glass = read_dump(write_dump(tmp_path, RECORDS))
    assert (first.name, first.aliases, first.acronym) == (
        "University of Zembla",
        ("Zemblan universitet", "ゼンブラ大学"),
        "UOZ",
    )
    assert (first.kind, first.country, first.city, first.domains) == ("university", "NOR", "Onhava", ("uz.example",))
    assert (second.kind, second.parent, second.link) == ("research", "ror:000000100", "ror:000000200")
    assert (impact.kind, glass.name, glass.listed) == ("company", "Glassworks", False)


def test_plain_json_and_the_newer_of_two_schemas_are_read(tmp_path):
    """A dump may be the JSON itself; of two files in a zip the one of schema v2 is taken."""
    plain = tmp_path / "v9.1-ror-data.json"
    plain.write_text(json.dumps(RECORDS), encoding="utf-8")
    assert len(list(read_dump(plain))) == 4
    path = write_dump(tmp_path, [{"id": "https://ror.org/000000100", "name": "Old"}])
    with zipfile.ZipFile(path, "a") as bundle:
        bundle.writestr("v9.1-2030-01-01-ror-data_schema_v2.json", json.dumps(RECORDS))
    assert len(list(read_dump(path))) == 4
    assert tell_version(path) == "v9.1"


def changed(**fields):
    return [{**RECORDS[0], **fields}]


BAD = {
    "of schema v1": [{"id": "https://ror.org/000000100", "name": "Old", "country": {}}],
    "holds no organisations": [],
    "is no organisation of ROR": [{"names": []}],
    "'status' is missing": [{k: v for k, v in RECORDS[0].items() if k != "status"}],
    "is no ROR id": changed(id="https://evil.example/"),
    "repeats https://ror.org/000000100": [RECORDS[0], RECORDS[0]],
    "record 1 is": changed(locations=[]),
    "record 1 ": [17],
    "record 2 ": [RECORDS[0], None],
    "record 1 is no": changed(names="University"),
}


@pytest.mark.parametrize("words", BAD)
def test_other_files_are_refused_in_one_sentence(tmp_path, words):
    """What is not a dump of schema v2 is named with what is wrong."""
    with pytest.raises(KnowledgeError, match=words) as caught:
        list(read_dump(write_dump(tmp_path, BAD[words])))
    assert "\n" not in str(caught.value)


def test_damaged_files_are_refused(tmp_path, monkeypatch):
    """Cut short, no JSON, no dump inside, far too large, or not there at all."""
    whole = write_dump(tmp_path, [organisation(n, f"College {n}") for n in range(500)])
    content = whole.read_bytes()
    cases = {
        "cut.zip": content[: len(content) // 2],
        "flipped.zip": content[:300] + bytes(100) + content[400:],
        "no.json": b"not json",
        "half.json": json.dumps(RECORDS).encode()[:700],
        "object.json": b'{"items": []}',
        "binary.json": bytes(range(256)),
        "empty.json": b"",
    }
    for name, bad in cases.items():
        (tmp_path / name).write_bytes(bad)
        with pytest.raises(KnowledgeError, match=name):
            list(read_dump(tmp_path / name))
    with pytest.raises(KnowledgeError, match="no file called"):
        list(read_dump(write_dump(tmp_path, RECORDS, "other.zip", "readme.txt")))
    with pytest.raises(KnowledgeError, match="cannot be read"):
        list(read_dump(tmp_path / "nowhere.json"))
    monkeypatch.setattr("dashboard.knowledge.registry_dump._LARGEST", 1000)
    with pytest.raises(KnowledgeError, match="would unpack to"):
        list(read_dump(whole))


def test_a_bad_dump_leaves_what_is_installed(home, capsys):
    """The command ends with status 2 and one sentence, and what was installed before is still there."""
    assert cli.main(["gazetteer", "install", "ror", "--file", str(write_dump(home, RECORDS))]) == cli.DONE
    before = find_installed()
    bad = write_dump(home, [RECORDS[0], RECORDS[0]], name="bad.zip")
    assert cli.main(["gazetteer", "install", "ror", "--file", str(bad)]) == cli.STOPPED
    assert "repeats" in capsys.readouterr().err
    assert find_installed() == before
    assert sorted(path.suffix for path in settings.gazetteers_folder().iterdir()) == [".jsonl", ".shelves"]


def test_install_list_and_remove(home, capsys):
    """What is installed is listed with version, number and place, and can be removed."""
    assert cli.main(["gazetteer", "list"]) == cli.DONE
    assert "No gazetteer" in capsys.readouterr().err
    assert cli.main(["gazetteer", "install", "ror", "--file", str(write_dump(home, RECORDS))]) == cli.DONE
    assert cli.main(["gazetteer", "list"]) == cli.DONE
    assert "ror  v9.1  4 organisations" in capsys.readouterr().out
    assert cli.main(["gazetteer", "remove", "ror"]) == cli.DONE
    assert find_installed() is None
    assert not remove_registry()


def test_names_of_the_registry_are_looked_up_and_linked(home):
    """Names in any script lead to the organisation, acronyms too, and links carry its id."""
    install_registry(write_dump(home, RECORDS))
    assert [known.ror for known in find_named("ゼンブラ大学")] == ["000000100"]
    assert [known.ror for known in find_registered("UOZ")] == ["000000100"]
    assert read_values().get("ror:000000200").city == "Onhava"
    assert match_institution("Zemblan Universitet").key == "ror:000000100"
    assert match_institution("University of Zembla", "KEN").key is None


def test_names_of_the_registry_in_running_text(home):
    """Whole names are found, plain words that are also a company's name are not."""
    install_registry(write_dump(home, RECORDS))
    text = "Impact was great, said the University of Zembla. Impact Glassworks."
    assert [known[0].ror for _, known in find_known(text)] == ["000000100"]


def test_an_organisation_that_we_list_is_one_with_ours(tmp_path):
    """Our name and key stay; the registry adds its id and further names, but none that others may have."""
    names = [{"value": name, "types": ["alias"], "lang": "en"} for name in ("Abai Zemblan University", "Education Centre")]
    record = organisation(7, "Abai Kazakh National Pedagogical University", "KZ", names=names)
    rows = [known for known in gather_rows(read_dump(write_dump(tmp_path, [record]))) if known.ror == "000000700"]
    assert [(known.key, known.name, known.listed) for known in rows] == [(KEY, record["names"][0]["value"], True)]
    assert "Abai Zemblan University" in rows[0].names
    assert "Education Centre" not in rows[0].names


@pytest.mark.long
def test_damaged_shelves_are_made_again(home):
    """A file of shelves that is cut short, flipped or empty is not trusted."""
    names = len(read_shelves())
    (path,) = settings.gazetteers_folder().glob("institutions-*.shelves")
    whole = path.read_bytes()
    for bad in (whole[:-100], whole[:5000] + b"?" + whole[5001:], b"", b"sdg-atlas shelves\n{}\n"):
        path.write_bytes(bad)
        read_shelves.cache_clear()
        assert len(read_shelves()) == names
        assert path.read_bytes() == whole


def test_shelves_are_made_where_nothing_can_be_written(home, monkeypatch):
    """Without a place to keep them they serve all the same."""
    (home / "home").write_text("a file where the folder should be")
    assert find_named("University of Yangon")


def test_a_damaged_registry_is_named(home):
    """A file that was cut short is an error that says what to do."""
    installed = install_registry(write_dump(home, RECORDS))
    installed.path.write_text("".join(installed.path.read_text().splitlines(True)[:-1]))
    with pytest.raises(KnowledgeError, match="cut short"):
        list(read_registry())
    installed.path.write_text("?")
    with pytest.raises(KnowledgeError, match="install it again"):
        find_installed()


class Zenodo(http.server.BaseHTTPRequestHandler):
    """A record and its dump; the connection breaks off after ``step`` bytes, ranges are served if ``ranges``."""

    content, step, ranges, checksum, asked = b"", 10**9, True, None, []

    def do_GET(self):
        if self.path == "/record":
            self.answer(200, self.record().encode())
        elif self.path == "/dump":
            header = self.headers.get("Range")
            self.asked.append(header)
            begin = int(header[6:-1]) if header and self.ranges else 0
            self.answer(206 if begin else 200, self.content[begin:], begin)
        else:
            self.send_error(404)

    def record(self):
        port = self.server.server_address[1]
        checksum = self.checksum or hashlib.md5(self.content).hexdigest()
        link = {"self": f"http://127.0.0.1:{port}/dump"}
        dump = {"key": "v9.1-2030-01-01-ror-data.zip", "size": len(self.content), "checksum": f"md5:{checksum}", "links": link}
        return json.dumps({"metadata": {"version": "v9.1"}, "files": [dump]})

    def answer(self, status, body, begin=0):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if status == 206:
            self.send_header("Content-Range", f"bytes {begin}-{begin + len(body) - 1}/{begin + len(body)}")
        self.end_headers()
        self.wfile.write(body if self.path == "/record" else body[: self.step])

    def log_message(self, *_):
        pass


@pytest.fixture
def zenodo(home, monkeypatch):
    """A server of our own in place of Zenodo."""
    handler = type("Handler", (Zenodo,), {"content": write_dump(home, RECORDS).read_bytes(), "asked": []})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(registry_download, "ADDRESS", f"http://127.0.0.1:{server.server_address[1]}/record")
    monkeypatch.setattr(registry_download, "_PAUSE", 0)
    yield handler
    server.shutdown()
    server.server_close()


def install(capsys):
    status = cli.main(["gazetteer", "install", "ror"])
    return status, capsys.readouterr().err


def test_the_newest_release_is_fetched_and_installed(zenodo, capsys):
    """Version and size are told, the dump is checked, installed, and not kept."""
    status, said = install(capsys)
    assert (status, find_installed().version) == (cli.DONE, "v9.1")
    assert "ROR v9.1" in said
    assert not list(settings.gazetteers_folder().glob("*.zip*"))


@pytest.mark.parametrize("ranges", [True, False])
def test_a_connection_that_breaks_off_goes_on_where_it_stopped(zenodo, capsys, ranges):
    """What has come is kept for the next attempt, also for the next command; a server without ranges begins again."""
    zenodo.step, zenodo.ranges = len(zenodo.content) // 7, ranges
    status, said = install(capsys)
    assert status == cli.STOPPED
    assert "broke off" in said
    assert find_installed() is None
    (part,) = settings.gazetteers_folder().glob("*.part")
    assert part.stat().st_size == (5 if ranges else 1) * zenodo.step
    zenodo.step = 10**9
    assert install(capsys)[0] == cli.DONE
    assert zenodo.asked[-1] == f"bytes={(5 if ranges else 1) * (len(zenodo.content) // 7)}-"


def test_a_wrong_checksum_is_refused(zenodo, capsys):
    """A dump that is not what was announced is thrown away."""
    zenodo.checksum = "0" * 32
    status, said = install(capsys)
    assert status == cli.STOPPED
    assert "checksum" in said
    assert not list(settings.gazetteers_folder().glob("*.part"))


def test_without_network_one_sentence_says_what_to_do(home, monkeypatch, capsys):
    """No connection is an error that names the way without one."""
    monkeypatch.setattr(registry_download, "ADDRESS", "http://127.0.0.1:9/record")
    status, said = install(capsys)
    assert status == cli.STOPPED
    assert "cannot be reached" in said
    assert "--file" in said


@pytest.mark.parametrize("record", [b"not json", b"{}", b'{"files": [], "metadata": {}}', b"[]"])
def test_another_answer_than_expected_is_told(zenodo, record):
    """A record of another shape is an error, not a crash."""
    zenodo.record = lambda self: record.decode()
    with pytest.raises(KnowledgeError, match="as it used to"):
        find_release(registry_download.ADDRESS)


def test_more_than_announced_is_refused(zenodo, home):
    """A server that sends without end is stopped."""
    release = Release("v1", registry_download.ADDRESS.replace("record", "dump"), 10, "0" * 32)
    with pytest.raises(KnowledgeError, match="more than"):
        fetch_release(release, home)


@pytest.mark.skipif(not EXCERPT.exists(), reason="the excerpt of the registry is not here")
def test_records_of_the_registry_itself_are_read():
    """Every record has a name, a kind that we know, and a country but for bodies of many."""
    for known in itertools.islice(read_dump(EXCERPT), 2000):
        assert known.name
        assert known.kind in set(InstitutionKind)
        assert known.country in read_countries() or known.kind == "un"

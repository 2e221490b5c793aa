"""Pictures made on the server: the right figure, offline, with its caption; and a clear sentence where there is none."""

from __future__ import annotations

import html
import io
import json
import os
import re
import stat
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import plotly.graph_objects as go
import pypdf
import pytest

from dashboard import settings
from dashboard.charts.theme import LIGHT, base_figure
from dashboard.errors import ExportError
from dashboard.exports import Caption, pictures, write_caption, write_panel
from dashboard.exports.pictures import STUDIO, Brush, Studio, find_chromium, write_picture
from dashboard.panels import Panel
from dashboard.selection import Slice


@pytest.fixture(scope="module", autouse=True)
def _no_painter_left() -> Iterator[None]:
    yield
    STUDIO.close()


@pytest.fixture
def studio() -> Iterator[Studio]:
    """A studio of its own, closed after the test."""
    own = Studio()
    yield own
    own.close()


def figure_with(token: str) -> go.Figure:
    return base_figure(LIGHT, [go.Bar(x=[1], y=[token], orientation="h")], width=300, height=200)


def program(folder: Path, script: str) -> Path:
    """A program that stands in for a browser."""
    path = folder / "chromium"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_without_a_browser_the_reader_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nonexistent")
    with pytest.raises(ExportError, match=r"^No Chromium was found on this machine, .* install Chromium or Google Chrome"):
        write_picture(figure_with("x"), "png")


def test_a_machine_without_any_browser_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pictures, "PLACES", ())
    monkeypatch.setattr(pictures, "_downloaded", list)
    assert find_chromium() is None


def test_the_browser_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(program(tmp_path, "exit 1")))
    assert find_chromium() == tmp_path / "chromium"


def test_an_unknown_kind_of_picture_is_refused() -> None:
    with pytest.raises(ExportError, match="There are no pictures of the kind 'gif': ask for one of png, svg, pdf"):
        write_picture(figure_with("x"), "gif")


def test_the_painter_runs_as_a_module_and_answers_in_json() -> None:
    command = [sys.executable, "-m", "dashboard.exports.painter", "/nonexistent"]
    environment = {**os.environ, "PYTHONPATH": str(settings.PACKAGE.parent)}
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=60)
    assert result.returncode == 1
    assert "No browser found" in json.loads(result.stdout)["error"]


def test_a_browser_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, studio: Studio) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(program(tmp_path, "exec sleep 600")))
    monkeypatch.setattr(settings, "PAINTER_SECONDS", 1.0)
    with pytest.raises(ExportError, match="not finished within 1 seconds"):
        studio.paint(figure_with("x"), "png", 1)
    assert studio.brush is None


def test_the_end_of_a_painter_is_the_end_of_its_browser_and_its_folder(tmp_path: Path) -> None:
    brush = Brush(program(tmp_path, f"echo $$ > {tmp_path}/pid.part; mv {tmp_path}/pid.part {tmp_path}/pid; exec sleep 600"))
    waiting = threading.Thread(target=brush.ask, args=(None, 60))
    waiting.start()
    for _moment in range(600):
        if (tmp_path / "pid").exists() and brush.browser:
            break
        time.sleep(0.1)
    brush.end()
    waiting.join()
    assert not brush.folder.exists()
    assert ended(int((tmp_path / "pid").read_text()))


def ended(number: int) -> bool:
    """Whether a process is gone, or dead and only not yet collected."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False).stdout.strip()
    return found in ("", "Z")


def test_a_browser_that_does_not_start_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, studio: Studio) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(program(tmp_path, "exit 1")))
    with pytest.raises(ExportError, match=r"could not be made|not finished within"):
        studio.paint(figure_with("x"), "png", 1)
    assert studio.brush is None


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
class TestWithBrowser:
    """What needs a Chromium."""

    def test_a_map_is_drawn_with_no_network(self, map_panel: Panel, part: Slice, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "CHOREO_PROXY_SERVER"):
            monkeypatch.setenv(name, "http://127.0.0.1:9")
        STUDIO.close()  # nothing but the proxies may be known to the painter, which then draws for the tests below too
        caption = write_caption(map_panel, part, date(2026, 11, 22))
        drawing = write_panel(map_panel, part, "svg", LIGHT, caption).decode()
        assert len(re.findall(r'class="choroplethlayer".*?</g>', drawing, re.DOTALL)[0].split("<path")) == 9
        assert "do not imply official endorsement" in drawing

    def test_png_is_drawn_at_its_scale(self, panel: Panel, part: Slice, caption: Caption) -> None:
        content = write_panel(panel, part, "png", LIGHT, caption)
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert int.from_bytes(content[16:20], "big") == 1920

    def test_svg_holds_the_caption_as_text(self, panel: Panel, part: Slice, caption: Caption) -> None:
        drawing = write_panel(panel, part, "svg", LIGHT, caption).decode()
        for words in (caption.title, caption.counts, caption.licence, caption.version, caption.date):
            assert words in drawing
        assert "<script" not in drawing
        assert '<script>alert("x")</script>' in html.unescape(drawing)

    def test_svg_is_well_formed_and_has_a_name(self, panel: Panel, part: Slice, caption: Caption) -> None:
        root = ElementTree.fromstring(write_panel(panel, part, "svg", LIGHT, caption))
        assert root.attrib["role"] == "img"
        assert [child.text for child in root][:2] == [caption.title, caption.citation]

    def test_pdf_holds_the_caption_as_text_on_one_page(self, panel: Panel, part: Slice, caption: Caption) -> None:
        reader = pypdf.PdfReader(io.BytesIO(write_panel(panel, part, "pdf", LIGHT, caption)))
        pages = reader.pages
        assert len(pages) == 1
        assert reader.metadata is not None
        assert reader.metadata.title == "SDG Cooperation Atlas"
        text = unicodedata.normalize("NFKC", pages[0].extract_text())  # fonts may join two letters in one sign
        for words in (caption.title, caption.counts, caption.licence, caption.version, caption.date):
            assert words in text

    def test_after_one_that_hung_the_next_is_drawn(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert b"before" in STUDIO.paint(figure_with("before"), "svg", 1)
        assert STUDIO.brush is not None
        first = STUDIO.brush
        os.kill(first.process.pid, 19)  # stopped: it can neither answer nor end
        monkeypatch.setattr(settings, "PAINTER_SECONDS", 1.0)
        with pytest.raises(ExportError, match="not finished within 1 seconds"):
            STUDIO.paint(figure_with("hung"), "svg", 1)
        assert not first.alive()
        assert not first.folder.exists()
        monkeypatch.undo()
        assert b"after" in STUDIO.paint(figure_with("after"), "svg", 1)

    def test_a_painter_that_died_is_replaced_without_a_word(self) -> None:
        STUDIO.paint(figure_with("one"), "svg", 1)
        assert STUDIO.brush is not None
        STUDIO.brush.end()
        assert b"two" in STUDIO.paint(figure_with("two"), "svg", 1)

    def test_eight_at_the_same_moment_each_get_their_own(self) -> None:
        tokens = [f"token-{number}-of-eight" for number in range(8)]
        gate = threading.Barrier(len(tokens))

        def ask(token: str) -> str:
            gate.wait()
            return STUDIO.paint(figure_with(token), "svg", 1).decode()

        with ThreadPoolExecutor(len(tokens)) as pool:
            drawings = list(pool.map(ask, tokens))
        for token, drawing in zip(tokens, drawings, strict=True):
            assert [other for other in tokens if other in drawing] == [token]

"""Figures turned into PNG, SVG and PDF by the painter, one figure at a time, with a Chromium found on this machine."""

from __future__ import annotations

import atexit
import base64
import html
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from dashboard import settings
from dashboard.errors import ExportError
from dashboard.words import _, mark

PICTURES = ("png", "svg", "pdf")
PAINTER = Path(__file__).with_name("painter.py")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"),
    Path("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
)
NO_CHROMIUM = mark(
    "No Chromium was found on this machine, so no picture can be made here: install Chromium or Google Chrome, or name it in "
    "BROWSER_PATH. The camera button on the chart makes a PNG or SVG in your own browser."
)
TOO_SLOW = mark("The picture was not finished within {seconds} seconds and was given up: try again, or with fewer marks.")
FAILED = mark("The picture could not be made ({reason}): try again, or take the chart as HTML.")
BUSY = mark("Too many pictures are being made at this moment: try again in a minute.")
# How many pictures' time one waits for one's turn.
PATIENCE = 6


def find_chromium() -> Path | None:
    """The browser that draws pictures: what ``BROWSER_PATH`` names (and nothing else then), or the first found."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return Path(named) if _is_program(Path(named)) else None
    found = (shutil.which(name) for name in NAMES)
    candidates = [Path(path) for path in found if path] + [*PLACES, *_downloaded()]
    return next((path for path in candidates if _is_program(path)), None)


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _downloaded() -> list[Path]:
    """Where ``kaleido_get_chrome`` puts a browser."""
    from choreographer.cli._cli_utils import get_chrome_download_path  # a private name: its absence only costs this one place

    with suppress(Exception):
        path = get_chrome_download_path(mkdir=False)
        return [Path(path)] if path else []
    return []


class Brush:
    """One painter process with its browser and its own temporary folder, from start to end."""

    def __init__(self, chromium: Path) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sdg-atlas-painter-"))
        self.browser: int | None = None
        boundaries = sorted(settings.BOUNDARIES.glob("*.json"))
        search = os.pathsep.join(part for part in (str(settings.PACKAGE.parent), os.environ.get("PYTHONPATH")) if part)
        # The module dashboard.exports.painter, run by its path so that the package around it is not imported: a cold picture
        # comes 2 s sooner. -P: what lies beside it or in the working directory is never imported by mistake.
        self.process = subprocess.Popen(
            [sys.executable, "-P", str(PAINTER), str(chromium), *map(str, boundaries[:1])],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": search, "TMPDIR": str(self.folder)}, start_new_session=True,
        )
        self.overdue = False

    def alive(self) -> bool:
        """Whether it can still be asked."""
        return self.process.poll() is None

    def ask(self, request: dict[str, Any] | None, seconds: float) -> dict[str, Any]:
        """Its answer to a request (``None``: that it is ready); empty where it died; ended where it takes too long."""
        watch = threading.Timer(seconds, self._give_up)
        watch.start()
        try:
            if request:
                self._stream("stdin").write(json.dumps(request) + "\n")
                self._stream("stdin").flush()
            return self._answer(request["id"] if request else None)
        except (OSError, ValueError):
            return {}
        finally:
            watch.cancel()

    def _stream(self, name: str) -> Any:
        return getattr(self.process, name)

    def _answer(self, number: int | None) -> dict[str, Any]:
        """The line that answers the request of this number; lines about the browser are noted on the way."""
        for line in self._stream("stdout"):
            answer: dict[str, Any] = json.loads(line)
            self.browser = answer.get("browser", self.browser)
            if "error" in answer or ("ready" in answer if number is None else answer.get("id") == number):
                return answer
        return {}

    def _give_up(self) -> None:
        self.overdue = True
        self.end()

    def end(self) -> None:
        """End the process and its browser by force, and remove what they left."""
        for leader in (self.browser, self.process.pid):
            if leader:
                with suppress(OSError):
                    os.killpg(leader, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        shutil.rmtree(self.folder, ignore_errors=True)


class Studio:
    """Takes figures from any thread and has them painted one after the other; starts a painter when there is none."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.numbers = count(1)
        self.brush: Brush | None = None

    def paint(self, figure: go.Figure, kind: str, scale: float) -> bytes:
        """The picture of a figure with its own width and height; ``ExportError`` says in one sentence why there is none."""
        chromium = find_chromium()
        if chromium is None:
            raise ExportError(_(NO_CHROMIUM))
        request = {
            "figure": json.loads(figure.to_json()), "format": kind, "scale": scale if kind == "png" else 1,
            "width": figure.layout.width, "height": figure.layout.height,
        }  # fmt: skip
        if not self.turn.acquire(timeout=PATIENCE * settings.PAINTER_SECONDS):
            raise ExportError(_(BUSY))
        try:
            return self._paint(request, chromium)
        finally:
            self.turn.release()

    def _paint(self, request: dict[str, Any], chromium: Path) -> bytes:
        answer: dict[str, Any] = {}
        for _attempt in range(2):  # a painter that went to sleep, or whose browser crashed, is replaced once
            brush = self._ready(chromium)
            answer = brush.ask({"id": next(self.numbers), **request}, settings.PAINTER_SECONDS)
            if "picture" in answer:
                return base64.b64decode(answer["picture"])
            self.close()
            if brush.overdue:
                raise ExportError(_(TOO_SLOW).format(seconds=round(settings.PAINTER_SECONDS)))
            if "error" in answer:
                break
        raise ExportError(_(FAILED).format(reason=" ".join(str(answer.get("error", "the painter ended")).split())[:200]))

    def _ready(self, chromium: Path) -> Brush:
        """A painter that waits for requests: the one there is, or a new one once its browser is open."""
        if self.brush and self.brush.alive():
            return self.brush
        self.close()
        brush = self.brush = Brush(chromium)
        answer = brush.ask(None, settings.PAINTER_SECONDS)
        if "ready" in answer:
            return brush
        overdue = brush.overdue
        self.close()
        if overdue:
            raise ExportError(_(TOO_SLOW).format(seconds=round(settings.PAINTER_SECONDS)))
        reason = " ".join(str(answer.get("error", f"{chromium} did not start")).split())[:200]
        raise ExportError(_(FAILED).format(reason=reason))

    def close(self) -> None:
        """End the painter there is; the next figure gets a new one."""
        if self.brush:
            self.brush.end()
        self.brush = None


STUDIO = Studio()
atexit.register(STUDIO.close)


def name_drawing(drawing: bytes, title: str, words: str) -> bytes:
    """An SVG with a title and a description, which screen readers and file managers show."""
    start, end, rest = drawing.decode("utf-8").partition(">")
    told = f"<title>{html.escape(title)}</title><desc>{html.escape(words)}</desc>"
    return f'{start} role="img"{end}{told}{rest}'.encode()


def write_picture(figure: go.Figure, kind: str, scale: float = 2.0) -> bytes:
    """The bytes of a framed figure as ``png``, ``svg`` or ``pdf``; ``scale`` is the number of dots to a pixel in PNG."""
    if kind not in PICTURES:
        raise ExportError(_("There are no pictures of the kind {kind}: ask for one of {kinds}.").format(
            kind=repr(kind), kinds=", ".join(PICTURES)
        ))
    return STUDIO.paint(figure, kind, scale)

"""The painter: a process of its own that turns figures into pictures with kaleido, one at a time.

Run as ``python -m dashboard.exports.painter CHROMIUM [TOPOJSON]``. It speaks JSON, one object a line: first
``{"browser": PID}`` and ``{"ready": true}``, then for each request ``{"id", "figure", "format", "width", "height", "scale"}``
on standard input one answer ``{"id", "picture"}`` (base64) or ``{"id", "error"}`` on standard output. It ends when its input
ends, or when nothing was asked of it for a while, so that an idle dashboard keeps no browser in memory.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NoReturn, TextIO

import kaleido

from dashboard import settings

IDLE_SECONDS = 300.0
# How the temporary folder begins that is made for one painter.
FOLDER = "sdg-atlas-painter-"


def compose_page(boundaries: Path | None) -> kaleido.PageGenerator:
    """The page that figures are drawn in: plotly.js and the world's boundaries in it, so that no map asks the network."""
    page = kaleido.PageGenerator(mathjax=False)
    page.header = page.header.replace("Kaleido-fier", settings.NAME)  # it becomes the title of every PDF
    if boundaries:
        world = json.dumps(json.loads(boundaries.read_text(encoding="utf-8")))
        page.header += f'<script>window.PlotlyGeoAssets={{topojson:{{"{boundaries.stem}":{world}}}}};</script>'
    return page


class Painter:
    """Answers requests until its input ends or nothing is asked of it."""

    def __init__(self, source: TextIO, sink: TextIO) -> None:
        self.source = source
        self.sink = sink

    def say(self, **answer: object) -> None:
        """One answer, as a line."""
        self.sink.write(json.dumps(answer) + "\n")
        self.sink.flush()

    async def announce(self, browser: kaleido.Kaleido) -> None:
        """Name the browser's process as soon as there is one: whoever ends this process by force must end that one too."""
        while not hasattr(browser, "subprocess"):
            await asyncio.sleep(0.02)
        self.say(browser=browser.subprocess.pid)

    async def serve(self, chromium: str, boundaries: Path | None) -> None:
        """Open the browser, then paint what is asked for."""
        browser = kaleido.Kaleido(n=1, timeout=settings.PAINTER_SECONDS, page_generator=compose_page(boundaries), path=chromium)
        announcing = asyncio.create_task(self.announce(browser))
        async with browser:
            await announcing
            self.say(ready=True)
            while line := await self.next_line():
                await self.paint(browser, json.loads(line))

    async def next_line(self) -> str:
        """The next request; empty at the end of input and after ``IDLE_SECONDS`` without one."""
        try:
            return await asyncio.wait_for(asyncio.to_thread(self.source.readline), IDLE_SECONDS)
        except TimeoutError:
            return ""

    async def paint(self, browser: kaleido.Kaleido, request: dict[str, object]) -> None:
        """Answer one request with its picture or with what went wrong."""
        options = {name: request[name] for name in ("format", "width", "height", "scale")}
        try:
            picture = await browser.calc_fig(request["figure"], opts=options)
        except Exception as error:  # whatever a browser can do wrong; the one who asked must hear of it
            self.say(id=request["id"], error=f"{type(error).__name__}: {error}")
        else:
            self.say(id=request["id"], picture=base64.b64encode(picture).decode("ascii"))


async def serve_and_leave(painter: Painter, chromium: str, boundaries: Path | None) -> None:
    """Serve, then end this process at once: a thread may still wait for input, and nothing must wait for it."""
    try:
        await painter.serve(chromium, boundaries)
    except Exception as error:
        painter.say(error=f"{type(error).__name__}: {error}")
        leave(1)
    leave(0)


def leave(status: int) -> NoReturn:
    """End at once, removing the temporary folder if it was made for this process alone."""
    folder = Path(tempfile.gettempdir())
    if folder.name.startswith(FOLDER):
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(status)


def main() -> None:
    """Serve on standard input and output; whatever libraries print goes to standard error."""
    sink = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    chromium, *boundaries = sys.argv[1:]
    asyncio.run(serve_and_leave(Painter(sys.stdin, sink), chromium, Path(boundaries[0]) if boundaries else None))


if __name__ == "__main__":
    main()

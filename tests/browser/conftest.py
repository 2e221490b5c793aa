"""A server of its own in an empty folder, and a browser whose every request beyond loopback is cut and counted."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard import settings
from dashboard.exports.pictures import find_chromium
from dashboard.tables import Tables, save_tables
from dashboard.ui.links import PAGES as BAR

api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install '.[test]'")
LOCAL = ("http://localhost:", "ws://localhost:", "data:", "blob:")
PATIENCE = 60_000
PAGES = (
    *("" if name == "overview" else name for name in BAR), "country?id=KAZ",
    "institution?id=nagaoka-university-of-technology",
)  # fmt: skip
# No element still awaited by the browser, and every chart painted.
WHOLE = """() => !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.querySelector('.main-svg'))"""
# Painted by the processor alone: as it is on most machines that test, but without the detour of a feigned graphics card.
UNADORNED = ("--disable-gpu", "--disable-gpu-compositing")
# No name but localhost is found: what asks for one fails, and is noted.
CUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"


@pytest.fixture(scope="session")
def address(bundled: Tables, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard that serves the bundled data, started in a folder that holds nothing."""
    folder = tmp_path_factory.mktemp("server")
    save_tables(bundled, folder / "tables")
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "SDG_ATLAS_HOME": str(folder), "SDG_ATLAS_TABLES": str(folder / "tables")}
    options = ["--server.port", str(port), "--server.address", "localhost", "--server.headless", "true"]
    command = [sys.executable, "-m", "streamlit", "run", str(settings.ROOT / "app.py"), *options]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=tmp_path_factory.mktemp("empty"), env=env, stdout=log, stderr=log)
    try:
        _wait(f"http://localhost:{port}/health", folder / "log")
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _wait(health: str, log: Path) -> None:
    for _attempt in range(240):
        try:
            urllib.request.urlopen(health, timeout=2)
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail(f"the server did not start: {log.read_text()[-500:]}")


@pytest.fixture(scope="session")
def chromium(driver: Any) -> Iterator[api.Browser]:
    """The Chromium of this machine."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium was found on this machine: browser tests are left out")
    browser = driver.chromium.launch(executable_path=str(found), args=["--no-sandbox", *UNADORNED, CUT])
    yield browser
    browser.close()


class Visitor:
    """A reader with a window of their own."""

    def __init__(self, page: api.Page, address: str) -> None:
        self.page = page
        self.address = address
        self.outside: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("request", self._note)

    def _note(self, request: api.Request) -> None:
        if not request.url.startswith(LOCAL):
            self.outside.append(request.url)

    def leave(self) -> None:
        """Count no more of what the tab asks for."""
        self.page.remove_listener("request", self._note)

    def open(self, path: str = "") -> None:
        """Go to a page and wait until it is whole."""
        self.page.goto(f"{self.address}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the server has sent the whole page and the browser has painted it."""
        self.page.wait_for_selector(".st-key-footer")
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.wait_for_function(WHOLE)

    def narrow(self, width: int) -> None:
        """Read on a screen so many pixels wide, and wait until the charts have followed."""
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.wait_for_function(
            "width => [...document.querySelectorAll('.stPlotlyChart .main-svg')].every(svg => svg.clientWidth <= width)",
            arg=width,
        )

    @property
    def overflow(self) -> int:
        """How many pixels the page is wider than the window."""
        wide = """Math.max(document.documentElement.scrollWidth - innerWidth,
            ...[...document.querySelectorAll('[data-testid="stMain"]')].map(main => main.scrollWidth - main.clientWidth))"""
        return int(self.page.evaluate(wide))

    def choose(self, field: api.Locator, typed: str, option: str) -> None:
        """Type into a drop-down and click an option; typed anew where the page took the list away while it was coming up."""
        offered = self.page.get_by_role("option", name=option)
        for _attempt in range(6):
            field.locator("input").fill("")
            field.locator("input").press_sequentially(typed)
            try:
                offered.click(timeout=PATIENCE / 6)
            except api.TimeoutError:
                continue
            return
        pytest.fail(f"the list never offered {option}")

    @property
    def query(self) -> str:
        """The query of the address as it stands, its commas plain."""
        return self.page.url.partition("?")[2].replace("%2C", ",")

    @property
    def events(self) -> int:
        """The first key figure of the overview."""
        return int(self.page.locator('[data-testid="stMetricValue"]').first.inner_text().replace(",", ""))


@pytest.fixture(scope="session")
def window(chromium: api.Browser) -> Iterator[api.BrowserContext]:
    """A browser window whose cache all readers share: five megabytes of scripts are read once."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def visitor(window: api.BrowserContext, address: str) -> Iterator[Visitor]:
    """A new reader for each test."""
    page = window.new_page()
    yield Visitor(page, address)
    page.close()

"""What a reader waits for in Chromium: the first chart, a filter, and a click on a mark, each until it is painted."""

from __future__ import annotations

import os
import statistics
import time
from typing import Any

from playwright.sync_api import Page, sync_playwright

from dashboard.exports.pictures import find_chromium

_PATIENCE = 120_000
_REPEATS = 8
_PAGES = ("", "timeline", "map", "partnerships", "goals")
# Notes the time of every change inside a chart or beside it, and of the two frames after it, by which it is painted.
_WATCH = """() => {
    window.painted = 0;
    const note = () => requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = performance.now(); }));
    new MutationObserver(note).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
}"""


def measure_painting(port: int) -> None:
    """Print two tables: opening and filtering each page, and clicking a bar in one panel."""
    found = find_chromium()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(found) if found else None, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(_PATIENCE)
        print(
            f"\nChromium, server and driver on {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {_REPEATS} repeats."
        )
        print("\n| page | first chart after opening ms | filter to painted, p50 ms | slowest ms |\n| --- | --: | --: | --: |")
        for path in _PAGES:
            opened = _open(page, f"http://localhost:{port}/{path}")
            waits = sorted(_filter(page, kind) for kind in ("Agreement", "Visit", "Meeting", "Training"))
            print(f"| {path or 'overview'} | {opened:.0f} | {statistics.median(waits):.0f} | {waits[-1]:.0f} |", flush=True)
        _open(page, f"http://localhost:{port}/goals")
        clicks = sorted(_click(page, turn) for turn in range(_REPEATS))
        print("\n| click on a bar until its events are painted, p50 ms | slowest ms |\n| --: | --: |")
        print(f"| {statistics.median(clicks):.0f} | {clicks[-1]:.0f} |")
        browser.close()


def _open(page: Page, address: str) -> float:
    """Milliseconds until the first chart stands, in a browser that has the scripts already."""
    page.goto("about:blank")
    begin = time.perf_counter()
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg", state="attached")
    waited = 1000 * (time.perf_counter() - begin)
    _settle(page)
    page.evaluate(_WATCH)
    return waited


def _settle(page: Page) -> None:
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(700)


def _wait(page: Page, act: Any) -> float:
    """Milliseconds from an act until nothing more changes: the last change and two frames."""
    page.evaluate("() => { window.painted = 0; window.begun = performance.now(); }")
    act()
    page.wait_for_timeout(150)
    _settle(page)
    return float(page.evaluate("() => window.painted - window.begun"))


def _filter(page: Page, kind: str) -> float:
    field = page.get_by_role("combobox", name="Kind of event").first
    field.fill(kind)
    option = page.get_by_role("option").first
    option.wait_for()
    waited = _wait(page, option.click)
    page.keyboard.press("Escape")
    _settle(page)
    return waited


def _click(page: Page, turn: int) -> float:
    """On a bar of the first chart, another one each time."""
    bars = page.locator(".js-plotly-plot").first.locator(".bars .point path")
    box = bars.nth(turn % bars.count()).bounding_box()
    assert box
    return _wait(page, lambda: page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))

"""The HTML page in a real browser without any network."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard.charts.theme import LIGHT
from dashboard.exports import write_caption, write_panel
from dashboard.panels import Panel
from dashboard.selection import Slice


@pytest.mark.browser
def test_a_map_page_draws_itself_and_asks_for_nothing(
    map_panel: Panel, part: Slice, chromium: Path, driver: Any, tmp_path: Path
) -> None:
    page_file = tmp_path / "map.html"
    page_file.write_bytes(write_panel(map_panel, part, "html", LIGHT, write_caption(map_panel, part, date(2026, 11, 22))))
    heard: list[str] = []
    browser = driver.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
    page = browser.new_page()
    page.context.set_offline(True)
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(page_file.as_uri())
    page.wait_for_selector("path.choroplethlocation", state="attached")
    drawn = page.locator("path.choroplethlocation").count()
    browser.close()
    assert drawn == 8
    assert heard == [page_file.as_uri()]

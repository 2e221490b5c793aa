"""Every page painted with no network, and as axe sees it: no violation beyond the framework's own, which are listed."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PAGES, Visitor

pytestmark = pytest.mark.browser
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

# What Streamlit's own elements violate, as (rule, part of the element's markup); nothing of ours may be here.
FRAMEWORK: tuple[tuple[str, str], ...] = ()


# The other look of a page differs in its colours alone, which its own tests judge: it is checked among the long ones.
THEMES = ["light", pytest.param("dark", marks=pytest.mark.long)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("path", PAGES)
def test_page_paints_without_a_network_and_has_no_violation_of_its_own(visitor: Visitor, path: str, theme: str) -> None:
    visitor.page.emulate_media(color_scheme=theme)
    visitor.open(path)
    charts = visitor.page.locator(".stPlotlyChart").count()
    visitor.page.wait_for_function(f"document.querySelectorAll('.stPlotlyChart .main-svg').length >= {charts}")
    assert visitor.outside == []
    assert visitor.page.locator('[data-testid="stException"]').count() == 0
    found = axe.Axe().run(visitor.page).response["violations"]
    ours = [
        (violation["id"], node["html"][:200])
        for violation in found
        for node in violation["nodes"]
        if not any(rule == violation["id"] and part in node["html"] for rule, part in FRAMEWORK)
    ]
    assert ours == []

"""Pages as axe sees them: no violation beyond the framework's own, which are listed."""

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
def test_page_has_no_violation_of_its_own(visitor: Visitor, path: str, theme: str) -> None:
    visitor.page.emulate_media(color_scheme=theme)
    visitor.open(path)
    visitor.page.wait_for_timeout(1500)
    found = axe.Axe().run(visitor.page).response["violations"]
    ours = [
        (violation["id"], node["html"][:200])
        for violation in found
        for node in violation["nodes"]
        if not any(rule == violation["id"] and part in node["html"] for rule, part in FRAMEWORK)
    ]
    assert ours == []

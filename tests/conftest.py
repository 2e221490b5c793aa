"""What all tests share: the tables of the bundled data, built once into a folder of the session, and one driver of browsers."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from dashboard.build import ensure_tables
from dashboard.tables import Tables

# A deadline would measure the machine, not the code.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")

# Set before the project is asked for anything: what a tester has installed must not change results.
_HOME = tempfile.TemporaryDirectory(prefix="sdg-atlas-tests-")
os.environ["SDG_ATLAS_HOME"] = _HOME.name
os.environ.pop("SDG_ATLAS_TABLES", None)


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The tables of the data that ships."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SDG_ATLAS_TABLES", raising=False)
        patch.setenv("SDG_ATLAS_HOME", str(tmp_path_factory.mktemp("home")))
        return ensure_tables()


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    """Playwright, once a session: a second one in the same thread is refused."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install '.[test]'")
    with api.sync_playwright() as playwright:
        yield playwright

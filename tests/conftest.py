"""What all tests share: the tables of the bundled data, built once into a folder of the session, and one driver of browsers."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
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


BUILD_SECONDS = 120


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The tables of the data that ships, built by the first worker that asks; the others wait for them."""
    base = tmp_path_factory.getbasetemp()
    home = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "bundled"
    try:
        home.mkdir()
    except FileExistsError:
        _await(home / "tables" / "current")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SDG_ATLAS_TABLES", raising=False)
        patch.setenv("SDG_ATLAS_HOME", str(home))
        return ensure_tables()


def _await(file: Path) -> None:
    """Wait for what another worker writes; where it never comes, whoever waited builds it."""
    until = time.monotonic() + BUILD_SECONDS
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.2)


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    """Playwright, once a session: a second one in the same thread is refused."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install '.[test]'")
    with api.sync_playwright() as playwright:
        yield playwright

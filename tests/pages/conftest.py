"""Pages run through AppTest on tables of their own: those of the bundled data, or of a few records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard import settings
from dashboard.tables import Tables, save_tables

Opener = Callable[..., AppTest]


@pytest.fixture(scope="session")
def bundled_folder(bundled: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tables folder that holds those of the bundled data."""
    folder = tmp_path_factory.mktemp("tables")
    save_tables(bundled, folder)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _components_sought_once() -> Iterator[None]:
    """Every AppTest reads what each installed package says of itself, to find components: most of the time of a run."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture
def open_page(bundled_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Opens a page of the bundled data with a query, as a browser with that address would."""
    monkeypatch.setenv("SDG_ATLAS_TABLES", str(bundled_folder))
    return visit


@pytest.fixture
def open_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Tables], Opener]:
    """Opens pages of these tables; what was cached of others is forgotten before and after."""

    def prepare(tables: Tables) -> Opener:
        monkeypatch.setenv("SDG_ATLAS_TABLES", str(tmp_path))
        save_tables(tables, tmp_path)
        st.cache_resource.clear()
        return visit

    return prepare


@pytest.fixture(autouse=True)
def _forget(request: pytest.FixtureRequest) -> object:
    yield
    if "open_tables" in request.fixturenames:
        st.cache_resource.clear()


def visit(page: str = "overview", **query: str) -> AppTest:
    """One run of the dashboard on this page with these parameters in the address."""
    app = AppTest.from_file(str(settings.PACKAGE / "main.py"), default_timeout=120)
    for name, value in query.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    return app.run()


def words_of(app: AppTest) -> str:
    """Everything that a page says in Markdown and headings, in one text."""
    parts = [*app.title, *app.header, *app.subheader, *app.markdown, *app.warning]
    return "\n".join(str(part.value) for part in parts)

"""What the tests of exports share: the bundled tables, a small panel, a caption, and whether there is a Chromium."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.charts.theme import LIGHT, Look, base_figure, plain
from dashboard.exports import Caption, find_chromium, write_caption
from dashboard.panels import Panel
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables

TODAY = date(2026, 11, 22)
NASTY = '<script>alert("x")</script> & =1+1'


@pytest.fixture(scope="session")
def tables(bundled: Tables) -> Tables:
    """The bundled tables."""
    return bundled


@pytest.fixture(scope="session")
def part(tables: Tables) -> Slice:
    """The events with China and Kazakhstan about goal 4 since 2015."""
    return select(tables, Selection(countries=("CHN", "KAZ"), goals=("4",), since="2015"))


def measure(part: Slice) -> pd.DataFrame:
    kinds = part.tables.events["kind"].iloc[part.rows].value_counts(sort=False).sort_index()
    return pd.DataFrame({"kind": [*kinds.index, NASTY], "events": [*kinds.to_numpy(), -3], "hidden": "never shown"})


def draw(frame: pd.DataFrame, look: Look) -> go.Figure:
    names = [plain(name) for name in frame["kind"]]
    return base_figure(look, [go.Bar(x=frame["events"], y=names, orientation="h")], height=320)


def draw_map(frame: pd.DataFrame, look: Look) -> go.Figure:
    codes = ["CHN", "KAZ", "FRA", "BRA", "NGA", "AUS", "CAN", "IND"]
    geo = {"fitbounds": False, "projection_type": "natural earth", "resolution": 110, "showland": True, "landcolor": look.land}
    trace = go.Choropleth(locations=codes, z=list(range(len(codes))), colorscale=look.colorscale, showscale=False)
    return base_figure(look, [trace], height=400, geo=geo)


@pytest.fixture(scope="session")
def panel() -> Panel:
    """A bar chart with a hostile label and a negative number."""
    return Panel(
        key="kinds-bars", title="Events by kind", question="What happened?", measure=measure, draw=draw,
        columns={"kind": "Kind", "events": "Events"}, note="Distinct events, each counted once.",
    )  # fmt: skip


@pytest.fixture(scope="session")
def map_panel() -> Panel:
    """A small map."""
    return Panel(
        key="map-held", title="Where events were held", question="Where?", measure=measure, draw=draw_map,
        columns={"kind": "Kind", "events": "Events"}, note="Countries in which events took place.", has_map=True,
    )  # fmt: skip


@pytest.fixture
def caption(panel: Panel, part: Slice, monkeypatch: pytest.MonkeyPatch) -> Caption:
    monkeypatch.setenv("SDG_ATLAS_ADDRESS", "https://atlas.example.org/")
    return write_caption(panel, part, TODAY)


@pytest.fixture
def chromium() -> Path:
    """The browser of this machine; tests that need one skip, saying so, where there is none."""
    found = find_chromium()
    if found is None:
        pytest.skip("no Chromium on this machine: pictures cannot be drawn")
    return found


@pytest.fixture
def look() -> Look:
    return LIGHT

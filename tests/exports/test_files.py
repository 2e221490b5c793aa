"""The registry of formats, file names, and the self-contained HTML page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from dashboard.charts.theme import DARK, LIGHT
from dashboard.errors import ExportError
from dashboard.exports import FORMATS, TABLE_FORMATS, Caption, file_name, write_caption, write_panel, write_tables
from dashboard.exports.html import write_table
from dashboard.panels import PANELS, Panel
from dashboard.selection import Slice

TODAY = date(2026, 11, 22)


def test_an_unknown_format_is_named_with_those_there_are(panel: Panel, part: Slice, caption: Caption) -> None:
    with pytest.raises(ExportError, match=r"There is no format 'docx': ask for one of png, svg, pdf, html, csv, xlsx\."):
        write_panel(panel, part, "docx", LIGHT, caption)
    with pytest.raises(ExportError, match=r"There is no format 'html': ask for one of csv, xlsx\."):
        write_tables(part, "html", caption)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "map-held_2026-11-22.png"),
        ("country=CHN,DEU&goal=4", "map-held_country-CHN-DEU_goal-4_2026-11-22.png"),
        ("q=..%2F..%2Fetc%2Fpasswd", "map-held_q-etc-passwd_2026-11-22.png"),
        ("q=%D8%AC%D8%A7%D9%85%D8%B9%D8%A9", "map-held_q_2026-11-22.png"),
        ("q=%3Cscript%3E%22%0D%0AX", "map-held_q-script-X_2026-11-22.png"),
    ],
)
def test_file_names_are_plain_letters_digits_and_hyphens(query: str, name: str, caption: Caption) -> None:
    assert file_name("map-held", replace(caption, query=query), FORMATS["png"]) == name


def test_a_file_name_says_in_which_way_a_panel_is_seen(caption: Caption) -> None:
    panel = PANELS["events-over-time-by-kind"].choose({"period": "quarter", "form": "stacked"})
    assert file_name(panel, replace(caption, query=""), FORMATS["csv"]) == (
        "events-over-time-by-kind-quarter-stacked_2026-11-22.csv"
    )


def test_a_file_name_is_never_too_long(caption: Caption) -> None:
    name = file_name("tables", replace(caption, query="q=" + "word+" * 200), TABLE_FORMATS["csv"])
    assert len(name) <= 140
    assert name.endswith("_2026-11-22.zip")


@pytest.fixture
def page(panel: Panel, part: Slice, caption: Caption) -> str:
    return write_panel(panel, part, "html", LIGHT, caption).decode()


def text_of(page: str) -> str:
    """The page without its scripts."""
    return re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)


def test_the_page_carries_its_caption_as_text(page: str, caption: Caption) -> None:
    for words in (caption.title, caption.filters_text, caption.period, caption.counts, caption.licence, caption.version):
        assert words in text_of(page)
    assert f'href="{caption.address.replace("&", "&amp;")}"' in page


def test_the_page_escapes_what_comes_from_articles(page: str) -> None:
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; =1+1" in text_of(page)


def test_the_page_asks_for_nothing_from_outside(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=", text_of(page))


def test_the_page_offers_no_cloud_and_no_logo(page: str) -> None:
    config = json.loads(re.search(r"figure\.layout, (\{.*\})\);", page)[1])
    assert config["displaylogo"] is config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""


def test_the_page_has_language_alternative_text_and_a_table(page: str) -> None:
    assert '<html lang="en" dir="ltr">' in page
    assert 'role="img" aria-label="Chart: Events by kind.' in page
    assert '<th scope="col">Kind</th>' in page
    assert '<td class="number">-3</td>' in page


def test_a_map_brings_its_boundaries_and_the_disclaimer(map_panel: Panel, part: Slice) -> None:
    page = write_panel(map_panel, part, "html", DARK, write_caption(map_panel, part, TODAY)).decode()
    assert 'window.PlotlyGeoAssets = {"topojson": {"world_110m":' in page
    assert "do not imply official endorsement" in text_of(page)
    assert "color-scheme: dark" in page


def test_a_table_writes_numbers_alike_and_keeps_dates_whole() -> None:
    rows = {"Last seen": ["2021-04-15", "soon"], "Distance (km)": [6217.0, 0.0], "Share": [4.0, 2.25]}
    table = write_table(pd.DataFrame(rows))
    assert '<td class="date">2021-04-15</td><td class="number">6,217</td><td class="number">4.00</td>' in table
    assert '<td>soon</td><td class="number">0</td><td class="number">2.25</td>' in table

"""Small parts of the screen: inert Markdown, dates in words, keys of marks, filters that say the same, file names, routes."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote

import pandas as pd
import pytest
from starlette.applications import Starlette

from dashboard import settings
from dashboard.tables import Tables
from dashboard.ui.behind import narrow
from dashboard.ui.figures import describe_missing
from dashboard.ui.footer import write_bibtex
from dashboard.ui.labels import name_date, plain
from dashboard.ui.marks import find_period, read_keys, read_period, split_period
from dashboard.ui.routes import list_routes
from dashboard.ui.twin import twin


def test_markdown_of_data_is_inert() -> None:
    assert plain("*a* [b](c) <d> :red[e] $f$") == r"\*a\* \[b\]\(c\) \<d\> \:red\[e\] \$f\$"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-05-29", "2023-05-29", "29 May 2023"),
        ("2023-05", None, "May 2023"),
        ("2023", "2024-01", "2023 – January 2024"),
        (None, None, "no date"),
        (float("nan"), float("nan"), "no date"),
    ],
)
def test_dates_are_as_exact_in_words_as_in_data(start: object, end: object, words: str) -> None:
    assert name_date(start, end) == words


@pytest.mark.parametrize(
    ("point", "key"),
    [
        ({"customdata": ["KAZ", 3]}, "KAZ"),
        ({"customdata": {"0": "KAZ"}}, "KAZ"),
        ({"customdata": "4"}, "4"),
        ({"location": "KAZ"}, "KAZ"),
        ({"x": 1}, None),
    ],
)
def test_key_of_a_mark_is_read_from_what_was_clicked(point: dict[str, object], key: str | None) -> None:
    assert read_keys({"selection": {"points": [point]}}) == ((key,) if key else ())


def test_nothing_clicked_has_no_key() -> None:
    assert read_keys({"selection": {"points": []}}) == ()


@pytest.mark.parametrize(
    ("marks", "key", "filters"),
    [
        ("country", "KAZ", {"countries": ("KAZ",)}),
        ("country pair", "CHN|KAZ", {"countries": ("CHN",), "partners": ("KAZ",)}),
        ("partnering country", "KAZ", {"countries": ("KAZ",)}),
        ("kind year", "visit|2023", {"kinds": ("visit",), "since": "2023", "until": "2023"}),
        ("goal year", "4|0", {"goals": ("4",), "undated": "only"}),
        ("language", "", {"languages": ("unknown",)}),
        ("goal pair", "4|17", {"goals": ("4", "17"), "every": ("goal",)}),
        ("goal region", "4|Eastern Asia", {"goals": ("4",), "regions": ("eastern-asia",)}),
        ("goal region", "4|-", {"goals": ("4",), "countries": ("unknown",)}),
        ("institution pair", "unai|a", {"institutions": ("a", "unai"), "every": ("institution",)}),
        ("side goal", "country:CHN|4", {"countries": ("CHN",), "goals": ("4",)}),
        ("side kind", "institution:unai|visit", {"institutions": ("unai",), "kinds": ("visit",)}),
        ("side year", "country:CHN|2019", {"countries": ("CHN",), "since": "2019", "until": "2019"}),
        ("side year", "period:2015-2020|2019", {"since": "2019", "until": "2019"}),
        ("side goal", "period:2015-2020|4", {"since": "2015", "until": "2020", "goals": ("4",)}),
        ("side partner", "country:CHN|KAZ", {"countries": ("CHN",), "partners": ("KAZ",)}),
        ("side partner", "institution:unai|a", {"institutions": ("a", "unai"), "every": ("institution",)}),
        ("side partner", "period:2015-2020|KAZ", {"since": "2015", "until": "2020", "countries": ("KAZ",)}),
        ("event", "x.1", {}),
    ],
)
def test_filters_that_say_what_a_mark_says(marks: str, key: str, filters: dict[str, object]) -> None:
    assert narrow(marks, key) == filters


def test_table_twin_names_columns_and_makes_words_inert() -> None:
    frame = pd.DataFrame({"name": ["*a*", None], "events": [1, 2], "hidden": [0, 0]})
    shown = twin(frame, {"name": "Institution", "events": "Events", "absent": "Absent"})
    assert shown.to_dict("list") == {"Institution": [r"\*a\*", ""], "Events": [1, 2]}


@pytest.mark.parametrize(
    ("undated", "unplaced", "words"),
    [
        (0, 0, ""),
        (1, 0, "1 of these events has no date: it counts here, and stands apart on time charts."),
        (0, 2, "2 of these events have no country: they count here, and stand on no map."),
    ],
)
def test_events_without_date_or_country_are_told_apart(undated: int, unplaced: int, words: str) -> None:
    assert describe_missing(undated, unplaced) == words


def test_bibtex_escapes_its_commands() -> None:
    assert r"title = {SDG Cooperation Atlas: R\&D 100\%}" in write_bibtex("R&D 100%", "1", "https://example.org/?a=1,2&b=_")


def ask(path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body that our routes answer with, asked as a server asks."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        await asyncio.Event().wait()  # the asker has said all and stays
        return {}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "path": unquote(path), "raw_path": path.encode(), "query_string": b"", "headers": [],
        "http_version": "1.1", "scheme": "http", "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    answer = Starlette(routes=list_routes())(scope, receive, send)  # type: ignore[arg-type]
    with ThreadPoolExecutor(1) as pool:  # in this thread the loop of a browser may be running
        pool.submit(asyncio.run, answer).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}  # type: ignore[attr-defined]
    return int(str(sent[0]["status"])), headers, b"".join(bytes(part.get("body", b"")) for part in sent[1:])  # type: ignore[call-overload]


def test_boundaries_arrive_as_json() -> None:
    _status, headers, body = ask("/boundaries/world_110m.json")
    assert headers["content-type"] == "application/json"
    assert headers["cache-control"] == "public, max-age=86400"
    assert json.loads(body)["type"] == "Topology"


@pytest.mark.parametrize("name", ["README.md", "..%2F..%2Fpyproject.toml", "%2e%2e", "none.json", "world_110m.json%00"])
def test_nothing_but_boundaries_is_served(name: str) -> None:
    assert ask(f"/boundaries/{name}")[0] == 404


def test_health_says_the_version() -> None:
    status, _headers, body = ask("/health")
    assert (status, json.loads(body)["status"]) == (200, "ok")


def test_config_lies_where_the_front_door_is() -> None:
    assert (settings.ROOT / ".streamlit" / "config.toml").is_file()


@pytest.mark.parametrize(
    ("code", "ends"),
    [
        ("2019", ("2019", "2019")),
        ("2019-05", ("2019-05", "2019-05")),
        ("2019-Q2", ("2019-04", "2019-06")),
        ("2019-Q4", ("2019-10", "2019-12")),
        ("2019-Q5", ("", "")),
        ("0", ("", "")),
        ("<b>", ("", "")),
    ],
)
def test_a_period_is_read_from_its_code(code: str, ends: tuple[str, str]) -> None:
    assert read_period(code) == ends


def test_a_box_over_marks_in_time_means_from_the_first_to_the_last(bundled: Tables) -> None:
    assert find_period(bundled, "kind year", ["visit|2021", "visit|0", "meeting|2019-Q3"]) == ("2019-07", "2021")
    assert find_period(bundled, "kind year", ["visit|0"]) == ("", "")


def test_a_box_over_single_events_means_from_their_first_day_to_their_last(bundled: Tables) -> None:
    dated = bundled.events.dropna(subset=["first_day"]).iloc[:5]
    found = find_period(bundled, "event", list(dated["event_id"]))
    assert found == (dated["first_day"].min(), dated["last_day"].max())


def test_a_period_held_open_is_told_from_a_mark() -> None:
    assert split_period("@2019..2021-05") == ("2019", "2021-05")
    assert split_period("KAZ") is None
    assert split_period("@2019..") is None

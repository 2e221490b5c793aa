"""The benchmark of extraction prints a table of what it measured."""

import pytest

from benchmarks import extraction
from benchmarks.extraction import Run, write_table
from dashboard import settings
from dashboard.evaluate import compare_articles, measure_articles
from dashboard.records import read_records


def test_the_table_holds_every_way_with_figures_and_costs() -> None:
    records = list(read_records(settings.RECORDS))[:20]
    scores = measure_articles(compare_articles(records, records), resamples=20)
    lines = write_table({"bundled": (Run(1.5, 150.4, 300), scores), "peer": (Run(9.0, 6.0, 700), scores)}).splitlines()
    assert lines[0] == "| F1 (95 % interval) | this project | spaCy small, pycountry, dateparser |"
    assert "| institutions that take part | 1.00 (1.00–1.00) | 1.00 (1.00–1.00) |" in lines
    assert lines[-3:] == [
        "| articles a second and core | 150 | 6 |", "| seconds to load | 1.5 | 9.0 |", "| peak memory, MB | 300 | 700 |",
    ]  # fmt: skip


def test_the_peer_writes_the_same_records(tmp_path) -> None:
    pytest.importorskip("spacy", reason="spaCy is not installed: pip install '.[peers]'")
    pytest.importorskip("dateparser", reason="dateparser is not installed: pip install '.[peers]'")
    try:
        reader = extraction.load_reader("peer")
    except SystemExit as missing:
        pytest.skip(str(missing))
    record = reader(extraction.read_all(settings.ARTICLES)[0])
    assert (record.id, record.sdgs_explicit) == ("seed-nut-unai-webinar", (9,))
    assert record.events[0].kind

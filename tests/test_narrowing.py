"""What a mark says and what a reader asked for hold both, or nothing is offered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from dashboard.measures.behind import list_behind
from dashboard.panels import PANELS, list_marks
from dashboard.selection import Selection, read_address, select, write_address
from dashboard.selection.narrowing import narrow_selection
from dashboard.tables import Tables
from dashboard.ui.behind import narrow


@pytest.mark.parametrize(
    ("asked", "marks", "key", "address"),
    [
        ("", "country", "KAZ", "country=KAZ"),
        ("country=USA", "country", "KAZ", "country=KAZ&partner=USA"),
        ("country=JPN,USA", "country", "KAZ", "country=KAZ&partner=JPN,USA"),
        ("country=JPN,USA", "country", "JPN", "country=JPN"),
        ("country=JPN,USA&all=country", "country", "JPN", "country=JPN,USA&all=country"),
        ("country=JPN,USA&all=country", "country", "KAZ", "country=JPN,KAZ,USA&all=country"),
        ("country=USA&partner=CHN,KAZ", "country", "KAZ", "country=KAZ&partner=USA"),
        ("country=USA&partner=CHN,JPN", "country", "KAZ", "country=KAZ,USA&partner=CHN,JPN&all=country"),
        ("country=CHN,USA&partner=DEU,JPN", "country", "KAZ", None),
        ("country=USA", "country pair", "CHN|KAZ", "country=CHN,KAZ,USA&all=country"),
        ("country=CHN,USA", "country pair", "CHN|KAZ", "country=CHN&partner=KAZ"),
        ("country=KAZ&partner=JPN", "goal", "4", "country=KAZ&partner=JPN&goal=4"),
        ("country=unknown,USA", "country", "KAZ", None),
        ("country=USA", "goal region", "4|-", "country=USA,unknown&goal=4&all=country"),
        ("goal=4", "goal", "4", "goal=4"),
        ("goal=4", "goal", "17", "goal=4,17&all=goal"),
        ("goal=4,5", "goal", "5", "goal=5"),
        ("goal=4,5", "goal", "17", None),
        ("goal=4,17", "goal pair", "4|17", "goal=4,17&all=goal"),
        ("country=KAZ,USA&all=country", "goal pair", "4|17", "country=KAZ,USA&goal=4,17&all=country,goal"),
        ("kind=agreement,visit", "kind", "visit", "kind=visit"),
        ("kind=agreement", "kind", "visit", None),
        ("language=de", "language", "", None),
        ("language=de,unknown", "language", "", "language=unknown"),
        ("region=asia", "goal region", "4|Eastern Asia", "goal=4&region=eastern-asia"),
        ("region=europe", "goal region", "4|Eastern Asia", None),
        ("region=asia", "country", "KAZ", "country=KAZ&region=asia"),
        ("from=2017-05", "kind year", "visit|2017", "kind=visit&from=2017-05&to=2017"),
        ("from=2017-05&to=2019", "kind year", "visit|2018", "kind=visit&from=2018&to=2018"),
        ("to=2017-05", "kind year", "visit|2017", "kind=visit&from=2017&to=2017-05"),
        ("from=2018", "kind year", "visit|2017", None),
        ("", "goal year", "4|0", "goal=4&undated=only"),
        ("country=USA", "side kind", "country:KAZ|agreement", "country=KAZ&partner=USA&kind=agreement"),
        ("goal=4&from=2017-05", "side goal", "period:2015-2020|4", "goal=4&from=2017-05&to=2020"),
        ("goal=17&from=2017-05", "side goal", "period:2015-2020|4", "goal=4,17&from=2017-05&to=2020&all=goal"),
        ("q=water&basis=stated&sure=0.7", "country", "KAZ", "country=KAZ&q=water&basis=stated&sure=0.7"),
    ],
)  # fmt: skip
def test_a_mark_narrows_what_was_asked_for(asked: str, marks: str, key: str, address: str | None, bundled: Tables) -> None:
    selection, unknown = read_address(asked, bundled)
    found = narrow_selection(bundled, selection, narrow(marks, key))
    assert not unknown
    assert (None if found is None else write_address(found)) == address


@pytest.mark.parametrize(
    ("asked", "period", "address"),
    [
        ("", ("2017", "2019"), "from=2017&to=2019"),
        ("from=2018-03", ("2017", "2019"), "from=2018-03&to=2019"),
        ("to=2018-03", ("2017", "2019-02"), "from=2017&to=2018-03"),
        ("from=2020", ("2017", "2019"), None),
    ],
)
def test_a_box_narrows_the_period(asked: str, period: tuple[str, str], address: str | None, bundled: Tables) -> None:
    wanted = dict(zip(("since", "until"), period, strict=True))
    found = narrow_selection(bundled, read_address(asked, bundled)[0], wanted)
    assert (None if found is None else write_address(found)) == address


ASKED = (
    "country=USA", "country=CHN,KAZ,USA", "country=CHN,KAZ&all=country", "country=KAZ&partner=CHN,USA", "region=asia,europe",
    "goal=4&from=2017-05", "goal=4,17", "kind=agreement,meeting&to=2019-06", "language=en", "undated=only", "basis=stated",
)  # fmt: skip


@pytest.mark.parametrize("asked", ASKED)
def test_no_mark_of_a_panel_lets_in_what_was_left_out(asked: str, bundled: Tables) -> None:
    """And each event behind it is kept, where goals are counted whatever they rest on."""
    selection, _unknown = read_address(asked, bundled)
    part = select(bundled, selection)
    for panel in PANELS.values():
        for key in _some_marks(panel.key, part) if panel.marks else ():
            behind = list_behind(part, panel.marks, key).rows
            wanted: Mapping[str, Any] = narrow(panel.marks, key)
            found = narrow_selection(bundled, selection, wanted) if wanted and len(behind) else None
            if found is not None:
                kept = select(bundled, found).rows
                assert np.isin(kept, part.rows).all(), (panel.key, key)
                assert selection.basis or np.isin(behind, kept).all(), (panel.key, key)


def _some_marks(key: str, part: Any) -> list[str]:
    """A few marks of a panel: the first, the last and some between."""
    names = list(list_marks(PANELS[key], PANELS[key].measure(part)))
    return names[:: max(1, len(names) // 4)]


def test_filters_in_force_stay_where_a_mark_asks_for_nothing(bundled: Tables) -> None:
    selection = replace(Selection(), countries=("KAZ",), every=("country",))
    assert narrow_selection(bundled, selection, {}) == selection

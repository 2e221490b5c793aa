"""Coverage counted by hand."""

from __future__ import annotations

from dashboard.measures.coverage import count_coverage, count_languages, count_publishers
from dashboard.selection import Selection, Slice, select
from dashboard.tables import Tables


def test_articles_stay_while_events_follow_the_filters(small: Tables) -> None:
    everything = count_coverage(select(small, Selection())).set_index("country")
    narrowed = count_coverage(select(small, Selection(kinds=("designation",)))).set_index("country")
    assert everything.loc["KAZ", ["articles", "events"]].to_list() == [2, 2]
    assert narrowed.loc["KAZ", ["articles", "events"]].to_list() == [2, 0]


def test_an_unknown_language_is_a_row(all_of: Slice) -> None:
    frame = count_languages(all_of)
    assert dict(zip(frame["name"], frame["articles"], strict=True)) == {"English": 1, "Chinese": 1, "Not known": 1}


def test_publishers_left_out_are_counted(all_of: Slice) -> None:
    frame = count_publishers(all_of, 2)
    assert frame["articles"].to_list() == [1, 1]
    assert frame.attrs == {"others": 1, "articles": 3}

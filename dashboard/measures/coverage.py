"""Coverage counted: what was read, so that silence is not taken for absence."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.measures.places import count_taken_part
from dashboard.measures.sources import count_articles
from dashboard.selection import Slice, language_name
from dashboard.words import _


def count_coverage(part: Slice, limit: int = 25) -> pd.DataFrame:
    """The countries that most articles cover, with the events found under the filters; ``attrs`` counts the countries left out.

    ``attrs["uncovered"]`` counts countries and areas that no article covers.
    """
    frame = count_taken_part(part)
    articles, events = (frame[name].to_numpy() for name in ("articles", "count"))
    covered = np.flatnonzero(articles)
    order = np.lexsort((frame["country"].to_numpy(dtype=str)[covered], -events[covered], -articles[covered]))
    top = frame.take(covered[order[:limit]]).reset_index(drop=True).rename(columns={"count": "events"})
    top.attrs = {"others": len(covered) - len(top), "uncovered": len(frame) - len(covered)}
    return top


def count_languages(part: Slice) -> pd.DataFrame:
    """Articles that report the events of the Slice, by the language of the source; most first."""
    counts = count_articles(part, "source_language")
    frame = pd.DataFrame({"language": pd.Series(list(counts), dtype="str"), "articles": list(counts.values())})
    frame["name"] = [language_name(code) if code else _("Not known") for code in frame["language"]]
    return frame.sort_values(["articles", "language"], ascending=[False, True], ignore_index=True)


def count_publishers(part: Slice, limit: int = 20) -> pd.DataFrame:
    """Articles that report the events of the Slice, by publisher; ``attrs`` counts the publishers left out and all articles."""
    counts, names = count_articles(part, "publisher_key"), part.tables.publisher_names
    frame = pd.DataFrame({"publisher_key": pd.Series(list(counts), dtype="str"), "articles": list(counts.values())})
    frame.insert(1, "name", pd.Series([names.get(key) or _("Not known") for key in counts], dtype="str"))
    frame = frame.sort_values(["articles", "publisher_key"], ascending=[False, True], ignore_index=True)
    top = frame.head(limit)
    top.attrs = {"others": len(frame) - len(top), "articles": sum(counts.values())}
    return top

"""Coverage counted: what was read, so that silence is not taken for absence."""

from __future__ import annotations

import pandas as pd

from dashboard.measures.events import list_articles
from dashboard.measures.places import count_taken_part
from dashboard.selection import Slice, language_name
from dashboard.words import _


def count_coverage(part: Slice, limit: int = 25) -> pd.DataFrame:
    """The countries that most articles cover, with the events found under the filters; ``attrs`` counts the countries left out.

    ``attrs["uncovered"]`` counts countries and areas that no article covers.
    """
    frame = count_taken_part(part).rename(columns={"count": "events"})
    covered = frame[frame["articles"] > 0].sort_values(["articles", "events", "country"], ascending=[False, False, True])
    top = covered.head(limit).reset_index(drop=True)
    top.attrs = {"others": len(covered) - len(top), "uncovered": len(frame) - len(covered)}
    return top


def count_languages(part: Slice) -> pd.DataFrame:
    """Articles that report the events of the Slice, by the language of the source; most first."""
    counts = list_articles(part)["source_language"].fillna("").value_counts()
    frame = pd.DataFrame({"language": counts.index, "articles": counts.to_numpy()})
    frame["name"] = [language_name(code) if code else _("Not known") for code in frame["language"]]
    return frame.sort_values(["articles", "language"], ascending=[False, True], ignore_index=True)


def count_publishers(part: Slice, limit: int = 20) -> pd.DataFrame:
    """Articles that report the events of the Slice, by publisher; ``attrs["others"]`` counts the publishers left out."""
    articles = list_articles(part)
    keys = articles["publisher_key"].fillna("")
    groups = articles.groupby(keys).agg(name=("publisher", "first"), articles=("article_id", "size"))
    groups.index.name = "publisher_key"
    frame = groups.reset_index()
    frame["name"] = frame["name"].fillna(_("Not known"))
    frame = frame.sort_values(["articles", "publisher_key"], ascending=[False, True], ignore_index=True)
    top = frame.head(limit)
    top.attrs = {"others": len(frame) - len(top)}
    return top

"""Places counted: countries in four ways, with the articles that cover them, and cities."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.measures.events import list_events
from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing_part, partner_countries, seats, sums
from dashboard.selection.naming import list_countries
from dashboard.words import _, ngettext

# Countries whose outline is but a few pixels on a page, or which the boundary file lacks; the small island states of the
# United Nations' list come on top.
SMALL_STATES = frozenset(
    {
        "AND",
        "BHR",
        "LIE",
        "MCO",
        "SMR",
        "VAT",
        "MLT",
        "LUX",
        "HKG",
        "MAC",
        "GIB",
        "BRN",
        "QAT",
        "CYP",
        "LBN",
        "PSE",
        "WLF",
        "XKX",
    }
)
# Island states of that list that are large enough to see and to click.
LARGE_ISLAND_STATES = frozenset(
    {"CUB", "DOM", "HTI", "PNG", "GUY", "SUR", "GNB", "BLZ", "NCL", "SLB", "FJI", "JAM", "TLS", "BHS"}
)


def _absence(count: int, articles: int) -> str:
    """Why a country has no count: nothing found although articles cover it, or none covers it; empty where there is one."""
    if count:
        return ""
    if not articles:
        return _("no article read covers it")
    return ngettext("none found in %d article read", "none found in %d articles read", articles) % articles


def _countries(part: Slice, counts: npt.NDArray[Any]) -> pd.DataFrame:
    """Every country with ``count``, the articles that cover it, its position, ``absence`` for 0, and ``selected``."""
    columns = ["country", "name", "short_name", "region", "latitude", "longitude", "articles"]
    known = list_countries(part.tables)
    small = (known["sids"] & ~known["country"].isin(LARGE_ISLAND_STATES)) | known["country"].isin(SMALL_STATES)
    asked = (*part.selection.countries, *part.selection.partners)
    frame = known[columns].assign(count=counts, small=small, selected=known["country"].isin(asked))
    frame["absence"] = [_absence(count, read) for count, read in zip(counts, frame["articles"], strict=True)]
    return frame.sort_values(["count", "articles", "country"], ascending=[False, False, True], ignore_index=True)


def count_held(part: Slice) -> pd.DataFrame:
    """Events held in each country; ``attrs["unplaced"]`` counts those online or without a known venue."""
    venues = list_events(part)["country"]
    counts = venues.value_counts().reindex(part.tables.country_index, fill_value=0).to_numpy(dtype=np.int64)
    frame = _countries(part, counts)
    frame.attrs = {"unplaced": int(venues.isna().sum())}
    return frame


def count_taken_part(part: Slice) -> pd.DataFrame:
    """Events that each country takes part in, as venue, seat of an institution, or named; an event counts once a country."""
    links = chosen(part.tables.country_matrix, part)
    frame = _countries(part, sums(links))
    frame.attrs = {"unplaced": int(np.count_nonzero(np.diff(links.indptr) == 0))}
    return frame


def count_institutions(part: Slice) -> pd.DataFrame:
    """Institutions seated in each country that take part in an event; ``attrs["unplaced"]`` counts bodies of no one country."""
    tables = part.tables
    active = tables.institutions[sums(chosen(tables.institution_matrix, part)) > 0]
    counts = active["country"].value_counts().reindex(tables.country_index, fill_value=0).to_numpy(dtype=np.int64)
    frame = _countries(part, counts)
    frame.attrs = {"unplaced": int(active["country"].isna().sum())}
    return frame


def count_partnerships(part: Slice) -> pd.DataFrame:
    """Events that join institutions of each country with those of another; ``partners`` counts those other countries."""
    links = chosen(seats(part.tables), pairing_part(part))
    shared = links[np.diff(links.indptr) > 1]
    partners = np.bincount(np.concatenate(partner_countries(part).coords), minlength=len(part.tables.country_index))
    by_country = pd.Series(partners, index=part.tables.country_index)
    frame = _countries(part, sums(shared))
    return frame.assign(partners=frame["country"].map(by_country).to_numpy())


def rank_countries(part: Slice, limit: int = 20) -> pd.DataFrame:
    """The countries in most events, with the articles read that cover them; ``attrs["others"]`` counts the rest."""
    frame = count_taken_part(part)
    found = frame[frame["count"] > 0]
    top = found.head(limit).reset_index(drop=True)
    top.attrs = {"others": len(found) - len(top), **frame.attrs}
    return top


def count_cities(part: Slice) -> pd.DataFrame:
    """Events held in each city, most first; key ``ALPHA3|City``. ``attrs`` counts events without a city or coordinates."""
    events = list_events(part)
    located = events[events["city"].notna()]
    groups = located.groupby([located["country"].fillna(""), "city"], sort=True)
    frame = groups.agg(
        latitude=("latitude", "first"), longitude=("longitude", "first"), events=("event_id", "size")
    ).reset_index()
    frame["key"] = frame["country"] + "|" + frame["city"]
    countries = list_countries(part.tables).set_index("country")
    frame["short_name"] = frame["country"].map(countries["short_name"]).fillna("")
    frame["articles"] = frame["country"].map(countries["articles"]).fillna(0).astype("int64")
    frame = frame.sort_values(["events", "key"], ascending=[False, True], ignore_index=True)
    frame.attrs = {"unplaced": len(events) - len(located), "unmapped": int(frame.loc[frame["latitude"].isna(), "events"].sum())}
    return frame

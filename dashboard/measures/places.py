"""Places counted: countries in six ways, with the articles that cover them, and cities."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.selection import Slice
from dashboard.selection.matrices import chosen, pairing, partner_countries, picked, seats, sums
from dashboard.selection.naming import country_names, list_countries
from dashboard.tables import Tables
from dashboard.words import _, language, ngettext, write_number

_Counts = npt.NDArray[np.int64]

# Countries whose outline is but a few pixels on a page, or which the boundary file lacks; the small island states of the
# United Nations' list come on top.
SMALL_STATES = frozenset(
    "AND BHR LIE MCO SMR VAT MLT LUX HKG MAC GIB BRN QAT CYP LBN PSE WLF XKX".split()  # noqa: SIM905  (a list to be read)
)
# Island states of that list that are large enough to see and to click.
LARGE_ISLAND_STATES = frozenset("CUB DOM HTI PNG GUY SUR GNB BLZ NCL SLB FJI JAM TLS BHS".split())  # noqa: SIM905
# Of fewer a share says more of chance than of the country.
FEWEST_INSTITUTIONS = 3
FEWEST_EVENTS = 5
_KEPT = 2


@lru_cache(maxsize=24)
def _known(tables: Tables, _spoken: str) -> pd.DataFrame:
    """What the map knows of every country whatever is counted, with its names in one language."""
    known = list_countries(tables)
    small = (known["sids"] & ~known["country"].isin(LARGE_ISLAND_STATES)) | known["country"].isin(SMALL_STATES)
    return known[["country", "name", "short_name", "region", "latitude", "longitude", "articles"]].assign(small=small)


@lru_cache(maxsize=_KEPT)
def _venues(tables: Tables) -> npt.NDArray[np.int32]:
    """The country in which each event was held, by its place in the table of countries; -1 where it is not known."""
    return tables.country_index.get_indexer(pd.Index(tables.events["country"])).astype(np.int32)


@lru_cache(maxsize=_KEPT)
def _listed(tables: Tables) -> _Counts:
    """Institutions of every kind that the tables list, by country."""
    return _tally(tables.country_index.get_indexer(pd.Index(tables.institutions["country"])), len(tables.country_index))


def _tally(numbers: npt.NDArray[Any], length: int) -> _Counts:
    """How often each number stands in an array, those below 0 left out."""
    return np.bincount(numbers[numbers >= 0], minlength=length).astype(np.int64)


def _silence(read: int) -> str:
    """Why nothing is found: no article covers the country, or those that do tell of nothing."""
    if not read:
        return _("no article read covers it")
    words = ngettext("none found in {n} article read", "none found in {n} articles read", read)
    return words.format(n=write_number(read))


def _countries(part: Slice, counts: _Counts, **columns: npt.NDArray[Any]) -> pd.DataFrame:
    """Every country with ``count``, the articles that cover it, its position, ``absence`` for 0, and ``selected``.

    Further ``columns`` come along; where one is called ``rate``, it makes the order, and where none is, ``count`` does.
    """
    known = _known(part.tables, language())
    read = known["articles"].to_numpy()
    first = np.nan_to_num(columns["rate"], nan=-1.0) if "rate" in columns else counts
    codes = known["country"].to_numpy(dtype=str)
    order = np.lexsort((codes, -read, -counts, -first))
    told: dict[str, Any] = {str(name): known[name].array.take(order) for name in known}
    told |= {"count": counts[order]} | {name: values[order] for name, values in columns.items()}
    told["selected"] = np.isin(codes[order], np.array([*part.selection.countries, *part.selection.partners], dtype=str))
    silences = {articles: _silence(articles) for articles in set(read[counts == 0].tolist())}
    each = zip(counts[order].tolist(), read[order].tolist(), strict=True)
    told["absence"] = pd.array(["" if count else silences[articles] for count, articles in each], dtype="str")
    return pd.DataFrame(told)


def count_held(part: Slice) -> pd.DataFrame:
    """Events held in each country; ``attrs["unplaced"]`` counts those online or without a known venue."""
    venues = np.asarray(picked(_venues(part.tables), part), dtype=np.int32)
    frame = _countries(part, _tally(venues, len(part.tables.country_index)))
    frame.attrs = {"unplaced": int(np.count_nonzero(venues < 0))}
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
    active = np.flatnonzero(sums(chosen(tables.institution_matrix, part)))
    seat = tables.country_index.get_indexer(pd.Index(tables.institutions["country"].to_numpy()[active]))
    frame = _countries(part, _tally(seat, len(tables.country_index)))
    frame.attrs = {"unplaced": int(np.count_nonzero(seat < 0))}
    return frame


def _abroad(part: Slice) -> tuple[_Counts, _Counts]:
    """By country, events that join its institutions with those of another, and all of a kind that could."""
    links = seats(part.tables)
    times = np.bincount(part.rows, minlength=links.shape[0]) * pairing(part.tables)
    return np.asarray(links.T @ (times * (np.diff(links.indptr) > 1))), np.asarray(links.T @ times)


def count_partnerships(part: Slice) -> pd.DataFrame:
    """Events that join institutions of each country with those of another; ``partners`` counts those other countries."""
    partners = np.bincount(np.concatenate(partner_countries(part).coords), minlength=len(part.tables.country_index))
    return _countries(part, _abroad(part)[0], partners=partners)


def count_share_abroad(part: Slice) -> pd.DataFrame:
    """Of the events of each country's institutions, the per cent with partners abroad (``rate``), and both numbers.

    ``few`` marks countries with some, but fewer than ``FEWEST_EVENTS`` events: they have no rate.
    """
    joint, events = _abroad(part)
    few = (events > 0) & (events < FEWEST_EVENTS)
    with np.errstate(invalid="ignore"):
        rate = np.where(events >= FEWEST_EVENTS, np.round(100.0 * joint / events, 1), np.nan)
    frame = _countries(part, events, rate=rate, abroad=joint, few=few)
    words = ngettext("fewer than {n} event", "fewer than {n} events", FEWEST_EVENTS).format(n=FEWEST_EVENTS)
    return frame.assign(absence=frame["absence"].mask(frame["few"], words))


def count_per_institution(part: Slice) -> pd.DataFrame:
    """Events of each country's institutions for each of them that the tables list (``rate``), and both numbers.

    ``few`` marks countries with events of fewer than ``FEWEST_INSTITUTIONS`` institutions: they have no rate.
    """
    listed = _listed(part.tables)
    events = sums(chosen(seats(part.tables), part))
    few = (events > 0) & (listed < FEWEST_INSTITUTIONS)
    with np.errstate(invalid="ignore", divide="ignore"):
        rate = np.where((events > 0) & ~few, np.round(events / listed, 2), np.nan)
    frame = _countries(part, events, rate=rate, institutions=listed, few=few)
    words = ngettext("fewer than {n} institution is listed", "fewer than {n} institutions are listed", FEWEST_INSTITUTIONS)
    return frame.assign(absence=frame["absence"].mask(frame["few"], words.format(n=FEWEST_INSTITUTIONS)))


def rank_countries(part: Slice, limit: int = 20) -> pd.DataFrame:
    """The countries in most events, with the articles read that cover them; ``attrs["others"]`` counts the rest."""
    frame = count_taken_part(part)
    found = int(np.count_nonzero(frame["count"]))
    top = frame.head(min(limit, found))
    top.attrs = {"others": found - len(top), **frame.attrs}
    return top


@lru_cache(maxsize=_KEPT)
def _cities(tables: Tables) -> tuple[npt.NDArray[np.int32], pd.DataFrame]:
    """The city in which each event was held, by its place in the table of cities beside it; -1 where it is not known."""
    events = tables.events
    located = events["city"].notna().to_numpy()
    rows = events.loc[located, ["country", "city", "latitude", "longitude"]]
    rows["country"] = rows["country"].fillna("")
    groups = rows.groupby(["country", "city"], sort=True)
    numbers = np.full(len(events), -1, dtype=np.int32)
    numbers[located] = groups.ngroup().to_numpy()
    cities = groups.agg(latitude=("latitude", "first"), longitude=("longitude", "first")).reset_index()
    cities["key"] = cities["country"] + "|" + cities["city"]
    cities["articles"] = cities["country"].map(tables.countries.set_index("country")["articles"]).fillna(0).astype("int64")
    return numbers, cities


def count_cities(part: Slice) -> pd.DataFrame:
    """Events held in each city, most first; key ``ALPHA3|City``. ``attrs`` counts events without a city or coordinates."""
    numbers, cities = _cities(part.tables)
    here = np.asarray(picked(numbers, part), dtype=np.int32)
    counts = _tally(here, len(cities))
    found = np.flatnonzero(counts)
    frame = cities.take(found[np.argsort(-counts[found], kind="stable")]).reset_index(drop=True)
    frame["events"] = np.sort(counts[found])[::-1]
    names = country_names(part.tables)
    frame["short_name"] = pd.Series([names.get(code, "") for code in frame["country"]], dtype="str")
    unmapped = int(frame.loc[frame["latitude"].isna(), "events"].sum())
    frame.attrs = {"unplaced": int(np.count_nonzero(here < 0)), "unmapped": unmapped}
    return frame

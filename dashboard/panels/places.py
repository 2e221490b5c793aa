"""Panels on a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pandas as pd

from dashboard.charts import maps
from dashboard.measures import partners, places
from dashboard.panels.row import ABSENCE, COUNTRY, EVENTS, READ, READ_BOTH, Choice, Panel
from dashboard.words import _, mark, ngettext, write_counted, write_list, write_number, write_percent, write_sentences

_AREA = Choice("area", mark("Zoom to"), {code: area.name for code, area in maps.AREAS.items()}, of="draw")
_NO_RATE = {"absence": mark("If no value")}
# As many leading countries make a finding.
_NAMED = 3


def _state_countries(frame: pd.DataFrame) -> str:
    """In how many countries something was found, where most, and on how many nothing was read."""
    found = frame[frame["count"] > 0].head(_NAMED)
    if found.empty:
        return ""
    named = _name(found["short_name"], map(write_number, found["count"]))
    number = int((frame["count"] > 0).sum())
    words = ngettext("Found in {n} country or area: {names}.", "Found in {n} countries or areas, most in {names}.", number)
    return write_sentences([words.format(n=write_number(number), names=named), _state_unread(frame)])


def _name(names: Iterable[str], values: Iterable[str]) -> str:
    return write_list(write_counted(name, str(value)) for name, value in zip(names, values, strict=True))


def _state_unread(frame: pd.DataFrame) -> str:
    number = int((frame["articles"] == 0).sum())
    words = ngettext("No article read covers {n} country or area.", "No article read covers {n} countries or areas.", number)
    return words.format(n=write_number(number)) if number else ""


def _state_rates(write: Callable[[float], str]) -> Callable[[pd.DataFrame], str]:
    """The finding of a map of rates, which are written so."""

    def state(frame: pd.DataFrame) -> str:
        """Where the rate is highest, how many countries have one, and on how many nothing was read."""
        known = frame[frame["rate"].notna()]
        if known.empty:
            return ""
        top = known.head(_NAMED)
        words = ngettext(
            "{n} country or area has enough to compare: {names}.",
            "{n} countries or areas have enough to compare; highest are {names}.",
            len(known),
        )
        compared = words.format(n=write_number(len(known)), names=_name(top["short_name"], map(write, top["rate"])))
        return write_sentences([compared, _state_unread(frame)])

    return state


def _list_rates(write: Callable[[float], str]) -> Callable[[pd.DataFrame], dict[str, str]]:
    """The marks of a map of rates: its countries with their rate, or with the number of events where they have none."""

    def listed(frame: pd.DataFrame) -> dict[str, str]:
        """By country, what the list of marks says."""
        found = frame[frame["count"] > 0]
        rows = zip(found["country"], found["short_name"], found["rate"], found["absence"], strict=True)
        return {code: write_counted(name, absence if pd.isna(rate) else write(rate)) for code, name, rate, absence in rows}

    return listed


def _write_share(rate: float) -> str:
    return write_percent(rate / 100)


def _list_arcs(frame: pd.DataFrame) -> dict[str, str]:
    """The arcs by the countries they join, then each of these with all its partnerships."""
    rows = zip(frame["key"], frame["short_name_a"], frame["short_name_b"], frame["events"], strict=True)
    arcs = {key: write_counted(f"{one} – {other}", write_number(events)) for key, one, other, events in rows}
    ends = [
        *zip(frame["country_a"], frame["short_name_a"], strict=True),
        *zip(frame["country_b"], frame["short_name_b"], strict=True),
    ]
    whole = _("All partnerships of {country}")
    counted = sorted(Counter(ends).items(), key=lambda each: each[0][1])
    return arcs | {
        f"{code}|": write_counted(whole.format(country=name), _count_arcs(number)) for (code, name), number in counted
    }


def _count_arcs(number: int) -> str:
    return ngettext("{n} arc", "{n} arcs", number).format(n=write_number(number))


PLACES = (
    Panel(
        key="map-held",
        title=mark("Where events were held"),
        question=mark("Which countries host cooperation?"),
        measure=places.count_held,
        draw=maps.draw_map,
        columns=COUNTRY | {"count": mark("Events held")} | READ | ABSENCE,
        note=mark("Distinct events by the country of their venue; events online or without a known venue are on no map."),
        has_map=True,
        marks="venue",
        choices=(_AREA,),
        by_years=True,
        finding=_state_countries,
        fields=("event_country",),
    ),
    Panel(
        key="map-taken-part",
        title=mark("Countries that take part"),
        question=mark("Which countries take part in cooperation?"),
        measure=places.count_taken_part,
        draw=maps.draw_map,
        columns=COUNTRY | {"count": mark("Events")} | READ | ABSENCE,
        note=mark(
            "Distinct events in which the country is the venue, the seat of an institution or named as taking part; "
            "an event counts once in each of its countries."
        ),
        has_map=True,
        marks="country",
        choices=(_AREA,),
        by_years=True,
        finding=_state_countries,
        fields=("countries",),
    ),
    Panel(
        key="map-institutions",
        title=mark("Institutions that take part, by seat"),
        question=mark("Where are the institutions that cooperate?"),
        measure=places.count_institutions,
        draw=maps.draw_map_institutions,
        columns=COUNTRY | {"count": mark("Institutions")} | READ | ABSENCE,
        note=mark(
            "Distinct institutions of every kind that take part in an event; bodies of no one country are not on the map."
        ),
        has_map=True,
        marks="seat",
        choices=(_AREA,),
        by_years=True,
        finding=_state_countries,
        fields=("institutions", "institution_country"),
    ),
    Panel(
        key="map-partnerships",
        title=mark("Events with partners abroad"),
        question=mark("Whose institutions work with those of other countries?"),
        measure=places.count_partnerships,
        draw=maps.draw_map_partnerships,
        columns=COUNTRY
        | {"count": mark("Events with partners abroad"), "partners": mark("Partner countries")}
        | READ
        | ABSENCE,
        note=mark(
            "Distinct events that join institutions of the country with those of another; designations, awards and "
            "publications make no partners."
        ),
        has_map=True,
        marks="partnering country",
        choices=(_AREA,),
        by_years=True,
        finding=_state_countries,
        fields=("partnerships", "institution_country"),
    ),
    Panel(
        key="map-share-abroad",
        title=mark("Share of events with partners abroad"),
        question=mark("How much of a country's cooperation reaches beyond its borders?"),
        measure=places.count_share_abroad,
        draw=maps.draw_share_abroad,
        columns=COUNTRY
        | {
            "rate": mark("Share with partners abroad (%)"),
            "abroad": mark("Events with partners abroad"),
            "count": mark("Events of its institutions"),
        }
        | READ
        | _NO_RATE,
        note=mark(
            "Of the distinct events of a country's institutions, the share that joins them with institutions of another "
            "country; countries with fewer than 5 events have none; designations, awards and publications are left out."
        ),
        has_map=True,
        marks="partnering country",
        counts="partnering seat",
        choices=(_AREA,),
        by_years=True,
        finding=_state_rates(_write_share),
        list_marks=_list_rates(_write_share),
        fields=("partnerships", "institution_country"),
    ),
    Panel(
        key="map-per-institution",
        title=mark("Events per institution listed"),
        question=mark("Where do institutions cooperate most often, whatever their number?"),
        measure=places.count_per_institution,
        draw=maps.draw_per_institution,
        columns=COUNTRY
        | {
            "rate": mark("Events per institution"),
            "count": mark("Events of its institutions"),
            "institutions": mark("Institutions listed"),
        }
        | READ
        | _NO_RATE,
        note=mark(
            "Distinct events of a country's institutions, divided by all its institutions of every kind that these data list, "
            "whatever the filters; countries with fewer than 3 listed have no rate."
        ),
        has_map=True,
        marks="seat",
        choices=(_AREA,),
        by_years=True,
        finding=_state_rates(write_number),
        list_marks=_list_rates(write_number),
        fields=("institutions", "institution_country"),
    ),
    Panel(
        key="map-cities",
        title=mark("Cities where events were held"),
        question=mark("In which cities do partners meet?"),
        measure=places.count_cities,
        draw=maps.draw_cities,
        columns={
            "city": mark("City"),
            "short_name": mark("Country or area"),
            **EVENTS,
            "articles": mark("Articles read (country)"),
        },
        note=mark(
            "Distinct events by the city of their venue, circles in proportion; "
            "cities without known coordinates are in the table."
        ),
        has_map=True,
        marks="city",
        choices=(_AREA,),
        by_years=True,
        fields=("city", "event_country"),
    ),
    Panel(
        key="map-arcs",
        title=mark("Partnerships between countries"),
        question=mark("Which countries are joined by their institutions?"),
        measure=partners.link_arcs,
        draw=maps.draw_arcs,
        columns={
            "short_name_a": mark("Country or area"),
            "short_name_b": mark("Partner country"),
            **EVENTS,
            **READ_BOTH,
        },
        note=mark(
            "Distinct events that join institutions seated in both countries, the 80 strongest pairs; designations, awards and "
            "publications make no partners."
        ),
        has_map=True,
        marks="country or pair",
        choices=(_AREA,),
        by_years=True,
        list_marks=_list_arcs,
        fields=("partnerships", "institution_country"),
    ),
)

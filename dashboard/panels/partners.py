"""Panels of partnerships."""

from __future__ import annotations

from dashboard.charts import bars, networks, webs
from dashboard.charts import pairs as charts_pairs
from dashboard.measures import network, pairs, partners
from dashboard.panels.row import DISTANCE, EVENTS, READ, READ_BOTH, Choice, Panel
from dashboard.words import mark

SEEN = {"first_seen": mark("First seen"), "last_seen": mark("Last seen")}

PARTNERS = (
    Panel(
        key="country-matrix",
        title=mark("Who partners with whom"),
        question=mark("Which countries work together, and which do not?"),
        measure=partners.count_matrix,
        draw=networks.draw_country_matrix,
        columns={"name_a": mark("Country or area"), "name_b": mark("Partner country"), **EVENTS, **READ_BOTH},
        note=mark(
            "Distinct events that join institutions seated in both countries, among the 25 countries with most partnerships; "
            "an empty cell means none was found in what was read."
        ),
        marks="country pair",
    ),
    Panel(
        key="institution-network",
        title=mark("The network of institutions"),
        question=mark("Which institutions form circles of cooperation, and who joins them?"),
        measure=network.link_network,
        draw=webs.draw_network,
        columns={"name_a": mark("Institution"), "name_b": mark("Partner"), **EVENTS},
        note=mark(
            "Links are distinct events in which both take part, among the 120 institutions with most partners; colours are "
            "communities found in all events, and a filter moves nobody. One institution selected shows its own circle."
        ),
        marks="institution or pair",
    ),
    Panel(
        key="strongest-pairs",
        title=mark("Partnerships of institutions"),
        question=mark("Which institutions work together again and again, since when, until when, and over what distance?"),
        measure=pairs.rank_pairs,
        draw=charts_pairs.draw_pairs,
        columns={
            "name_a": mark("Institution"),
            "country_a": mark("Country or area"),
            "name_b": mark("Partner"),
            "country_b": mark("Partner country"),
            **EVENTS,
            **SEEN,
            **DISTANCE,
        },
        note=mark(
            "Distinct events in which both take part, the begin of the first and the last of them, and the distance between "
            "their cities along the great circle. Silent means that nothing was read of a pair since then that had been seen "
            "more than once; it says nothing about what was not read. An agreement of three makes three pairs."
        ),
        marks="institution pair",
        choices=(
            Choice(
                "order",
                mark("First come"),
                {
                    "strongest": mark("Strongest"),
                    "newest": mark("Newest"),
                    "silent": mark("Silent longest"),
                    "farthest": mark("Farthest"),
                },
            ),
        ),
    ),
    Panel(
        key="partners-of-institution",
        title=mark("Partners of one institution"),
        question=mark("With whom does an institution work?"),
        measure=partners.rank_partners,
        draw=bars.draw_partners,
        columns={
            "of_name": mark("Institution"),
            "name": mark("Partner"),
            "country_name": mark("Country or area"),
            **EVENTS,
            **DISTANCE,
        },
        note=mark(
            "Partners of the institution that is selected, or else of the one with most partners, by distinct events in which "
            "both take part."
        ),
        marks="institution pair",
        counts="one institution",
    ),
    Panel(
        key="partner-countries",
        title=mark("Partners of one country"),
        question=mark("With which countries do its institutions work?"),
        measure=partners.rank_partner_countries,
        draw=bars.draw_partner_countries,
        columns={"of_name": mark("Country or area"), "name": mark("Partner country"), **EVENTS, **READ},
        note=mark(
            "Partner countries of the country that is selected, or else of the one with most of them, by distinct events that "
            "join institutions seated in both."
        ),
        marks="country pair",
        counts="one country",
    ),
)

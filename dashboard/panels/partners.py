"""Panels of partnerships."""

from __future__ import annotations

from dashboard.charts import bars, networks, webs
from dashboard.measures import network, partners
from dashboard.panels.row import DISTANCE, EVENTS, READ, READ_BOTH, Panel
from dashboard.words import mark

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
        title=mark("Pairs of institutions with most events together"),
        question=mark("Which institutions work together again and again, and over what distance?"),
        measure=partners.link_institutions,
        draw=bars.draw_pairs,
        columns={
            "name_a": mark("Institution"),
            "country_a": mark("Country or area"),
            "name_b": mark("Partner"),
            "country_b": mark("Partner country"),
            **EVENTS,
            **DISTANCE,
        },
        note=mark(
            "Distinct events in which both take part, and the distance between their cities along the great circle; "
            "designations, awards and publications make no partners."
        ),
        marks="institution pair",
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

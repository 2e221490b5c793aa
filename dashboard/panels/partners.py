"""Panels of partnerships."""

from __future__ import annotations

from dashboard.charts import agreements as strings
from dashboard.charts import bars, chord, flows, networks, webs
from dashboard.charts import pairs as pair_rows
from dashboard.measures import agreements, areas, network, pairs, partners
from dashboard.measures import flows as flows_measured
from dashboard.panels import partner_findings
from dashboard.panels.row import DISTANCE, EVENTS, GOAL, READ, READ_BOTH, Choice, Panel
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
            "Distinct events that join institutions seated in both countries, among the 20 countries with most partnerships; "
            "an empty cell means none was found in what was read. By circle, countries that partner mostly with one another "
            "stand side by side, and thin lines part the circles."
        ),
        marks="country pair",
        fields=("partnerships", "institution_country"),
        choices=(
            Choice(
                "order",
                mark("Order of the countries"),
                {"structure": mark("By circle"), "number": mark("By number"), "name": mark("By name")},
            ),
        ),
        finding=partner_findings.state_pairs,
    ),
    Panel(
        key="partner-chord",
        title=mark("Partnerships in the round"),
        question=mark("Which countries and regions are bound together most?"),
        measure=areas.link_areas,
        draw=chord.draw_chord,
        columns={"name_a": mark("Country or area"), "name_b": mark("Partner country"), **EVENTS},
        note=mark(
            "Ribbons are distinct events that join institutions seated in both, among the 15 countries or regions with most; "
            "of their ribbons the 50 widest are drawn. A ribbon that returns to its region is of events between its countries."
        ),
        marks="area pair",
        fields=("partnerships", "institution_country"),
        choices=(
            Choice(
                "level",
                mark("Between"),
                {"country": mark("Countries"), "subregion": mark("Subregions"), "region": mark("Regions")},
            ),
        ),
        finding=partner_findings.state_pairs,
        list_marks=partner_findings.list_area_marks,
    ),
    Panel(
        key="partner-flows",
        title=mark("What joins two countries"),
        question=mark("On which goals do countries work together?"),
        measure=flows_measured.link_flows,
        draw=flows.draw_flows,
        columns={"name_a": mark("Country or area"), **GOAL, "name_b": mark("Partner country"), **EVENTS},
        note=mark(
            "Ribbons are distinct events that join institutions seated in both countries and bear on the goal: the 28 widest "
            "between the 40 pairs of countries with most events. An event on two goals counts for each."
        ),
        marks="country goal country",
        fields=("partnerships", "institution_country", "sdgs"),
        finding=partner_findings.state_flows,
    ),
    Panel(
        key="institution-network",
        title=mark("The network of institutions"),
        question=mark("Which institutions form circles of cooperation, and who joins them?"),
        measure=network.link_network,
        draw=webs.draw_network,
        columns={"name_a": mark("Institution"), "name_b": mark("Partner"), **EVENTS},
        note=mark(
            "The 130 strongest links (distinct events in which both take part) among the 90 institutions with most partners. "
            "Colours and shapes are communities found in all events, named after the busiest of them, and a filter moves "
            "nobody; the smaller ones are grey. One institution that is selected stands amid its 36 strongest partners."
        ),
        marks="institution or pair",
        fields=("institutions", "partnerships"),
        finding=partner_findings.state_network,
        list_marks=partner_findings.list_network_marks,
    ),
    Panel(
        key="strongest-pairs",
        title=mark("Partnerships of institutions"),
        question=mark("Which institutions work together again and again, since when, until when, and over what distance?"),
        measure=pairs.rank_pairs,
        draw=pair_rows.draw_pairs,
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
            "their cities along the great circle. Silent means that nothing was read since then of a pair that had been seen "
            "at two dates or more; it says nothing about what was not read. An agreement of three makes three pairs."
        ),
        marks="institution pair",
        fields=("institutions", "partnerships"),
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
        finding=partner_findings.state_ranked_pairs,
        list_marks=partner_findings.list_pair_marks,
    ),
    Panel(
        key="partner-agreements",
        title=mark("Agreements of three and more"),
        question=mark("Which agreements bind more than two parties, and whom do they bind together?"),
        measure=agreements.list_agreements,
        draw=strings.draw_agreements,
        columns={
            "start": mark("Date"),
            "title": mark("Agreement"),
            "parties": mark("Parties"),
            "party_names": mark("Names of the parties"),
            "country_names": mark("Countries or areas"),
            "goals": mark("Goals"),
        },
        note=mark(
            "Agreements and memoranda in which three institutions or more take part, each a single one however many pairs it "
            "makes: one of three parties counts as three partnerships elsewhere on this page. Below each party stands the "
            "code of its country."
        ),
        marks="event",
        fields=("kind", "institutions"),
        counts="agreement of several",
        lists=True,
        choices=(
            Choice("order", mark("First come"), {"newest": mark("Newest"), "largest": mark("Largest")}),
            Choice("parties", mark("Parties"), {"all": mark("All who take part"), "signed": mark("Signatories only")}),
            Choice("form", mark("Shown by"), {"parties": mark("Party"), "countries": mark("Country")}, of="draw"),
        ),
        finding=partner_findings.state_agreements,
        list_marks=partner_findings.list_agreement_marks,
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
        fields=("institutions", "partnerships"),
        counts="one institution",
        finding=partner_findings.state_partners,
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
        fields=("partnerships", "institution_country"),
        counts="one country",
        finding=partner_findings.state_partners,
    ),
)

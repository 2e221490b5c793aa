"""Names that stand in the reference tables, flagged for the catalogues, which a look for calls of ``mark`` would miss."""

from __future__ import annotations

from dashboard.model import InstitutionKind
from dashboard.words import mark

GOAL_TITLES = (
    mark("No poverty"), mark("Zero hunger"), mark("Good health and well-being"), mark("Quality education"),
    mark("Gender equality"), mark("Clean water and sanitation"), mark("Affordable and clean energy"),
    mark("Decent work and economic growth"), mark("Industry, innovation and infrastructure"), mark("Reduced inequalities"),
    mark("Sustainable cities and communities"), mark("Responsible consumption and production"), mark("Climate action"),
    mark("Life below water"), mark("Life on land"), mark("Peace, justice and strong institutions"),
    mark("Partnerships for the goals"),
)  # fmt: skip
# Regions and subregions as M49 has them.
REGIONS = (
    mark("Africa"), mark("Americas"), mark("Asia"), mark("Europe"), mark("Oceania"),
    mark("Australia and New Zealand"), mark("Caribbean"), mark("Central America"), mark("Central Asia"),
    mark("Eastern Africa"), mark("Eastern Asia"), mark("Eastern Europe"), mark("Melanesia"), mark("Micronesia"),
    mark("Middle Africa"), mark("Northern Africa"), mark("Northern America"), mark("Northern Europe"), mark("Polynesia"),
    mark("South America"), mark("South-eastern Asia"), mark("Southern Africa"), mark("Southern Asia"),
    mark("Southern Europe"), mark("Western Africa"), mark("Western Asia"), mark("Western Europe"),
)  # fmt: skip
# Countries and areas that the lists of ISO 3166 name otherwise than the United Nations, turned round, or not at all.
COUNTRIES = frozenset((
    mark("Åland Islands"), mark("Bangladesh"), mark("Belarus"), mark("Brunei"), mark("Cabo Verde"),
    mark("Caribbean Netherlands"), mark("Christmas Island"), mark("Cocos Islands"), mark("Comoros"), mark("Côte d'Ivoire"),
    mark("Democratic Republic of the Congo"), mark("Falkland Islands (Malvinas)"), mark("Guatemala"), mark("Holy See"),
    mark("Honduras"), mark("Hong Kong"), mark("China, Hong Kong Special Administrative Region"), mark("Hungary"),
    mark("Iran"), mark("Kosovo"), mark("Kosovo (under UNSC res. 1244)"), mark("Kyrgyzstan"), mark("Laos"), mark("Macao"),
    mark("China, Macao Special Administrative Region"), mark("Malta"),
    mark("Micronesia (Federated States of)"), mark("Moldova"), mark("Republic of Moldova"),
    mark("Montenegro"), mark("Myanmar"), mark("North Korea"), mark("Democratic People's Republic of Korea"),
    mark("Palestine"), mark("State of Palestine"), mark("Republic of the Congo"), mark("Russia"),
    mark("Russian Federation"), mark("Réunion"), mark("Serbia"), mark("Sint Maarten"), mark("Solomon Islands"),
    mark("South Korea"), mark("Republic of Korea"), mark("Syria"), mark("Syrian Arab Republic"), mark("Taiwan"),
    mark("Taiwan Province of China"), mark("Tanzania"), mark("United Republic of Tanzania"), mark("Timor-Leste"),
    mark("Türkiye"), mark("US Minor Outlying Islands"), mark("US Virgin Islands"), mark("British Virgin Islands"),
    mark("Venezuela"), mark("Viet Nam"), mark("Lao People's Democratic Republic"), mark("United States"),
    mark("United States of America"),
    mark("United Kingdom of Great Britain and Northern Ireland"),
))  # fmt: skip
INSTITUTION_KINDS = {
    InstitutionKind.UNIVERSITY: mark("university"), InstitutionKind.SCHOOL: mark("school"),
    InstitutionKind.RESEARCH: mark("research institute"), InstitutionKind.UN: mark("body of the United Nations"),
    InstitutionKind.GOVERNMENT: mark("government body"),
    InstitutionKind.INTERGOVERNMENTAL: mark("intergovernmental organisation"), InstitutionKind.NETWORK: mark("network"),
    InstitutionKind.NGO: mark("non-governmental organisation"),
    InstitutionKind.COMPANY: mark("company"), InstitutionKind.OTHER: mark("other body"),
}  # fmt: skip
# Offices in a programme, as the list of designations has them.
POSITIONS = (
    mark("hub"), mark("chair"), mark("co-chair"), mark("vice-chair"), mark("vice-chair (outreach and partnership)"),
    mark("vice-chair (outreach and partnerships)"), mark("vice-chair (partnership and outreach)"),
    mark("vice-chair (public outreach)"), mark("vice-chair (research)"), mark("vice-chair (teaching and education)"),
    mark("vice-chair (teaching)"),
)  # fmt: skip

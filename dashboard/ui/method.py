"""The texts and tables of the Method page."""

from __future__ import annotations

import streamlit as st

from dashboard import settings
from dashboard.panels import PANELS
from dashboard.ui.prose import show_section
from dashboard.words import _, mark

MADE = (
    mark(
        "Articles come as files, pages, feeds or archives. Each is reduced to its text, title, publisher and date. What"
        " ships with the atlas are digests in our own words with the address of the source; the articles belong to "
        "their publishers."
    ),
    mark(
        "Rules and gazetteers find dates, places, institutions, goals, kinds of event, people and programmes in the "
        "text. Every value keeps the words it came from, or says that it was entered by hand. A value entered by hand "
        "wins over one that was found."
    ),
    mark(
        "Reports of the same event are merged where kind, dates and institutions agree, and the reason is kept. So two "
        "numbers stand side by side: events, each counted once, and the articles that report them."
    ),
    mark(
        "A goal is stated where the article names it by number or official title, and inferred where its subject "
        "suggests it. An event without goals of its own has those of its article, and says so."
    ),
    mark(
        "Countries take part in an event where they host it, seat an institution or are named as taking part. "
        "A country that is only mentioned does not count. A partnership is a pair of institutions, or of the countries"
        " of their seats, in one event that is no designation, award or publication."
    ),
)
WORDING = (
    mark(
        "Countries and areas follow ISO 3166-1 with the short names of the United Nations where it has one. Taiwan, "
        "Palestine, Hong Kong and Macao keep their ISO codes. ISO has no code for Kosovo: it is XKX here, and all "
        "references to it are to be understood in the context of Security Council resolution 1244 (1999)."
    ),
    mark(
        "The boundaries and names shown and the designations used on maps do not imply official endorsement or "
        "acceptance by the United Nations. The atlas is no product of the United Nations; goals are named with number "
        "and official short title."
    ),
    mark(
        "What is not here: cooperation that no news reports, articles in languages and places that were not read, and "
        "private agreements. Few articles about a country mean little reading, not little cooperation."
    ),
)


def list_measures() -> str:
    """Every panel with its question and the sentence on what it counts, as a list in Markdown: a table is too wide to read."""
    return "\n".join(f"- **{_(panel.title)}** :gray[{_(panel.question)}]  \n  {_(panel.note)}" for panel in PANELS.values())


def show_cite() -> None:
    """Licences, and how to cite."""
    show_section(_("Licence and citation"))
    st.markdown(
        _(
            "Data and digests: {licence}. Code: MIT. Cite the atlas with the data version and the day you took it: "
            "“Cite this view” at the foot of every page makes the reference, as text and for BibTeX, and every file "
            "that you take away carries it."
        ).format(licence=settings.LICENCE),
        width=720,
    )

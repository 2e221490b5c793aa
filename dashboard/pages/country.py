"""The profile of one country: what was found, beside how much was read."""

from __future__ import annotations

from typing import Any

from dashboard.selection.naming import list_countries, region_name
from dashboard.ui.labels import plain
from dashboard.ui.profile import count_lead, find_subject, offer_comparison, show_facts, show_sheet, show_work
from dashboard.ui.prose import show_quiet, show_title
from dashboard.ui.state import name_subject, view
from dashboard.ui.subject import narrow_to
from dashboard.words import _, ngettext, write_series

SHEET = ("partner-countries", "goals-of-country", "events-over-time-by-kind")
MORE = ("top-institutions", "goals-bars")


def show_country() -> None:
    """The country that the address names with ``id``."""
    subject = find_subject(view(), "countries")
    if not subject:
        return
    row = list_countries(view().tables).set_index("country").loc[subject]
    about = narrow_to(view(), "countries", subject)
    name_subject(str(row["short_name"]))
    articles = int(str(row["articles"]))
    read = ngettext("{n} article read covers it.", "{n} articles read cover it.", articles).format(n=articles)
    show_title(plain(row["short_name"]), count_lead(about.slice, read))
    show_facts(_facts(row))
    if not articles:
        show_quiet(_("No article read covers this country: that says nothing about what happens there."))
    show_sheet(about, SHEET)
    offer_comparison(about, "country", subject)
    remark = _(
        "With a partner, events count where both countries take part, and partnerships where institutions of both do: "
        "so there can be more events than partnerships."
    )
    show_work(about, MORE, remark)


def _facts(row: Any) -> list[tuple[str, str]]:
    groups = {
        "ldc": _("least developed country"),
        "lldc": _("landlocked developing country"),
        "sids": _("small island developing state"),
    }
    regions = [region_name(row[name]) for name in ("subregion", "region") if isinstance(row[name], str)]
    return [
        (_("Official name"), plain(row["name"])),
        (_("Region"), plain(write_series(dict.fromkeys(regions)))),
        (_("Group"), write_series(words for name, words in groups.items() if row[name])),
    ]


show_country()

"""Goals: how many events serve each, where, and which goals go together."""

from __future__ import annotations

from dashboard.ui.parts import Parts, show_part
from dashboard.ui.prose import show_quiet, show_title
from dashboard.ui.sureness import describe_measured
from dashboard.words import _, mark

PARTS: Parts = {
    "all": (mark("All goals"), ("goals-bars", "goals-together", "kinds-bars")),
    "places": (mark("By place"), ("goals-by-country", "goals-by-region")),
    "beside": (mark("One beside others"), ("goals-of-country", "goals-of-institution")),
}


def show_goals() -> None:
    """Which goals the events serve."""
    show_title(
        _("Which goals does it serve?"),
        _(
            "A goal is stated where the article names it by number or title, and inferred where its subject alone "
            "suggests it. The two are never added up in silence."
        ),
    )
    show_quiet(
        _(
            "A goal is inferred by weighing the subject words of the headline and the beginning, and for goals 4 and 17 the "
            "kind of event; at most three are kept, each with the word that spoke for it. {measured}"
        ).format(measured=describe_measured(("sdgs_explicit", "sdgs")))
    )
    show_part("goals", PARTS)


show_goals()

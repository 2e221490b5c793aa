"""Questions to begin with, put together from the data so that each has an answer."""

from __future__ import annotations

from urllib.parse import urlencode

import numpy as np
import streamlit as st

from dashboard.measures.events import count_kinds
from dashboard.measures.goals import count_goals
from dashboard.measures.partners import link_countries, rank_institutions
from dashboard.model import EventKind
from dashboard.selection import Selection, Slice
from dashboard.selection.naming import country_names, goal_title
from dashboard.tables import Tables
from dashboard.ui import state
from dashboard.ui.evidence import Line, compose_list
from dashboard.ui.kept import kept
from dashboard.ui.state import View
from dashboard.words import _, language, mark

# Kinds as a question says them: more than one, in the middle of a sentence.
KINDS = {
    EventKind.AGREEMENT: mark("agreements"), EventKind.MEETING: mark("meetings"), EventKind.CONFERENCE: mark("conferences"),
    EventKind.TRAINING: mark("trainings"), EventKind.VISIT: mark("visits"), EventKind.PROJECT: mark("projects"),
    EventKind.PROGRAMME: mark("programmes"), EventKind.DESIGNATION: mark("designations"), EventKind.AWARD: mark("awards"),
    EventKind.CAMPAIGN: mark("campaigns"), EventKind.PUBLICATION: mark("publications"), EventKind.EXCHANGE: mark("exchanges"),
}  # fmt: skip
Question = tuple[str, str, dict[str, str]]


def show_questions(view: View) -> None:
    """Three questions, each a link to the view that answers it, with filters of its own."""
    questions = _questions(view.tables, view.tables.digest, language())
    st.html(
        compose_list(Line(words, f"{page}?{urlencode(query | state.language_query())}") for words, page, query in questions)
    )


@kept(12)
def _questions(_tables: Tables, digest: str, spoken: str) -> tuple[Question, ...]:
    whole = Slice(_tables, np.arange(len(_tables.events)), Selection())
    return (*_of_countries(whole), *_of_goals(whole), *_of_institutions(whole))


def _of_countries(whole: Slice) -> tuple[Question, ...]:
    pairs = link_countries(whole)
    if pairs.empty:
        return ()
    first, second = str(pairs["key"].iloc[0]).split("|")
    names = country_names(whole.tables)
    words = _("{one} and {other}: what do they do together?").format(one=names[first], other=names[second])
    return ((words, "partnerships", {"country": first, "partner": second}),)


def _of_goals(whole: Slice) -> tuple[Question, ...]:
    goals = count_goals(whole)
    if goals.empty or not len(whole.rows):
        return ()
    goal = str(goals.sort_values("events", ascending=False)["goal"].iloc[0])
    kind = str(count_kinds(whole)["kind"].iloc[0])
    words = _("When were there {kinds} on goal {goal}, {title}?")
    named = words.format(kinds=_(KINDS[EventKind(kind)]), goal=goal, title=goal_title(whole.tables, goal))
    return ((named, "timeline", {"goal": goal, "kind": kind}),)


def _of_institutions(whole: Slice) -> tuple[Question, ...]:
    ranked = rank_institutions(whole)
    if ranked.empty:
        return ()
    row = ranked.iloc[0]
    words = _("With whom does {name} work, and on what?").format(name=row["name"])
    return ((words, "institution", {"id": str(row["institution_id"])}),)

"""Weights of the statistical models, fitted on articles with gold records and kept as reference tables.

A model is added in three steps:

1. a module here with one function that takes the examples (``examples.Example``: article, mentions, gold) and gives
   ``fitting.Fitted``: the columns and rows of its table, and sentences with its figures on publishers left out of the fit
   (``fitting.list_folds``). The features come from the function that the model's user in ``resolve`` calls as well.
2. a row of ``MODELS`` below: the name on the command line, the table's file, and that function.
3. in ``resolve``, the weights read through ``knowledge.files.read_weights``, which prefers what a team has trained itself,
   and added up by ``resolve.scoring.add_up``; a first table in ``data/reference``, made by ``sdg-atlas train``.
"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.training.confidence import calibrate_confidence, fit_confidence
from dashboard.training.fitting import Model
from dashboard.training.further import fit_further
from dashboard.training.goals import fit_goals
from dashboard.training.kinds import fit_kinds
from dashboard.training.participation import fit_participation, fit_roles
from dashboard.training.people import fit_people
from dashboard.training.relevance import fit_relevance
from dashboard.training.times import fit_times

MODELS: Mapping[str, Model] = {
    "goals": Model("goal_weights.csv", fit_goals),
    "participation": Model("participation_weights.csv", fit_participation),
    "roles": Model("role_weights.csv", fit_roles),
    "people": Model("person_weights.csv", fit_people),
    "kinds": Model("kind_weights.csv", fit_kinds),
    "further": Model("further_weights.csv", fit_further),
    "relevance": Model("relevance_weights.csv", fit_relevance),
    "times": Model("time_weights.csv", fit_times),
    # the last: it judges what the others choose, so fit it again after them
    "confidence": Model("confidence_weights.csv", fit_confidence, calibrate_confidence),
}

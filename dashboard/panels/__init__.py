"""Every chart in one row: the question it answers, the measure that counts, the drawing, and what the count means."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.panels.compare import COMPARE
from dashboard.panels.coverage import COVERAGE
from dashboard.panels.goals import GOALS
from dashboard.panels.partners import PARTNERS
from dashboard.panels.places import PLACES
from dashboard.panels.ranks import RANKS
from dashboard.panels.reading import list_marks, state_finding
from dashboard.panels.row import Choice, Panel
from dashboard.panels.time import TIME

PANELS: Mapping[str, Panel] = {panel.key: panel for panel in (*TIME, *PLACES, *PARTNERS, *GOALS, *RANKS, *COMPARE, *COVERAGE)}

__all__ = ["PANELS", "Choice", "Panel", "list_marks", "state_finding"]

"""Time: events by period, single events, life cycles of partnerships and terms, each drawn as exactly as it is dated."""

from dashboard.charts.time.lanes import draw_event_lanes
from dashboard.charts.time.lives import draw_lives
from dashboard.charts.time.periods import draw_periods_by_goal, draw_periods_by_kind
from dashboard.charts.time.terms import draw_designations

__all__ = ["draw_designations", "draw_event_lanes", "draw_lives", "draw_periods_by_goal", "draw_periods_by_kind"]

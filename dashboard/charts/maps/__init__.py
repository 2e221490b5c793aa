"""Maps in United Nations boundaries: countries in classes, cities as circles, partnerships as arcs."""

from dashboard.charts.maps.arcs import draw_arcs
from dashboard.charts.maps.cities import draw_cities
from dashboard.charts.maps.countries import (
    draw_map,
    draw_map_institutions,
    draw_map_partnerships,
    draw_per_institution,
    draw_share_abroad,
)
from dashboard.charts.maps.globe import AREAS

__all__ = [
    "AREAS",
    "draw_arcs",
    "draw_cities",
    "draw_map",
    "draw_map_institutions",
    "draw_map_partnerships",
    "draw_per_institution",
    "draw_share_abroad",
]

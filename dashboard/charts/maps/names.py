"""Names beside points of a map that keep apart on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts.maps.globe import Area
from dashboard.charts.theme import SMALL, Look, plain

# Names: pixels of a narrow map, of a letter, a line and the gap to the point; the longest in letters; where east begins.
_NARROW, _LETTER, _LINE, _GAP = 330, 7, 14, 5
_LONGEST, _EASTERN = 20, 0.75


def place_names(places: pd.DataFrame, names: Iterable[object], area: Area, most: int, below: bool = False) -> dict[str, Any]:
    """Text and its side for each point: the first ``most`` names that neither meet on a narrow screen nor leave the map.

    Names stand right of their points, left of those near the eastern edge, or ``below``.
    """
    texts = [plain(name, _LONGEST) for name in names]
    inside = area.holds(places["latitude"], places["longitude"])
    along = (places["longitude"].to_numpy() - area.west) % 360
    east = along > _EASTERN * (area.east - area.west)
    boxes = _boxes(places["latitude"].to_numpy(), along, [len(text) for text in texts], (area, east, below))
    on_paper = (boxes[:, 0] >= 0) & (boxes[:, 1] <= _NARROW) & (boxes[:, 3] <= _scale_of(area) * (area.north - area.south))
    shown = _choose(boxes, np.flatnonzero(inside & on_paper), most)
    sides = ["bottom center"] * len(texts) if below else ["middle left" if each else "middle right" for each in east]
    return {"text": [text if row in shown else "" for row, text in enumerate(texts)], "textposition": sides}


def _scale_of(area: Area) -> float:
    """Pixels of a degree on a narrow screen."""
    return min(_NARROW / (area.east - area.west), _NARROW / 2 / (area.north - area.south))


def _boxes(
    latitude: npt.NDArray[Any], along: npt.NDArray[Any], lengths: Sequence[int], layout: tuple[Area, npt.NDArray[Any], bool]
) -> npt.NDArray[np.float64]:
    """Where each name would stand on a narrow screen, in pixels: left, right, top, bottom."""
    area, east, below = layout
    scale = _scale_of(area)
    x, y, wide = along * scale, (area.north - latitude) * scale, _LETTER * np.array(lengths)
    left = x - wide / 2 if below else np.where(east, x - _GAP - wide, x + _GAP)
    top = y + _GAP if below else y - _LINE / 2
    return np.stack([left, left + wide, top, top + _LINE], axis=1)


def _choose(boxes: npt.NDArray[np.float64], rows: npt.NDArray[np.int64], most: int) -> set[int]:
    """The first ``most`` of the rows whose boxes meet none chosen before."""
    kept: list[int] = []
    for row in rows:
        if len(kept) < most and not _meets(boxes[row], boxes[kept]):
            kept.append(int(row))
    return set(kept)


def _meets(box: npt.NDArray[np.float64], others: npt.NDArray[np.float64]) -> bool:
    apart = (others[:, 1] < box[0]) | (others[:, 0] > box[1]) | (others[:, 3] < box[2]) | (others[:, 2] > box[3])
    return bool((~apart).any())


def name_style(look: Look) -> dict[str, object]:
    """The letters of names on a map, parted from what they cross by a glow of paper."""
    glow = ", ".join([f"0 0 3px {look.paper}"] * 4)
    return {"color": look.ink, "size": SMALL, "shadow": glow}
